"""All pages."""

from __future__ import annotations

from fastapi import APIRouter

from backend.web import (
    assets,
    chat_page,
    compare_page,
    duty_page,
    nomination_page,
    own_page,
    public_pages,
    queue_page,
    start_page,
)

router = APIRouter()
for part in (
    assets,
    public_pages,
    start_page,
    chat_page,
    own_page,
    queue_page,
    nomination_page,
    compare_page,
    duty_page,
):
    router.include_router(part.router)
