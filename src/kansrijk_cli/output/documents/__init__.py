"""Documents: a plan rendered through templates."""
