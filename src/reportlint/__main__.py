"""`python -m reportlint`."""

from reportlint.cli.main import command

command()
