"""How long each kind of data is kept, what is held back, and the job that erases what is due and proves it."""
