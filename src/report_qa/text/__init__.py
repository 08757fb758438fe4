"""Raw bytes to addressable text: source lines, repair, sections and sentences."""
