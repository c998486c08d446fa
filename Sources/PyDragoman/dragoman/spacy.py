"""Dragoman as a component of spaCy's: ``nlp.add_pipe("dragoman")``.

It sets:

- ``doc.ents``: the mentions, but for nested ones, that stand on spaCy's tokens; the Wikidata id is ``kb_id_``.
- ``doc.spans["dragoman"]``: all mentions that do, nested ones too.
- ``doc._.dragoman``: the :class:`~dragoman.Document`, which holds those that do not as well.
- ``span._.mention``, ``span._.entity`` and ``span._.value`` of such a span: its :class:`~dragoman.Mention`,
  :class:`~dragoman.Entity` and :class:`~dragoman.DateValue`.

``doc._.dragoman_date``, which may be set before the pipeline runs, says of when the document is.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, Span

from .dates import DateValue
from .documents import Document, Mention
from .entities import Entity
from .extractor import Extractor, Label, Profile

Alignment = Literal["strict", "contract", "expand"]


class Component:
    """What ``nlp.add_pipe("dragoman")`` adds to a pipeline; :func:`make` says what its options are."""

    def __init__(
        self,
        extractor: Extractor,
        alignment: Alignment,
        overwrite_ents: bool,
        label_map: dict[str, str],
    ) -> None:
        self.extractor = extractor
        self.alignment = alignment
        self.overwrite_ents = overwrite_ents
        self.label_map = label_map

    def __call__(self, doc: Doc) -> Doc:
        # What documents and spans hold is JSON until somebody asks, as spaCy must be able to write and to merge it.
        line = self.extractor.extract_json(doc.text, date=doc._.dragoman_date)
        doc._.dragoman_json = line
        raw = json.loads(line)
        entities = {entity["id"]: entity for entity in raw["entities"]}
        spans: list[Span] = []
        outer: list[Span] = []
        for mention in raw["mentions"]:
            entity = entities.get(mention.get("entity"))
            span = self._span(doc, mention, entity)
            if span is None:
                continue
            # Of mentions that take the same tokens, the outer one comes first.
            if span._.dragoman_json is None:
                span._.dragoman_json = json.dumps([mention, entity])
            spans.append(span)
            if "inside" not in mention:
                outer.append(span)
        doc.spans["dragoman"] = spans
        order = (outer, doc.ents) if self.overwrite_ents else (doc.ents, outer)
        doc.ents = _without_overlaps(chain(*order))
        return doc

    def _span(
        self, doc: Doc, mention: dict[str, Any], entity: dict[str, Any] | None
    ) -> Span | None:
        label = mention["label"]
        return doc.char_span(
            mention["start"],
            mention["end"],
            label=self.label_map.get(label, label),
            kb_id=entity["ids"].get("wikidata", "") if entity else "",
            alignment_mode=self.alignment,
        )


@Language.factory(
    "dragoman",
    assigns=["doc.ents", "doc.spans", "doc._.dragoman", "span._.mention"],
    default_config={
        "date": None,
        "labels": None,
        "languages": None,
        "lexicons": [],
        "rules": [],
        "profile": "house",
        "nested": False,
        "confidence": False,
        "explain": False,
        "alignment": "strict",
        "overwrite_ents": False,
        "label_map": {},
    },
)
def make(
    nlp: Language,
    name: str,
    date: str | None,
    labels: list[Label] | None,
    languages: list[str] | None,
    lexicons: list[str],
    rules: list[str],
    profile: Profile,
    nested: bool,
    confidence: bool,
    explain: bool,
    alignment: Alignment,
    overwrite_ents: bool,
    label_map: dict[str, str],
) -> Component:
    """The component, with the options of :class:`~dragoman.Extractor` and three of its own.

    :param alignment: what becomes of a mention that begins or ends inside a token of spaCy's: ``strict`` gives it no span,
        ``contract`` and ``expand`` give it the tokens that lie in it, or that it touches.
    :param overwrite_ents: whether mentions displace what components before this one put into ``doc.ents``, where the two
        overlap.
    :param label_map: other names for labels, as ``{"ORGANIZATION": "ORG"}``.
    """
    extractor = Extractor(
        date=date,
        labels=labels,
        languages=languages,
        lexicons=lexicons,
        rules=rules,
        profile=profile,
        nested=nested,
        confidence=confidence,
        explain=explain,
    )
    return Component(extractor, alignment, overwrite_ents, label_map)


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Those spans that share no token with one before."""
    taken: set[int] = set()
    kept: list[Span] = []
    for span in spans:
        tokens = range(span.start, span.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(span)
    return kept


@lru_cache(maxsize=64)
def _document(line: str) -> Document:
    return Document.from_json(line)


@lru_cache(maxsize=1024)
def _members(line: str) -> tuple[Mention, Entity | None]:
    mention, entity = json.loads(line)
    return Mention.read(mention), entity and Entity.read(entity)


def _document_of(doc: Doc) -> Document | None:
    line = doc._.dragoman_json
    return None if line is None else replace(_document(line), text=doc.text)


def _mention_of(span: Span) -> Mention | None:
    return _members(span._.dragoman_json)[0] if span._.dragoman_json else None


def _entity_of(span: Span) -> Entity | None:
    return _members(span._.dragoman_json)[1] if span._.dragoman_json else None


def _value_of(span: Span) -> DateValue | None:
    mention = _mention_of(span)
    return mention.date if mention else None


Doc.set_extension("dragoman_date", default=None, force=True)
Doc.set_extension("dragoman_json", default=None, force=True)
Doc.set_extension("dragoman", getter=_document_of, force=True)
# An array of the mention and the entity that it means.
Span.set_extension("dragoman_json", default=None, force=True)
Span.set_extension("mention", getter=_mention_of, force=True)
Span.set_extension("entity", getter=_entity_of, force=True)
Span.set_extension("value", getter=_value_of, force=True)
