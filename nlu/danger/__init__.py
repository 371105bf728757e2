"""How dangerous what was said is."""
