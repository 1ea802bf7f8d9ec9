"""Facts about the Vietnamese administration, asked by date.

Each module answers one family of questions and reads its own file under ``data/`` at
the first question. Nothing here reads a report or judges it. ``data/README.md`` says
where every fact comes from; ``scripts/build_knowledge.py`` writes the generated files.
"""
