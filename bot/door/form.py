"""The fields of a form, bounded, with the body they came in."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from bot.door.body import NotTakenError, whole_body

MOST_FIELDS = 20


async def form_of(request: Request) -> tuple[FormData, bytes]:
    """The fields of a form and its body. Raises NotTakenError for what is too large, too slow, or holds a file."""
    body = await whole_body(request)

    async def again() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    # Without the application in its scope, the framework tells a wrong form as an error and not as an answer.
    scope = {name: value for name, value in request.scope.items() if name != "app"}
    try:
        form = await Request(scope, again).form(max_files=0, max_fields=MOST_FIELDS, max_part_size=len(body) + 1)
    except (MultiPartException, KeyError, ValueError):
        raise NotTakenError(body) from None
    if body.strip() and not form:
        raise NotTakenError(body)
    return form, body


def field(form: FormData, name: str) -> str | None:
    """The words of a field; None where it is empty or holds no words."""
    value = form.get(name)
    return value if isinstance(value, str) and value else None
