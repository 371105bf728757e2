"""All pages."""

from __future__ import annotations

from fastapi import APIRouter

from backend.web import assets, chat_page, public_pages, start_page

router = APIRouter()
for part in (assets, public_pages, start_page, chat_page):
    router.include_router(part.router)
