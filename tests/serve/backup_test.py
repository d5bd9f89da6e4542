#!/usr/bin/env python3
"""SEC-12: a backup made while people go on recording holds all that was acknowledged before it, and restores to what verifies;
a server that is stopped meanwhile has lost nothing of it.

    backup_test.py HENG
"""
import hashlib
import json
import pathlib
import re
import sqlite3
import sys
import tempfile
import threading
import unittest

import serving

HENG = sys.argv.pop(1)
DAY = "2021-07-15"
WRITERS = 3
ENOUGH = 25  # acknowledged before a backup, and while it is made or after


class Writers:
    """People who record findings, each with a file as its evidence, until they are stopped."""

    def __init__(self, recorders, port):
        self.recorders = recorders
        self.acknowledged, self.refused = [], []
        self.changed, self.stopping = threading.Condition(), False
        browsers = [recorders.sign_in(port, place) for place in range(WRITERS)]
        self.threads = [threading.Thread(target=self.record, args=(browser,)) for browser in browsers]
        for thread in self.threads:
            thread.start()

    def record(self, browser):
        while not self.stopping:
            finding = self.recorders.finding(DAY)
            try:
                answer = browser.ask("PUT", "/api/v1/evidence?declared=non_secret&name=a.pdf", b"%PDF-1.4 " + finding["case"].encode(),
                                     **{"Content-Type": "application/pdf"})
                if answer.status == 201:
                    finding["evidence"] = [answer.json()["hash"]]
                    answer = browser.act("record_finding", finding)
                kept, what = (self.acknowledged, answer.json().get("seq")) if answer.status == 201 else (self.refused, answer.body)
            except (OSError, serving.http.client.HTTPException) as failure:
                kept, what = self.refused, failure
            with self.changed:
                kept.append(what)
                self.changed.notify_all()

    def wait_for_more(self):
        """Until so many more are acknowledged; all that are by then."""
        with self.changed:
            wanted = len(self.acknowledged) + ENOUGH
            if not self.changed.wait_for(lambda: self.refused or len(self.acknowledged) >= wanted, timeout=120):
                raise AssertionError("nothing is recorded any more")
            if self.refused:
                raise AssertionError(self.refused[0])
            return list(self.acknowledged)

    def stop(self):
        self.stopping = True
        for thread in self.threads:
            thread.join()


