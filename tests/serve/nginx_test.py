#!/usr/bin/env python3
"""The nginx configuration of docs/operate/tls-behind-nginx.md, as it stands there, in front of a server. Skipped (77) without nginx.

    nginx_test.py HENG
"""
import http.client
import json
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

import serving

HENG = sys.argv.pop(1)
PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/operate/tls-behind-nginx.md"
SITE = "kaohe.example.gov.cn"
DAY = "2021-07-15"
MIB = 1 << 20


def free_ports(count):
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


class Nginx:
    """Runs the page's site with ports and files of this test, and nothing else changed."""

    def __init__(self, folder, server_port):
        self.plain_port, self.tls_port = free_ports(2)
        serving.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={SITE}", "-addext",
                    f"subjectAltName=DNS:{SITE}", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/chain.pem")
        site = re.search(r"```nginx\n(.*?)```", PAGE.read_text(), re.DOTALL).group(1)
        for old, new in (("listen 80;", f"listen 127.0.0.1:{self.plain_port};"), ("    listen [::]:80;\n", ""),
                         ("listen 443 ssl", f"listen 127.0.0.1:{self.tls_port} ssl"), ("    listen [::]:443 ssl http2;\n", ""),
                         ("127.0.0.1:8080", f"127.0.0.1:{server_port}"), ("/etc/heng/tls", folder)):
            if old not in site:
                raise AssertionError(f"the page has no `{old}`")
            site = site.replace(old, new)
        self.folder = folder
        own = "".join(f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        pathlib.Path(folder, "nginx.conf").write_text(
            f"daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
            f"events {{ worker_connections 256; }}\nhttp {{\naccess_log off;\n{own}{site}\n}}\n")
        self.process = subprocess.Popen(["nginx", "-p", folder, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"])
        serving.wait_until(self.listens, 10, "nginx listens")

    def listens(self):
        if self.process.poll() is not None:
            raise AssertionError(pathlib.Path(self.folder, "error.log").read_text())
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.tls_port)) == 0

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


class Visitor(serving.Browser):
    """Someone whose browser has the site's address in its bar."""

    def __init__(self, port, folder, acting_as=None, address="127.0.0.1"):
        super().__init__(port, acting_as)
        self.address = address
        self.trust = ssl.create_default_context(cafile=f"{folder}/chain.pem")
        self.headers |= {"Host": SITE, "Origin": f"https://{SITE}"}

    def connect(self):
        connection = http.client.HTTPSConnection(SITE, self.port, timeout=30, context=self.trust)
        line = socket.create_connection(("127.0.0.1", self.port), timeout=30, source_address=(self.address, 0))
        connection.sock = self.trust.wrap_socket(line, server_hostname=SITE)
        return connection

    def ask(self, method, target, body=None, **headers):
        connection = self.connect()
        try:
            connection.request(method, target, body, {**self.headers, **headers})
            return serving.Answer(connection.getresponse())
        finally:
            connection.close()


class BehindNginx(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = scratch.name
        serving.play(HENG, cls.folder + "/city", DAY)
        cls.server = serving.Server(HENG, "--demo", "--demo-day", DAY, "--data", cls.folder + "/city", "--server-public-url",
                                    f"https://{SITE}", "--server-proxies", "127.0.0.1")
        cls.addClassCleanup(cls.server.close)
        cls.nginx = Nginx(cls.folder, cls.server.port)
        cls.addClassCleanup(cls.nginx.stop)
        cls.office = Visitor(cls.nginx.tls_port, cls.folder, "office:市考核办").sign_in("office-1")

    def visitor(self, address="127.0.0.1"):
        return Visitor(self.nginx.tls_port, self.folder, address=address)

    def test_browsers_stay_with_tls_and_the_cookie_too(self):
        answer = self.visitor().ask("POST", "/api/v1/session", json.dumps({"name": "office-2", "password": serving.PASSWORD}),
                                    **{"Content-Type": "application/json"})
        self.assertEqual(answer.status, 201, answer.body)
        self.assertEqual(len(answer.headers.get_all("Strict-Transport-Security")), 1)
        self.assertTrue(answer.headers["Set-Cookie"].startswith("__Host-"))
        flags = {flag.strip().lower() for flag in answer.headers["Set-Cookie"].split(";")[1:]}
        self.assertLessEqual({"secure", "httponly", "samesite=strict"}, flags)
        connection = http.client.HTTPConnection("127.0.0.1", self.nginx.plain_port, timeout=30)
        connection.request("GET", "/api/docs", headers={"Host": SITE})
        moved = serving.Answer(connection.getresponse())
        connection.close()
        self.assertEqual((moved.status, moved.headers["Location"]), (301, f"https://{SITE}/api/docs"))

    def test_writes_come_from_the_site_only(self):
        body = {"unit": "D13", "name": "新名称", "reason": "更名"}
        self.office.done("rename_unit", body)
        foreign = self.office.ask("POST", "/api/v1/acts/rename_unit", json.dumps(body),
                                  **{"Content-Type": "application/json", "Idempotency-Key": "foreign", "Origin": "https://elsewhere.example"})
        self.assertEqual(foreign.status, 403)

    def test_what_is_for_the_machine_is_not_handed_on(self):
        for path in ("/healthz", "/readyz", "/metrics"):
            self.assertEqual(self.visitor().ask("GET", path).status, 404, path)
            self.assertEqual(serving.Browser(self.server.port).ask("GET", path).status, 200, path)

    def test_changes_are_told_at_once(self):
        connection = self.office.connect()
        connection.request("GET", "/api/v1/changes", headers=self.office.headers)
        answer = connection.getresponse()
        self.assertEqual(answer.status, 200)
        seq = self.office.done("rename_unit", {"unit": "D14", "name": "新名称", "reason": "更名"})
        done = time.monotonic()
        while f'"seq":{seq}'.encode() not in answer.readline().replace(b" ", b""):
            pass
        self.assertLess(time.monotonic() - done, 2, "not kept back until a buffer is full")
        answer.close()
        connection.close()

    def test_uploads_as_large_as_the_settings_say_go_through(self):
        target, kind = "/api/v1/evidence?declared=non_secret&name=a.pdf", {"Content-Type": "application/pdf"}
        self.assertEqual(self.office.ask("PUT", target, b"%PDF-1.4 ".ljust(100 * MIB, b"x"), **kind).status, 201)
        refused = self.office.ask("PUT", target, b"%PDF-1.4 ".ljust(100 * MIB + 1, b"x"), **kind)
        self.assertEqual((refused.status, refused.json()["code"]), (413, "blob_too_large"))

    def test_who_fails_to_sign_in_locks_out_himself_alone(self):
        bad = self.visitor("127.0.0.66")
        statuses = []
        for number in range(31):
            forged = {"X-Forwarded-For": f"10.1.2.{number}", "Content-Type": "application/json"}
            answer = bad.ask("POST", "/api/v1/session", json.dumps({"name": f"nobody-{number}", "password": "Wrong-password-1"}), **forged)
            statuses.append(answer.status)
        self.assertEqual(statuses, 30 * [401] + [429])
        self.visitor("127.0.0.67").sign_in("office-2")


if __name__ == "__main__":
    if not shutil.which("nginx"):
        raise SystemExit(77)
    unittest.main()
