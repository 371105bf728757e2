"""Who did or read what: an append-only chain that holds codes and ids, never anything personal."""

from backend.audit.record import record

__all__ = ["record"]
