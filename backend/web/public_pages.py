"""Pages that anybody may read: danger, privacy, cookies, accessibility."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from backend.access import public
from backend.programmes import load_programmes
from backend.web.emergency import areas
from backend.web.templates import render

router = APIRouter(include_in_schema=False)


@router.get("/danger", dependencies=[Depends(public("nobody in danger should have to sign in"))])
def danger_page(request: Request) -> Response:
    """Numbers to ring, and a form whose answer comes from the door."""
    return render(request, "danger.html", areas=areas(), programmes=_programme_options())


@router.get("/privacy", dependencies=[Depends(public("people read it before they decide to sign in"))])
def privacy_page(request: Request) -> Response:
    """What happens with what people tell us."""
    return render(request, "privacy.html")


@router.get("/cookies", dependencies=[Depends(public("people read it before they decide to sign in"))])
def cookies_page(request: Request) -> Response:
    """Which cookies are set, and why none needs to be asked about."""
    return render(request, "cookies.html")


@router.get("/accessibility", dependencies=[Depends(public("people read it before they decide to sign in"))])
def accessibility_page(request: Request) -> Response:
    """How accessible the pages are and what to do where they are not."""
    return render(request, "accessibility.html")


def _programme_options() -> list[dict[str, str]]:
    known = sorted((programme.area.name, code) for code, programme in load_programmes().items())
    return [{"value": "", "text": "I do not know"}, *({"value": code, "text": name} for name, code in known)]
