"""`python -m workshop`: the same command, where no script of that name is at hand."""

from workshop.command import main

raise SystemExit(main())
