"""How well retrieval finds the passage that answers, with any model: by each way to score, and on general text."""
