#!/usr/bin/env python3
"""SEC-13: what people have typed in secret is nowhere in the server's memory once it is answered.

    residue_test.py HENG
"""
import json
import re
import sys
import tempfile
import unittest

import serving

HENG = sys.argv.pop(1)
NEW_PASSWORD = "Kite-over-the-harbour-1907"
JSON = {"Content-Type": "application/json"}


def memory_of(pid):
    """All that the process may write to, in pieces."""
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            first, last, rights = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            if not rights.startswith("rw") or "[vvar" in line:
                continue
            memory.seek(int(first, 16))
            try:
                yield memory.read(int(last, 16) - int(first, 16))
            except OSError:
                continue  # given back meanwhile


def times_in_memory(pid, text):
    return sum(piece.count(text.encode()) for piece in memory_of(pid))


class Residue(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.db = f"sqlite:{folder.name}/heng.db"
        told = serving.run(HENG, "init", "--db", self.db, "--tenant", "city", "--system-admin", "p-sys", "--security-admin", "p-sec",
                           "--audit-admin", "p-aud")
        self.account, self.password = re.search(r"system_admin (\S+) (\S+)", told).groups()
        self.server = serving.Server(HENG, "--db", self.db)
        self.addCleanup(self.server.close)

    def test_passwords_are_forgotten(self):
        pid = self.server.process.pid
        browser = serving.Browser(self.server.port)
        try:
            kept = times_in_memory(pid, self.db.removeprefix("sqlite:"))
        except PermissionError:
            self.skipTest("the memory of another process may not be read here")
        self.assertGreater(kept, 0, "what the server does keep is found in this way")

        browser.sign_in(self.account, self.password)
        changed = browser.ask("POST", "/api/v1/session/password",
                              json.dumps({"current": self.password, "wanted": NEW_PASSWORD}), **JSON)
        self.assertEqual(changed.status, 200, changed.body)
        serving.Browser(self.server.port).sign_in(self.account, NEW_PASSWORD)
        wrong = serving.Browser(self.server.port).ask(
            "POST", "/api/v1/session", json.dumps({"name": self.account, "password": NEW_PASSWORD + "x"}), **JSON)
        self.assertEqual(wrong.status, 401)
        for secret in (self.password, NEW_PASSWORD):
            serving.wait_until(lambda: times_in_memory(pid, secret) == 0, 5, f"{times_in_memory(pid, secret)} copies are left")
        self.assertEqual(self.server.stop(), 0)


if __name__ == "__main__":
    unittest.main()
