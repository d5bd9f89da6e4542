#!/usr/bin/env python3
"""Frozen. Verifies an exported ledger, format 1, with nothing but Python's standard library.

    verify_ledger.py FILE [--tenant TENANT] [--known SEQ:HASH]

FILE is JSON Lines as `heng` exports it (- for standard input). Prints the head and exits 0, or names the first wrong event
and why, and exits 1. The format and the order of the checks are described in docs/reference/ledger.md; this program was
written from that page and shares no code with heng.
"""
import argparse
import datetime
import hashlib
import json
import re
import sys

FORMAT = 1
DEPTH_MAX = 32
SIZE_BYTES_MAX = 1 << 20


# --- hashes ---------------------------------------------------------------------------------------------------------

def _rotate(x, n):
    n %= 32
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def sm3(data):
    """GB/T 32905-2016."""
    v = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = data + b"\x80" + b"\0" * ((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for at in range(0, len(padded), 64):
        w = [int.from_bytes(padded[at + i:at + i + 4], "big") for i in range(0, 64, 4)]
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ _rotate(w[j - 3], 15)
            w.append(x ^ _rotate(x, 15) ^ _rotate(x, 23) ^ _rotate(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = v
        for j in range(64):
            t = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = _rotate((_rotate(a, 12) + e + _rotate(t, j)) & 0xFFFFFFFF, 7)
            ss2 = ss1 ^ _rotate(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & g)
            tt1 = (ff + d + ss2 + (w[j] ^ w[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[j]) & 0xFFFFFFFF
            a, b, c, d = tt1, a, _rotate(b, 9), c
            e, f, g, h = tt2 ^ _rotate(tt2, 9) ^ _rotate(tt2, 17), e, _rotate(f, 19), g
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in v).hex()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


HASHES = {"sm3": sm3, "sha256": sha256}


# --- the canonical encoding -----------------------------------------------------------------------------------------

class Malformed(Exception):
    pass


def _object(pairs):
    out = dict(pairs)
    if len(out) != len(pairs):
        raise Malformed("a key stands twice")
    return out


def _refuse(text):
    raise Malformed(f"{text} is no whole number")


def _check(value, depth):
    if isinstance(value, (dict, list)):
        if depth == DEPTH_MAX:
            raise Malformed("too deep")
        for item in value.values() if isinstance(value, dict) else value:
            _check(item, depth + 1)
    elif isinstance(value, int) and not -2 ** 63 <= value < 2 ** 63:
        raise Malformed("a number outside 64 bits")


def encode(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def decode(data):
    """The value of canonical bytes; Malformed for any others."""
    if len(data) > SIZE_BYTES_MAX:
        raise Malformed("too large")
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_object, parse_float=_refuse, parse_constant=_refuse)
        _check(value, 0)
        same = encode(value) == data
    except (ValueError, RecursionError) as problem:  # UnicodeError is a ValueError
        raise Malformed(str(problem)) from None
    if not same:
        raise Malformed("not canonical")
    return value


# --- events ---------------------------------------------------------------------------------------------------------

MEMBERS = ["act", "actor", "body", "edition", "happened_on", "previous", "recorded_at", "seq", "tenant"]
INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z", re.ASCII)


def _matches(pattern, value):
    return isinstance(value, str) and re.fullmatch(pattern, value, re.ASCII) is not None


def _is_id(value):
    return (isinstance(value, str) and 1 <= len(value.encode()) <= 128
            and not re.search("[\x00-\x1f\x7f]", value))


def _is_date(value):
    if not _matches(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        return datetime.date.fromisoformat(value).year >= 1900
    except ValueError:
        return False


def _is_instant(value):
    match = INSTANT.fullmatch(value) if isinstance(value, str) else None
    return match is not None and _is_date(match.group(1))


def decode_event(data):
    event = decode(data)
    if not isinstance(event, dict) or sorted(event) != MEMBERS:
        raise Malformed("the members of an event are " + ", ".join(MEMBERS))
    seq, previous = event["seq"], event["previous"]
    rules = {
        "tenant": _matches(r"[a-z0-9][a-z0-9-]{0,62}", event["tenant"]),
        "seq": type(seq) is int and seq >= 1,
        "previous": previous is None if seq == 1 else _matches(r"[0-9a-f]{64}", previous),
        "actor": _is_id(event["actor"]),
        "act": _matches(r"[a-z][a-z0-9_]{0,62}", event["act"]),
        "edition": event["edition"] is None or _is_id(event["edition"]),
        "happened_on": _is_date(event["happened_on"]),
        "recorded_at": _is_instant(event["recorded_at"]),
        "body": isinstance(event["body"], dict),
    }
    for field, holds in rules.items():
        if not holds:
            raise Malformed(f"{field} breaks its rule")
    return event


def read_opening(event):
    """The algorithm that the first event names."""
    body = event["body"]
    good = (event["seq"] == 1 and event["act"] == "open_ledger" and sorted(body) == ["algorithm", "format", "tenant"]
            and isinstance(body["algorithm"], str) and body["algorithm"] in HASHES
            and type(body["format"]) is int and body["format"] == FORMAT and body["tenant"] == event["tenant"])
    if not good:
        raise Malformed("the first event does not open a ledger of this format")
    return body["algorithm"]


LINE_HEAD, LINE_MIDDLE, LINE_TAIL = b'{"event":', b',"hash":"', b'"}'
TAIL_BYTES = len(LINE_MIDDLE) + 64 + len(LINE_TAIL)


def split_line(line):
    """The event's bytes and its hash."""
    tail = line[-TAIL_BYTES:]
    digest = tail[len(LINE_MIDDLE):-len(LINE_TAIL)]
    if (len(line) < len(LINE_HEAD) + TAIL_BYTES or not line.startswith(LINE_HEAD) or not tail.startswith(LINE_MIDDLE)
            or not tail.endswith(LINE_TAIL) or not re.fullmatch(b"[0-9a-f]{64}", digest)):
        raise Malformed("not a line of an export")
    return line[len(LINE_HEAD):-TAIL_BYTES], digest.decode()


# --- the chain ------------------------------------------------------------------------------------------------------

class Verdict(Exception):
    """The first wrong event: code, its number, its line (0 where there is none)."""

    def __init__(self, code, seq, line):
        super().__init__(f"{code}: event {seq}, line {line}")
        self.code, self.seq, self.line = code, seq, line


class Verifier:
    """Takes lines one by one; `finish` returns the head or raises the Verdict."""

    def __init__(self, tenant, algorithm, known=None):
        self.tenant, self.algorithm, self.known = tenant, algorithm, known
        self.hash = HASHES[algorithm]
        self.line = 0
        self.head = None        # (seq, hash) of the part that holds
        self.verdict = None
        self.suspicion = None   # "gap" or "link", while the reason is still open
        self.odd = None         # (seq, hash, previous) of the event that jumped ahead or does not link
        self.odd_line = 0
        self.run = 0

    def expected(self):
        return self.head[0] + 1 if self.head else 1

    def accuse(self, code, seq, line=None):
        self.verdict = Verdict(code, seq, self.line if line is None else line)
        self.suspicion = None

    def feed(self, line):
        self.line += 1
        if self.verdict:
            return
        if self.suspicion:
            self.look_further(line)
        else:
            self.check(line)

    def check(self, line):
        expected = self.expected()
        try:
            data, digest = split_line(line)
        except Malformed:
            return self.accuse("event_malformed", expected)
        try:
            event = decode_event(data)
        except Malformed:
            event = None
        if self.hash(data) != digest:
            try:
                names_other = event is not None and read_opening(event) != self.algorithm
            except Malformed:
                names_other = False
            return self.accuse("algorithm_differs", 1) if names_other else self.accuse("event_changed", expected)
        if event is None:
            return self.accuse("event_malformed", expected)
        return self.check_place(event, digest)

    def check_place(self, event, digest):
        expected, seq = self.expected(), event["seq"]
        self.odd, self.odd_line = (seq, digest, event["previous"]), self.line
        if event["tenant"] != self.tenant:
            return self.accuse("event_of_other_tenant", seq)
        if seq < expected:
            return self.accuse("event_inserted", seq)
        if seq > expected:
            self.suspicion = "gap"
            return None
        if expected == 1:
            try:
                if read_opening(event) != self.algorithm:
                    return self.accuse("algorithm_differs", 1)
            except Malformed:
                return self.accuse("event_malformed", 1)
        elif event["previous"] != self.head[1]:
            self.suspicion = "link"
            return None
        if self.known and self.known[0] == seq and self.known[1] != digest:
            return self.accuse("ledger_rewritten", seq)
        self.head = (seq, digest)
        return None

    def look_further(self, line):
        """The chain is broken; what follows tells why."""
        try:
            data, digest = split_line(line)
            event = decode_event(data)
        except Malformed:
            return
        if event["tenant"] != self.tenant or self.hash(data) != digest:
            return
        seq, lost = event["seq"], self.expected()
        if self.suspicion == "link":
            if event["previous"] == self.odd[1]:
                self.accuse("event_changed", self.head[0], self.odd_line - 1)
            elif seq == self.odd[0] and event["previous"] == self.head[1]:
                self.accuse("event_inserted", seq, self.odd_line)
            else:
                self.accuse("event_changed", self.odd[0], self.odd_line)
        elif self.run == 0:
            self.run = lost if seq == lost else 0
        elif seq != self.run + 1:
            self.accuse("event_reordered", lost, self.odd_line)
        elif seq == self.odd[0]:
            self.accuse("event_inserted", seq, self.odd_line)
        else:
            self.run = seq

    def finish(self):
        if self.suspicion == "gap":
            lost = self.expected()
            if self.run == 0:
                self.accuse("event_missing", lost, self.odd_line)
            elif self.run + 1 == self.odd[0]:
                self.accuse("event_reordered", lost, self.odd_line)
            else:
                self.accuse("event_inserted", self.odd[0], self.odd_line)
        elif self.suspicion == "link":
            if self.known == self.odd[:2]:
                self.accuse("event_changed", self.head[0], self.odd_line - 1)
            else:
                self.accuse("event_changed", self.odd[0], self.odd_line)
        if self.verdict:
            raise self.verdict
        if self.head is None and self.known is None:
            raise Verdict("ledger_absent", 0, 0)
        if self.known and (self.head is None or self.head[0] < self.known[0]):
            raise Verdict("ledger_truncated", self.expected(), 0)
        return self.head


def guess(line):
    """Tenant and algorithm as the first line has them; sm3 where it says nothing usable."""
    try:
        event = decode_event(split_line(line)[0])
    except Malformed:
        return "", "sm3"
    try:
        return event["tenant"], read_opening(event)
    except Malformed:
        return event["tenant"], "sm3"


def verify(lines, tenant=None, known=None, algorithm=None):
    """The head (seq, hash) of these lines, given as bytes without line feeds; raises Verdict."""
    verifier = None
    for line in lines:
        if verifier is None:
            found_tenant, found_algorithm = guess(line)
            verifier = Verifier(tenant or found_tenant, algorithm or found_algorithm, known)
        verifier.feed(line)
    return (verifier or Verifier(tenant or "", algorithm or "sm3", known)).finish()


def main():
    parser = argparse.ArgumentParser(description="Verifies an exported ledger.")
    parser.add_argument("file")
    parser.add_argument("--tenant", help="whose ledger it must be; otherwise whose it says it is")
    parser.add_argument("--algorithm", choices=sorted(HASHES), help="otherwise the one that the first event names")
    parser.add_argument("--known", help="a head noted elsewhere, SEQ:HASH")
    arguments = parser.parse_args()
    known = None
    if arguments.known:
        seq, _, digest = arguments.known.partition(":")
        known = (int(seq), digest)
    source = sys.stdin.buffer if arguments.file == "-" else open(arguments.file, "rb")
    try:
        head = verify((line.rstrip(b"\n") for line in source), arguments.tenant, known, arguments.algorithm)
    except Verdict as verdict:
        print(verdict)
        return 1
    print(f"holds: {head[0]} events, head {head[0]}:{head[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
