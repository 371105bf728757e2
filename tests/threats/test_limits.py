"""Floods: nobody is buried, nobody else is shut out, and danger is answered and passed on all the same."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml

from backend.limits import AccountLimits, NoFiles, TooNested, TooOften, check_json
from bot.door import limits
from tests.backend.serving import SERVICE, bearer
from tests.browser.house import House
from tests.door.stubs import TOKEN, Product, product
from tests.threats.conftest import Backend, csrf_in

DANGER = "he is going to kill me, he is at the door"
FIGURES = limits.figures()
OF = {entry["kind"]: entry for entry in FIGURES["strangers"]}
MINUTE = 60.0


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Product]:
    """A door that counts as it does in earnest, with a backend that recognises one token."""
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "here@1.yml").write_text(
        "code: here\nemergency:\n  safeguarding_hub: {name: Hub, number: '01632 960001'}\n"
    )
    with product(tmp_path / "data", folder) as running:
        yield running


def messages(door: Product, count: int, token: str | None = None) -> list[httpx.Response]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with httpx.Client(base_url=door.url, headers=headers, timeout=30) as client:
        body = {"conversation": "c1", "text": "good morning"}
        return [client.post("/api/chat/messages", json=body) for _ in range(count)]


def flood(door: Product) -> list[httpx.Response]:
    """Messages from nobody known until one is refused; on a slow machine some more are forgiven meanwhile."""
    answers: list[httpx.Response] = []
    while len(answers) < 4 * OF["messages"]["burst"]:
        answers += messages(door, 1)
        if answers[-1].status_code == 429:
            break
    return answers


def test_a_flood_of_messages_from_nobody_known_is_stopped_with_how_long_to_wait(door: Product) -> None:
    answers = flood(door)
    assert {answer.status_code for answer in answers[:-1]} == {401}
    assert len(answers) > OF["messages"]["burst"]
    assert answers[-1].status_code == 429
    told = answers[-1].json()["error"]
    assert told["code"] == "too_many"
    assert 0 < int(answers[-1].headers["retry-after"]) <= MINUTE
    assert "try again in" in told["message"]
    assert "999" in told["message"]


def test_danger_from_somebody_who_is_limited_is_answered_and_reaches_the_duty_list(door: Product) -> None:
    flood(door)
    answer = door.post({"conversation": "c1", "text": DANGER})
    assert answer.status_code == 200
    assert "999" in answer.json()[0]["text"]
    assert "sending what you wrote" in answer.json()[0]["text"]
    assert [alert["text"] for alert in door.backend.alerts.values()] == [DANGER]


def test_a_flood_of_strangers_shuts_out_nobody_who_is_signed_in_at_the_same_address(door: Product) -> None:
    assert door.say("good morning").status_code == 200
    assert flood(door)[-1].status_code == 429
    assert [answer.status_code for answer in messages(door, 3, TOKEN)] == [200] * 3


def test_an_invented_sign_in_is_a_strangers_for_each_new_invention(door: Product) -> None:
    with httpx.Client(base_url=door.url, timeout=30) as client:
        body = {"conversation": "c1", "text": "good morning"}
        answers = [
            client.post("/api/chat/messages", json=body, headers={"Authorization": f"Bearer invented-{number}"})
            for number in range(2 * OF["messages"]["burst"])
        ]
    assert 429 in {answer.status_code for answer in answers}


def test_the_page_keeps_what_was_typed_when_it_was_too_much(door: Product) -> None:
    flood(door)
    form = {"text": "My <long> story", "csrf": "form-token", "delivery": "d"}
    sent = (httpx.post(f"{door.url}/chat", data=form) for _ in range(20))
    page = next(answer for answer in sent if answer.status_code == 429)
    assert page.status_code == 429
    assert int(page.headers["retry-after"]) > 0
    assert "My &lt;long&gt; story" in page.text
    assert 'value="form-token"' in page.text


def test_other_requests_of_strangers_have_an_end_and_the_danger_page_has_none(door: Product) -> None:
    with httpx.Client(base_url=door.url, headers={"Accept": "text/html"}) as client:
        burst = OF["sign-in"]["burst"]
        answers = [client.post("/sign-in", data={}).status_code for _ in range(burst + 60)]
        assert set(answers[:burst]) == {200}
        assert 429 in answers[burst:]
        assert client.get("/sign-in").status_code == 200
        page = client.post("/danger", data={"text": DANGER})
    assert page.status_code == 200
    assert "999" in page.text
    assert len(door.backend.alerts) == 1


def test_when_even_looking_is_too_much_the_danger_page_is_the_doors_own() -> None:
    now = [0.0]
    counted = limits.Limits(demo=False, clock=lambda: now[0])
    reads = OF["reads"]["burst"]
    assert [counted.take("GET", "/", None, "192.0.2.1") for _ in range(reads)] == [0] * reads
    wait = counted.take("GET", "/queue", None, "192.0.2.1")
    assert wait > 0
    assert counted.take("GET", "/queue", None, "192.0.2.2") == 0
    now[0] += wait
    assert counted.take("GET", "/queue", None, "192.0.2.1") == 0


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_who_counts_as_one_address(one: str, other: str, together: bool) -> None:
    assert (limits.network_of(one) == limits.network_of(other)) is together


def test_what_is_counted_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_COUNTED", 100)
    allowance = limits.Allowance(burst=5, a_minute=5, clock=lambda: 0.0)
    for number in range(1_000):
        assert allowance.take(f"address {number}") == 0
    assert len(allowance._paid_until) <= 100


def test_a_school_behind_one_address_comes_in_on_one_morning() -> None:
    """150 people arrive within two minutes: start page, sign-in page, its files, one wrong password each."""
    now = [0.0]
    counted = limits.Limits(demo=False, clock=lambda: now[0])
    refused = 0
    for person in range(150):
        now[0] = person * 0.8
        for method, path in [
            ("GET", "/"),
            ("GET", "/sign-in"),
            ("POST", "/sign-in"),
            ("POST", "/sign-in"),
            ("GET", "/"),
        ]:
            refused += bool(counted.take(method, path, None, "192.0.2.1"))
        refused += sum(bool(counted.take("GET", f"/static/{n}.js", None, "192.0.2.1")) for n in range(8))
    assert refused == 0


def test_a_signed_in_flood_cannot_bury_the_duty_list_and_is_told_so(door: Product) -> None:
    assert door.say("good morning").status_code == 200
    each = FIGURES["alerts"]["signed_in"]["each"]
    texts = [door.say(f"{DANGER} {number}").json()[0]["text"] for number in range(each + 2)]
    assert all("999" in text for text in texts)
    assert len(door.backend.alerts) == each
    assert "sending what you wrote" in texts[each - 1]
    assert "could not pass your message on" in texts[-1]


def test_worries_use_up_nothing_of_what_is_there_for_danger(door: Product) -> None:
    for number in range(FIGURES["alerts"]["concerns"]["each"] + 1):
        door.say(f"there was a bruise on his arm {number}")
    before = len(door.backend.alerts)
    assert "sending what you wrote" in door.say(DANGER).json()[0]["text"]
    assert len(door.backend.alerts) == before + 1


def test_messages_that_queue_to_be_read_hold_up_nobody_else(door: Product) -> None:
    """One address sends more than is read; it is told of 999 at once, and another's danger does not wait behind it."""
    door.say("good morning")
    overlong = {"conversation": "c1", "text": "a story. " * 20_000}
    most = FIGURES["waiting_to_be_read"]
    answers: list[httpx.Response] = []
    threads = [threading.Thread(target=lambda: answers.append(door.post(overlong))) for _ in range(most + 10)]
    for thread in threads:
        thread.start()
    began = time.monotonic()
    assert "999" in door.say(DANGER).json()[0]["text"]
    assert time.monotonic() - began < 5
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} <= {413, 422, 429}
    assert all("999" in answer.text for answer in answers if answer.status_code == 429)


