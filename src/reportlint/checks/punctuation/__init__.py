"""DC: punctuation, spaces, quotation marks, dashes. No legal text governs them: every rule here is a habit."""
