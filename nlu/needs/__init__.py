"""Which indicators a message states, and how it states them."""
