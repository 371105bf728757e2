"""The family's own answer: links by which a family reads what is asked, and agrees or says no itself."""
