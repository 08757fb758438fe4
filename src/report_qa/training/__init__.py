"""Trains the embedding model on questions whose answers' places are known, and writes the model folder that ships."""
