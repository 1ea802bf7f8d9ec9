"""`python -m reportlint`."""

from reportlint.cli.main import main

raise SystemExit(main())
