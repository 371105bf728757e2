"""The outbox: what is to be told outside, written in the transaction that caused it, sent by the worker."""
