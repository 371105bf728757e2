"""The two families at the end of the Kingston and Richmond paper, told in our own words, are read as they were."""

from nlu.reader import Reader

FIRST = (
    "There are mum, dad and two children aged between 13 and 18. Social services have known them for around sixteen "
    "years and the case was stepped down to Early Help eleven months ago. In the past both parents used heroin and "
    "alcohol. Dad has now been sober for about five years; mum has only just finished rehab. Dad was in trouble with "
    "the police as a young man and a recent incident with a neighbour may lead to custody. The 14 year old son has a "
    "diagnosis of ADHD. What worries us most is anti-social behaviour by both children and that they are not attending "
    "school."
)
SECOND = (
    "Mum is on her own with four children between 6 and 18. The family has been known to social services for ten "
    "years, and the two oldest were on child in need plans and did fairly badly at school. She went through domestic "
    "violence with previous partners and has acute mental health concerns. Mum has been arrested several times for "
    "possession with intent to supply. The eldest son has been involved in antisocial behaviour and was arrested for "
    "cannabis possession. She is having issues with her finances and worries about keeping up with household payments."
)


def test_first_family(reader: Reader) -> None:
    reading = reader.read(FIRST)
    assert reading.needs == {
        "children_need_help": "asserted",
        # Dad sober for years, mum just out of rehab: a completed treatment is history (nlu/corpora/clauses/README.md).
        "substance_misuse": "historical",
        "crime_asb": "asserted",
        "ehcp_autism_adhd": "uncertain",
        "education": "asserted",
    }
    sober = [m for m in reading.mentions if m.person == "dad" and m.need == "substance_misuse"]
    assert {m.status for m in sober} == {"historical"}
    assert reading.safety.level == "none"


def test_second_family(reader: Reader) -> None:
    reading = reader.read(SECOND)
    assert "education" not in reading.needs
    assert reading.needs["domestic_abuse"] == "historical"
    asserted = {m.indicator for m in reading.mentions if m.status == "asserted"}
    assert {"adult_offence", "youth_offence", "parent_mental_health", "financial_exclusion"} <= asserted
    assert "rent_arrears" not in asserted
    assert reading.safety.level == "none"


def test_one_dangerous_sentence_is_not_hidden_by_a_story(reader: Reader) -> None:
    reading = reader.read(SECOND + " He is outside the house with a knife right now. " + FIRST)
    assert reading.safety.level == "immediate"
    assert "weapon" in reading.safety.reasons
