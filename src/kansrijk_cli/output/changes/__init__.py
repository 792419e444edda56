"""What changed, for a terminal, a program or a pull request. Each module is a format."""
