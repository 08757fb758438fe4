"""What a person typed, read: intent, topic, period, place, unit sought."""
