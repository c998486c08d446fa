"""CoNLL-U Plus, read by conllu; its tags read by seqeval."""

import conllu
import pytest
from runs import documents, run, spans, values
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, Entities
from texts import TEXTS


def _unescaped(field):
    """What a field stands for: `\\t`, `\\n`, `\\r`, `\\\\` and `\\uXXXX` are written in it."""
    parts = field.split("\\\\")
    for escape, letter in (("\\t", "\t"), ("\\n", "\n"), ("\\r", "\r")):
        parts = [part.replace(escape, letter) for part in parts]
    for index, part in enumerate(parts):
        head, *codes = part.split("\\u")
        parts[index] = head + "".join(chr(int(code[:4], 16)) + code[4:] for code in codes)
    return "\\".join(parts)


def _documents():
    read = []
    for sentence in conllu.parse(run("conll")):
        if "newdoc id" in sentence.metadata:
            read.append((_unescaped(sentence.metadata["newdoc id"]), []))
            assert sentence.metadata["offsets"] == "codepoint"
        read[-1][1].append(sentence)
    return read


def test_every_token_stands_where_it_says():
    read = _documents()
    assert [id for id, _ in read] == list(TEXTS)
    for id, sentences in read:
        end = 0
        for token in (token for sentence in sentences for token in sentence):
            start = int(token["start"])
            assert start >= end
            assert TEXTS[id][end:start].isspace() or start == end or end == 0
            end = int(token["end"])
            assert TEXTS[id][start:end] == _unescaped(token["form"])


def test_the_tags_are_the_mentions():
    for (id, sentences), document in zip(_documents(), documents(), strict=True):
        found, known = [], []
        for sentence in sentences:
            tags = [token["ner"] for token in sentence]
            Entities([tags], IOB2)
            for label, first, last in get_entities(tags):
                start, end = int(sentence[first]["start"]), int(sentence[last]["end"])
                found.append((start, end, TEXTS[id][start:end], label))
                for token in sentence[first : last + 1]:
                    assert token["value"] == sentence[first]["value"]
                    assert token["entity"] == sentence[first]["entity"]
                known.append((_unescaped(sentence[first]["value"]), sentence[first]["entity"]))
        assert found == spans(document, outermost=True)
        entities = [mention.get("entity", "_") for mention in document["mentions"]]
        assert known == list(zip(values(document), entities, strict=True))


@pytest.mark.parametrize("unit", ["utf8", "utf16"])
def test_offsets_are_in_the_unit_that_is_named(unit):
    encoding = {"utf8": "utf-8", "utf16": "utf-16-le"}[unit]
    size = {"utf8": 1, "utf16": 2}[unit]
    for sentence in conllu.parse(run("conll", "--offsets", unit)):
        if "newdoc id" in sentence.metadata:
            assert sentence.metadata["offsets"] == unit
            text = TEXTS[_unescaped(sentence.metadata["newdoc id"])].encode(encoding)
        for token in sentence:
            part = text[int(token["start"]) * size : int(token["end"]) * size]
            assert part.decode(encoding) == _unescaped(token["form"])
