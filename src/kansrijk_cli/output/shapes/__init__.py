"""The JSON that commands print: stable shapes with a published schema each."""
