"""The organisation file: what a company may say of itself, and how a mistake in it is pointed out."""

from pathlib import Path

import pytest

from bot.organisation import Organisation, OrganisationError, read_organisation
from dialogs.company import Company, Tool

WHOLE = """
locale: fr
time_zone: Europe/Paris
fr_register: tu
channels: [general, sales]
tool_contact: the IT desk
coach_contact: Zoé
requires_review: true
managers: [m1]
catalogue:
  - name: The Hub
    category: qa_community
    audience: [internal, deskless]
    used_by: internal
    contact: Ali
  - {name: Ask!, category: ticketing, audience: outside}
  - {name: Films, category: video_call, audience: }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "acme.yaml"


def test_no_file_and_an_empty_file_say_nothing(file: Path) -> None:
    file.write_text("# nothing yet\n")
    assert read_organisation(None) == read_organisation(file) == Organisation()
    assert Organisation().company() == Company()


def test_whole_file_becomes_the_company_that_the_coach_knows(file: Path) -> None:
    file.write_text(WHOLE, encoding="utf-8")
    organisation = read_organisation(file)
    assert (organisation.locale, organisation.time_zone, organisation.managers) == ("fr", "Europe/Paris", ["m1"])
    company = organisation.company()
    assert company.tools[0] == Tool("The Hub", "qa_community", ("internal", "deskless"), ("internal",), "Ali")
    assert company.tools[1].available_to == ("outside",)
    assert company.tools[2].available_to, "without an audience, the one that the category is for"
    assert (company.channels, company.fr_register, company.requires_review) == (("general", "sales"), "tu", True)
    assert (company.tool_contact, company.coach_contact) == ("the IT desk", "Zoé")


def test_short_catalogue_is_category_and_name(file: Path) -> None:
    file.write_text("catalogue: {team_chat: Parley, archive: The Attic}\n")
    assert [(t.name, t.category) for t in read_organisation(file).company().tools] == [
        ("Parley", "team_chat"),
        ("The Attic", "archive"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: [", "is not valid YAML: expected the node content, but found '<stream end>', line 1, column 5."),
        ("a: b: c", "is not valid YAML: mapping values are not allowed here, line 1, column 5."),
        ("colour: red", "\n  colour: there is no such field; one of locale, time_zone, "),
        ("- locale", "\n  the file: fields are expected, such as `locale: fr`"),
        ("locale: de", "\n  locale: Input should be 'en' or 'fr'"),
        ("time_zone: Mars/Base", "\n  time_zone: unknown time zone 'Mars/Base'; write an IANA name"),
        ("time_zone: 3", "\n  time_zone: "),
        ("managers: ana", "\n  managers: "),
        ("catalogue: {telepathy: X}", "\n  catalogue.1.category: unknown tool category 'telepathy'; one of archive, "),
        ("catalogue: [{category: [a], name: X}]", "\n  catalogue.1.category: "),
        ("catalogue: [{category: archive}]", "\n  catalogue.1.name: Field required"),
        ("catalogue: [{category: archive, name: X, cost: 3}]", "\n  catalogue.1.cost: there is no such field; one of name, "),
        ("catalogue: [{category: archive, name: X, audience: mars}]", "\n  catalogue.1.audience.1: Input should be "),
    ],
)  # fmt: skip
def test_mistake_is_pointed_out(file: Path, text: str, fault: str) -> None:
    file.write_text(text)
    with pytest.raises(OrganisationError) as refused:
        read_organisation(file)
    assert str(refused.value).startswith(f"The organisation file {file} ")
    assert fault in str(refused.value)


def test_file_that_cannot_be_read_says_why(file: Path) -> None:
    with pytest.raises(OrganisationError, match=r"cannot be read: No such file or directory\.$"):
        read_organisation(file)
    with pytest.raises(OrganisationError, match=r"cannot be read: Is a directory\.$"):
        read_organisation(file.parent)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(OrganisationError, match=r"is not UTF-8 text\.$"):
        read_organisation(file)
