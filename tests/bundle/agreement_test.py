#!/usr/bin/env python3
"""Two verifiers, one verdict: `heng verify` and tools/verify_bundle.py on a good bundle and on damaged ones.

A small year is played with `heng act`, so that the bundle has events of every kind that bear on results. Each damage must be
found by both, with the same code in the same line.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import verify_bundle
import verify_ledger

HENG = None
SEED = 2021
RANDOM_PLACES = 120


class City:
    """A store with a year in force, and what people did in it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.db = f"sqlite:{folder}/city.db"
        self.run("init", "--on", "2021-01-04", "--db", self.db, "--tenant", "demo-city", "--system-admin", "sys", "--security-admin", "sec",
                 "--audit-admin", "aud")
        for body, roles in {"市考核办": ["office"], "市考核委": ["commission"], "市纪委机关": ["assessor"],
                            "市委组织部": ["assessor", "lead"]}.items():
            self.act("sys:system_admin", "add_body", {"body": body, "roles": roles})
            for no in (1, 2):
                self.act("sys:system_admin", "add_person", {"person": f"{body}{no}"})
                for role in roles:
                    self.act("sec:security_admin", "appoint", {"person": f"{body}{no}", "role": role, "for": body})
        self.office = "市考核办1:office:市考核办"

    def run(self, *arguments, status=0):
        done = subprocess.run([HENG, *arguments, "--lang", "en"], capture_output=True, check=False)
        if done.returncode != status:
            raise AssertionError(f"{arguments}: {done.returncode} {done.stdout.decode()} {done.stderr.decode()}")
        return done.stdout.decode()

    def act(self, who, act, body, *options, on="2021-03-31"):
        said = self.run("act", "--db", self.db, "--as", who, "--on", on, act, json.dumps(body), *options)
        return int(re.match(r"recorded as (\d+)", said).group(1))

    def put_in_force(self):
        self.act(self.office, "open_year", {"year": 2021})
        draft = self.act(self.office, "consolidate_indicators", {"year": 2021}, "--scheme",
                         str(ROOT / "schemes/demo-city"))
        self.act("市考核委1:commission:市考核委", "consent_to_indicators", {"year": 2021, "draft": draft})
        self.act(self.office, "issue_indicators", {"year": 2021, "draft": draft, "from": "2021-03-31"})

    def finding(self, unit, branch, value, case=None):
        body = {"year": 2021, "unit": unit, "branch": branch, "value": value, "occurred_on": "2021-04-01", "note": "事实"}
        if case:
            body["case"] = case
        seq = self.act("市纪委机关1:assessor:市纪委机关", "record_finding", body, on="2021-04-02")
        self.act("市纪委机关2:assessor:市纪委机关", "confirm_finding", {"year": 2021, "finding": seq}, on="2021-04-03")
        return seq

    def bundle(self):
        path = self.folder / "city.heng"
        self.run("bundle", "--db", self.db, "--out", str(path))
        return path.read_bytes()


def verdict_of_python(data):
    try:
        verify_bundle.Bundle(data).verify()
    except verify_bundle.Wrong as wrong:
        return wrong.code, wrong.line
    return None


class Agreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        verify_bundle.use_fast_hash()
        cls.scratch = tempfile.TemporaryDirectory()
        cls.city = city = City(cls.scratch.name)
        for unit in ("C01", "C02", "C03", "C04"):
            city.act(city.office, "enrol_unit", {"unit": unit, "name": unit, "domain": "counties"})
        city.put_in_force()
        city.finding("C01", "1.6", "2")
        city.finding("C02", "1.6", "1", "案1")
        city.finding("C02", "9.1a", "1", "案1")
        cls.data = city.bundle()
        cls.lines = cls.data.split(b"\n")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def verdict_of_heng(self, data):
        path = self.city.folder / "damaged.heng"
        path.write_bytes(data)
        done = subprocess.run([HENG, "verify", str(path), "--lang", "en"], capture_output=True, check=False)
        if done.returncode == 0:
            return None
        said = done.stderr.decode()
        match = re.search(r"^.*?\.heng:?(\d*).*?\[(\w+)\]", said)
        self.assertTrue(match, said)
        return match.group(2), int(match.group(1) or 0)

    def check_damage(self, data, what):
        ours = self.verdict_of_heng(data)
        self.assertIsNotNone(ours, what)
        self.assertEqual(ours, verdict_of_python(data), what)
        return ours

    def flipped(self, at):
        return self.data[:at] + bytes([self.data[at] ^ 1]) + self.data[at + 1:]

    def test_both_take_the_good_one(self):
        begin = time.monotonic()
        self.assertIsNone(self.verdict_of_heng(self.data))
        self.assertLess(time.monotonic() - begin, 1.0)
        self.assertIsNone(verdict_of_python(self.data))

    def test_a_changed_event_is_named(self):
        for number in (2, 5, len(self.lines) // 2):
            at = self.data.index(self.lines[number]) + 40
            self.assertEqual(("event_changed", number + 1), self.check_damage(self.flipped(at), number))

    def test_each_part_is_named_when_changed(self):
        for kind in (b"bundle", b"document", b"result", b"head"):
            number = next(i for i, line in enumerate(self.lines) if line.startswith(b'{"' + kind))
            at = sum(len(line) + 1 for line in self.lines[:number]) + len(self.lines[number]) // 2
            self.assertEqual(("bundle_malformed", number + 1), self.check_damage(self.flipped(at), kind))
        self.assertEqual("bundle_signature_wrong", self.check_damage(self.flipped(len(self.data) - 10), "signature")[0])

    def test_a_part_that_was_hashed_again_is_named(self):
        number = next(i for i, line in enumerate(self.lines) if line.startswith(b'{"result'))
        value, _ = verify_bundle.split_part(self.lines[number], "result")
        forged = value.replace(b'"rank":', b'"rank":1')
        line = b'{"result":' + forged + b',"hash":"' + verify_ledger.HASHES["sm3"](forged).encode() + b'"}'
        data = b"\n".join([*self.lines[:number], line, *self.lines[number + 1:]])
        self.assertEqual(("bundle_part_differs", number + 1), self.check_damage(data, "result"))

    def test_cut_and_longer_ones(self):
        for data in (self.data[:-1], self.data + b"\n", self.data + b"{}", b"", b"\n", self.data[:len(self.data) // 2],
                     b"\n".join(self.lines[:-2]) + b"\n", b"\n".join(self.lines[:7] + self.lines[8:])):
            self.check_damage(data, len(data))

    def test_any_byte(self):
        places = random.Random(SEED)
        for _ in range(RANDOM_PLACES):
            at, bit = places.randrange(len(self.data)), 1 << places.randrange(8)
            data = self.data[:at] + bytes([self.data[at] ^ bit]) + self.data[at + 1:]
            self.check_damage(data, f"byte {at}, bit {bit}")


if __name__ == "__main__":
    HENG = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1)
