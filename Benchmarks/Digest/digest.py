"""What the command finds in a corpus, by kind, as counts and digests: two lists differ where the answers do.

Reads the command's JSON Lines from standard input; prints one row a kind: kind, number, MD5. With a file of such rows,
says which kinds differ from it, and ends with 1 if any does.
"""

import hashlib
import json
import sys


def rows(lines):
    kinds = {}

    def add(kind, document, value):
        count, digest = kinds.setdefault(kind, [0, hashlib.md5()])
        kinds[kind][0] = count + 1
        digest.update(json.dumps([document, value], sort_keys=True).encode())

    for number, line in enumerate(lines):
        record = json.loads(line)
        document = record.get("id") or number
        for mention in record["mentions"]:
            add(mention["label"], document, mention)
        for entity in record["entities"]:
            add("entity " + entity["label"], document, entity)
        rest = {key: record[key] for key in record if key not in ("mentions", "entities")}
        add("document", document, rest)
    return [[kind, str(count), digest.hexdigest()] for kind, (count, digest) in sorted(kinds.items())]


def main():
    found = rows(sys.stdin.buffer)
    for row in found:
        print("\t".join(row))
    if len(sys.argv) < 2:
        return 0
    with open(sys.argv[1], encoding="utf-8") as file:
        known = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    different = sorted({row[0] for row in found + known if row not in found or row not in known})
    print("as recorded" if not different else "other than recorded: " + ", ".join(different))
    return 1 if different else 0


sys.exit(main())
