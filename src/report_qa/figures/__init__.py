"""What a report measures: every printed quantity with its metric, change, period, status and places."""
