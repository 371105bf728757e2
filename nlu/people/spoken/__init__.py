"""Answers and family members in the languages that families may talk in: a file each, ``<code>.yml``.

Only what an answer to one of our questions needs: yes and no, who is who, and how old. Facts are read in English.
"""

from nlu.people.spoken.answers import is_set_phrase, read_spoken_answer
from nlu.people.spoken.gloss import in_english, only_lists_people
from nlu.people.spoken.words import SPOKEN

__all__ = ["SPOKEN", "in_english", "is_set_phrase", "only_lists_people", "read_spoken_answer"]
