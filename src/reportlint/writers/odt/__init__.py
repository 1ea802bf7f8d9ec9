"""OpenDocument text files: fixes in place, and findings as annotations with tracked changes."""
