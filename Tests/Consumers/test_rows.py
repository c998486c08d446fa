"""Rows, read by pyarrow, DuckDB and Polars without options."""

import duckdb
import polars
import pyarrow.json
import pytest
from runs import documents, run, spans, values

_NUMBERS = {"mention", "sentence", "start", "end", "outer"}


def _pyarrow(path):
    table = pyarrow.json.read_json(path)
    return {name: str(table.schema.field(name).type) for name in table.column_names}, table.to_pylist()


def _duckdb(path):
    table = duckdb.connect().execute(f"from '{path}'")
    names = [column[0] for column in table.description]
    types = {column[0]: str(column[1]) for column in table.description}
    return types, [dict(zip(names, row)) for row in table.fetchall()]


def _polars(path):
    frame = polars.read_ndjson(path)
    return {name: str(type) for name, type in frame.schema.items()}, frame.to_dicts()


@pytest.mark.parametrize("read", [_pyarrow, _duckdb, _polars])
def test_every_mention_is_a_row_of_the_same_types(read, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(run("rows", "--nested"), newline="")
    types, rows = read(path)
    numbers = {name for name, type in types.items() if type.lower() in ("int64", "bigint")}
    assert numbers == _NUMBERS
    assert {types[name].lower() for name in types.keys() - numbers} <= {"string", "varchar"}
    expected = [
        (document["id"], number, *span, value, mention.get("entity", ""), mention.get("inside", number))
        for document in documents("--nested")
        for number, (mention, span, value) in enumerate(
            zip(document["mentions"], spans(document), values(document))
        )
    ]
    columns = ("id", "mention", "start", "end", "text", "label", "value", "entity", "outer")
    assert [tuple(row[name] for name in columns) for row in rows] == expected


def test_ids_and_days_are_those_of_the_json(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(run("rows"), newline="")
    rows = iter(polars.read_ndjson(path).to_dicts())
    for document in documents():
        entities = {entity["id"]: entity for entity in document["entities"]}
        for mention in document["mentions"]:
            row = next(rows)
            ids = entities[mention["entity"]]["ids"] if "entity" in mention else {}
            assert row["ids"] == "|".join(f"{scheme}:{id}" for scheme, id in ids.items())
            date = mention.get("date", {})
            for name in ("edtf", "earliest", "latest", "grain", "resolution"):
                assert row[name] == date.get(name, "")
    assert next(rows, None) is None
