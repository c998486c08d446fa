"""What the scripts share: where the files stand, how a header and rows are written, log weights."""

import math
import sys
from pathlib import Path

LEXICONS = Path(__file__).resolve().parent.parent
DATE = "2026-11-23"


def require(module, package=None):
    """The module, or a message that says which PyPI package to install."""
    try:
        return __import__(module)
    except ImportError:
        sys.exit(f"{sys.argv[0]}: pip install {package or module}")


def write(path, what, source, license, columns, rows, class_name=None, case=None, date=DATE):
    """Writes a lexicon file below Lexicons/, rows in the order given."""
    lines = [f"# {what}", f"# source: {source}", f"# license: {license}", f"# date: {date}"]
    if class_name:
        lines.append(f"# class: {class_name}")
    if case:
        lines.append(f"# case: {case}")
    lines.append("\t".join(columns))
    for row in rows:
        lines.append("\t".join("" if field is None else str(field) for field in row).rstrip("\t"))
    (LEXICONS / path).write_text("\n".join(lines) + "\n", encoding="utf8")
    print(f"{path}: {len(rows)} rows")


def log_weight(count, scale=30):
    """A count on a log scale, 0 to 255: `scale` a power of ten."""
    return min(255, round(scale * math.log10(max(count, 1))))
