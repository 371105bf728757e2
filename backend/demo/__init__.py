"""Accounts and roles that exist in the demonstration only."""
