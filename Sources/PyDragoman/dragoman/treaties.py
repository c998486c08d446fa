"""What is known of treaties."""

from __future__ import annotations

from dataclasses import dataclass, field

from ._raw import Raw, take_all


@dataclass(frozen=True, slots=True)
class Ratification:
    """A state that ratified, and when, as the text says."""

    by: str
    """ISO 3166 code."""
    date: str | None = None
    """TIMEX3 value."""
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Ratification:
        return cls(by=raw.pop("by"), date=raw.pop("date", None), extra=raw)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field of which text and lexicon say different things."""

    field_name: str
    text: str
    lexicon: str
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Contradiction:
        return cls(
            field_name=raw.pop("field"),
            text=raw.pop("text"),
            lexicon=raw.pop("lexicon"),
            extra=raw,
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A treaty of the lexicon that may be meant."""

    name: str
    made: str | None = None
    """When it was signed or adopted, TIMEX3."""
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Candidate:
        return cls(name=raw.pop("name"), made=raw.pop("made", None), extra=raw)


@dataclass(frozen=True, slots=True)
class TreatyRecord:
    """What is known of a treaty, from the text and from the lexicon. Dates are TIMEX3 values."""

    kind: str
    """``treaty``, ``convention``, ``protocol``, ``joint declaration``, …"""
    parties: tuple[str, ...] = ()
    """ISO 3166 codes (3166-3 for former states)."""
    subject: str | None = None
    place: str | None = None
    opened: str | None = None
    signed: str | None = None
    ratified: str | None = None
    ratifications: tuple[Ratification, ...] = ()
    in_force: str | None = None
    amended: str | None = None
    suspended: str | None = None
    denounced: str | None = None
    """When a party denounced it or withdrew."""
    ended: str | None = None
    status: str | None = None
    """``proposed``, ``under negotiation``, ``signed``, ``ratified``, ``in force``, ``terminated``, …"""
    evidence: tuple[int, ...] = ()
    """Indices of the mentions that fields were read from."""
    contradictions: tuple[Contradiction, ...] = ()
    resolution: str | None = None
    """``ambiguous`` where nothing decides between ``candidates``."""
    candidates: tuple[Candidate, ...] = ()
    source: Raw = field(default_factory=dict, hash=False)
    """By origin, the names of the fields that are not from the text: ``{"lexicon": ["signed"]}``."""
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> TreatyRecord:
        return cls(
            kind=raw.pop("kind"),
            parties=tuple(raw.pop("parties", ())),
            subject=raw.pop("subject", None),
            place=raw.pop("place", None),
            opened=raw.pop("opened", None),
            signed=raw.pop("signed", None),
            ratified=raw.pop("ratified", None),
            ratifications=take_all(raw, "ratifications", Ratification.read),
            in_force=raw.pop("inForce", None),
            amended=raw.pop("amended", None),
            suspended=raw.pop("suspended", None),
            denounced=raw.pop("denounced", None),
            ended=raw.pop("ended", None),
            status=raw.pop("status", None),
            evidence=tuple(raw.pop("evidence", ())),
            contradictions=take_all(raw, "contradictions", Contradiction.read),
            resolution=raw.pop("resolution", None),
            candidates=take_all(raw, "candidates", Candidate.read),
            source=raw.pop("source", {}),
            extra=raw,
        )
