"""The trained encoder: a message's words in their context → needs with their status and words, and danger."""
