#!/usr/bin/env python3
"""Two servers on one PostgreSQL: what one does the other knows, what both do at once is done once, and one may die.

    two_servers_test.py HENG
"""
import sys
import tempfile
import threading
import unittest

import serving

HENG = sys.argv.pop(1)
DAY = "2021-07-15"
SESSION_SECONDS = 3 + 1  # another server may go on with it for three; one more for an answer on a busy machine
ROUNDS = 8


class TwoServers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.cluster = serving.Cluster()
        cls.addClassCleanup(cls.cluster.remove)
        played = serving.play(HENG, cls.scratch.name, DAY)
        backup = cls.scratch.name + "/backup"
        serving.run(HENG, "backup", "--db", played, "--out", backup)
        cls.db = cls.cluster.make_database("heng")
        cls.evidence = cls.scratch.name + "/evidence"
        cls.vault = cls.scratch.name + "/heng.db.vault.key"
        serving.run(HENG, "restore", backup, "--db", cls.db, "--evidence", cls.evidence)
        serving.copy_accounts(cls.scratch.name + "/heng.db", cls.cluster, "heng")
        cls.accounts = serving.accounts_of(HENG, cls.db, "--vault", cls.vault)

    def setUp(self):
        self.one, self.other = self.start(), self.start()
        self.office = serving.Browser(self.one.port, "office:市考核办").sign_in("office-1")
        self.recorders = serving.Recorders(self.office, self.accounts)

    def start(self):
        server = serving.Server(HENG, "--demo", "true", "--demo-day", DAY, "--db", self.db, "--evidence", self.evidence,
                                "--data-key-file", self.vault)
        self.addCleanup(server.close)
        return server

    def verify(self):
        return serving.run(HENG, "verify", "--db", self.db)

    def test_what_one_does_the_other_knows_and_tells_its_listeners(self):
        recorder = self.recorders.sign_in(self.one.port, 2)
        there = self.office.at(self.other.port)
        listeners = [serving.Listener(self.office), serving.Listener(there)]
        for _ in range(ROUNDS):
            seq = recorder.done("record_finding", self.recorders.finding(DAY))
            for listener in listeners:
                listener.wait_for(seq)
            for seen in (self.office, there):
                self.assertTrue(seen.knows(seq))
        for listener in listeners:
            listener.close()

    def test_a_finding_confirmed_through_both_at_once_is_confirmed_once(self):
        recorder = self.recorders.sign_in(self.one.port, 2)
        first = self.recorders.sign_in(self.one.port, 0)
        second = self.recorders.sign_in(self.other.port, 1)
        for _ in range(ROUNDS):
            body = {"year": 2021, "finding": recorder.done("record_finding", self.recorders.finding(DAY))}
            serving.wait_until(lambda body=body: second.knows(body["finding"]), 10, "the other server knows of the finding")
            answers = serving.at_once(lambda body=body: first.act("confirm_finding", body),
                                      lambda body=body: second.act("confirm_finding", body))
            self.assertEqual([answer.status for answer in answers].count(201), 1, [answer.body for answer in answers])
            refused = next(answer for answer in answers if answer.status != 201)
            self.assertEqual(refused.json()["code"], "record_stage_unfit")

    def test_documents_numbered_through_both_at_once_have_no_gap_and_no_double(self):
        before = self.office_numbers()
        second = serving.Browser(self.other.port, "office:市考核办").sign_in("office-2")
        circular = {"year": 2021, "text": "督查", "units": [{"unit": "C03", "text": "督查"}]}

        def several(browser):
            return [browser.done("publish_supervision_circular", circular) for _ in range(ROUNDS)]

        events = sum(serving.at_once(lambda: several(self.office), lambda: several(second)), [])
        self.assertEqual(len(set(events)), 2 * ROUNDS)
        serving.wait_until(lambda: len(self.office_numbers()) == len(before) + 2 * ROUNDS, 10, "the first server knows of all documents")
        self.assertEqual(sorted(self.office_numbers()), list(range(1, len(before) + 2 * ROUNDS + 1)))

    def office_numbers(self):
        documents = self.office.get("/api/v1/years/2021/documents?limit=1000")["items"]
        return [one["no"] for one in documents if one["issuer"] == "市考核办"]

    def test_a_session_ended_on_one_ends_on_the_other(self):
        person = self.recorders.sign_in(self.one.port, 0)
        there = person.at(self.other.port)
        self.assertEqual(there.ask("GET", "/api/v1/me").status, 200)
        self.assertEqual(person.ask("DELETE", "/api/v1/session").status, 204)
        self.assertEqual(person.ask("GET", "/api/v1/me").status, 401)
        serving.wait_until(lambda: there.ask("GET", "/api/v1/me").status == 401, SESSION_SECONDS, "signed out on the other, too")

    def test_an_act_sent_again_to_the_other_is_not_done_twice(self):
        recorder = self.recorders.sign_in(self.one.port, 2)
        body = self.recorders.finding(DAY)
        seq = recorder.act("record_finding", body, key="sent-again").json()["seq"]
        there = recorder.at(self.other.port)
        serving.wait_until(lambda: there.knows(seq), 10, "the other knows of it")
        again = there.act("record_finding", body, key="sent-again")
        self.assertEqual((again.status, again.json()["seq"]), (201, seq))

    def test_one_is_killed_and_the_other_goes_on_with_all_that_was_acknowledged(self):
        acknowledged, enough = [], threading.Event()
        recorder = self.recorders.sign_in(self.one.port, 2)
        survivor = self.recorders.sign_in(self.other.port, 2)

        def record_until_it_dies():
            while True:
                try:
                    answer = recorder.act("record_finding", self.recorders.finding(DAY))
                except (OSError, serving.http.client.HTTPException):
                    return
                if answer.status == 201:
                    acknowledged.append(answer.json()["seq"])
                if len(acknowledged) == 20:
                    enough.set()

        writer = threading.Thread(target=record_until_it_dies)
        writer.start()
        self.assertTrue(enough.wait(60))
        self.one.kill()
        writer.join()
        acknowledged.append(survivor.done("record_finding", self.recorders.finding(DAY)))
        for seq in acknowledged:
            self.assertTrue(survivor.knows(seq), seq)
        self.verify()
        again = self.start()
        self.assertTrue(survivor.at(again.port).knows(acknowledged[-1]))

    def test_the_database_goes_away_and_comes_back(self):
        recorder = self.recorders.sign_in(self.one.port, 2)
        kept = recorder.done("record_finding", self.recorders.finding(DAY))
        self.cluster.stop()
        self.addCleanup(lambda: self.cluster.process.poll() is None or self.cluster.start())
        self.assertEqual(self.office.ask("GET", "/healthz").status, 200)
        self.assertEqual(self.office.ask("GET", "/readyz").status, 503)
        refused = recorder.act("record_finding", self.recorders.finding(DAY))
        self.assertEqual(refused.status, 503, refused.body)
        self.assertIn(refused.json()["code"], ("store_unreachable", "ledger_outcome_unknown"))
        self.cluster.start()
        for port in (self.one.port, self.other.port):
            there = recorder.at(port)
            serving.wait_until(lambda there=there: there.ask("GET", "/readyz").status == 200, 10, "ready again")
            self.assertTrue(there.knows(kept))
            seq = there.done("record_finding", self.recorders.finding(DAY))
            serving.wait_until(lambda seq=seq: self.office.knows(seq) and self.office.at(self.other.port).knows(seq), 10,
                               "both hear of what comes after")

    def tearDown(self):
        for server in (self.one, self.other):
            if server.process.poll() is None:
                self.assertEqual(server.stop(), 0)
        self.verify()


if __name__ == "__main__":
    unittest.main()
