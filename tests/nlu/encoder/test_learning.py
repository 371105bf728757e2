"""The slopes that the encoder learns by, against differences; that the same texts teach the same, and do teach."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nlu.encoder import layers, pretrained
from nlu.encoder.examples import Example, example_of, joined, labels
from nlu.encoder.learning import learn
from nlu.encoder.network import FROZEN, STATUSES, Network, fresh, run
from nlu.encoder.pretrained import Array
from nlu.encoder.train import train


def _text(text: str, indicator: str, status: str, words: str) -> dict[str, Any]:
    return {"text": text, "mentions": [{"indicator": indicator, "status": status, "words": words}]}


TEXTS: tuple[dict[str, Any], ...] = (
    _text("He has been excluded twice.", "fixed_term_exclusion", "asserted", "excluded twice"),
    _text("She used to drink.", "parent_substance_misuse", "historical", "drink"),
    _text("No arrears.", "rent_arrears", "negated", "arrears"),
    {"text": "Thank you for the hamper", "mentions": []},
    {"text": "he has a knife at her throat", "safety": "immediate"},
    {"text": "knife and fork", "safety": "none"},
)


@pytest.fixture
def examples() -> list[Example]:
    return [example_of(text) for text in TEXTS]


@pytest.fixture
def network() -> Network:
    made = fresh(len(labels()), 1)
    chance = np.random.default_rng(0)
    for name, weights in made.heads.items():
        made.heads[name] = weights + (chance.standard_normal(weights.shape) * 0.05).astype(np.float32)
    return Network(made.layers[: FROZEN + 2], made.heads)


def test_slopes_are_those_that_differences_show(
    examples: list[Example], network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "_dropped", lambda x, *_: (x, None))
    chance = np.random.default_rng(0)
    _, heads, upper = learn(network, examples, chance)
    weights = [(network.heads[name], slope) for name, slope in heads.items()]
    weights += [(network.layers[FROZEN + at][n], slope) for at, group in enumerate(upper) for n, slope in group.items()]
    assert len(weights) == 13 + 2 * 12
    for weight, slope in weights:
        steepest = np.unravel_index(int(np.argmax(np.abs(slope))), slope.shape)
        kept, step = weight[steepest], np.float32(0.01)
        losses = []
        for sign in (1, -1):
            weight[steepest] = kept + sign * step
            losses.append(learn(network, examples, chance)[0])
        weight[steepest] = kept
        assert (losses[0] - losses[1]) / (2 * step) == pytest.approx(slope[steepest], rel=0.03, abs=2e-5)


def test_the_same_texts_teach_the_same_and_do_teach(examples: list[Example]) -> None:
    first, second = train(examples * 6, epochs=6), train(examples * 6, epochs=6)
    for name, weights in first.heads.items():
        assert np.array_equal(weights, second.heads[name]), name
    output, _ = run(first, [example.pieces for example in examples])
    chance = {label: output.mentioned[:, number] for number, label in enumerate(labels())}
    assert int(np.argmax(chance["education"])) == 0
    assert int(np.argmax(chance["substance_misuse"])) == 1
    assert int(np.argmax(chance["housing"])) == 2
    assert output.danger[4, 3] > output.danger[5, 3]


def test_two_texts_read_together_keep_their_labels_and_words(examples: list[Example]) -> None:
    both = joined(examples[0], examples[2])
    pieces = pretrained.tokenizer().encode("He has been excluded twice. No arrears.").ids
    assert both.pieces == pieces
    arrears = labels().index("rent_arrears")
    assert STATUSES[both.status[arrears]] == "negated"
    assert [pretrained.tokenizer().id_to_token(pieces[at]) for at in both.words[arrears]] == ["ar", "##rea", "##rs"]


def test_a_changed_file_of_weights_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pretrained.HASHES, "model.safetensors", "0" * 64)
    with pytest.raises(pretrained.NoEncoderError, match="not the file"):
        pretrained._file("model.safetensors")


def test_similar_sentences_lie_near_one_another_before_any_training() -> None:
    """The layers compute what the pretrained encoder was made to compute: nearness of meaning."""
    network = fresh(1, 0)
    texts = ("he was sent home from school", "the boy got excluded", "the rent has not been paid")
    tokens = [pretrained.tokenizer().encode(text).ids for text in texts]
    means: list[Array] = [run(network, [ids])[1].pieces[0].mean(0) for ids in tokens]
    unit = [mean / np.linalg.norm(mean) for mean in means]
    assert unit[0] @ unit[1] > unit[0] @ unit[2] + 0.1


def test_every_training_text_has_its_words_in_sight() -> None:
    """Words that could not be found in the pieces would teach nothing of where to look."""
    line = json.loads(
        (Path(__file__).parents[3] / "nlu/corpora/clauses/forms.jsonl").read_text(encoding="utf-8").splitlines()[0]
    )
    example = example_of(line)
    assert example.status
    assert all(example.words[label] for label in example.status)
