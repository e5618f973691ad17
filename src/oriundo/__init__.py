"""Oriundo: know, reach and build with a diaspora."""

__version__ = "0.1.0"
