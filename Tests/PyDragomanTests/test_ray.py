"""The README's recipe for Ray. `bash .ci/python --spark` runs this."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

pytest.importorskip("ray", reason="Ray is not installed: bash .ci/python --spark")

import pyarrow as pa
import pyarrow.parquet
import ray
from rows import command_lines, lines


def test_the_recipe(
    repository: Path, texts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (repository / "Sources/PyDragoman/README.md").read_text()
    blocks = re.findall(r"```python\n(.+?)```", readme, re.DOTALL)
    (recipe,) = [block for block in blocks if "import ray" in block]
    documents: list[dict[str, str | None]] = [
        {"url": f"{number:03}", "body": text} for number, text in enumerate(texts)
    ]
    (tmp_path / "pages").mkdir()
    table = pa.Table.from_pylist(documents)
    pyarrow.parquet.write_table(table, tmp_path / "pages/0.parquet", row_group_size=10)
    ray.init(num_cpus=3, include_dashboard=False, log_to_driver=False)
    try:
        # Ray's processes do not run in this folder.
        exec(recipe.replace('et("', f'et("{tmp_path}{os.sep}'), {"__name__": "recipe"})
    finally:
        ray.shutdown()
    found = pyarrow.parquet.read_table(tmp_path / "mentions")
    found = found.sort_by([("id", "ascending"), ("mention", "ascending")])
    named = [{"id": row["url"], "text": row["body"]} for row in documents]
    assert len(found) > 500
    assert lines(found) == command_lines(named, tmp_path)
