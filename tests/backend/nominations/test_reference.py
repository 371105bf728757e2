import pytest

from backend.nominations.reference import new_reference, tidy_reference


def test_references_differ_and_survive_being_typed_by_hand() -> None:
    references = {new_reference() for _ in range(500)}
    assert len(references) == 500
    for reference in references:
        assert tidy_reference(f"  {reference.lower().replace('-', ' ')} ") == reference


@pytest.mark.parametrize("written", ["", "FD-", "FD-ABCDEFGH", "FD-2345678", "FD-234567890", "XX-23456789"])
def test_what_cannot_be_a_reference_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="eight letters or digits"):
        tidy_reference(written)
