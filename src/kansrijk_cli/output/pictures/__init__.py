"""The pictures of documents: a module each, found by its name."""
