"""Two families come, are talked about, decided, backed up, and are erased: afterwards nothing of them is anywhere.

Everything runs as somebody runs it: the product's own processes, its chat, its commands, on each kind of database. What
was told is looked for in every column with every key there is, in every file, in what backups restore, and in Rasa's
memory. What stays is a safety alert, which outlives its family's erasure for as long as the programme says.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest
from sqlalchemy import select

from backend.accounts.models import Account
from backend.alerts.models import Alert
from backend.backups.folder import KEY_FILE
from backend.backups.key_file import read_key_file
from backend.database.engine import make_engine, session_factory
from backend.keys import Keyring
from backend.keys.models import DataKey
from backend.programmes import load_programmes
from backend.settings import Settings
from tests.conversations.families import COORDINATOR, begin, go_on, persona, record_of
from tests.postgresql import server
from tests.system import FrontDoor, Talk
from tests.whole.house import Kept, kept
from tests.whole.looking import Found, files_with, in_files, in_memory, readable

pytestmark = [pytest.mark.system, pytest.mark.timeout(600)]

AGENCY = ["Wexcombe", "Tavin", "Lorne", "Quillfield", "07700 900123", "TN13 1AA"]
OWN = ["Petra", "Quillon", "Silas", "07700 900456", "KT1 1AA"]
TOLD = ["sober for about five years", "prison sentence", "rehab clinic", "lost my job in March", "sleep again"]
DRAFT = ["Orrinsby", "Maddox-Vane", "07700 900789"]
DECIDED = "Mrs Wexcombe rang from Quillfield Row"
DANGER, SPOOLED = "two-years-old-xylophone", "purple-caravan-behind-the-mill"
NAMES = [*AGENCY, *OWN, *DRAFT, DANGER, SPOOLED]
PLANTED = [*AGENCY, *OWN, *DRAFT, *TOLD, DECIDED]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str | None, Callable[[], str]]]:
    """Where the database is, and a maker of empty ones beside it."""
    if request.param == "sqlite":
        yield None, lambda: f"sqlite:///{tmp_path / 'restored' / uuid4().hex}.sqlite"
        return
    with server() as address:

        def empty() -> str:
            name = f"restored_{uuid4().hex}"
            with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")
            return f"{address}/{name}"

        yield empty(), empty


def test_nothing_of_an_erased_family_is_left_anywhere(
    addresses: tuple[str | None, Callable[[], str]], tmp_path: Path
) -> None:
    address, empty = addresses
    for name in ("house", "restored"):
        (tmp_path / name).mkdir()
    with kept(tmp_path / "house", address) as door:
        anchors = tmp_path / "anchors.jsonl"
        agency, own = _nominated(door), _asked_for_help(door)
        draft = _half_told(door)
        danger = str(door.wait_for_alert(DANGER)["id"])
        _decided(door, agency)
        wrapped = _wrapped_keys(door)
        assert _where(door, PLANTED), "what was planted must have arrived, and be found where it is"
        first = _backed_up(door)
        door.typed("audit", "anchor", "--out", str(anchors))
        _have_it_read(door, agency.reference, own.reference)

        spooled = _erased_while_the_backend_is_away(door, agency)
        _taken_back(own)
        _taken_back(draft)
        _wait_until(lambda: not _living(door) & set(wrapped), "the key file still has keys of erased families")
        second = _backed_up(door)
        assert not _living(door) & set(wrapped)
        assert "The database is in use" in door.refused("restore", str(first), "--replace")

        # The database, with every key that is left: the two alerts, sealed with keys of their own, and nothing else.
        kept_by_law = {("alerts", "words", danger), ("alerts", "words", spooled)}
        assert {found[1:] for found in _where(door, PLANTED)} <= kept_by_law
        assert {found[1:] for found in _where(door, [DANGER, SPOOLED])} == kept_by_law
        assert load_programmes()["sevenoaks"].retention["alert"].number == 6
        # The files: data, write-ahead log, mails, logs, spool, backups.
        folder = door.data.parent
        assert in_files(folder, [*PLANTED, DANGER, SPOOLED]) == []
        _wait_until(lambda: not files_with(folder, wrapped.values()), "a destroyed key still lies in a file")
        assert list((door.data / "spool").glob("*.sealed")) == []
        # Rasa cannot be asked for what it holds. It was told ordinary words of its own vocabulary, never a name.
        assert in_memory(door.pid("rasa"), ["action_interview", *NAMES]) == ["action_interview"]
        _as_people_see_it(door, agency, own)
        assert "The audit holds" in door.typed("audit", "verify", "--anchor", str(anchors))
        door.stop()
        assert in_files(folder, [*PLANTED, DANGER, SPOOLED]) == []

    for backup in (first, second):
        restored = empty()
        told = door.typed("restore", str(backup), FRONTDOOR_DATABASE_URL=restored)
        assert ("keys are gone: 0" in told) == (backup == second)
        assert {found[1:] for found in _where(door, PLANTED, restored)} <= kept_by_law
        assert {found[1] for found in _where(door, [*PLANTED, DANGER, SPOOLED], restored)} == {"alerts"}
        verified = door.typed("audit", "verify", "--anchor", str(anchors), FRONTDOOR_DATABASE_URL=restored)
        assert "The audit holds" in verified
        door.typed("keys", "check", FRONTDOOR_DATABASE_URL=restored)
        assert "up to date and as expected" in door.typed("database", "check", FRONTDOOR_DATABASE_URL=restored)

    door.database_url = restored
    door.start()
    try:
        _as_people_see_it(door, agency, own)
    finally:
        door.stop()
    assert in_files(tmp_path, [*PLANTED, DANGER, SPOOLED]) == []


def _nominated(door: FrontDoor) -> Talk:
    """A family nominated by a school, with a danger told on the way."""
    who = persona("case-one-sevenoaks")
    talk = begin(door, who)
    go_on(talk, who, until="story")
    replies = talk.say(f"Dana Wexcombe is being killed, he has a knife, {DANGER}")
    assert any(reply.get("custom", {}).get("safety") == "immediate" for reply in replies)
    go_on(talk, who)
    assert "Wexcombe" in str(record_of(door, talk)["people"])
    return talk


def _asked_for_help(door: FrontDoor) -> Talk:
    who = persona("family")
    talk = begin(door, who)
    go_on(talk, who)
    assert "Quillon" in str(record_of(door, talk)["people"])
    return talk


def _half_told(door: FrontDoor) -> Talk:
    household = "Idris Orrinsby, 44, father. Neve Maddox-Vane, 12, daughter."
    who = persona("case-two-kingston-richmond", household=household, contact="Ring 07700 900789 at noon.")
    talk = begin(door, who)
    go_on(talk, who, until="agencies")
    return talk


def _decided(door: FrontDoor, talk: Talk) -> None:
    """A coordinator opens it and asks something back; the mail that says so goes out."""
    coordinator = door.account(COORDINATOR)
    before = set((door.data / "mail").glob("*.eml"))
    version = coordinator.get(f"/api/nominations/{talk.reference}").json()["version"]
    body = {"kind": "ask", "reason": f"{DECIDED}. What did she say?", "version": version}
    assert coordinator.post(f"/api/nominations/{talk.reference}/decisions", body).status_code == 201
    _wait_until(lambda: bool(set((door.data / "mail").glob("*.eml")) - before), "no mail went out")


def _have_it_read(door: FrontDoor, *references: str | None) -> None:
    for reference in references:
        assert door.account(COORDINATOR).get(f"/api/nominations/{reference}").status_code == 200
    door.account("duty@demo.example").get("/api/alerts")


def _backed_up(door: Kept) -> Path:
    told = door.typed("backup")
    named = re.match(r"(\S+) holds \d+ rows", told)
    assert named, told
    return Path(named[1])


def _erased_while_the_backend_is_away(door: Kept, talk: Talk) -> str:
    """Danger told in the family's own talk while the backend hangs; the family is erased before it is handed over."""
    with door.hanging("backend"):
        replies = talk.account.post(
            "/api/chat/messages",
            {"conversation": talk.conversation, "text": f"Tavin Wexcombe hit her, he has a gun, {SPOOLED}"},
        ).json()
        assert any(reply.get("custom", {}).get("safety") == "immediate" for reply in replies)
        assert list((door.data / "spool").glob("*.sealed"))
        assert in_files(door.data, [SPOOLED, *AGENCY]) == []
        door.typed("erase", str(talk.reference), "--reason", "asked-for")
    return str(door.wait_for_alert(SPOOLED)["id"])


