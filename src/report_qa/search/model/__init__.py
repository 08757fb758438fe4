"""Makes the model that ships, and gives it to sentence-transformers. Only `manifest` is needed to run it."""
