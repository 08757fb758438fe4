"""What the parts of `infer` find in a report: its place, its years, when it was delivered; each with the words that say so."""