def _taken_back(talk: Talk) -> None:
    replies = talk.say("I want to withdraw this")
    assert any(reply.get("custom", {}).get("confirm") == "withdraw" for reply in replies), talk.transcript
    talk.say("Yes")
    assert talk.outcome in ("withdrawn", "stopped_no_consent"), talk.transcript


def _as_people_see_it(door: FrontDoor, *talks: Talk) -> None:
    """What is left on a coordinator's screen: that there was a nomination."""
    coordinator = door.account(COORDINATOR)
    for talk in talks:
        page = coordinator.get(f"/api/nominations/{talk.reference}")
        assert page.json()["status"] == "withdrawn"
        assert not [words for words in PLANTED if words.lower() in page.text.lower()]
    listed = httpx.get(f"{door.url}/api/nominations", headers=coordinator.headers, timeout=30).text
    assert not [words for words in PLANTED if words.lower() in listed.lower()]


def _ring(door: Kept) -> Keyring:
    return Settings.from_environment(door.environment()).keyring


def _where(door: Kept, planted: list[str], address: str | None = None) -> list[Found]:
    engine = make_engine(address or door.address)
    try:
        return readable(engine, _ring(door), planted)
    finally:
        engine.dispose()


def _wrapped_keys(door: Kept) -> dict[str, bytes]:
    """The wrapped keys of all families and talks so far, but for those of alerts and of accounts to sign in with."""
    engine = make_engine(door.address)
    with session_factory(engine, _ring(door))() as db:
        accounts = select(Account.own_key_id).where(Account.own_key_id.is_not(None))
        others = DataKey.id.not_in(select(Alert.data_key_id)) & DataKey.id.not_in(accounts)
        rows = db.scalars(select(DataKey).where(others))
        keys = {row.id: row.wrapped for row in rows if row.wrapped}
    engine.dispose()
    return keys


def _living(door: Kept) -> set[str]:
    """Ids of the keys in the key file."""
    keys = read_key_file(door.backups / KEY_FILE, _ring(door))
    return {str(row["id"]) for row in keys.tables["data_keys"]}


def _wait_until(holds: Callable[[], bool], otherwise: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, otherwise
        time.sleep(0.25)
