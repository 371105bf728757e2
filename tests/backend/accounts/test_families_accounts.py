"""A family's own account, closed: nobody can read who it was. Of staff it stays on record who did what."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from backend.access.actor import Role
from backend.accounts.accounts import ERASED_NAME, create_account, email_of, find_account, name_of
from backend.accounts.administration import end
from backend.accounts.invitations import invite
from backend.accounts.models import Account
from backend.database.base import Base
from backend.keys.checking import check

ADDRESS = "kayleigh.example@home.example"


def family(db: Session) -> Account:
    roles: list[tuple[str, Role]] = [("tonbridge-malling", "family"), ("supporting-families", "family")]
    return create_account(db, email=ADDRESS, display_name="Kayleigh Example", password=None, roles=roles)


def test_a_closed_account_of_a_family_tells_nothing_of_whom_it_was(db: Session) -> None:
    account = family(db)
    index = account.email_index
    assert (name_of(db, account.id), email_of(db, account.id)) == ("Kayleigh Example", ADDRESS)
    end(db, account, None)
    db.commit()
    assert (name_of(db, account.id), email_of(db, account.id)) == (ERASED_NAME, None)
    row = db.execute(text("SELECT * FROM accounts")).one()
    assert index not in row
    assert [value for value in row if isinstance(value, bytes | memoryview) and bytes(value)] == []
    assert check(db, Base.metadata).damaged == []


def test_the_same_address_can_be_given_an_account_again(db: Session) -> None:
    end(db, family(db), None)
    again = family(db)
    assert find_account(db, ADDRESS) is again
    assert name_of(db, again.id) == "Kayleigh Example"


def test_an_invited_parents_address_goes_too(db: Session) -> None:
    invited = invite(db, None, email=ADDRESS, roles=[("tonbridge-malling", "family")], agency=None).account
    end(db, invited, None)
    assert find_account(db, ADDRESS) is None


def test_staffs_names_stay_beside_what_they_did(db: Session) -> None:
    roles: list[tuple[str, Role]] = [("tonbridge-malling", "family"), ("tonbridge-malling", "coordinator")]
    account = create_account(db, email=ADDRESS, display_name="Sam Adeyemi", password=None, roles=roles)
    end(db, account, None)
    assert (name_of(db, account.id), email_of(db, account.id)) == ("Sam Adeyemi", None)
