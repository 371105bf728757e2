"""The few files that live inside Rasa's process (Python 3.10, Rasa 3.6)."""
