#!/usr/bin/env python3
"""Verifies a bundle of heng, format 1, with nothing but Python's standard library.

    verify_bundle.py FILE [--key HEX] [--pure]

FILE is what `heng bundle` writes (- for standard input). Prints what it proves and exits 0, or names the first thing that is
wrong and exits 1. Written from docs/reference/bundle.md and ledger.md; shares no code with heng.
"""
import argparse
import hashlib
import re
import sys

import bundle_replay
import verify_ledger
from verify_ledger import Malformed, Verdict, decode, encode

FORMAT = 1
HEADER = ["algorithm", "documents", "events", "evidence", "format", "public_key", "results", "tenant"]


class Wrong(Exception):
    """What is wrong: code, line from 1, and words."""

    def __init__(self, code, line, words):
        super().__init__(f"line {line}: {code}: {words}")
        self.code, self.line = code, line


# --- SM2, GB/T 32918.2-2016, on the curve of GB/T 32918.5 --------------------------------------------------------------

P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
     0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
IDENTITY = b"1234567812345678"


def _add(one, other):
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2:
        if (y1 + y2) % P == 0:
            return None
        slope = (3 * x1 * x1 + A) * pow(2 * y1, -1, P)
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, P)
    x3 = (slope * slope - x1 - x2) % P
    return x3, (slope * (x1 - x3) - y1) % P


def _times(k, point):
    out = None
    while k:
        out = _add(out, point) if k & 1 else out
        point = _add(point, point)
        k >>= 1
    return out


def sm2_verify(public_key, message, signature):
    """Whether `signature` (128 hexadecimal digits) is one of `message` by this key (130 digits)."""
    if not re.fullmatch("04[0-9a-f]{128}", public_key) or not re.fullmatch("[0-9a-f]{128}", signature):
        return False
    key = int(public_key[2:66], 16), int(public_key[66:], 16)
    x, y = key
    if not (x < P and y < P and (y * y - x * x * x - A * x - B) % P == 0):
        return False
    r, s = int(signature[:64], 16), int(signature[64:], 16)
    t = (r + s) % N
    if not (0 < r < N and 0 < s < N and t):
        return False
    sm3 = verify_ledger.HASHES["sm3"]
    numbers = b"".join(n.to_bytes(32, "big") for n in (A, B, *G, *key))
    z = bytes.fromhex(sm3((8 * len(IDENTITY)).to_bytes(2, "big") + IDENTITY + numbers))
    e = int(sm3(z + message), 16)
    point = _add(_times(s, G), _times(t, key))
    return point is not None and (e + point[0]) % N == r


# --- the container -----------------------------------------------------------------------------------------------------

def split_part(line, kind):
    """(bytes of the value, hash) of a line {"KIND":VALUE,"hash":"…"}."""
    begin = b'{"' + kind.encode() + b'":'
    if not line.startswith(begin):
        raise Malformed(f"no line of the kind {kind}")
    value, digest = verify_ledger.split_line(b'{"event":' + line[len(begin):])
    return value, digest