def test_an_account_is_counted_however_often_it_is_signed_in() -> None:
    now = [0.0]
    counted = AccountLimits(demo=False, clock=lambda: now[0])
    for _ in range(60):
        counted.take("messages", "priya")
    with pytest.raises(TooOften) as refusal:
        counted.take("messages", "priya")
    assert refusal.value.retry_after == 2
    counted.take("messages", "sam")
    counted.take("danger", "priya")
    now[0] = 2.0
    counted.take("messages", "priya")


@pytest.mark.parametrize(
    ("method", "route", "kind"),
    [
        ("GET", "/queue", "reads"),
        ("POST", "/nominations/{reference}", "changes"),
        ("GET", "/audit.csv", "exports"),
        ("POST", "/nominations/{reference}/copy", "exports"),
    ],
)
def test_what_counts_as_what(method: str, route: str, kind: str) -> None:
    figures = yaml.safe_load((Path(limits.__file__).parents[2] / "backend/limits/figures.yml").read_text())
    counted = AccountLimits(demo=False, clock=lambda: 0.0)
    for _ in range(figures["kinds"][kind]["burst"]):
        counted.request("priya", method, route)
    with pytest.raises(TooOften):
        counted.request("priya", method, route)


@pytest.fixture
def strict(backend: Backend) -> Iterator[Backend]:
    """The backend counting as it does in earnest."""
    before = backend.application.state.limits
    backend.application.state.limits = AccountLimits(demo=False)
    yield backend
    backend.application.state.limits = before


