#!/usr/bin/env python3
"""Random writes to one object, for main.go: scenarios.py SEED COUNT prints one scenario a line."""
import copy
import json
import random
import sys

META = {"type": "object", "properties": {
    "name": {"type": "string"}, "namespace": {"type": "string"}, "uid": {"type": "string"},
    "resourceVersion": {"type": "string"}, "generation": {"type": "integer", "format": "int64"},
    "creationTimestamp": {"type": "string", "format": "date-time"},
    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
    "annotations": {"type": "object", "additionalProperties": {"type": "string"}},
    "finalizers": {"type": "array", "items": {"type": "string"}, "x-kubernetes-list-type": "set"},
    "ownerReferences": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["uid"],
                        "items": {"type": "object", "x-kubernetes-map-type": "atomic", "properties": {
                            "apiVersion": {"type": "string"}, "kind": {"type": "string"}, "name": {"type": "string"},
                            "uid": {"type": "string"}, "controller": {"type": "boolean"}}}},
    "managedFields": {"type": "array", "x-kubernetes-list-type": "atomic", "items": {"type": "object"}}}}
STRING = {"type": "string"}
INT = {"type": "integer"}
SPEC = {
    "replicas": INT, "name": STRING, "flag": {"type": "boolean"}, "ratio": {"type": "number"},
    "port": {"x-kubernetes-int-or-string": True},
    "labels": {"type": "object", "additionalProperties": STRING},
    "objs": {"type": "object", "additionalProperties": {"type": "object", "properties": {"a": STRING, "b": INT}}},
    "whole": {"type": "object", "x-kubernetes-map-type": "atomic", "properties": {"x": STRING, "y": INT}},
    "set": {"type": "array", "items": STRING, "x-kubernetes-list-type": "set"},
    "nums": {"type": "array", "items": INT, "x-kubernetes-list-type": "set"},
    "list": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
             "items": {"type": "object", "properties": {
                 "name": STRING, "value": STRING, "tags": {"type": "array", "items": STRING, "x-kubernetes-list-type": "set"},
                 "sub": {"type": "object", "properties": {"x": STRING, "y": INT}}}}},
    "ports": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["port", "protocol"],
              "items": {"type": "object", "properties": {
                  "port": INT, "protocol": {"type": "string", "default": "TCP"}, "label": STRING}}},
    "plain": {"type": "array", "items": STRING},
    "any": {"x-kubernetes-preserve-unknown-fields": True},
    "open": {"type": "object", "x-kubernetes-preserve-unknown-fields": True, "properties": {"known": STRING}},
    "deep": {"type": "object", "properties": {"a": {"type": "object", "properties": {
        "b": {"type": "object", "properties": {"c": INT, "d": STRING}}, "e": STRING}}}},
}
STATUS = {
    "phase": STRING, "observed": INT,
    "conditions": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["type"],
                   "items": {"type": "object", "properties": {"type": STRING, "status": STRING, "reason": STRING}}},
}


def schema(version, coarse):
    spec = copy.deepcopy(SPEC)
    if coarse:
        for name in ("labels", "deep"):
            spec[name]["x-kubernetes-map-type"] = "atomic"
        for name in ("list", "set"):
            spec[name]["x-kubernetes-list-type"] = "atomic"
            spec[name].pop("x-kubernetes-list-map-keys", None)
    return {"type": "object", "x-kubernetes-group-version-kind": [{"group": "g", "version": version, "kind": "K"}],
            "properties": {"apiVersion": STRING, "kind": STRING, "metadata": {"$ref": "#/definitions/meta"},
                           "spec": {"type": "object", "properties": spec},
                           "status": {"type": "object", "properties": STATUS}}}


