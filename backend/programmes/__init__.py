"""Policy as data: a file for each programme and version, its schema and its loader."""

from backend.programmes.area import covers, programme_for_postcode, right_door
from backend.programmes.loader import load_programme, load_programmes, read_programme
from backend.programmes.model import Criterion, Programme, Stream
from backend.programmes.problems import ProgrammeInvalid, UnknownProgramme
from backend.programmes.view import interview_view
from backend.programmes.vocabulary import Indicator, indicators, needs, topics

__all__ = [
    "Criterion",
    "Indicator",
    "Programme",
    "ProgrammeInvalid",
    "Stream",
    "UnknownProgramme",
    "covers",
    "indicators",
    "interview_view",
    "load_programme",
    "load_programmes",
    "needs",
    "programme_for_postcode",
    "read_programme",
    "right_door",
    "topics",
]