def test_reading_too_much_is_told_in_plain_words(strict: Backend) -> None:
    headers = bearer(strict.origin, "coordinator")
    with httpx.Client(base_url=strict.origin, headers=headers) as client:
        answer = next(a for _ in range(400) if (a := client.get("/api/programmes")).status_code != 200)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert "Try again in 1 second" in answer.json()["error"]["message"]


def test_a_form_that_was_too_much_is_given_back_with_what_was_typed(strict: Backend) -> None:
    with strict.browser("coordinator@demo.example", "front-door-demo") as browser:
        csrf = csrf_in(browser.get("/duty").text)
        note = "I rang the school.\n<b>They</b> will ring back."
        form = {"csrf": csrf, "note": note, "password": "never again"}
        page = next(a for _ in range(100) if (a := browser.post("/duty/none", data=form)).status_code != 404)
    assert page.status_code == 429
    assert int(page.headers["retry-after"]) >= 1
    assert "They" in page.text
    assert "<b>They</b>" not in page.text
    assert 'action="/duty/none"' in page.text
    assert csrf in page.text
    assert "never again" not in page.text
    assert "999" in page.text


_numbers = itertools.count()


def message(origin: str, token: dict[str, str], conversation: str, level: str = "none") -> httpx.Response:
    body = {
        "credential": {"kind": "bearer", "value": token["Authorization"].removeprefix("Bearer ")},
        "conversation": conversation,
        "text": f"something {next(_numbers)}",
        "reading": {"safety": {"level": level, "reasons": [], "words": []}},
    }
    return httpx.post(f"{origin}/internal/messages", json=body, headers=SERVICE)


def test_new_conversations_have_an_end_and_danger_is_kept_beyond_it(strict: Backend) -> None:
    token = bearer(strict.origin, "nominator")
    answers = [message(strict.origin, token, f"conversation {number}").status_code for number in range(21)]
    assert answers == [200] * 20 + [429]
    assert message(strict.origin, token, "conversation 0").status_code == 200
    assert message(strict.origin, token, "another", "immediate").status_code == 200


def test_too_many_messages_are_refused_and_danger_among_them_is_kept(strict: Backend) -> None:
    token = bearer(strict.origin, "nominator")
    taken = 0
    while taken < 200 and message(strict.origin, token, "one talk").status_code == 200:
        taken += 1
    assert 60 <= taken < 200
    assert message(strict.origin, token, "one talk", "immediate").status_code == 200


def test_the_doors_private_word_about_a_sign_in_goes_no_further(house: House) -> None:
    token = bearer(house.origin, "coordinator")
    assert httpx.get(f"{house.backend}/api/programmes", headers=token).headers["x-front-door-signed-in"] == "yes"
    assert "x-front-door-signed-in" not in httpx.get(f"{house.origin}/api/programmes", headers=token).headers
    invented = httpx.get(f"{house.backend}/privacy", headers={"Authorization": "Bearer invented"})
    assert "x-front-door-signed-in" not in invented.headers


@pytest.mark.parametrize(
    "body", [b"[" * 33, b'{"a":' * 40, b'{"a": "\\"", "b": ' + b"[" * 33], ids=["list", "object", "after a text"]
)
def test_nesting_without_end_is_refused(body: bytes) -> None:
    with pytest.raises(TooNested):
        check_json(body)


def test_brackets_in_a_text_are_words() -> None:
    check_json(b'{"text": "' + b"[{" * 5_000 + b'\\"' + b"," * 30_000 + b'"}')


@pytest.mark.parametrize(
    "body", [b"[" * 200_000, b'{"a":' * 50_000, b"[" + b"1," * 120_000 + b"1]", b'"' * 250_000, b"9" * 200_000]
)
def test_a_body_made_to_be_costly_costs_little_and_is_refused(backend: Backend, body: bytes) -> None:
    headers = {**bearer(backend.origin, "coordinator"), "Content-Type": "application/json"}
    began = time.monotonic()
    answer = httpx.post(f"{backend.origin}/api/alerts/x/acknowledgement", content=body, headers=headers)
    assert time.monotonic() - began < 2
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] in ("too_nested", "invalid")


def test_files_are_refused_everywhere(backend: Backend) -> None:
    file = {"file": ("evidence.pdf", b"%PDF", "application/pdf")}
    for path in ("/api/token", "/sign-in", "/nominations/FD-22222222"):
        answer = httpx.post(f"{backend.origin}{path}", files=file)
        assert answer.status_code == NoFiles.status
    assert "cannot take files" in answer.text
