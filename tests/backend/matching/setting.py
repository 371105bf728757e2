"""Sets the weights: ``python -m tests.backend.matching.setting`` prints what each agreement weighs by seeded families.

Families with the noise for setting, by another seed than those on which weights are judged. m is how often a thing
agrees so between two tellings of one person or household, u how often between those of two that are not one.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from backend.matching.comparing import compare_people
from backend.matching.reasons import Reason
from tests.backend.matching.families_seeded import Seeded, seeded
from tests.backend.matching.measured import Measured, score

FAMILIES, SEED = 4_000, 1969
_LEAST = 0.5
"""Added to each count, so that what was never seen is rare and not impossible."""
Counts = defaultdict[str, Counter[str]]


def count(reasons: Iterable[Reason], into: Counts) -> None:
    for reason in reasons:
        if reason.level != "unknown":
            into[reason.thing][reason.level] += 1


def people_of_one_family(made: Seeded, measured: Measured) -> Iterator[tuple[Reason, ...]]:
    """Each person who was told of twice, with themselves."""
    for one, other in made.pairs("same"):
        for a, first in zip(made.ids[one], measured.households[one].people, strict=True):
            for b, second in zip(made.ids[other], measured.households[other].people, strict=True):
                if a == b:
                    yield compare_people(first, second)


def strangers(measured: Measured, chance: random.Random) -> Iterator[tuple[Reason, ...]]:
    """People of households drawn by chance, grown-ups with grown-ups and children with children."""
    for _ in range(200_000):
        one, other = chance.sample(measured.households, 2)
        first, second = chance.choice(one.people), chance.choice(other.people)
        if first.role == second.role:
            yield compare_people(first, second)


def table(same: Counts, apart: Counts) -> Iterator[str]:
    for thing, levels in same.items():
        alike, unlike = levels.total(), apart[thing].total()
        for level in sorted({*levels, *apart[thing]}):
            m = (levels[level] + _LEAST) / (alike + _LEAST)
            u = (apart[thing][level] + _LEAST) / (unlike + _LEAST)
            yield f"{thing:<12}{level:<12} m {m:8.5f}  u {u:8.5f}  weight {math.log2(m / u):6.2f}  n {levels[level]}"


def main() -> None:
    made = seeded(FAMILIES, SEED, "setting")
    measured = Measured(made)
    chance = random.Random(SEED)  # noqa: S311
    same, apart = Counts(Counter), Counts(Counter)
    for reasons in people_of_one_family(made, measured):
        count(reasons, same)
    for reasons in strangers(measured, chance):
        count(reasons, apart)
    true = made.pairs("same")
    count((r for p in true if p in measured.compared for r in measured.compared[p].reasons), same)
    count((r for p, each in measured.compared.items() if p not in true for r in each.reasons), apart)
    print("\n".join(table(same, apart)))
    print(measured.candidates, measured.same, measured.same.precision, measured.same.recall)
    print(measured.related, measured.related.precision, measured.related.recall)
    for least in range(16, 34, 2):
        kept = {p for p, each in measured.compared.items() if each.finding == "same" and each.weight >= least}
        at = score(kept, true)
        print(f"same_family {least}: precision {at.precision:.3f} recall {at.recall:.3f}")


if __name__ == "__main__":
    main()
