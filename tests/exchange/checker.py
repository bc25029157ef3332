"""Checks an exported CSV of figures against sources, by shared/exchange/FORMAT.md alone.

usage: python3 checker.py EXPORT.csv SOURCE...   prints a line for each item that does not hold; exit 1 if any.
The source must be UTF-8 or UTF-16 with a byte order mark.
"""
import csv
import hashlib
import re
import sys

FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠]")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def decode(data):
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark):].decode(name)
    return data.decode("utf-8")


class Source:
    def __init__(self, path):
        data = open(path, "rb").read()
        text = decode(data)
        self.path = path
        self.sha256 = sha256(data)
        self.text_sha256 = sha256(text.encode("utf-8"))
        # Offsets count UTF-16 units, two bytes each.
        self.units = text.encode("utf-16-le")

    def slice(self, start, end):
        return self.units[max(0, start) * 2:max(0, end) * 2].decode("utf-16-le", "surrogatepass")

    def length(self):
        return len(self.units) // 2


def rearm(cell):
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell.lstrip("'")) else cell


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def squeeze(text):
    return re.sub(r"\s", "", text)


def stands(row, spans, source):
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    prefix, suffix = row["prefix"], row["suffix"]
    return (
        last <= source.length()
        and "".join(source.slice(s, e) for s, e in spans) == row["exact"]
        and source.slice(first - units(prefix), first) == prefix
        and source.slice(last, last + units(suffix)) == suffix
    )


def check(row, sources):
    if squeeze(row["words"]) != squeeze(row["exact"]):
        return "changed: the words are not those of the proof"
    if not re.fullmatch(r"\d+-\d+(\+\d+-\d+)*", row["spans"]):
        return "broken: spans"
    spans = [tuple(map(int, piece.split("-"))) for piece in row["spans"].split("+")]
    source = next((s for s in sources if s.sha256 == row["source_sha256"]), None)
    if source and source.text_sha256 != row["text_sha256"]:
        return "broken: text_sha256"
    source = source or next((s for s in sources if s.text_sha256 == row["text_sha256"]), None)
    candidates = [source] if source else sources
    if any(stands(row, spans, s) for s in candidates):
        return None
    needle = squeeze(row["prefix"] + row["exact"] + row["suffix"])
    found = sum(squeeze(s.slice(0, s.length())).count(needle) for s in candidates)
    if found == 1:
        return "moved"
    return "changed" if source else "missing"


def main(export, *paths):
    sources = [Source(path) for path in paths]
    failed = False
    with open(export, encoding="utf-8-sig", newline="") as file:
        for number, cells in enumerate(csv.DictReader(file), 2):
            row = {name: rearm(cell or "") for name, cell in cells.items()}
            finding = check(row, sources)
            if finding:
                failed = True
                print(f"row {number}: {row['words']}: {finding}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
