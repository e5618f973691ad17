"""The formats of files, each read into a table of text; the content decides which it is."""
