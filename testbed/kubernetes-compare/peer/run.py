"""Asks a server the whole script and keeps its answers in comparable form."""
import json
import sys
import threading
import time

from . import client, normal, path, protobuf, script

HEADERS = ("content-type", "warning", "retry-after", "cache-control", "vary", "allow", "www-authenticate", "location", "content-encoding")
PRESENT = ("audit-id", "etag")
PAUSE = 0.2


class Run:
    def __init__(self, wanted, login, patience=30.0):
        """`patience`: seconds until a step gives up waiting for what it expects."""
        self.script, self.http, self.patience = wanted, client.Client(login), patience
        host = f"{login.host}:{login.port}"
        self.names = normal.Names(host, json.dumps([s.line for s in wanted.steps]))
        self.variables = dict(wanted.vars)
        self.answers = []

    def all(self, globs=()):
        """Asks all, clearing before and after. `globs` select what is recorded; what goes before it is asked too, but for watches."""
        self.clear()
        settings = self.http.ask("GET", "/.well-known/openid-configuration", {}).json()
        self.names.issuer = settings.get("issuer") if isinstance(settings, dict) else None
        steps = [s for s in self.script.steps if not s.clean]
        selected = [s for s in steps if not s.quiet and script.matches(s.id, globs)]
        for step in steps[: steps.index(selected[-1]) + 1 if selected else 0]:
            if step in selected:
                self.answers.append(self._record(step, self.step(step)))
            elif step.quiet or not (step.watch or step.websocket):
                self.names.learn(self.step(step).json())
        self.clear()
        return self.answers

    def clear(self):
        for step in self.script.steps:
            if step.clean:
                self._ask(step, {})

    def step(self, step):
        """Asks once, or as often as the step says, and keeps the variables of the last answer."""
        for i in range(step.times or 1):
            answer = self._ask(step, {"i": i})
            if step.quiet and answer.status >= 400 and not step.until:
                print(f"{step.place}: preparing {step.method} {step.target}: {answer.status} {answer.body[:300]!r}", file=sys.stderr)
        self._save(step, answer)
        return answer

    def _ask(self, step, more):
        variables = {**self.variables, **more}
        headers, body = self._request(step, variables)
        opened, threads = None, []
        if step.during:
            # events of the writes below must meet an open watch
            opened = threading.Event()
            worker = threading.Thread(target=self._meanwhile, args=(step.during, opened))
            worker.start()
            threads.append(worker)
        end = time.monotonic() + self.patience
        while True:
            answer = self.http.ask(
                step.method, script.expand(step.target, variables), headers, body,
                step.line.get("as") == "anonymous" or "Authorization" in headers, bool(step.watch), opened.set if opened else None,
            )  # fmt: skip
            if not step.until or _reached(answer, step.until):
                break
            if time.monotonic() > end:
                answer.broken = f"never reached {json.dumps(step.until)}"
                break
            time.sleep(PAUSE)
        if opened:
            opened.set()
        for t in threads:
            t.join()
        return answer

    def _meanwhile(self, steps, opened):
        opened.wait(self.patience)
        time.sleep(PAUSE)
        for s in steps:
            self._ask(s, {})

    def _request(self, step, variables):
        line = {k: script.expand(v, variables) for k, v in step.line.items() if k != "during"}
        headers = {"User-Agent": "compare/1.0", "Accept": line.get("accept", "application/json")}
        if step.websocket:
            headers.update(client.upgrade())
        who = line.get("as", "")
        if who.startswith("user:"):
            user, _, groups = who[5:].partition("/")
            headers["Impersonate-User"] = user
            if groups:
                headers["Impersonate-Group"] = groups.split(",")
        elif who.startswith("token:"):
            headers["Authorization"] = "Bearer " + who[6:]
        body = None
        if "body" in line:
            body, media = json.dumps(line["body"]).encode(), "application/json"
        elif "text" in line:
            body, media = line["text"].encode(), "application/json"
        elif "proto" in line:
            p = line["proto"]
            body, media = protobuf.framed(p["apiVersion"], p["kind"], p["fields"]), "application/vnd.kubernetes.protobuf"
        elif "bytes" in line:
            pre, post = line["bytes"].get("before", ""), line["bytes"].get("after", "")
            body, media = (pre + line["bytes"].get("unit", "x") * line["bytes"]["count"] + post).encode(), "application/json"
        if body is not None:
            headers["Content-Type"] = line.get("type", media)
        headers.update(line.get("headers", {}))
        return {k: v for k, v in headers.items() if v is not None}, body

    def _save(self, step, answer):
        for name, where in (step.save or {}).items():
            holder = {"headers": {k.lower(): v for k, v in answer.headers}, "events": answer.events}
            value = path.get(holder, where) if where.startswith(("headers", "events")) else path.get(answer.json(), where)
            if value is None:
                print(f"{step.place}: the answer to {step.id} has no {where}", file=sys.stderr)
            self.variables[name] = "" if value is None else value

    def _record(self, step, answer):
        record = {"id": step.id, "request": f"{step.method} {step.target}", "status": answer.status}
        if step.line.get("as"):
            record["as"] = step.line["as"]
        record["headers"] = self._headers(answer)
        body = answer.events if answer.events is not None else answer.json()
        if body is None:
            body = answer.body.decode("utf-8", "replace") if answer.body else None
        if answer.broken:
            record["broken"] = answer.broken
        if step.brief:
            return record
        body = _selected(step, body)
        self.names.learn(body)
        ephemeral = "dryRun" in step.target or bool(step.ephemeral)
        normal.cells(body)
        body = self.names.apply(body, ephemeral)
        record["body"] = _once(body) if answer.events is not None else body
        return record

    def _headers(self, answer):
        out = {}
        for name in HEADERS:
            values = answer.header(name)
            if values:
                out[name] = [self.names.text(v) for v in sorted(values)] if len(values) > 1 else self.names.text(values[0])
        for name in PRESENT:
            if answer.header(name):
                out[name] = "<present>"
        return out


def _once(events):
    """A server may repeat a bookmark as often as it likes."""
    if not isinstance(events, list):
        return events
    return [e for before, e in zip([None, *events], events) if e != before or e.get("type") != "BOOKMARK"]


def _reached(answer, until):
    if "status" in until:
        return answer.status == until["status"]
    value = path.get(answer.json(), until["path"])
    if "is" in until:
        return str(value) == str(until["is"])
    return value is not None


def _selected(step, body):
    """The part of a large answer that the step names: entries of lists by a value (`pick`), values (`keep`, `drop`);
    sorted where the server's order is chance (`sort`)."""
    for where, by in (step.pick or {}).items():
        for holder, key in path.find(body, where):
            if isinstance(holder[key], list):
                name, wanted = next(iter(by.items()))
                holder[key] = [e for e in holder[key] if (path.get(e, name) if name else e) in wanted]
            elif isinstance(holder[key], dict):
                holder[key] = {k: v for k, v in holder[key].items() if k in by["keys"]}
    for where in step.sort or []:
        for holder, key in path.find(body, where):
            if isinstance(holder[key], list):
                holder[key].sort(key=lambda e: json.dumps(e, sort_keys=True))
    if step.keep:
        return {k: path.get(body, k) for k in step.keep}
    for where in step.drop or []:
        places = path.find(body, where)
        for holder, key in reversed(places):
            del holder[key]
    return body
