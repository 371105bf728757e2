"""``python -m nlu.encoder.train``: from the pretrained encoder and the corpora to the reader's model, in some minutes.

The same texts on the same machine give the same weights: every chance has its seed. Progress goes to standard output.
``requirements/setup.sh`` runs it with an allocator that keeps memory between steps, which saves a third of the time.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt

from nlu.encoder.examples import Example, joined, labels, load_examples, training_files
from nlu.encoder.learning import learn
from nlu.encoder.model import MODEL_FILE, save, version_of
from nlu.encoder.network import Network, fresh
from nlu.encoder.optimiser import Optimiser

EPOCHS = 3
BATCH = 48
RATE = 2.5e-4
JOINED = 0.2
"""The share of examples that are read together with another one."""
SHORT = 16
"""Pieces of a text that is quickly learned."""
JOINED_LONGEST = 100
"""Pieces of two texts that are read together: longer ones are long enough by themselves."""
SEED = 20221122


def train(examples: list[Example], epochs: int = EPOCHS, seed: int = SEED) -> Network:
    """A network that has learned from the examples."""
    network = fresh(len(labels()), seed)
    chance = np.random.default_rng(seed)
    steps = sum(math.ceil(len(_of_round(examples, epoch)) / BATCH) for epoch in range(epochs))
    optimiser = Optimiser(network, RATE, steps)
    partners = _Partners([e for e in examples if e.labelled], [e for e in examples if e.danger is not None or e.calm])
    begun = time.monotonic()
    done = 0
    for epoch in range(epochs):
        losses = []
        mixed = [_mixed(example, partners, chance) for example in _of_round(examples, epoch)]
        for batch in batches(mixed, chance):
            losses.append(_step(network, optimiser, batch, chance))
            done += 1
            if done % 100 == 0:
                left = (time.monotonic() - begun) / done * (steps - done)
                click.echo(f"step {done} of {steps}, loss {np.mean(losses[-100:]):.4f}, {left:.0f} s to go")
        click.echo(f"round {epoch + 1} of {epochs}: loss {np.mean(losses):.4f}, {time.monotonic() - begun:.0f} s")
    return network


def _of_round(examples: list[Example], epoch: int) -> list[Example]:
    """All longer texts and all answers, and of the other short ones two thirds a round, in turn."""
    always = [len(e.pieces) > SHORT or e.meant is not None for e in examples]
    return [e for number, e in enumerate(examples) if always[number] or (number + epoch) % 3]


def batches(examples: list[Example], chance: np.random.Generator) -> list[list[Example]]:
    """All examples in batches of like length, in an order by chance."""
    order = chance.permutation(len(examples))
    made: list[npt.NDArray[np.int64]] = []
    for start in range(0, len(order), BATCH * 20):
        alike = sorted(order[start : start + BATCH * 20], key=lambda at: len(examples[at].pieces))
        made += [np.array(alike[at : at + BATCH]) for at in range(0, len(alike), BATCH)]
    return [[examples[at] for at in made[number]] for number in chance.permutation(len(made))]


@dataclass(frozen=True, slots=True)
class _Partners:
    """What a text may be joined with: those whose needs are known, and those whose danger is."""

    labelled: list[Example]
    judged: list[Example]


def _mixed(example: Example, partners: _Partners, chance: np.random.Generator) -> Example:
    if example.meant is not None or chance.random() >= JOINED:
        return example
    fitting = partners.labelled if example.labelled else partners.judged
    partner = fitting[int(chance.integers(len(fitting)))]
    together = len(example.pieces) + len(partner.pieces)
    if together > JOINED_LONGEST:
        return example
    return joined(example, partner) if chance.random() < 0.5 else joined(partner, example)


def _step(network: Network, optimiser: Optimiser, batch: list[Example], chance: np.random.Generator) -> float:
    loss, heads, layers = learn(network, batch, chance)
    optimiser.step(heads, layers)
    return loss


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=MODEL_FILE, help="Where to write the model.")
@click.option("--epochs", default=EPOCHS, help="How often each text is read.")
@click.option("--leave-out", multiple=True, help="A voice (file name without .jsonl) not to learn from.")
def main(out: Path, epochs: int, leave_out: tuple[str, ...]) -> None:
    """Train the reader's encoder."""
    files = [file for file in training_files() if file.stem not in leave_out]
    examples = load_examples(files)
    click.echo(f"{len(examples)} texts of {len(files)} files")
    version = version_of(files)
    save(train(examples, epochs), out, version)
    click.echo(f"written: {out.name}, {out.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
