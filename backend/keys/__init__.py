"""Keys: what identifies people is sealed, a family with its own data key, and a destroyed key erases all it sealed."""

from backend.errors import CannotOpen, KeyDestroyed, MasterKeyMissing
from backend.keys.blind_index import blind_index
from backend.keys.data_keys import ACCOUNTS_KEY, destroy, new_data_key, seal, unseal
from backend.keys.keyring import Keyring, derive
from backend.keys.system_keys import prepare_keys, ring_of, system_key

__all__ = [
    "ACCOUNTS_KEY",
    "CannotOpen",
    "KeyDestroyed",
    "Keyring",
    "MasterKeyMissing",
    "blind_index",
    "derive",
    "destroy",
    "new_data_key",
    "prepare_keys",
    "ring_of",
    "seal",
    "system_key",
    "unseal",
]
