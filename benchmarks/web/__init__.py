"""What the pages cost a browser."""
