"""Reads of the directory: `public` for everyone, `policies` and `counters` for the inside."""
