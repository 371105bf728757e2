"""Rasa's custom actions. They reach the backend over HTTP only, through one client."""
