"""What /openapi.json promises about a nomination is what comes."""

from __future__ import annotations

import httpx
import pytest

from backend.nominations.json_shape import NominationJson, OwnNominationJson
from tests.backend.threads.talking import Talk, signed_in


@pytest.mark.parametrize(
    ("who", "shape"), [("coordinator", NominationJson), ("nominator", OwnNominationJson)], ids=["whole", "own"]
)
def test_a_nomination_has_the_shape_that_is_described(
    origin: str, who: str, shape: type[NominationJson] | type[OwnNominationJson]
) -> None:
    talk = Talk(origin)
    reference = talk.nominated()
    talk.post(f"/internal/threads/{talk.thread}/additions", {"message": talk.last, "indicators": []})
    decision = {"kind": "ask", "reason": "Since when?", "version": 2}
    signed_in(origin, "coordinator").post(f"/api/nominations/{reference}/decisions", json=decision).raise_for_status()

    answer = signed_in(origin, who).get(f"/api/nominations/{reference}").json()

    shape.model_validate(answer)
    assert set(answer) == set(shape.model_fields)


def test_the_description_names_the_shapes_and_hides_the_routes_between_processes(origin: str) -> None:
    described = httpx.get(f"{origin}/openapi.json").json()
    assert {"NominationJson", "OwnNominationJson", "QueueRow", "NewDecision", "AlertRow"} <= set(
        described["components"]["schemas"]
    )
    assert not any(path.startswith("/internal") for path in described["paths"])
