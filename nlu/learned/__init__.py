"""A learned second opinion beside the lexicons: danger and needs in voices no list foresaw."""
