#!/usr/bin/env python3
"""A store of an earlier version is opened by this program and goes on, with its events; one of a later version is refused in words.

    upgrade_test.py HENG
"""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import serving

HENG = sys.argv.pop(1)
SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src/shell/sqlite/migrations.cpp"
DAY = "2021-03-15"
EVENTS_SINCE, ACCOUNTS_SINCE = 1, 4  # the versions that brought these tables


def steps():
    """The SQL of each version, as it was released."""
    found = re.findall(r'\{(\d+), R"\((.*?)\)"\}', SOURCE.read_text(), re.DOTALL)
    if [int(version) for version, _ in found] != list(range(1, len(found) + 1)):
        raise AssertionError(f"{SOURCE} is not read rightly")
    return [sql for _, sql in found]


STEPS = steps()


def read(file, sql):
    store = sqlite3.connect(file)
    try:
        return store.execute(sql).fetchall()
    finally:
        store.close()


class Upgrading(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = pathlib.Path(cls.scratch.name)
        serving.play(HENG, cls.folder / "played", DAY)
        cls.latest = read(cls.folder / "played/heng.db", "SELECT max(version) FROM schema_version")[0][0]

    def store_of(self, version):
        """What a program of that version would have left of the played year."""
        file = self.folder / f"version-{version}.db"
        file.unlink(missing_ok=True)
        store = sqlite3.connect(file, isolation_level=None)
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY)")
        for number, sql in enumerate(STEPS[:version], 1):
            store.executescript(sql)
            store.execute("INSERT INTO schema_version VALUES (?)", (number,))
        store.execute("ATTACH ? AS played", (f"{self.folder}/played/heng.db",))
        store.execute("INSERT INTO event SELECT * FROM played.event ORDER BY tenant, seq")
        if version >= ACCOUNTS_SINCE:
            for table in ("account_record", "account_trail"):
                store.execute(f"INSERT INTO {table} SELECT * FROM played.{table}")
        store.close()
        return file

    def serve(self, file):
        server = serving.Server(HENG, "--demo", "--demo-day", DAY, "--db", f"sqlite:{file}", "--evidence",
                                self.folder / "played/heng.db.evidence", "--data-key-file", self.folder / "played/heng.db.vault.key")
        self.addCleanup(server.close)
        return server

    def test_every_earlier_version_is_opened_and_goes_on(self):
        for version in range(EVENTS_SINCE, self.latest + 1):
            with self.subTest(version=version):
                file = self.store_of(version)
                before = read(file, "SELECT tenant, seq, stored, hash FROM event ORDER BY seq")
                server = self.serve(file)
                self.assertEqual(read(file, "SELECT max(version) FROM schema_version"), [(self.latest,)])
                if version >= ACCOUNTS_SINCE:
                    office = serving.Browser(server.port, "office:市考核办").sign_in("office-1")
                    seq = office.done("rename_unit", {"unit": "D13", "name": "新名称", "reason": "更名"})
                    self.assertEqual(seq, len(before) + 1)
                self.assertEqual(server.stop(), 0)
                after = read(file, "SELECT tenant, seq, stored, hash FROM event ORDER BY seq")
                self.assertEqual(after[:len(before)], before, "with its events")
                serving.run(HENG, "verify", "--db", f"sqlite:{file}")

    def test_a_later_version_is_refused_in_words_and_left_alone(self):
        file = self.store_of(self.latest)
        store = sqlite3.connect(file)
        with store:
            store.execute("INSERT INTO schema_version VALUES (?)", (self.latest + 1,))
        store.close()
        before = read(file, "SELECT * FROM schema_version")
        for command in (["serve", "--port", "0"], ["verify"], ["backup", "--out", self.folder / "backup"]):
            for language, words in (("en", "Use a newer program"), ("zh", "请使用更新的程序")):
                asked = [HENG, "--lang", language, *command, "--db", f"sqlite:{file}"]
                done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn("store_schema_newer", done.stderr)
                self.assertIn(words, done.stderr)
        self.assertEqual(read(file, "SELECT * FROM schema_version"), before)
        self.assertFalse((self.folder / "backup").exists())


if __name__ == "__main__":
    unittest.main()
