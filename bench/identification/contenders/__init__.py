"""Who is measured: each takes a prepared table and gives rows."""
