"""What fails in earnest: processes that die, a disk that is full, a database that is away, a clock that jumps."""
