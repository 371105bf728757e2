"""``python -m nlu.learned.train``: train the second opinion and write it to ``model/``."""

from __future__ import annotations

from nlu.learned.features import features_of
from nlu.learned.model import MODEL_FILE, train
from nlu.learned.texts import QUESTIONS, load_texts, training_files
from nlu.plain import to_plain


def main() -> None:
    """Train on everything that was not kept aside."""
    texts = load_texts(training_files())
    train(texts, [features_of(to_plain(text.text).text) for text in texts], QUESTIONS).save(MODEL_FILE)


if __name__ == "__main__":
    main()