class WhileRecording:
    """What holds on any store; `open_store` and `events` are the store's."""

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.live = self.scratch.name + "/live"
        serving.play(HENG, self.live, DAY)
        self.db = self.open_store()
        accounts = serving.accounts_of(HENG, self.db, "--vault", f"{self.live}/heng.db.vault.key")
        self.folder = self.scratch.name + "/backups"
        server = serving.Server(HENG, "--data-backups", self.folder, "--demo", "--demo-day", DAY, "--db", self.db, "--evidence", f"{self.live}/heng.db.evidence",
                                "--data-key-file", f"{self.live}/heng.db.vault.key")
        self.addCleanup(server.close)
        self.server = server
        office = serving.Browser(server.port, "office:市考核办").sign_in("office-1")
        self.writers = Writers(serving.Recorders(office, accounts), server.port)
        self.addCleanup(self.writers.stop)

    def test_holds_what_was_acknowledged_and_restores_to_a_ledger_that_verifies(self):
        before = self.writers.wait_for_more()
        backup = self.scratch.name + "/backup"
        told = serving.run(HENG, "backup", "--db", self.db, "--evidence", f"{self.live}/heng.db.evidence", "--out", backup)
        self.writers.wait_for_more()
        self.writers.stop()
        self.assertEqual(self.writers.refused, [], "nobody was kept from recording")

        restored = self.empty_store()
        evidence = self.scratch.name + "/restored.evidence"
        serving.run(HENG, "restore", backup, "--db", restored, "--evidence", evidence)
        head = re.search(r"(\d+):[0-9a-f]{64}", told)
        self.assertIn(head.group(), serving.run(HENG, "verify", "--db", restored, "--known", head.group()))
        serving.run(HENG, "verify", "--db", self.db, "--known", head.group())

        old, new = self.events(self.db), self.events(restored)
        self.assertEqual(new, old[:len(new)], "the beginning of the ledger as it is")
        self.assertEqual(len(new), int(head.group(1)))
        self.assertLessEqual(max(before), len(new), "all that was acknowledged before")
        self.assertLess(len(new), len(old), "others went on")
        self.check_evidence(new, evidence)
        self.check_accounts(restored)
        self.assertEqual(self.server.stop(), 0)

    def test_is_made_by_the_system_administrator_and_restores(self):
        """The file is the same as that of the command, and lies where the settings say."""
        before = self.writers.wait_for_more()
        folder = pathlib.Path(self.folder)
        administrator = serving.Browser(self.server.port, "system_admin").sign_in("system-admin")
        made = administrator.ask("POST", "/api/v1/backups", b"", **{"Idempotency-Key": "once"})
        self.assertEqual(made.status, 201, made.body)
        again = administrator.ask("POST", "/api/v1/backups", b"", **{"Idempotency-Key": "once"})
        self.assertEqual(again.body, made.body, "a request that comes twice makes one")
        self.writers.wait_for_more()
        self.writers.stop()
        told = made.json()
        self.assertEqual([file.name for file in folder.iterdir()], [told["id"]])
        self.assertEqual((folder / told["id"]).stat().st_size, told["size_bytes"])
        self.assertEqual((folder / told["id"]).stat().st_mode & 0o077, 0, "its owner's alone")
        self.assertEqual(folder.stat().st_mode & 0o077, 0)
        listed = administrator.ask("GET", "/api/v1/backups").json()["items"]
        self.assertEqual(listed, [{key: told[key] for key in ("id", "made_at", "size_bytes")}])
        restored = self.empty_store()
        serving.run(HENG, "restore", str(folder / told["id"]), "--db", restored, "--evidence", self.scratch.name + "/restored.evidence")
        serving.run(HENG, "verify", "--db", restored, "--known", f"{told['head']['seq']}:{told['head']['hash']}")
        self.assertLessEqual(max(before), told["head"]["seq"])

    def check_evidence(self, events, folder):
        named = [digest for stored, _ in events for digest in json.loads(stored)["body"].get("evidence", [])]
        self.assertGreaterEqual(len(named), ENOUGH)
        for digest in named:
            there, here = (pathlib.Path(root, digest[:2], digest[2:]) for root in (folder, f"{self.live}/heng.db.evidence"))
            # no key was put beside the restored folder, so that its files are in the clear
            self.assertEqual(hashlib.new("sm3", there.read_bytes()).hexdigest(), digest)
            self.assertTrue(here.read_bytes().startswith(b"HENG-SEALED:"))

    def check_accounts(self, restored):
        vault = f"{self.live}/heng.db.vault.key"
        self.assertEqual(serving.accounts_of(HENG, restored, "--vault", vault), serving.accounts_of(HENG, self.db, "--vault", vault))
        serving.run(HENG, "account", "trail", "--db", restored, "--vault", vault)

    def test_a_stop_loses_nothing_that_was_acknowledged(self):
        self.writers.wait_for_more()
        self.assertEqual(self.server.stop(), 0, "it stops in order while people record")
        self.writers.stop()
        serving.run(HENG, "verify", "--db", self.db)
        events = self.events(self.db)
        for seq in self.writers.acknowledged:
            self.assertEqual(json.loads(events[seq - 1][0])["act"], "record_finding")

    def test_is_not_restored_over_a_ledger(self):
        self.writers.stop()
        backup = self.scratch.name + "/backup"
        serving.run(HENG, "backup", "--db", self.db, "--evidence", f"{self.live}/heng.db.evidence", "--out", backup)
        before = self.events(self.db)
        with self.assertRaisesRegex(AssertionError, "ended with 1.*store_not_empty"):
            serving.run(HENG, "restore", backup, "--db", self.db, "--evidence", f"{self.live}/heng.db.evidence")
        self.assertEqual(self.events(self.db), before)


class OnSqlite(WhileRecording, unittest.TestCase):
    def open_store(self):
        return f"sqlite:{self.live}/heng.db"

    def empty_store(self):
        return f"sqlite:{self.scratch.name}/restored.db"

    def events(self, db):
        store = sqlite3.connect(db.removeprefix("sqlite:"))
        try:
            return store.execute("SELECT stored, hash FROM event ORDER BY seq").fetchall()
        finally:
            store.close()


class OnPostgres(WhileRecording, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = serving.Cluster()
        cls.addClassCleanup(cls.cluster.remove)
        cls.databases = 0

    def make_database(self):
        type(self).databases += 1
        return self.cluster.make_database(f"heng{self.databases}")

    def open_store(self):
        db = self.make_database()
        first = self.scratch.name + "/first"
        serving.run(HENG, "backup", "--db", f"sqlite:{self.live}/heng.db", "--out", first)
        serving.run(HENG, "restore", first, "--db", db, "--evidence", f"{self.live}/heng.db.evidence")
        serving.copy_accounts(f"{self.live}/heng.db", self.cluster, f"heng{self.databases}")
        return db

    def empty_store(self):
        return self.make_database()

    def events(self, db):
        rows = self.cluster.sql(db.rpartition("/")[2], "SELECT json_build_array(stored, hash) FROM event ORDER BY seq")
        return [tuple(json.loads(row)) for row in rows.splitlines()]


if __name__ == "__main__":
    unittest.main()
