"""``frontdoor accounts`` as somebody uses it who sets the service up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from backend.accounts.accounts import as_actor, find_account
from backend.accounts.passwords import is_password
from backend.database.engine import make_engine, session_factory
from backend.settings import Settings

FRONTDOOR = Path(sys.executable).with_name("frontdoor")
KEY = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE="
PASSWORD = "a long enough one"


def add(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "FRONTDOOR_DATA": str(folder), "FRONTDOOR_MASTER_KEY": KEY}
    command = [str(FRONTDOOR), "accounts", "add", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_an_account_is_made_and_can_be_found_by_its_address(tmp_path: Path) -> None:
    words = ("a.b@school.example", "--name", "A B", "--role", "sevenoaks:nominator", "--agency", "Oak School")
    made = add(tmp_path, *words, "--password", PASSWORD)
    assert (made.returncode, made.stdout) == (0, "a.b@school.example can sign in now.\n")
    settings = Settings.from_environment({"FRONTDOOR_DATA": str(tmp_path), "FRONTDOOR_MASTER_KEY": KEY})
    engine = make_engine(settings.database_url)
    with session_factory(engine, settings.keyring)() as db:
        account = find_account(db, "A.B@school.example")
        assert account is not None
        assert is_password(PASSWORD, account.password_hash)
        actor = as_actor(db, account, "none")
        assert (actor.display_name, actor.agency) == ("A B", "Oak School")
        assert actor.may("nominator", "sevenoaks")
        assert not actor.may("nominator", "kingston-richmond")
    engine.dispose()
    again = add(tmp_path, *words, "--password", PASSWORD)
    assert (again.returncode, again.stderr) == (1, "Error: There is an account with this e-mail address already.\n")


def test_a_role_that_does_not_exist_is_refused_with_what_there_is(tmp_path: Path) -> None:
    refused = add(tmp_path, "a@b.example", "--name", "A", "--role", "sevenoaks:boss", "--password", PASSWORD)
    assert refused.returncode == 1
    assert refused.stderr.startswith("Error: sevenoaks:boss: there is no role 'boss'. There are: nominator, family,")


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    refused = add(tmp_path, "a@b.example", "--name", "A", "--role", "sevenoaks:duty", "--password", "short")
    assert refused.stderr.startswith("Error: The password needs at least 12 characters.")
