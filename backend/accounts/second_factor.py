"""The second factor of a local account: codes of an authenticator app (TOTP, RFC 6238), and codes to keep on paper."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache
from pathlib import Path
from typing import Literal

import pyotp
import yaml
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from backend.accounts.models import Account, RecoveryCode, SecondFactor
from backend.database.base import utc_now
from backend.keys import ACCOUNTS_KEY, seal, unseal

ISSUER = "Front Door"
STEP_SECONDS = 30
DRIFT = 1
"""Steps by which a telephone's clock may be wrong, either way."""
RECOVERY_CODES = 10
_CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 signs that nobody takes for one another; 16 of them are 80 random bits, which a plain hash keeps safe."""

Shown = Literal["code", "recovery_code"]


def is_on(db: Session, account_id: str) -> bool:
    """Whether the account has a second factor that was tried once."""
    factor = db.get(SecondFactor, account_id)
    return factor is not None and factor.confirmed_at is not None


def is_required(account: Account) -> bool:
    """Whether a role of the account asks for a second factor where one is demanded; never for the demonstration's."""
    return not account.demo and any(held.role in required_roles() for held in account.roles)


@cache
def required_roles() -> frozenset[str]:
    """The roles that ask for one."""
    return frozenset(yaml.safe_load(Path(__file__).with_name("second_factor.yml").read_text("utf-8"))["required"])


def propose(db: Session, account_id: str) -> str:
    """The secret to put into the app, in base32: new, or the one that waits to be confirmed."""
    factor = db.get(SecondFactor, account_id)
    if factor is not None and factor.confirmed_at is None:
        return _secret(db, factor)
    if factor is not None:
        raise ValueError("there is a second factor already")
    secret = pyotp.random_base32()
    sealed = seal(db, ACCOUNTS_KEY, secret, table="second_factors", column="secret", row=account_id)
    db.add(SecondFactor(account_id=account_id, secret=sealed))
    db.flush()
    return secret


def proposed(db: Session, account_id: str) -> str | None:
    """The secret that waits to be confirmed; one in use is never shown again."""
    factor = db.get(SecondFactor, account_id)
    return _secret(db, factor) if factor is not None and factor.confirmed_at is None else None


def app_address(secret: str, email: str) -> str:
    """What the picture for the app says (``otpauth://…``)."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def confirm(db: Session, account_id: str, code: str) -> list[str] | None:
    """Switch the factor on with its first code; the recovery codes, shown this once, or None for a wrong code."""
    factor = db.get(SecondFactor, account_id)
    if factor is None or factor.confirmed_at is not None or not _take(db, factor, code):
        return None
    factor.confirmed_at = utc_now()
    return new_recovery_codes(db, account_id)


def check(db: Session, account_id: str, typed: str) -> Shown | None:
    """Which kind of code was typed, or None for a wrong one. Each code is taken once."""
    factor = db.get(SecondFactor, account_id)
    if factor is None or factor.confirmed_at is None:
        return None
    if _take(db, factor, typed):
        return "code"
    used = (
        update(RecoveryCode)
        .where(
            RecoveryCode.account_id == account_id,
            RecoveryCode.code_hash == _hash(typed),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=utc_now())
        .returning(RecoveryCode.code_hash)
    )
    return "recovery_code" if db.execute(used).scalar_one_or_none() else None


def new_recovery_codes(db: Session, account_id: str) -> list[str]:
    """Ten codes in place of all earlier ones, to be shown once."""
    db.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    codes = ["".join(secrets.choice(_CODE_SIGNS) for _ in range(16)) for _ in range(RECOVERY_CODES)]
    db.add_all(RecoveryCode(account_id=account_id, code_hash=_hash(code)) for code in codes)
    db.flush()
    return ["-".join(code[part : part + 4] for part in range(0, 16, 4)) for code in codes]


def recovery_codes_left(db: Session, account_id: str) -> int:
    """How many recovery codes are unused."""
    unused = select(func.count()).where(RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
    return db.scalar(unused) or 0


def remove(db: Session, account_id: str) -> bool:
    """Take the factor and its recovery codes away; whether there was one in use."""
    was_on = is_on(db, account_id)
    db.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    db.execute(delete(SecondFactor).where(SecondFactor.account_id == account_id))
    db.expire_all()
    return was_on


def _take(db: Session, factor: SecondFactor, typed: str) -> bool:
    code = "".join(typed.split())
    if len(code) != 6 or not code.isascii() or not code.isdigit():
        return False
    totp = pyotp.TOTP(_secret(db, factor))
    now = int(utc_now().timestamp()) // STEP_SECONDS
    right = [
        step for step in range(now - DRIFT, now + DRIFT + 1) if secrets.compare_digest(totp.generate_otp(step), code)
    ]
    if not right:
        return False
    # One statement decides between two who bring the same code at once.
    unused = (SecondFactor.last_step.is_(None)) | (SecondFactor.last_step < right[-1])
    used = update(SecondFactor).where(SecondFactor.account_id == factor.account_id, unused)
    return (
        db.execute(used.values(last_step=right[-1]).returning(SecondFactor.account_id)).scalar_one_or_none() is not None
    )


def _secret(db: Session, factor: SecondFactor) -> str:
    return str(unseal(db, ACCOUNTS_KEY, factor.secret, table="second_factors", column="secret", row=factor.account_id))


def _hash(code: str) -> str:
    return hashlib.sha256("".join(c for c in code.upper() if c.isalnum()).encode()).hexdigest()
