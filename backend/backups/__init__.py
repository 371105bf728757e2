"""Backups: everything the database holds, sealed, with the families' keys kept apart so that erasure reaches them."""

from backend.backups.folder import BackupRefused

__all__ = ["BackupRefused"]
