"""The language server: findings, pages, outline and citations for any editor that speaks LSP 3.17.

It speaks JSON-RPC itself instead of using a framework: importing the types of one took longer than the whole start may
(decision 0010). Offsets are code points everywhere but in `positions`, which is the only place that knows UTF-16.
"""
