#!/usr/bin/env python3
"""The year of `heng demo`, from the command line: both verifiers accept its bundle, and it can be gone on with."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import verify_bundle

HENG = None


class Demo(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name) / "demo"
        self.db = f"sqlite:{self.folder}/heng.db"

    def heng(self, *arguments):
        done = subprocess.run([HENG, *arguments, "--lang", "en"], capture_output=True, check=False)
        self.assertEqual(0, done.returncode, done.stderr.decode())
        return done.stdout.decode()

    def test_both_verifiers_accept_its_bundle(self):
        said = self.heng("demo", "--dir", str(self.folder))
        head = re.search(r"head: (\S+)", said).group(1)
        path = self.folder / "demo.heng"
        self.heng("bundle", "--db", self.db, "--out", str(path))
        verdict = self.heng("verify", str(path), "--known", head)
        self.assertIn("published results 2, all as computed again", verdict)
        verify_bundle.use_fast_hash()
        bundle = verify_bundle.Bundle(path.read_bytes())
        bundle.verify()
        self.assertEqual(2, bundle.state.published)
        self.assertEqual(head, f"{bundle.head[0]}:{bundle.head[1]}")

    def test_its_open_ballot_can_be_closed(self):
        self.heng("demo", "--dir", str(self.folder), "--until", "2022-01-17")
        path = self.folder / "events.heng"
        self.heng("bundle", "--db", self.db, "--out", str(path))
        events = [json.loads(line)["event"] for line in path.read_text(encoding="utf-8").splitlines()
                  if line.startswith('{"event"')]
        ballot = next(e["seq"] for e in events if e["act"] == "open_ballot" and e["body"]["domain"] == "counties")
        self.heng("act", "--db", self.db, "--as", "组织部甲:lead:市委组织部", "--on", "2022-01-18", "close_ballot",
                  json.dumps({"year": 2021, "ballot": ballot}))
        self.assertIn("97.59", self.heng("show", "--db", self.db, "--unit", "C01"))


if __name__ == "__main__":
    HENG = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1)
