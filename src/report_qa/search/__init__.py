"""Search: embeds passages and questions, keeps the index, and finds what a question is about."""
