"""Tables for a terminal, a spreadsheet or a document. Each module is a format."""
