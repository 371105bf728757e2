"""Which language a message is written in, and whether it is one that is read here at all (docs/decisions/0015)."""
