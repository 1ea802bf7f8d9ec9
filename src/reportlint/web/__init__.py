"""`reportlint serve`: a page in the browser for people who use no terminal.

The server keeps nothing: the page holds the files, and sends one along with whatever is asked about it. Each request is
done in a process of its own kind (`workers`), so that a file that crashes or hangs harms no other (decision 0017).
"""
