"""Reads the request script: JSON lines, one request a line, in the order of the files' names. The format: README.md."""
import fnmatch
import json
import os
import re
from dataclasses import dataclass, field

VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
FIELDS = {
    "id", "note", "vars", "as", "type", "accept", "headers", "body", "text", "proto", "bytes", "save", "until", "watch",
    "websocket", "during", "times", "quiet", "clean", "pick", "keep", "drop", "sort", "brief", "ephemeral", *VERBS,
}  # fmt: skip


@dataclass
class Step:
    id: str
    method: str
    target: str
    line: dict
    place: str
    during: list = field(default_factory=list)

    def __getattr__(self, name):
        if name in FIELDS:
            return self.line.get(name)
        raise AttributeError(name)


@dataclass
class Script:
    steps: list = field(default_factory=list)
    vars: dict = field(default_factory=dict)


def read(folder):
    """The whole script. SystemExit names file and line of what cannot be used."""
    script, seen = Script(), set()
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".jsonl"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            for number, text in enumerate(f, 1):
                place = f"{name}:{number}"
                if not text.strip() or text.startswith("#"):
                    continue
                try:
                    line = json.loads(text)
                except ValueError as e:
                    raise SystemExit(f"{place}: not JSON: {e}") from e
                if "vars" in line:
                    script.vars.update(line["vars"])
                    continue
                step = _step(line, place, folder)
                if step.id in seen:
                    raise SystemExit(f"{place}: a second request `{step.id}`")
                seen.add(step.id)
                script.steps.append(step)
    return script


def _step(line, place, folder):
    verbs = [v for v in VERBS if v in line]
    unknown = set(line) - FIELDS
    if len(verbs) != 1 or unknown:
        raise SystemExit(f"{place}: needs exactly one verb, has {verbs}; unknown fields: {sorted(unknown)}")
    if isinstance(line.get("body"), str) and line["body"].startswith("@"):
        with open(os.path.join(folder, line["body"][1:]), encoding="utf-8") as f:
            line["body"] = json.load(f)
    during = [_step(d, place, folder) for d in line.get("during", [])]
    return Step(line.get("id") or f"({place})", verbs[0], line[verbs[0]], line, place, during)


def expand(value, variables):
    """Replaces `${name}` in texts; a text that is only `${name}` takes the variable's type. Unknown names stay."""
    if isinstance(value, dict):
        return {expand(k, variables): expand(v, variables) for k, v in value.items()}
    if isinstance(value, list):
        return [expand(v, variables) for v in value]
    if not isinstance(value, str):
        return value
    whole = re.fullmatch(r"\$\{(\w+)\}", value)
    if whole:
        return variables.get(whole[1], value)
    return re.sub(r"\$\{(\w+)\}", lambda m: str(variables.get(m[1], m[0])), value)


def matches(name, globs):
    return not globs or any(fnmatch.fnmatchcase(name, g) for g in globs)
