"""What people mean: text in, a Reading out. Imports nothing else of the project."""

import os

# One core a message: numpy's threads wait by spinning, which others on the machine pay for. Read when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
