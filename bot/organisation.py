"""The organisation file: what a company tells Planfirst about itself. YAML (JSON is YAML too), checked on reading."""

from pathlib import Path
from typing import Annotated, Final, Literal

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from bot.config import SettingsError
from bot.zone import is_zone
from dialogs.company import Audience, Company, Tool
from dialogs.content.tool_categories import CATEGORIES
from dialogs.lang import Lang

_AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = {
    "internal": ("internal", "deskless"),
    "outside": ("outside",),
    "any": ("internal", "deskless", "outside"),
}


class OrganisationError(SettingsError):
    """The organisation file cannot be used; the message says what to mend, and nothing was started."""


def _as_list(given: object) -> object:
    """One name as a list of one, a field left empty as an empty list."""
    return [given] if isinstance(given, str) else given or []


def _known_category(name: str) -> str:
    if name not in CATEGORIES:
        raise ValueError(f"unknown tool category {name!r}; one of {', '.join(sorted(CATEGORIES))}")
    return name


def _known_zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError(f"unknown time zone {name!r}; write an IANA name such as Europe/Paris")
    return name


class CatalogueEntry(BaseModel):
    """A tool that the company has."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=80)
    category: Annotated[str, AfterValidator(_known_category)]
    audience: Annotated[list[Audience], BeforeValidator(_as_list)] = []
    used_by: Annotated[list[Audience], BeforeValidator(_as_list)] = []
    contact: str | None = None

    def tool(self) -> Tool:
        """The entry as the coach knows it; without an audience, the one its category is for."""
        audiences = tuple(self.audience) or _AUDIENCES[CATEGORIES[self.category].scope]
        return Tool(self.name, self.category, audiences, tuple(self.used_by), self.contact)


def _entries(given: object) -> object:
    """The short form of a catalogue, category -> name, as a list of entries."""
    if isinstance(given, dict):
        return [{"category": category, "name": name} for category, name in given.items()]
    return given


class Organisation(BaseModel):
    """The whole file. Every field may be left out."""

    model_config = ConfigDict(extra="forbid")

    locale: Lang | None = None
    time_zone: Annotated[str, AfterValidator(_known_zone)] | None = None
    fr_register: Literal["vous", "tu"] = "vous"
    channels: list[str] = []
    catalogue: Annotated[list[CatalogueEntry], BeforeValidator(_entries)] = []
    tool_contact: str | None = None
    coach_contact: str | None = None
    requires_review: bool = False
    managers: list[str] = []
    organisation_digest: bool = False

    def company(self) -> Company:
        """The company as the coach knows it."""
        return Company(
            tools=tuple(entry.tool() for entry in self.catalogue),
            channels=tuple(self.channels),
            tool_contact=self.tool_contact,
            coach_contact=self.coach_contact,
            fr_register=self.fr_register,
            requires_review=self.requires_review,
        )


def read_organisation(path: Path | None) -> Organisation:
    """Read the file; the defaults when there is none.

    Raises OrganisationError for a file that is missing, no YAML, or says something that is not understood.
    """
    if path is None:
        return Organisation()
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Organisation.model_validate(given if given is not None else {})
    except OSError as error:
        raise OrganisationError(f"The organisation file {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise OrganisationError(f"The organisation file {path} is not UTF-8 text.") from error
    except yaml.YAMLError as error:
        raise OrganisationError(f"The organisation file {path} is not valid YAML: {_where(error)}") from error
    except ValidationError as error:
        raise OrganisationError(f"The organisation file {path} needs a correction:\n{_faults(error)}") from error


def _where(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be parsed"
    return f"{problem}, line {mark.line + 1}, column {mark.column + 1}." if mark else f"{problem}."


def _faults(error: ValidationError) -> str:
    return "\n".join(f"  {_place(fault['loc'])}: {_fault(fault)}" for fault in error.errors())


def _place(parts: tuple[int | str, ...]) -> str:
    """Where in the file: `catalogue.2.category`, entries counted from 1 as people count."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in parts) or "the file"


def _fault(fault: ErrorDetails) -> str:
    match fault["type"]:
        case "extra_forbidden":
            known = Organisation if len(fault["loc"]) == 1 else CatalogueEntry
            return f"there is no such field; one of {', '.join(known.model_fields)}"
        case "model_type":
            return "fields are expected, such as `locale: fr`"
        case _:
            return fault["msg"].removeprefix("Value error, ")
