"""`python -m kansrijk_cli` is `kansrijk`."""

from kansrijk_cli.cli.app import main

main()
