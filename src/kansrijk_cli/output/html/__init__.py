"""Documents and pages as HTML."""
