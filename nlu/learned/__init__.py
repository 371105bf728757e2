"""A learned second opinion beside the lexicon: danger in voices that no list foresaw (docs/model-card.md)."""
