"""Readers of the formats that a report arrives in; each turns bytes into lines of text, none repairs anything."""
