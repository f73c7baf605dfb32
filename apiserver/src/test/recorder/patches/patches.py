#!/usr/bin/env python3
"""Random pods and strategic merge patches for them, for main.go: patches.py SEED COUNT prints one pair a line."""
import json
import random
import sys

NAMES = ["a", "b", "c", "d"]


def texts(r, twice=False):
    items = [r.choice(NAMES) for _ in range(r.randrange(4))]
    return items if twice else list(dict.fromkeys(items))


def items(r, key, values, make):
    chosen = r.sample(values, r.randrange(len(values) + 1))
    return [dict(make(r), **{key: value}) for value in chosen]


def env(r):
    return {"value": r.choice(NAMES)} if r.random() < 0.7 else {}


def port(r):
    return {"name": r.choice(NAMES)} if r.random() < 0.6 else {}


def container(r):
    c = {}
    if r.random() < 0.6:
        c["image"] = r.choice(NAMES)
    if r.random() < 0.4:
        c["env"] = items(r, "name", NAMES[:3], env)
    if r.random() < 0.3:
        c["ports"] = items(r, "containerPort", [1, 2, 3], port)
    if r.random() < 0.3:
        c["args"] = texts(r, True)
    return c


def volume(r):
    return r.choice([{"emptyDir": {}}, {"emptyDir": {"medium": "x"}}, {"configMap": {"name": "q"}}, {}])


def pod(r, patch=False):
    p = {}
    if r.random() < 0.5:
        meta = p["metadata"] = {}
        if r.random() < 0.5:
            meta["labels"] = {n: r.choice(NAMES) for n in texts(r)}
        if r.random() < 0.5:
            meta["finalizers"] = texts(r)
        if r.random() < 0.4:
            meta["ownerReferences"] = items(r, "uid", NAMES[:2], lambda q: {"name": q.choice(NAMES)})
    if r.random() < 0.9:
        spec = p["spec"] = {}
        if r.random() < 0.8:
            spec["containers"] = items(r, "name", NAMES, container)
        if r.random() < 0.4:
            spec["volumes"] = items(r, "name", NAMES[:3], volume)
        if r.random() < 0.3:
            spec["nodeSelector"] = {n: r.choice(NAMES) for n in texts(r)}
        if r.random() < 0.3:
            spec["tolerations"] = [{"key": n} for n in texts(r)]
        if r.random() < 0.3:
            spec["securityContext"] = {"runAsUser": r.randrange(3), "supplementalGroups": [1, 2][:r.randrange(3)]}
        if r.random() < 0.3:
            spec["nodeName"] = r.choice(NAMES)
    return p


KEYS = {"containers": "name", "volumes": "name", "env": "name", "ports": "containerPort", "ownerReferences": "uid"}


def direct(r, node, name="", ordered=False, plain=False):
    """Sprinkles directives over a patch."""
    if isinstance(node, list):
        key = KEYS.get(name)
        for item in node:
            if isinstance(item, dict):
                if key and not ordered and r.random() < 0.12:
                    keep = item.get(key)
                    item.clear()
                    item[key] = keep
                    item["$patch"] = r.choice(["delete"] * 8 + ["merge", "what"])
                else:
                    direct(r, item, plain=ordered)
        if key and not ordered and r.random() < 0.04:
            node.append({"$patch": "replace"})
        return
    if not isinstance(node, dict):
        return
    for name in list(node):
        value = node[name]
        if r.random() < 0.06:
            node[name] = None
            continue
        if r.random() < 0.01:
            node[name] = r.choice(["x", 1, [], {}, ["a"]])
            continue
        if isinstance(value, list):
            key = KEYS.get(name)
            if name == "finalizers" and r.random() < 0.4:
                # what is added and deleted at once stays or goes by chance in the original
                node["$deleteFromPrimitiveList/" + name] = [t for t in texts(r) if t not in value]
            # the original writes into the list it compares with when items are deleted and added
            deletes = any(isinstance(v, dict) and v.get("$patch") for v in value)
            if (key or name == "finalizers") and r.random() < 0.4 and not deletes:
                if key:
                    order = [{key: v[key]} for v in value]
                    for extra in NAMES if key != "containerPort" else [1, 2, 3]:
                        if {key: extra} not in order and r.random() < 0.5:
                            order.insert(r.randrange(len(order) + 1), {key: extra})
                else:
                    order = list(value)
                    for extra in NAMES:
                        if extra not in order and r.random() < 0.5:
                            order.insert(r.randrange(len(order) + 1), extra)
                if r.random() < 0.08:
                    r.shuffle(order)
                node["$setElementOrder/" + name] = order
                if r.random() < 0.2:
                    del node[name]
        direct(r, value, name, "$setElementOrder/" + name in node)
    if not plain and r.random() < 0.02:
        node["$patch"] = r.choice(["replace", "delete", "what"])
    if r.random() < 0.04:
        keys = [n for n in node if not n.startswith("$")]
        node["$retainKeys"] = keys if r.random() < 0.8 else keys[1:]


def main():
    r = random.Random(int(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        patch = pod(r)
        direct(r, patch)
        print(json.dumps({"Object": pod(r), "Patch": patch}))


main()
