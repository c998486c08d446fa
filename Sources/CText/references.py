"""HTML's named character references: writes References.c, from the table that Python's html.entities has of the standard."""

from html.entities import html5
from pathlib import Path

WIDTH = 116


def c_string(data: bytes) -> str:
    """As C spells it: octal escapes, which end after three digits."""
    return "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\?' else f"\\{b:03o}" for b in data)


def lines(pieces: list[str], separator: str) -> str:
    rows = [""]
    for piece in pieces:
        if len(rows[-1]) + len(piece) + len(separator) > WIDTH:
            rows.append("")
        rows[-1] += piece + separator
    return "\n".join("    " + row.rstrip() for row in rows)


def offsets(parts: list[bytes]) -> list[str]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    assert starts[-1] < 1 << 16
    return [str(start) for start in starts]


names = sorted(html5, key=str.encode)
spelled = [name.encode() for name in names]
texts = [html5[name].encode() for name in names]
legacy = [name for name in names if not name.endswith(";")]

Path(__file__).with_name("References.c").write_text(
    f"""// Written by references.py: the {len(names)} named character references of HTML, sorted by their bytes.
#include "CText.h"

#include <string.h>

static const char names[] =
{lines([f'"{c_string(name)}"' for name in spelled], " ")};

static const uint16_t nameStarts[] = {{
{lines(offsets(spelled), ", ")}
}};

static const char texts[] =
{lines([f'"{c_string(text)}"' for text in texts], " ")};

static const uint16_t textStarts[] = {{
{lines(offsets(texts), ", ")}
}};

enum {{ COUNT = {len(names)}, LONGEST = {max(map(len, spelled))}, LONGEST_BARE = {max(map(len, legacy))} }};

/// The number of a name; -1 for none.
static int find(const uint8_t *name, size_t length) {{
    int low = 0, high = COUNT;
    while (low < high) {{
        int middle = (low + high) / 2;
        size_t known = nameStarts[middle + 1] - nameStarts[middle];
        int order = memcmp(names + nameStarts[middle], name, known < length ? known : length);
        if (order == 0 && known == length) return middle;
        if (order < 0 || (order == 0 && known < length)) {{
            low = middle + 1;
        }} else {{
            high = middle;
        }}
    }}
    return -1;
}}

CTextReference ctext_reference(const uint8_t *bytes, size_t count) {{
    size_t length = 0;
    while (length < count && length < LONGEST
           && ((bytes[length] | 0x20) - 'a' < 26u || bytes[length] - '0' < 10u)) {{
        length += 1;
    }}
    int number = -1;
    size_t used = length + 1;
    if (length < count && bytes[length] == ';') number = find(bytes, used);
    if (number < 0) {{
        used = length < LONGEST_BARE ? length : LONGEST_BARE;
        while (used > 1 && (number = find(bytes, used)) < 0) used -= 1;
    }}
    if (number < 0) return (CTextReference){{0}};
    return (CTextReference){{
        used, (const uint8_t *)texts + textStarts[number],
        (size_t)(textStarts[number + 1] - textStarts[number])}};
}}
""",
    encoding="ascii",
)
