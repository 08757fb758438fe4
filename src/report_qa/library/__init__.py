"""The reports there are: added, built into an index, opened and asked."""
