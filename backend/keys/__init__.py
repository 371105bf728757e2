"""Keys: what identifies people is sealed, a family with its own data key, and a destroyed key erases all it sealed."""

from backend.errors import KeyDestroyed
from backend.keys.blind_index import blind_index
from backend.keys.data_keys import ACCOUNTS_KEY, destroy, new_data_key, seal, unseal
from backend.keys.keyring import Keyring, derive

__all__ = [
    "ACCOUNTS_KEY",
    "KeyDestroyed",
    "Keyring",
    "blind_index",
    "derive",
    "destroy",
    "new_data_key",
    "seal",
    "unseal",
]
