"""Hand-overs: talks that a person has taken up, or is wanted for, while the assistant is silent in them."""
