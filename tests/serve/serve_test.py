#!/usr/bin/env python3
"""heng serve as a process: it starts on a store, keeps to its settings, and stops in order.

    serve_test.py HENG
"""
import http.client
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

HENG = sys.argv.pop(1)
DAY = "2021-01-15"


class Server:
    def __init__(self, folder, *options):
        command = [HENG, "serve", "--demo", "--demo-day", DAY, "--data", folder, "--port", "0", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(self.process.communicate()[1])
        self.port = urllib.parse.urlsplit(re.search(r"http://\S+", line).group()).port
        self.headers = {}

    def ask(self, method, target, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, target, body, {**self.headers, **headers})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def sign_in(self, name):
        answer, body = self.ask("POST", "/api/v1/session", json.dumps({"name": name, "password": "heng-demo-2021"}),
                                **{"Content-Type": "application/json"})
        if answer.status != 201:
            raise AssertionError(body)
        self.headers = {"Cookie": answer.getheader("Set-Cookie").split(";")[0], "X-CSRF-Token": json.loads(body)["csrf_token"]}

    def upload(self, size):
        target = "/api/v1/evidence?declared=non_secret&name=a.pdf"
        return self.ask("PUT", target, b"%PDF-1.4 ".ljust(size, b"x"), **{"Content-Type": "application/pdf"})[0].status

    def stop(self):
        """The exit status, and the log."""
        self.process.send_signal(signal.SIGTERM)
        log = self.process.communicate(timeout=60)[1]
        return self.process.returncode, [json.loads(line) for line in log.splitlines()]


class Serving(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = cls.scratch.name + "/city"
        subprocess.run([HENG, "demo", "--dir", cls.folder, "--until", DAY], check=True, stdout=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def serve(self, *options):
        server = Server(self.folder, *options)
        self.addCleanup(server.process.kill)  # does nothing to one that has ended
        return server

    def test_answers_and_stops_in_order(self):
        server = self.serve()
        self.assertEqual(server.ask("GET", "/readyz")[1], b"ready\n")
        self.assertIn(b"heng_http_requests_total", server.ask("GET", "/metrics")[1])
        self.assertEqual(server.ask("GET", "/api/v1/me")[0].status, 401)
        server.sign_in("office-1")
        self.assertEqual(server.ask("GET", "/api/v1/me")[0].status, 200)
        status, log = server.stop()
        self.assertEqual(status, 0)
        self.assertEqual([line["what"] for line in log if line["what"] in ("serving", "stopping", "stopped")],
                         ["serving", "stopping", "stopped"])

    def test_takes_uploads_as_large_as_the_settings_say(self):
        small = self.serve("--limits-upload-mib", "1")
        small.sign_in("office-1")
        self.assertEqual(small.upload(1 << 20), 201)
        self.assertEqual(small.upload((1 << 20) + 1), 413)
        small.stop()
        usual = self.serve()
        usual.sign_in("office-1")
        self.assertEqual(usual.upload(60 << 20), 201, "a hundred by default")
        usual.stop()

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
