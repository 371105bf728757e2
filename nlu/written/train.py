"""``python -m nlu.written.train``: count the table of languages and write it to ``model/``. A few seconds."""

from __future__ import annotations

from nlu.written.table import TABLE_FILE, make_table
from nlu.written.texts import counts_of_texts, together


def main() -> None:
    """Count everything that was not kept aside."""
    make_table(together(counts_of_texts().values())).save(TABLE_FILE)


if __name__ == "__main__":
    main()
