"""Pages of HTML at random, well-formed or not, and their text as html5lib's tree has it."""

import random
import re

import html5lib

_BLOCKS = set(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p pre search"
    " section summary table tbody td tfoot th thead title tr ul xmp".split()
)
_SKIPPED = {"iframe", "noembed", "noframes", "script", "style", "template"}
# Not those that the standard moves what stands around: formatting elements that overlap, text in tables.
_TAGS = (
    "article blockquote br dd div dl dt footer h1 h2 header hr li main nav ol p pre section span ul".split()
)
_PARTS = [
    "Taro Kono ", "met ", "Lavrov", "&amp;", "&eacute", "&notit;", "&#8217;", "&#x92;", "&", "&#", "&bogus;", " \n ",
    "< ", "<3", "</", "<!-- c -->", "<!-->", "<!doctype html>", "<?php x>", "</>", "</ x>", "\xe9", "\u65e5\u672c",
    "\xa0", "&nbsp;", "<![CDATA[x]]>", "<!--a--!>", "&lt;b&gt;", "&copy", "&ampx", '<img alt="a>b">', "--", ">", '"',
    "<script>a<!--<script>b</script>c</script>", "<style><p>x</style>", "<textarea>\n<p>&amp;</textarea>",
    "<table><tr><td>Rome<td>Oslo<tr><th>Bonn</table>", "<select><option>a<option>b</select>", "<title>T&amp;<b></title>",
]  # fmt: skip


def page(seed):
    chance = random.Random(seed)
    parts = []
    for _ in range(chance.randrange(1, 40)):
        kind = chance.random()
        if kind < 0.35:
            attributes = chance.choice(["", " class=x", " id='a b' hidden", "/", " a=b/"])
            parts.append(f"<{chance.choice(_TAGS)}{attributes}>")
        elif kind < 0.6:
            parts.append(f"</{chance.choice(_TAGS)}>")
        else:
            parts.append(chance.choice(_PARTS))
    return "".join(parts)


def text(html):
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    pieces = []

    def walk(element):
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            return
        pieces.append("\n" if element.tag in _BLOCKS else "")
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        pieces.append("\n" if element.tag in _BLOCKS else "")

    walk(tree)
    return folded("".join(pieces))


def folded(text):
    return re.sub(r"[ \t\n\f\r]+", " ", text.replace("\xad", "").replace("\0", "")).strip()
