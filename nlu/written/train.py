"""``python -m nlu.written.train``: count the table of languages, learn danger in four of them; a few seconds."""

from __future__ import annotations

from nlu.written.danger import MODEL_FILE, train_danger
from nlu.written.table import TABLE_FILE, make_table
from nlu.written.texts import counts_of_texts, together


def main() -> None:
    """Count everything that was not kept aside, and learn from what is labelled of it."""
    make_table(together(counts_of_texts().values())).save(TABLE_FILE)
    train_danger().save(MODEL_FILE)


if __name__ == "__main__":
    main()
