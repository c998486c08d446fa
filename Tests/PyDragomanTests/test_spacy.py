"""The component, in a pipeline of spaCy's. `bash .ci/python --spacy` runs these."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: bash .ci/python --spacy")

TEXT = "TOKYO, 12 February 2019. Taro Kono 😀 met Sergey Lavrov in Munich last Saturday."
TOKYO = [
    ("TOKYO", "PLACE"),
    ("12 February 2019", "DATE"),
    ("Taro Kono", "PERSON"),
    ("Sergey Lavrov", "PERSON"),
    ("Munich", "PLACE"),
    ("last Saturday", "DATE"),
]
INSIDE_A_TOKEN = "The house (c.1939) is in Munich."


def pipeline(**config: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman", config=config)
    return nlp


def ents(doc: Any) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.fixture(scope="module")
def nlp() -> Any:
    return pipeline()


def test_documents_get_entities(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert ents(doc) == TOKYO
    assert doc._.dragoman.text == TEXT
    assert [mention.text for mention in doc._.dragoman.mentions] == [text for text, _ in TOKYO]


def test_spans_know_their_mention_entity_and_value(nlp: Any) -> None:
    doc = nlp(TEXT)
    kono, munich, saturday = doc.ents[2], doc.ents[4], doc.ents[5]
    assert kono._.entity.name == "Taro Kono" and kono._.value is None
    assert munich._.entity.ids["iso3166"] == "DE"
    assert saturday._.entity is None and saturday._.value.timex == "2019-02-09"
    assert [ent._.mention for ent in doc.ents] == list(doc._.dragoman.mentions)
    for ent in doc.ents:
        assert (ent.start_char, ent.end_char) == (ent._.mention.start, ent._.mention.end)
    nobody = doc[0:2]
    assert (nobody._.mention, nobody._.entity, nobody._.value) == (None, None, None)


def test_a_document_that_was_not_read_has_nothing() -> None:
    assert spacy.blank("en")("Munich")._.dragoman is None


@pytest.mark.parametrize(
    ("alignment", "dates"),
    [("strict", []), ("contract", []), ("expand", ["c.1939"])],
)
def test_what_does_not_align_is_kept_apart(alignment: str, dates: list[str]) -> None:
    doc = pipeline(alignment=alignment, labels=["DATE"])(INSIDE_A_TOKEN)
    assert [ent.text for ent in doc.ents] == dates
    assert [mention.text for mention in doc._.dragoman.mentions] == ["1939"]


def test_nested_names_stand_in_a_group() -> None:
    doc = pipeline(nested=True)("He read the Charter of the United Nations.")
    assert ents(doc) == [("Charter of the United Nations", "TREATY")]
    charter, nations = doc.spans["dragoman"]
    assert (charter.label_, nations.label_) == ("TREATY", "ORGANIZATION")
    assert nations._.entity.name == "United Nations"


def test_of_mentions_in_one_token_the_first_is_an_entity() -> None:
    doc = pipeline(alignment="expand")("It was (Munich)and(Tokyo)once.")
    assert [mention.text for mention in doc._.dragoman.mentions] == ["Munich", "Tokyo"]
    assert len(doc.ents) == 1 and doc.ents[0]._.entity.name == "Munich"


@pytest.mark.parametrize(("overwrite", "label"), [(False, "MINE"), (True, "PERSON")])
def test_other_components_keep_their_entities(overwrite: bool, label: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "MINE", "pattern": "Kono"}])
    nlp.add_pipe("dragoman", config={"overwrite_ents": overwrite})
    doc = nlp("Taro Kono came to Munich.")
    assert [ent.label_ for ent in doc.ents] == [label, "PLACE"]


def test_labels_may_have_other_names() -> None:
    doc = pipeline(label_map={"PERSON": "PER"})("Taro Kono came to Munich.")
    assert ents(doc) == [("Taro Kono", "PER"), ("Munich", "PLACE")]


def test_a_document_may_have_a_date(nlp: Any) -> None:
    doc = nlp.make_doc("He came yesterday.")
    doc._.dragoman_date = "2019-02-13"
    assert nlp(doc).ents[0]._.value.timex == "2019-02-12"


def test_pipelines_are_written_and_read(nlp: Any, tmp_path: Path) -> None:
    pipeline(labels=["DATE"]).to_disk(tmp_path)
    assert ents(spacy.load(tmp_path)(TEXT)) == [pair for pair in TOKYO if pair[1] == "DATE"]


def test_documents_are_written_and_read(nlp: Any) -> None:
    copy = spacy.tokens.Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    assert ents(copy) == TOKYO
    assert copy.ents[4]._.entity.name == "Munich"
    assert copy._.dragoman == nlp(TEXT)._.dragoman


@pytest.mark.filterwarnings("ignore:.*W101")  # spaCy leaves out what belongs to a whole document, and says so.
def test_spans_of_merged_documents_keep_their_own(nlp: Any) -> None:
    merged = spacy.tokens.Doc.from_docs([nlp("He came to Munich."), nlp("She came to Tokyo.")])
    assert [ent._.entity.name for ent in merged.ents] == ["Munich", "Tokyo"]


def test_other_processes_find_the_same(nlp: Any) -> None:
    texts = [TEXT, INSIDE_A_TOKEN] * 10
    docs = list(nlp.pipe(texts, n_process=2, batch_size=5))
    assert [ents(doc) for doc in docs] == [ents(nlp(text)) for text in texts]
    assert docs[0].ents[4]._.entity.name == "Munich"


def test_displacy_shows_them(nlp: Any) -> None:
    page = spacy.displacy.render(nlp(TEXT), style="ent", page=True)
    assert "Sergey Lavrov" in page and "PERSON" in page


def test_options_that_are_none_are_refused() -> None:
    for config in {"labels": ["ANIMAL"]}, {"alignment": "loose"}, {"other": 1}:
        with pytest.raises(Exception, match="ANIMAL|alignment|other"):
            pipeline(**config)


def test_the_readmes_example(repository: Path) -> None:
    text = (repository / "Sources/PyDragoman/README.md").read_text()
    (block,) = (b for b in re.findall(r"```pycon\n(.+?)```", text, re.DOTALL) if "spacy" in b)
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", None, 0)
    runner = doctest.DocTestRunner()
    runner.run(test)
    assert runner.failures == 0 and runner.tries > 3
