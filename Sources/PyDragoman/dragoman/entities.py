"""The things that mentions stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ._raw import Raw, take, take_all
from .treaties import TreatyRecord


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A place on the globe, WGS 84, in degrees north and east."""

    latitude: float
    longitude: float
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Coordinates:
        return cls(latitude=raw.pop("latitude"), longitude=raw.pop("longitude"), extra=raw)


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is or was: ``Minister of Foreign Affairs`` of ``JP``."""

    title: str
    of: str | None = None
    """ISO 3166 code of the country, or name of the organization."""
    tenure: str | None = None
    """``former``, ``acting``, ``outgoing``, …; none for a plain holder."""
    evidence: tuple[int, ...] = ()
    """Indices of the mentions that said so."""
    source: str | None = None
    """``lexicon`` where the text does not say so."""
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Role:
        return cls(
            title=raw.pop("title"),
            of=raw.pop("of", None),
            tenure=raw.pop("tenure", None),
            evidence=tuple(raw.pop("evidence", ())),
            source=raw.pop("source", None),
            extra=raw,
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """The thing that one or more mentions of a document stand for."""

    id: str
    """``e1``, ``e2``, … in the order of first mentions: an id within the document."""
    label: str
    name: str
    """The best name: the lexicon's, or the fullest in the text."""
    mentions: tuple[int, ...]
    """Indices into the document's mentions, ascending."""
    ids: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Ids in knowledge bases and code lists, by scheme: ``iso3166``, ``wikidata``, ``geonames``."""
    coordinates: Coordinates | None = None
    source: str | None = None
    """``lexicon`` where the name is known from there."""
    roles: tuple[Role, ...] = ()
    treaty: TreatyRecord | None = None
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Entity:
        return cls(
            id=raw.pop("id"),
            label=raw.pop("label"),
            name=raw.pop("name"),
            mentions=tuple(raw.pop("mentions")),
            ids=raw.pop("ids", {}),
            coordinates=take(raw, "coordinates", Coordinates.read),
            source=raw.pop("source", None),
            roles=take_all(raw, "roles", Role.read),
            treaty=take(raw, "treaty", TreatyRecord.read),
            extra=raw,
        )
