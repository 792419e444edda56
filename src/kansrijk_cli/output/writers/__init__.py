"""The formats of documents: a module each, found by its name."""
