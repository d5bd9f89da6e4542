#!/usr/bin/env python3
"""heng serve as a process: it starts on a store, keeps to its settings, and stops in order.

    serve_test.py HENG
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import serving

HENG = sys.argv.pop(1)
DAY = "2021-01-15"


class Serving(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = cls.scratch.name + "/city"
        serving.play(HENG, cls.folder, DAY)

    def serve(self, *options):
        server = serving.Server(HENG, "--demo", "--demo-day", DAY, "--data", self.folder, *options)
        self.addCleanup(server.close)
        return server

    def test_answers_and_stops_in_order(self):
        server = self.serve()
        office = serving.Browser(server.port)
        self.assertEqual(office.ask("GET", "/readyz").body, b"ready\n")
        self.assertIn(b"heng_http_requests_total", office.ask("GET", "/metrics").body)
        self.assertEqual(office.ask("GET", "/api/v1/me").status, 401)
        office.sign_in("office-1")
        self.assertEqual(office.ask("GET", "/api/v1/me").status, 200)
        self.assertEqual(server.stop(), 0)
        said = [record["what"] for record in server.records()]
        self.assertEqual([what for what in said if what in ("serving", "stopping", "stopped")], ["serving", "stopping", "stopped"])

    def test_logs_whoever_is_refused(self):
        """ASVS 7.2.2: each decision against someone, at the usual level; what is answered is not logged there."""
        server = self.serve()
        unit = serving.Browser(server.port)
        unit.ask("GET", "/api/v1/me")
        unit.sign_in("office-1")
        unit.ask("GET", "/api/v1/accounts")
        unit.ask("GET", "/api/v1/me")
        server.stop()
        told = [(one["path"], one["status"]) for one in server.records() if one["what"].startswith("request")]
        self.assertEqual(told, [("/api/v1/me", 401), ("/api/v1/accounts", 403)])

    def test_takes_uploads_as_large_as_the_settings_say(self):
        small = self.serve("--limits-upload-mib", "1")
        self.assertEqual(self.upload(small, 1 << 20), 201)
        self.assertEqual(self.upload(small, (1 << 20) + 1), 413)
        small.stop()
        self.assertEqual(self.upload(self.serve(), 60 << 20), 201, "a hundred by default")

    def upload(self, server, size):
        office = serving.Browser(server.port).sign_in("office-1")
        return office.ask("PUT", "/api/v1/evidence?declared=non_secret&name=a.pdf", b"%PDF-1.4 ".ljust(size, b"x"),
                          **{"Content-Type": "application/pdf"}).status

    def test_sends_people_to_the_identity_provider_of_its_settings(self):
        secret = pathlib.Path(self.scratch.name) / "secret"
        secret.write_text("s3cret\n")
        # nobody listens at port 1: the provider is away
        server = self.serve("--oidc-issuer", "http://127.0.0.1:1", "--oidc-client-id", "heng", "--oidc-client-secret-file",
                            secret, "--server-public-url", "http://127.0.0.1:8080")
        visitor = serving.Browser(server.port)
        self.assertEqual(visitor.get("/api/v1/sign-in-ways"), {"is_demo": True, "ways": ["password", "oidc"]})
        answer = visitor.ask("GET", "/api/v1/session/oidc")
        self.assertEqual((answer.status, answer.headers["Location"]), (303, "/#/sign-in?problem=identity_provider_unusable"))
        server.stop()
        [failed] = [record for record in server.records() if record["what"] == "a sign-in at the provider failed"]
        self.assertEqual(failed["place"], "Couldn't connect to server")
        self.assertNotIn("s3cret", server.said())
        self.assertEqual(serving.Browser(self.serve().port).get("/api/v1/sign-in-ways"), {"is_demo": True, "ways": ["password"]})

    def test_says_all_that_is_wrong_with_its_settings(self):
        settings = pathlib.Path(self.scratch.name) / "heng.yaml"
        settings.write_text("server:\n  port: many\n  adress: ::1\n")
        done = subprocess.run([HENG, "serve", "--config", settings, "--check"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{settings}:2", done.stderr)
        self.assertIn(f"{settings}:3", done.stderr)

    def test_does_not_begin_without_a_store(self):
        done = subprocess.run([HENG, "serve", "--data", self.scratch.name, "--port", "0"], capture_output=True, text=True, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertFalse((pathlib.Path(self.scratch.name) / "heng.db").exists(), "a mistyped folder is no new store")


if __name__ == "__main__":
    unittest.main()
