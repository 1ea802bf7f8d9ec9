"""Word files: fixes in place, and findings as comments with tracked changes. What needs no change stays equal to the byte."""
