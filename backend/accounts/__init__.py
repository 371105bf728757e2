"""Who signs in: accounts, their agencies and roles, sessions and tokens."""
