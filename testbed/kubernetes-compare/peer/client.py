"""One HTTP request, its whole answer: plain, as a stream of watch events, or over a WebSocket."""
import base64
import http.client
import json
import os
import ssl
import struct
import urllib.parse
from dataclasses import dataclass, field

LIMIT = 64 << 20


@dataclass
class Answer:
    status: int
    headers: list  # pairs, as sent
    body: bytes = b""
    events: list | None = None  # of a watch: parsed JSON lines
    broken: str | None = None  # why the answer ended early

    def header(self, name):
        return [v for k, v in self.headers if k.lower() == name.lower()]

    def json(self):
        """The body as JSON, or None."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


class Client:
    """Sends requests of one login. A connection serves one request: answers must not depend on what went before."""

    def __init__(self, login, timeout=60):
        self.login, self.timeout = login, timeout
        self.known = self._context(login.certificate, login.key)
        self.unknown = self._context(None, None)

    def _context(self, certificate, key):
        context = ssl.create_default_context(cafile=self.login.ca)
        if certificate:
            context.load_cert_chain(certificate, key)
        return context

    def ask(self, method, target, headers, body=None, anonymous=False, watch=False, opened=None):
        """`anonymous`: without the login, as `headers` may bring another. `opened` is called once the answer's headers are there."""
        connection = http.client.HTTPSConnection(
            self.login.host, self.login.port, timeout=self.timeout, context=self.unknown if anonymous else self.known
        )
        try:
            connection.putrequest(method, quoted(target), skip_accept_encoding=True)
            if self.login.token and not anonymous:
                connection.putheader("Authorization", "Bearer " + self.login.token)
            for name, value in headers.items():
                for v in value if isinstance(value, list) else [value]:
                    connection.putheader(name, v)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            if body:
                try:
                    connection.send(body)
                except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
                    pass  # a server may refuse a body unread and say so
            if headers.get("Upgrade") == "websocket":
                return _websocket(connection, opened)
            response = connection.getresponse()
            answer = Answer(response.status, response.getheaders())
            if opened:
                opened()
            if watch and response.status == 200:
                _stream(response, answer)
            else:
                answer.body = response.read(LIMIT)
            return answer
        except (http.client.HTTPException, ConnectionResetError, TimeoutError) as e:
            return Answer(0, [], broken=f"no answer: {type(e).__name__}")
        finally:
            connection.close()


def quoted(target):
    return urllib.parse.quote(target, safe="/?&=%,:;@!$'()*+~-._#[]")


def _stream(response, answer):
    answer.events = []
    try:
        for line in response:
            if line.strip():
                answer.events.append(json.loads(line))
    except (OSError, http.client.HTTPException, ValueError) as e:
        answer.broken = f"the stream ended with {type(e).__name__}"


def upgrade():
    """Headers that ask for a WebSocket (RFC 6455)."""
    return {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
    }


def _websocket(connection, opened):
    response = http.client.HTTPResponse(connection.sock, method="GET")
    response.begin()
    answer = Answer(response.status, response.getheaders())
    if response.status != 101:
        answer.body = response.read(LIMIT)
        return answer
    if opened:
        opened()
    answer.events, stream, pending = [], response.fp or connection.sock.makefile("rb"), b""
    while True:
        head = stream.read(2)
        if len(head) < 2:
            answer.broken = "no closing frame"
            return answer
        code, size = head[0] & 15, head[1] & 127
        if size > 125:
            size = struct.unpack(">H" if size == 126 else ">Q", stream.read(2 if size == 126 else 8))[0]
        payload = stream.read(size)
        if code == 8:
            return answer
        if code in (0, 1, 2):
            pending += payload
            if head[0] & 128:
                answer.events.append(json.loads(pending))
                pending = b""
