#!/usr/bin/env python3
"""The first start after an installation, as the unit would do it: its user, its folders, its commands, its limits.

    first_start.py UNIT_FILE

Runs as root on a machine whose port 8080 and /var/lib/heng are nobody else's: install_test.sh gives it one. What the unit keeps
from the server is kept here as well as a mount namespace can: everything read-only but the unit's own folders.
"""
import ctypes
import http.client
import json
import os
import pathlib
import pwd
import resource
import shlex
import signal
import subprocess
import sys
import threading
import time

ADMINISTRATORS = ("zhang.san", "li.si", "wang.wu")
PR_SET_NO_NEW_PRIVS = 38
CLONE_NEWNS = 0x20000


def read_unit(path):
    """The last value of each setting; an empty one clears it, as systemd reads it."""
    lines = pathlib.Path(path).read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def check(condition, why):
    if not condition:
        raise SystemExit(f"first_start: {why}")


class Unit:
    def __init__(self, path):
        self.settings = read_unit(path)
        self.user = pwd.getpwnam(self.settings["User"])
        self.data = self.settings["WorkingDirectory"]
        check(self.data == f"/var/lib/{self.settings['StateDirectory']}", "it works in its state folder")

    def limit_what_is_started(self):
        files = int(self.settings["LimitNOFILE"])
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]  # not every root may raise it
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(files, most), most))
        if self.settings["NoNewPrivileges"] == "yes":
            ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)

    def started(self, command, **options):
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": self.user.pw_dir, "USER": self.user.pw_name}
        return subprocess.Popen(command, cwd=self.data, env=environment, umask=int(self.settings["UMask"], 8), user=self.user.pw_uid,
                                group=self.user.pw_gid, extra_groups=[], text=True, **options)

    def run(self, command):
        process = self.started(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = process.communicate(timeout=60)
        check(process.returncode == 0, f"{command} ended with {process.returncode}: {out}{err}")
        return out


def read_only_but(folders):
    """ProtectSystem=strict, PrivateTmp, ProcSubset=pid, for this process and those it starts."""
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    for folder in folders:
        subprocess.run(["mount", "--bind", folder, folder], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "none", "/tmp"], check=True)
    subprocess.run(["mount", "-t", "proc", "-o", "subset=pid,hidepid=invisible", "proc", "/proc"], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", "/"], check=True)


def ask(method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", 8080, timeout=30)
    try:
        connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def wait_until(condition, what):
    deadline, pause = time.monotonic() + 60, threading.Event()
    while not condition():
        check(time.monotonic() < deadline, f"not within a minute: {what}")
        pause.wait(0.02)


def wait_for_health(server):
    def is_healthy():
        check(server.poll() is None, f"the server ended with {server.returncode}")
        try:
            return ask("GET", "/healthz")[0] == 200
        except ConnectionRefusedError:
            return False

    wait_until(is_healthy, "the server answers")


def check_files(unit):
    for path in pathlib.Path(unit.data).rglob("*"):
        status = path.stat()
        check(status.st_uid == unit.user.pw_uid, f"{path} is the server's")
        check(status.st_mode & 0o007 == 0, f"{path} is for nobody else")
        check(not path.name.endswith(("key.pem", "vault.key")) or status.st_mode & 0o077 == 0, f"{path} is the server's alone")


def main():
    unit = Unit(sys.argv[1])
    check(ctypes.CDLL(None).unshare(CLONE_NEWNS) == 0, "there are mount namespaces")
    read_only_but([unit.data, f"/var/log/{unit.settings['LogsDirectory']}"])
    unit.limit_what_is_started()
    out = unit.run(["heng", "--lang", "en", "init", "--db", f"sqlite:{unit.data}/heng.db", "--tenant", "city", "--system-admin",
                    ADMINISTRATORS[0], "--security-admin", ADMINISTRATORS[1], "--audit-admin", ADMINISTRATORS[2]])
    passwords = {words[1]: words[2] for words in map(str.split, out.splitlines()) if len(words) == 3 and words[1] in ADMINISTRATORS}
    check(len(passwords) == 3, f"a password for each administrator: {out}")
    check_files(unit)

    unit.run(shlex.split(unit.settings["ExecStartPre"]))
    server = unit.started(shlex.split(unit.settings["ExecStart"]))
    try:
        wait_for_health(server)
        status, page = ask("GET", "/")
        check(status == 200 and "<html" in page, f"the page to sign in at: {status}")
        for name in ADMINISTRATORS:
            wrong, _ = ask("POST", "/api/v1/session", json.dumps({"name": name, "password": "Wrong-password-1"}))
            check(wrong == 401, f"a wrong password: {wrong}")
            status, session = ask("POST", "/api/v1/session", json.dumps({"name": name, "password": passwords[name]}))
            check(status == 201 and json.loads(session)["pending"] == "change_password", f"the one for one use: {status} {session}")
        subprocess.run(shlex.split(unit.settings["ExecReload"].replace("$MAINPID", str(server.pid))), check=True)
        check(ask("GET", "/readyz")[0] == 200, "it goes on after a reload")
        server.send_signal(signal.Signals[unit.settings["KillSignal"]])
        check(server.wait(timeout=int(unit.settings["TimeoutStopSec"])) == 0, "it stops in order")
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()
    check_files(unit)


if __name__ == "__main__":
    main()
