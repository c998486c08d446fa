"""What was found in one text."""

from __future__ import annotations

import errno
import json
from dataclasses import dataclass, field
from functools import cached_property

from ._raw import Raw, take, take_all
from .dates import DateValue
from .entities import Entity
from .errors import DragomanError

SCHEMA = "dragoman/1"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against a reading, as ``explain`` gives it."""

    source: str
    weight: float
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Evidence:
        return cls(source=raw.pop("source"), weight=raw.pop("weight"), extra=raw)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text with a label."""

    start: int
    end: int
    """Behind the last code point: ``text[mention.start:mention.end] == mention.text``."""
    text: str
    label: str
    """``PERSON``, ``ORGANIZATION``, ``PLACE``, ``DATE``, ``TREATY``, ``TIME``, ``DURATION`` or ``SET``."""
    rule: str
    """Id of the rule, or of the model, that decided."""
    entity: str | None = None
    """Id of the entity that is meant; see :meth:`Document.entity_of`."""
    date: DateValue | None = None
    """The value, for dates, times, durations and sets."""
    treaty_mention: str | None = None
    """For treaties: ``name``, ``description`` or ``anaphor``."""
    provisions: tuple[str, ...] = ()
    """For treaties: the parts that are meant, as ``Article 2(4)``."""
    inside: int | None = None
    """With ``nested``: index of the mention that this one stands inside."""
    confidence: float | None = None
    """With ``confidence``: how often names were right of which the model was as sure, 0 to 1."""
    explanation: tuple[Evidence, ...] = ()
    """With ``explain``: what spoke for and against it."""
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Mention:
        return cls(
            start=raw.pop("start"),
            end=raw.pop("end"),
            text=raw.pop("text"),
            label=raw.pop("label"),
            rule=raw.pop("rule"),
            entity=raw.pop("entity", None),
            date=take(raw, "date", DateValue.read),
            treaty_mention=raw.pop("mention", None),
            provisions=tuple(raw.pop("provisions", ())),
            inside=raw.pop("inside", None),
            confidence=raw.pop("confidence", None),
            explanation=take_all(raw, "explanation", Evidence.read),
            extra=raw,
        )


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that relative dates were resolved against: the document's own."""

    value: str
    """TIMEX3: ``2019-02-12``, or ``XXXX-02-12`` where several years fit."""
    source: str
    """``given``, ``dateline``, ``inferred`` or ``ambiguous``."""
    why: tuple[str, ...] = ()
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Anchor:
        return cls(
            value=raw.pop("value"),
            source=raw.pop("source"),
            why=tuple(raw.pop("why", ())),
            extra=raw,
        )


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long the text is, in each unit."""

    codepoint: int
    utf16: int
    utf8: int
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> Lengths:
        return cls(
            codepoint=raw.pop("codepoint"),
            utf16=raw.pop("utf16"),
            utf8=raw.pop("utf8"),
            extra=raw,
        )


@dataclass(frozen=True, slots=True)
class InputWarning:
    """Something wrong with the input that did not stop the extraction."""

    message: str
    byte_offset: int
    """Where, in bytes of the input."""
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> InputWarning:
        return cls(message=raw.pop("message"), byte_offset=raw.pop("byteOffset"), extra=raw)


@dataclass(frozen=True)
class Document:
    """What was found in one text."""

    text: str
    mentions: tuple[Mention, ...]
    """In the order of the text; of two that start together, the longer first."""
    entities: tuple[Entity, ...]
    """In the order of their first mention."""
    length: Lengths
    id: str | None = None
    language: str = "en"
    """ISO 639-1 code of the language that dates were read in."""
    offsets: str = "codepoint"
    anchor: Anchor | None = None
    warnings: tuple[InputWarning, ...] = ()
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def from_json(cls, line: str | bytes, text: str = "") -> Document:
        """A document from the engine's JSON, which does not hold the text it is about.

        :raises DragomanError: for JSON of another schema.
        """
        raw = json.loads(line)
        schema = raw.pop("schema", None)
        if schema != SCHEMA:
            raise DragomanError(f"schema {schema!r} is not {SCHEMA!r}", errno.EINVAL)
        return cls(
            text=text,
            mentions=take_all(raw, "mentions", Mention.read),
            entities=take_all(raw, "entities", Entity.read),
            length=Lengths.read(raw.pop("length")),
            id=raw.pop("id", None),
            language=raw.pop("language", "en"),
            offsets=raw.pop("offsets"),
            anchor=take(raw, "anchor", Anchor.read),
            warnings=take_all(raw, "warnings", InputWarning.read),
            extra=raw,
        )

    def entity_of(self, mention: Mention) -> Entity | None:
        """The entity that ``mention`` is a mention of; dates have none."""
        return None if mention.entity is None else self._entities[mention.entity]

    def mentions_of(self, entity: Entity) -> tuple[Mention, ...]:
        """The mentions of ``entity``, in the order of the text."""
        return tuple(self.mentions[index] for index in entity.mentions)

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}
