"""The base map: land, lakes, borders, names, in one PMTiles file made at setup."""
