"""Paths into JSON: `status.conditions[type=Ready].status`, `items[0].data["a.b"]`, `items[*].metadata.name`."""
import re

_STEP = re.compile(r"""\.?([^.\[\]"]+)|\[(\d+)\]|\[(\*)\]|\["([^"]*)"\]|\[([A-Za-z.]+)=([^\]]*)\]""")


def steps(path):
    out, at = [], 0
    while at < len(path):
        m = _STEP.match(path, at)
        if not m:
            raise ValueError(f"no path: {path}")
        key, index, every, quoted, name, value = m.groups()
        if index is not None:
            out.append(int(index))
        elif every:
            out.append(...)
        elif name:
            out.append((name, value))
        else:
            out.append(key if key is not None else quoted)
        at = m.end()
    return out


def find(value, path):
    """All places that the path names: a list of (holder, key)."""
    places = [([value], 0)]
    for step in steps(path) if isinstance(path, str) else path:
        places = [p for holder, key in places for p in _inside(holder[key], step)]
    return places


def get(value, path):
    """The first value that the path names, or None."""
    for holder, key in find(value, path):
        return holder[key]
    return None


def _inside(value, step):
    if step is ...:
        keys = range(len(value)) if isinstance(value, list) else list(value) if isinstance(value, dict) else []
        return [(value, k) for k in keys]
    if isinstance(step, tuple):
        entries = value if isinstance(value, list) else []
        return [(value, i) for i, e in enumerate(entries) if str(get(e, step[0])) == step[1]]
    if isinstance(step, int):
        return [(value, step)] if isinstance(value, list) and step < len(value) else []
    return [(value, step)] if isinstance(value, dict) and step in value else []
