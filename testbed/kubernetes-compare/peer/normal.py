"""Makes answers comparable: what must differ between two servers gets a name that is the same on both.

uid and resourceVersion become `<uid NAME>` and `<rv NAME N>`: N counts the different resourceVersions seen of that
object, so that a write that must not change it shows. Times, tokens, random suffixes and hashes get a name by shape.
"""
import base64
import json
import re

UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
TIME = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
JWT = re.compile(r"\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+")
NUMBERED = re.compile(r"(?i)((?:resource ?version|rv|revision|current|in record)(?: \w+)?[\\\":= (]{0,6})\d+( \(\d+\))?")
AGE = re.compile(r"\d+(s|m|h|d|m\d+s|h\d+m|d\d+h)")
HASH = re.compile(r"hash=[0-9A-Za-z]+")
FINGERPRINT = re.compile(r"X509SHA256=[0-9a-f]{64}")


class Names:
    """Remembers the names given in one run."""

    def __init__(self, host, literal):
        """`literal`: the script's own text; times in it are not the server's and stay."""
        self.host, self.times = host, set(m[0] for m in TIME.finditer(literal))
        bases = sorted(set(re.findall(r'"generateName": "([^"]+)"', literal)), key=len, reverse=True)
        self.random = re.compile("(" + "|".join(map(re.escape, bases)) + ")[bcdfghjklmnpqrstvwxz2456789]{5}") if bases else None
        self.uids, self.count, self.versions = {}, {}, {}
        self.issuer = None  # of service account tokens: a setting

    def learn(self, value):
        """Names the uids of objects in the order in which they appear."""
        if isinstance(value, list):
            for v in value:
                self.learn(v)
        elif isinstance(value, dict):
            meta = value.get("metadata") if isinstance(value.get("metadata"), dict) else value
            uid, name = meta.get("uid"), meta.get("name")
            if isinstance(uid, str) and UUID.fullmatch(uid) and isinstance(name, str) and uid not in self.uids:
                self._name(uid, self._without_suffix(name))
            for v in value.values():
                self.learn(v)

    def _name(self, uid, name):
        n = self.count[name] = self.count.get(name, 0) + 1
        self.uids[uid] = f"<uid {name}>" if n == 1 else f"<uid {name} {n}>"

    def version(self, uid, version):
        name = self.uids.get(uid, "")[5:-1]
        seen = self.versions.setdefault(uid, [])
        if version not in seen:
            seen.append(version)
        return f"<rv {name} {seen.index(version) + 1}>"

    def apply(self, value, ephemeral=False):
        """The value with names in place of what differs. `ephemeral`: of a dry run, whose uids live no longer."""
        if isinstance(value, dict):
            out = {self.text(k): self.apply(v, ephemeral) for k, v in value.items()}
            version = value.get("resourceVersion")
            if isinstance(version, str) and version.isdigit():
                known = value.get("uid") in self.uids and not ephemeral
                out["resourceVersion"] = self.version(value["uid"], version) if known else "<rv>" if version != "0" else "0"
            if ephemeral and isinstance(value.get("uid"), str) and UUID.fullmatch(value["uid"]):
                out["uid"] = "<uid>"
            for key, v in out.items():
                last = key.rsplit(".", 1)[-1]  # a kept part has its whole path as its key
                if last == "managedFields" and isinstance(v, list):
                    # the server's order goes by the second in which each entry was written
                    v.sort(key=lambda m: [str(m.get(k)) for k in ("manager", "operation", "subresource", "apiVersion")])
                elif last == "continue" and v:
                    out[key] = "<continue>"
            return _sorted_causes(out) if out.get("reason") == "Invalid" else out
        if isinstance(value, list):
            return [self.apply(v, ephemeral) for v in value]
        return self.text(value) if isinstance(value, str) else value

    def text(self, text):
        token = JWT.fullmatch(text)
        if token:
            return self._token(text)
        text = JWT.sub("<token>", text)
        text = UUID.sub(lambda m: self.uids.get(m[0], "<uid>"), text)
        text = TIME.sub(lambda m: m[0] if m[0] in self.times else "<microtime>" if m[1] else "<time>", text)
        text = NUMBERED.sub(lambda m: m[1] + "<n>" + (" (<n>)" if m[2] else ""), text)
        text = FINGERPRINT.sub("X509SHA256=<hash>", text)
        if self.issuer and text.startswith(self.issuer):
            text = "<issuer>" + text[len(self.issuer) :]
        return HASH.sub("hash=<hash>", self._without_suffix(text)).replace(self.host, "<host>")

    def _without_suffix(self, text):
        return self.random.sub(r"\1<random>", text) if self.random else text

    def _token(self, token):
        head, claims = (json.loads(base64.urlsafe_b64decode(p + "==")) for p in token.split(".")[:2])
        if isinstance(claims.get("exp"), int) and isinstance(claims.get("iat"), int):
            claims["exp"] = f"iat + {claims['exp'] - claims['iat']}"
            claims["nbf"] = f"iat + {claims['nbf'] - claims['iat']}" if "nbf" in claims else None
            claims["iat"] = "<seconds>"
        head["kid"] = "<kid>" if head.get("kid") else None
        return {"header": head, "claims": self.apply(claims)}


def _sorted_causes(status):
    """Several errors come in the order of a hash map: sorts them, and takes them out of a message that only repeats them."""
    causes = (status.get("details") or {}).get("causes") or []
    if len(causes) > 1:
        listed = "[" + ", ".join(f"{c.get('field')}: {c.get('message')}" for c in causes) + "]"
        status["message"] = status["message"].replace(listed, "[<causes>]")
        status["details"]["causes"] = sorted(causes, key=lambda c: json.dumps(c, sort_keys=True))
    return status


def cells(body):
    """Hides ages in a Table, which tell how fast the run was."""
    tables = body if isinstance(body, list) else [body]
    for table in tables:
        table = table.get("object", table) if isinstance(table, dict) else {}
        if not isinstance(table, dict) or table.get("kind") != "Table":
            continue
        for row in table.get("rows") or []:
            row["cells"] = ["<age>" if isinstance(c, str) and AGE.fullmatch(c) else c for c in row.get("cells", [])]
