"""Documents as PDF: the tree as Typst source, compiled, and its rows given heads."""
