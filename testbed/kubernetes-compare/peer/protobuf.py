"""Writes the protobuf bodies that kubectl and helm send for built-in kinds.

Framing: apimachinery/pkg/runtime/generated.proto (message Unknown) behind the four bytes `k8s\\0`.
"""


def framed(api_version, kind, fields):
    """An object as kubectl would send it. `fields`: list of [number, value]; value is text, a whole number or again fields."""
    type_meta = [[1, api_version], [2, kind]]
    return b"k8s\0" + message([[1, type_meta], [2, message(fields)], [3, ""], [4, ""]])


def message(fields):
    out = b""
    for number, value in fields:
        if isinstance(value, bool):
            value = int(value)
        if isinstance(value, int):
            out += _varint(number << 3) + _varint(value)
            continue
        raw = value if isinstance(value, bytes) else value.encode() if isinstance(value, str) else message(value)
        out += _varint(number << 3 | 2) + _varint(len(raw)) + raw
    return out


def _varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)