class Bundle:
    def __init__(self, data):
        self.data = data
        self.lines = data.split(b"\n")
        self.at = 0  # lines read so far
        self.state = bundle_replay.State()

    def next_line(self, expected):
        self.at += 1
        if self.at >= len(self.lines):  # the last piece has no line feed behind it
            raise Wrong("bundle_malformed", self.at, expected)
        return self.lines[self.at - 1]

    def next_part(self, kind):
        try:
            value, digest = split_part(self.next_line(kind), kind)
        except Malformed as problem:
            raise Wrong("bundle_malformed", self.at, str(problem)) from None
        if self.hash(value) != digest:
            raise Wrong("bundle_malformed", self.at, f"{kind} was changed")
        return value

    def read_header(self):
        try:
            value, digest = split_part(self.next_line("bundle"), "bundle")
            header = decode(value)
        except Malformed as problem:
            raise Wrong("bundle_malformed", 1, str(problem)) from None
        counts = ["documents", "events", "evidence", "results"]
        if (not isinstance(header, dict) or sorted(header) != HEADER or header["format"] is not FORMAT
                or header["algorithm"] not in verify_ledger.HASHES
                or not all(type(header[c]) is int and header[c] >= 0 for c in counts)
                or not all(isinstance(header[t], str) for t in ("tenant", "public_key"))):
            raise Wrong("bundle_malformed", 1, "bundle, format 1")
        self.header = header
        self.hash = verify_ledger.HASHES[header["algorithm"]]
        if self.hash(value) != digest:
            raise Wrong("bundle_malformed", 1, "the header was changed")

    def read_events(self):
        verifier = verify_ledger.Verifier(self.header["tenant"], self.header["algorithm"])
        for _ in range(self.header["events"]):
            line = self.next_line("event")
            verifier.feed(line)
            if verifier.verdict is None and verifier.suspicion is None:
                self.take(decode(verify_ledger.split_line(line)[0]))
        try:
            self.head = verifier.finish()
        except Verdict as verdict:
            raise Wrong(verdict.code, verdict.line + 1, f"event {verdict.seq}") from None

    def take(self, event):
        try:
            self.state.take(event)
        except bundle_replay.Differs as problem:
            raise Wrong("bundle_result_differs", self.at, str(problem)) from None
        except (LookupError, ValueError, TypeError, AttributeError) as problem:
            raise Wrong("event_malformed", self.at, f"event {event['seq']}: {problem!r}") from None

    def read_evidence(self):
        expected = sorted(self.state.evidence)
        for i in range(self.header["evidence"]):
            file = self.decoded(self.next_part("evidence"))
            good = (isinstance(file, dict) and sorted(file) == ["hash", "size"] and type(file["size"]) is int
                    and file["size"] >= 0 and i < len(expected) and file["hash"] == expected[i])
            if not good:
                raise Wrong("bundle_part_differs", self.at, "evidence")
        if len(expected) > self.header["evidence"]:
            raise Wrong("bundle_part_differs", self.at, "evidence is missing")

    def decoded(self, value):
        try:
            return decode(value)
        except Malformed as problem:
            raise Wrong("bundle_malformed", self.at, str(problem)) from None

    def read_rows(self, kind, expected, count):
        if count != len(expected):
            raise Wrong("bundle_part_differs", self.at, f"{count} of {kind}, computed {len(expected)}")
        for row in expected:
            value = self.next_part(kind)
            if value != encode(row):
                raise Wrong("bundle_part_differs", self.at, f"{kind}, computed {encode(row).decode()}")

    def read_signature(self):
        before = sum(len(line) + 1 for line in self.lines[:self.at])
        value = self.decoded(self.next_line("signature"))
        good = (isinstance(value, dict) and sorted(value) == ["signature"] and isinstance(value["signature"], str)
                and self.at == len(self.lines) - 1 and self.lines[-1] == b"")
        if not good:
            raise Wrong("bundle_malformed", self.at, "signature, at the end")
        if not sm2_verify(self.header["public_key"], self.data[:before], value["signature"]):
            raise Wrong("bundle_signature_wrong", self.at, "the signature does not fit the bundle and the key")

    def verify(self):
        self.read_header()
        self.read_events()
        self.read_evidence()
        self.read_rows("document", self.state.documents(), self.header["documents"])
        self.read_rows("result", self.state.results(), self.header["results"])
        self.read_rows("head", [{"hash": self.head[1], "seq": self.head[0]}], 1)
        self.read_signature()
        return self


def use_fast_hash():
    """OpenSSL's SM3 where Python has it and it gives the same: ours takes a minute for a city's year."""
    try:
        if hashlib.new("sm3", b"abc").hexdigest() == verify_ledger.sm3(b"abc"):
            verify_ledger.HASHES["sm3"] = lambda data: hashlib.new("sm3", data).hexdigest()
    except ValueError:
        pass


def main():
    parser = argparse.ArgumentParser(description="Verifies a bundle.")
    parser.add_argument("file")
    parser.add_argument("--key", help="the office's public key, got elsewhere")
    parser.add_argument("--pure", action="store_true", help="hash in Python alone")
    arguments = parser.parse_args()
    if not arguments.pure:
        use_fast_hash()
    source = sys.stdin.buffer if arguments.file == "-" else open(arguments.file, "rb")
    try:
        bundle = Bundle(source.read()).verify()
    except Wrong as wrong:
        print(wrong)
        return 1
    if arguments.key and arguments.key != bundle.header["public_key"]:
        print(f"the key is another one: {bundle.header['public_key']}")
        return 1
    print(f"holds: {bundle.head[0]} events, {bundle.header['results']} results, {bundle.state.published} published, "
          f"head {bundle.head[0]}:{bundle.head[1]}, key {bundle.header['public_key']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
