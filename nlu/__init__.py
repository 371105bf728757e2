"""What people mean: text in, a Reading out. Imports nothing else of the project."""
