"""Tasks of Prodigy, which is not free to install: its documentation makes of them the Doc that is made here by spaCy."""

import json

import spacy
from runs import documents, run, spans
from spacy.tokens import Doc
from texts import TEXTS


def test_tokens_are_a_doc_and_spans_the_mentions():
    vocab = spacy.blank("en").vocab
    lines = run("prodigy", "--nested").split("\n")[:-1]
    for line, document in zip(lines, documents("--nested"), strict=True):
        task = json.loads(line)
        assert task["text"] == TEXTS[document["id"]]
        assert task["meta"] == {"id": document["id"]}
        tokens = task["tokens"]
        assert [token["id"] for token in tokens] == list(range(len(tokens)))
        doc = Doc(vocab, [token["text"] for token in tokens], [token["ws"] for token in tokens])
        assert doc.text == task["text"]
        assert [token.idx for token in doc] == [token["start"] for token in tokens]
        found = []
        for span in task["spans"]:
            known = doc.char_span(span["start"], span["end"], span["label"])
            assert (known.start, known.end) == (span["token_start"], span["token_end"] + 1)
            found.append((span["start"], span["end"], known.text, span["label"]))
        assert found == spans(document, outermost=True)
