"""The served backend for this folder's tests."""

from tests.backend.threads.served import _served, application, folder, origin

__all__ = ["_served", "application", "folder", "origin"]
