"""Turning the text of cells into values: names trimmed, phones E.164, addresses canonical.

Every function here gives a value and says what it could not read; none of them guesses silently.
"""
