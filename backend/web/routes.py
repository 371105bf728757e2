"""All pages."""

from __future__ import annotations

from fastapi import APIRouter

from backend.web import (
    account_page,
    accounts_page,
    agree_page,
    assets,
    audit_page,
    chat_page,
    compare_page,
    conversation_page,
    copy_page,
    duty_page,
    family_page,
    find_page,
    holds_page,
    invitation_page,
    nomination_page,
    own_page,
    own_requests_page,
    owner_page,
    private_page,
    provider_pages,
    public_pages,
    queue_page,
    recover_page,
    retention_page,
    rights_page,
    second_factor_page,
    start_page,
    steps_page,
)

router = APIRouter()
for part in (
    assets,
    public_pages,
    start_page,
    chat_page,
    own_page,
    queue_page,
    conversation_page,
    nomination_page,
    steps_page,
    owner_page,
    compare_page,
    family_page,
    find_page,
    duty_page,
    audit_page,
    provider_pages,
    recover_page,
    agree_page,
    private_page,
    invitation_page,
    account_page,
    second_factor_page,
    accounts_page,
    copy_page,
    holds_page,
    own_requests_page,
    retention_page,
    rights_page,
):
    router.include_router(part.router)