class Maker:
    def __init__(self, r):
        self.r = r

    def value(self, s, wild):
        r = self.r
        if wild and r.random() < 0.004:
            return r.choice([None, 1, "x", True, [], {}, [1], {"a": 1}])
        kind = s.get("type", "any")
        if kind == "string":
            return r.choice(["a", "b", "c", "<&>", "\u00fc"][:3] if r.random() < 0.95 else ["<&>", "\u00fc\n", "x\"y"])
        if kind == "integer":
            return r.choice([1, 2, 30, 4])
        if kind == "number":
            return r.choice([1, 1.5, 2.25])
        if kind == "boolean":
            return r.random() < 0.5
        if kind == "array":
            return self.array(s, wild)
        if kind == "object":
            return self.object(s, wild)
        return r.choice([1, "a", {"a": 1}, {"a": 2, "b": {"c": "x"}}, [1, 2], ["a"], {}, [], True, {"b": {"d": [1]}}])

    def object(self, s, wild):
        r = self.r
        if "properties" not in s and "additionalProperties" not in s:
            return r.choice([{}, {"k": 1}, {"k": {"l": "m"}}])
        if r.random() < 0.06:
            return {}
        out = {}
        for name, sub in s.get("properties", {}).items():
            if r.random() < 0.4:
                out[name] = self.value(sub, wild)
        if s.get("x-kubernetes-preserve-unknown-fields") and r.random() < 0.6:
            out[r.choice(["u1", "u2"])] = r.choice([1, "a", {"b": {"known": 2}}, {"b": 1, "c": [2]}, None])
        if "additionalProperties" in s:
            for name in ("k1", "k2", "k3"):
                if r.random() < 0.4:
                    out[name] = self.value(s["additionalProperties"], wild)
        return out

    def array(self, s, wild):
        r = self.r
        kind = s.get("x-kubernetes-list-type", "atomic")
        items = [self.value(s["items"], wild) for _ in range(r.choice([0, 1, 1, 2, 3]))]
        if kind == "map":
            keys = s["x-kubernetes-list-map-keys"]
            kept = []
            seen = set()
            for item in items:
                if not isinstance(item, dict):
                    continue
                for key in keys:
                    prop = s["items"]["properties"][key]
                    if key not in item and not ("default" in prop and r.random() < 0.5):
                        item[key] = self.value(prop, False)
                    if item.get(key) is None or isinstance(item.get(key), (dict, list)):
                        item[key] = self.value(prop, False)
                    if "default" in prop and r.random() < 0.5:
                        item[key] = prop["default"]
                at = tuple(item.get(key, s["items"]["properties"][key].get("default")) for key in keys)
                if at not in seen or (self.twice and r.random() < 0.3):
                    kept.append(item)
                seen.add(at)
            return kept
        if kind == "set":
            items = [i for i in items if isinstance(i, (str, int, float)) and not isinstance(i, bool)]
            if self.twice and r.random() < 0.3:
                return items
            return list(dict.fromkeys(items))
        return items

    def body(self, version, op, subresource):
        r = self.r
        self.twice = op == "update" and self.dirty
        unknown = op == "apply" and r.random() < 0.02
        wild = op == "apply" and not unknown  # of several mistakes the original names those it meets first, by chance
        out = {"apiVersion": "g/" + version, "kind": "K", "metadata": {"name": "n", "namespace": "ns"}}
        meta = out["metadata"]
        for name in ("labels", "annotations", "finalizers"):
            if r.random() < 0.3:
                meta[name] = self.value(META["properties"][name], False)
        if r.random() < 0.2:
            meta["ownerReferences"] = [{"apiVersion": "v1", "kind": "X", "name": r.choice("ab"), "uid": u}
                                       for u in ("o1", "o2") if r.random() < 0.6]
        if subresource != "status" and r.random() < 0.95:
            out["spec"] = self.value({"type": "object", "properties": SPEC}, wild)
        if subresource == "status" or r.random() < 0.2:
            out["status"] = self.value({"type": "object", "properties": STATUS}, wild)
        if op == "update":
            meta["uid"] = "u1"
            p = r.random()
            if p < 0.02:
                meta["managedFields"] = []
            elif p < 0.04:
                meta["managedFields"] = [{}]
            elif p < 0.06:
                meta["managedFields"] = [{"manager": "m", "operation": "Update", "apiVersion": "g/v1", "fieldsType": "FieldsV1",
                                          "fieldsV1": {"f:spec": {"f:name": {}, "f:list": {"k:{\"name\":\"a\"}": {"f:value": {}}}}}}]
            elif p < 0.07:
                meta["managedFields"] = [{"manager": "m", "operation": "Bad"}]
        if unknown:
            if not isinstance(out.get("spec"), dict):
                out["spec"] = {}
            out["spec"]["unknown"] = 1
        return out


def scenario(r):
    maker = Maker(r)
    managers = ["a", "b", "kubectl", "x y"] if r.random() < 0.8 else ["m%d" % i for i in range(14)]
    steps = []
    count = r.choice([3, 5, 8]) if len(managers) < 10 else 25
    memory = []
    maker.dirty = r.random() < 0.3  # lists with equal items; the original trips over them when it knows two versions
    for i in range(count):
        op = "apply" if r.random() < 0.6 else "update"
        if len(managers) > 10 and r.random() < 0.8:
            op = "update"
        subresource = "status" if r.random() < 0.15 and i else ""
        version = "v2" if r.random() < 0.2 and not maker.dirty else "v1"
        body = maker.body(version, op, subresource)
        same = [m for m in memory if m[0] == op]
        if same and r.random() < 0.45:
            body = copy.deepcopy(r.choice(same)[1])
            body["apiVersion"] = "g/" + version
            parts = [body.get("spec"), body.get("metadata")]
            for part in parts:
                if isinstance(part, dict):
                    for name in list(part):
                        if name not in ("name", "namespace", "uid") and r.random() < 0.25:
                            del part[name]
        memory.append((op, body))
        steps.append({"Op": op, "Manager": r.choice(managers), "Subresource": subresource, "Version": version,
                      "Force": r.random() < 0.3, "Object": body})
    return {"Group": "g", "Kind": "K", "Steps": steps, "Coarse": r.randrange(1, count) if r.random() < 0.2 else 1000}


def main():
    r = random.Random(int(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        print(json.dumps(scenario(r)))


if len(sys.argv) == 2 and sys.argv[1] == "schemas":
    print(json.dumps({"fine": {"meta": META, "v1": schema("v1", False), "v2": schema("v2", False)},
                      "coarse": {"meta": META, "v1": schema("v1", True), "v2": schema("v2", True)}}))
else:
    main()
