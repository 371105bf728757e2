"""Paths: how a family goes on after acceptance, from stage to stage as its programme's file says, each step kept."""
