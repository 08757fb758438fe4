"""How well reading restores reports: newspaper prints of clean texts, measured against the clean text."""
