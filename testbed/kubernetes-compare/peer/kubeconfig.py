"""Reads what a kubeconfig says of its current context: address, authority, and a certificate or a token."""
import base64
import json
import os
import re
import tempfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Login:
    """Where to ask and as whom. `ca`, `certificate` and `key` are paths of PEM files, or None."""

    host: str
    port: int
    ca: str | None
    certificate: str | None = None
    key: str | None = None
    token: str | None = None


def read(path):
    """The login of the current context. SystemExit, one line, where the file cannot be used."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    config = json.loads(text) if text.lstrip().startswith("{") else _yaml(text)
    try:
        context = _named(config["contexts"], config["current-context"])["context"]
        cluster = _named(config["clusters"], context["cluster"])["cluster"]
        user = _named(config["users"], context["user"])["user"] or {}
    except (KeyError, TypeError) as e:
        raise SystemExit(f"{path}: no usable current context ({e})") from e
    address = re.fullmatch(r"https://\[?([^\]/]+?)\]?:(\d+)/?", cluster["server"])
    if not address:
        raise SystemExit(f"{path}: server {cluster['server']} is not https://HOST:PORT")
    folder = os.path.dirname(os.path.abspath(path))
    token = user.get("token")
    if not token and user.get("tokenFile"):
        with open(os.path.join(folder, user["tokenFile"]), encoding="utf-8") as f:
            token = f.read().strip()
    return Login(
        address[1],
        int(address[2]),
        _file(cluster, "certificate-authority", folder),
        _file(user, "client-certificate", folder),
        _file(user, "client-key", folder),
        token,
    )


def _named(entries, name):
    return next(e for e in entries if e["name"] == name)


def _file(part, key, folder):
    if part.get(key + "-data"):
        with tempfile.NamedTemporaryFile(prefix="peer-", suffix=".pem", delete=False) as f:
            f.write(base64.b64decode(part[key + "-data"]))
        _made.append(f.name)
        return f.name
    return os.path.join(folder, part[key]) if part.get(key) else None


_made = []


def forget():
    """Removes the files that reading left behind."""
    while _made:
        os.unlink(_made.pop())


def _yaml(text):
    """The part of YAML that kubeconfigs are written in: block maps and lists, one-line flow maps, plain and quoted scalars."""
    lines = [l for l in text.splitlines() if l.strip() and not l.lstrip().startswith("#") and l.strip() != "---"]
    value, rest = _block([(len(l) - len(l.lstrip()), l.strip()) for l in lines], 0)
    if rest:
        raise SystemExit(f"kubeconfig: cannot read the line `{rest[0][1]}`")
    return value


def _block(lines, indent):
    if lines and lines[0][1].startswith("- "):
        items = []
        while lines and lines[0][0] == indent and lines[0][1].startswith("- "):
            inner = [(indent + 2, lines[0][1][2:].strip())] + lines[1:]
            item, lines = _block(inner, indent + 2)
            items.append(item)
        return items, lines
    entries = {}
    while lines and lines[0][0] == indent and not lines[0][1].startswith("- "):
        key, _, value = lines[0][1].partition(":")
        lines, value = lines[1:], value.strip()
        if value:
            entries[_scalar(key)] = _scalar(value)
        elif lines and (lines[0][0] > indent or lines[0][0] == indent and lines[0][1].startswith("- ")):
            entries[_scalar(key)], lines = _block(lines, lines[0][0])
        else:
            entries[_scalar(key)] = None
    return entries, lines


def _scalar(text):
    if text.startswith("{") and text.endswith("}"):
        pairs = [p.partition(":") for p in text[1:-1].split(",") if p.strip()]
        return {_scalar(k.strip()): _scalar(v.strip()) for k, _, v in pairs}
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return json.loads(text) if text[0] == '"' else text[1:-1].replace("''", "'")
    return text
