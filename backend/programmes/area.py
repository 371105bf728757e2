"""Which programme covers an address, by its postcode district (``TN13`` of ``TN13 1AA``)."""

from __future__ import annotations

import re

from backend.programmes.loader import load_programmes
from backend.programmes.model import Programme

_DISTRICT = r"([A-Z]{1,2}[0-9][0-9A-Z]?)"
_POSTCODE = re.compile(_DISTRICT + r"[0-9][A-Z]{2}")


def postcode_district(postcode: str | None) -> str | None:
    """The district of a postcode, or None where this is not one. ``tn131aa``, ``TN13 1AA`` and ``TN13`` are."""
    squeezed = re.sub(r"\s", "", postcode or "").upper()
    match = _POSTCODE.fullmatch(squeezed) or re.fullmatch(_DISTRICT, squeezed)
    return match[1] if match else None


def postcode_sector(postcode: str | None) -> str | None:
    """The sector of a whole postcode (``S66 8`` of ``S66 8AB``), or None where this is not one."""
    squeezed = re.sub(r"\s", "", postcode or "").upper()
    match = _POSTCODE.fullmatch(squeezed)
    return f"{match[1]} {squeezed[-3]}" if match else None


def covers(programme: Programme, postcode: str | None) -> bool | None:
    """Whether families at this postcode live in the programme's area.

    None: it cannot be told, because there is no usable postcode, its district reaches into another council, or the
    programme's districts are still to be configured.
    """
    district = postcode_district(postcode)
    if district is None or programme.area.placeholder or district in programme.area.shared:
        return None
    return district in programme.area.postcodes


def programmes_at(postcode: str | None) -> tuple[Programme, ...]:
    """The programmes whose area has this postcode, or shares its district: whose door may be the right one."""
    district = postcode_district(postcode)
    if district is None:
        return ()
    known = (programme for _, programme in sorted(load_programmes().items()))
    return tuple(each for each in known if district in each.area.postcodes | each.area.shared)


def programme_for_postcode(postcode: str | None) -> Programme | None:
    """The programme whose area has this postcode; one that only shares its district where no other has it whole."""
    district = postcode_district(postcode)
    if district is None:
        return None
    programmes = load_programmes().values()
    whole = [programme for programme in programmes if district in programme.area.postcodes]
    shared = [programme for programme in programmes if district in programme.area.shared]
    found = whole or shared
    # Two that share a district: which of them it is takes the address, so neither is named.
    return found[0] if len(found) == 1 else None


def right_door(programme: Programme, postcode: str | None) -> str:
    """Whose door is the right one for a postcode outside a programme's area, in a sentence.

    The programme that covers it, where there is one here; else the family's own council. Nothing is passed on by it.
    """
    said: dict[str, str] = programme.data["signposting"]
    there = programme_for_postcode(postcode)
    if there is None or there.code == programme.code:
        return said["own_council"]
    return said["elsewhere"].format(programme=there.family_name, area=there.area.name)
