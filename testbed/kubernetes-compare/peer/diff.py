"""Differences of two recordings, field by field, the weightiest first, and the list of explained ones."""
import re
from dataclasses import dataclass

ABSENT = "(absent)"


@dataclass(frozen=True)
class Difference:
    request: str  # id of the request
    path: str  # where in the answer
    left: object
    right: object

    def weight(self):
        """0: another outcome ... 5: order or wording."""
        if self.path in ("", "status", "broken"):
            return 0
        if self.path in ("body.reason", "body.code", "body.kind", "body.apiVersion") or self.path.endswith(".type"):
            return 1
        if self.path.endswith("(order)"):
            return 5
        if self.path.startswith("headers"):
            return 4
        return 3 if self.path.endswith("message") else 2


@dataclass(frozen=True)
class Explained:
    id: str
    request: str
    path: str
    reason: str

    def covers(self, d):
        return _glob(self.request, d.request) and _glob(self.path, d.path)


def _glob(pattern, text):
    return re.fullmatch(".*".join(re.escape(p) for p in pattern.split("*")), text, re.DOTALL) is not None


def explained(markdown):
    """The rows `| id | request | path | reason |` between the lines `<!-- differences -->` and `<!-- end -->`."""
    with open(markdown, encoding="utf-8") as f:
        text = f.read()
    part = re.search(r"<!-- differences -->(.*?)<!-- end -->", text, re.DOTALL)
    if not part:
        raise SystemExit(f"{markdown}: no table between <!-- differences --> and <!-- end -->")
    rows = []
    for line in part[1].splitlines():
        cells = [c.strip().replace("\\|", "|") for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) != 4 or not cells[0] or set(cells[0]) <= {"-", ":"} or cells[0] == "id":
            if line.strip() and not line.startswith("|"):
                raise SystemExit(f"{markdown}: not a row of the table: {line}")
            continue
        rows.append(Explained(cells[0], cells[1].strip("`"), cells[2].strip("`"), cells[3]))
    for row in rows:
        if not row.reason:
            raise SystemExit(f"{markdown}: {row.id} gives no reason")
    return rows


def differences(left, right):
    """Of two recordings. Answers meet by their request's id."""
    mine, theirs = ({a["id"]: a for a in r["answers"]} for r in (left, right))
    for key in [*mine, *(k for k in theirs if k not in mine)]:
        if key not in mine or key not in theirs:
            yield Difference(key, "", ABSENT if key not in mine else "(asked)", ABSENT if key not in theirs else "(asked)")
            continue
        a, b = ({k: v for k, v in x.items() if k not in ("id", "request", "as")} for x in (mine[key], theirs[key]))
        yield from _values(key, "", a, b)


def _values(request, path, a, b):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in [*a, *(k for k in b if k not in a)]:
            step = f"{path}.{key}" if re.fullmatch(r"[\w-]+", key) else f'{path}["{key}"]'
            yield from _values(request, step.lstrip("."), a.get(key, ABSENT), b.get(key, ABSENT))
    elif isinstance(a, list) and isinstance(b, list):
        yield from _lists(request, path, a, b)
    elif type(a) is not type(b) or a != b:
        yield Difference(request, path, a, b)


def _lists(request, path, a, b):
    by = next((f for f in _KEYS if _unique(a, f) and _unique(b, f)), None)
    if by is None:
        for i in range(max(len(a), len(b))):
            yield from _values(request, f"{path}[{i}]", a[i] if i < len(a) else ABSENT, b[i] if i < len(b) else ABSENT)
        return
    mine, theirs = {by(e): e for e in a}, {by(e): e for e in b}
    for key in [*mine, *(k for k in theirs if k not in mine)]:
        yield from _values(request, f"{path}[{key}]", mine.get(key, ABSENT), theirs.get(key, ABSENT))
    common = [k for k in mine if k in theirs], [k for k in theirs if k in mine]
    if common[0] != common[1]:
        yield Difference(request, path + "(order)", common[0], common[1])


def _text(e):
    return e if isinstance(e, str) else None


def _key(*names):
    def of(e):
        if not isinstance(e, dict):
            return None
        meta = e.get("metadata") if isinstance(e.get("metadata"), dict) else {}
        parts = [meta.get("name") if n == "metadata" else e.get(n.rstrip("?"), "" if n.endswith("?") else None) for n in names]
        return "/".join(parts) if all(isinstance(p, str) for p in parts) else None

    return of


# what tells entries of a list apart, in this order
_KEYS = (
    _text, _key("metadata"), _key("group", "version", "kind"), _key("manager", "operation", "apiVersion", "subresource?"), _key("resource"),
    _key("name"), _key("uid"), _key("groupVersion"), _key("version"), _key("field", "message"), _key("type"), _key("subresource"),
)  # fmt: skip


def _unique(entries, by):
    keys = [by(e) for e in entries]
    return None not in keys and len(set(keys)) == len(keys)
