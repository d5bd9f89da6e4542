"""What the tests of this folder have in common: the server as a process, people who use it, and a PostgreSQL of their own."""
import csv
import http.client
import io
import itertools
import json
import os
import pathlib
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse

PASSWORD = "heng-demo-2021"
TENANT = "demo-city"
YEAR = 2021


def run(*command, **options):
    """Its output; whatever else it said comes with the failure."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def wait_until(condition, seconds, what):
    """What the condition gives, as soon as that is true of it."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()  # of a poll: nothing else waits for it
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        pause.wait(0.02)


class Server:
    """`heng serve` with these options, from its first line on."""

    def __init__(self, heng, *options):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([heng, "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        if not line:
            self.process.wait(timeout=60)
            self.process.stdout.close()
            said = self.said()
            self.log.close()
            raise AssertionError(said)
        self.port = urllib.parse.urlsplit(re.search(r"http://\S+", line).group()).port

    def said(self):
        self.log.seek(0)
        return self.log.read().decode()

    def records(self):
        """The log, line by line."""
        return [json.loads(line) for line in self.said().splitlines()]

    def end(self, how):
        """The exit status."""
        self.process.send_signal(how)
        self.process.wait(timeout=60)
        self.process.stdout.close()
        return self.process.returncode

    def stop(self):
        return self.end(signal.SIGTERM)

    def kill(self):
        if self.process.poll() is None:
            self.end(signal.SIGKILL)

    def close(self):
        """Leaves nothing of it, however far it came."""
        self.kill()
        self.log.close()


class Answer:
    def __init__(self, answer):
        self.body = answer.read()
        self.status, self.headers = answer.status, answer.headers

    def json(self):
        return json.loads(self.body)


class Browser:
    """A person at a server. His cookie is good at every server of the same database."""

    keys = itertools.count()

    def __init__(self, port, acting_as=None):
        self.port, self.headers = port, {}
        if acting_as:
            self.headers["Acting-As"] = urllib.parse.quote(acting_as, safe=":")

    def at(self, port):
        """The same session at another server."""
        other = Browser(port)
        other.headers = dict(self.headers)
        return other

    def ask(self, method, target, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, target, body, {**self.headers, **headers})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def get(self, target):
        answer = self.ask("GET", target)
        if answer.status != 200:
            raise AssertionError(f"{target}: {answer.status} {answer.body.decode()}")
        return answer.json()

    def sign_in(self, name, password=PASSWORD):
        answer = self.ask("POST", "/api/v1/session", json.dumps({"name": name, "password": password}),
                          **{"Content-Type": "application/json"})
        if answer.status != 201:
            raise AssertionError(f"{name}: {answer.status} {answer.body.decode()}")
        self.headers["Cookie"] = answer.headers["Set-Cookie"].split(";")[0]
        self.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        return self

    def act(self, act, body, key=None):
        """The answer, whatever it is."""
        key = key or f"{os.getpid()}-{next(self.keys)}"
        return self.ask("POST", f"/api/v1/acts/{act}", json.dumps(body), **{"Content-Type": "application/json", "Idempotency-Key": key})

    def knows(self, finding):
        return self.ask("GET", f"/api/v1/years/{YEAR}/findings/{finding}").status == 200

    def done(self, act, body):
        """The number of the event that came of it."""
        answer = self.act(act, body)
        if answer.status != 201:
            raise AssertionError(f"{act}: {answer.status} {answer.body.decode()}")
        return answer.json()["seq"]


class Listener:
    """Listens to the changes that a server tells of."""

    def __init__(self, browser):
        self.connection = http.client.HTTPConnection("127.0.0.1", browser.port, timeout=30)
        self.connection.request("GET", "/api/v1/changes", headers=browser.headers)
        self.answer = self.connection.getresponse()
        if self.answer.status != 200:
            raise AssertionError(self.answer.read())

    def wait_for(self, seq):
        """Until it was told that the ledger goes to `seq`, or farther; the connection's time-out ends a wait in vain."""
        while True:
            line = self.answer.readline()
            if not line:
                raise AssertionError(f"the server ended before it told of {seq}")
            told = re.match(rb'data: \{"seq":\s*(\d+)', line)
            if told and int(told.group(1)) >= seq:
                return

    def close(self):
        self.answer.close()
        self.connection.close()


def at_once(*calls):
    """What they give, in order, all begun at the same moment."""
    barrier = threading.Barrier(len(calls))
    out = [None] * len(calls)

    def one(place, call):
        barrier.wait()
        try:
            out[place] = call()
        except Exception as failure:  # told to whoever waits, below
            out[place] = failure

    threads = [threading.Thread(target=one, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in out:
        if isinstance(each, Exception):
            raise each
    return out


def play(heng, folder, until):
    """The demonstration city in an SQLite store."""
    run(heng, "demo", "--dir", folder, "--until", until)
    return f"sqlite:{folder}/heng.db"


def accounts_of(heng, db, *options):
    """The account of each person."""
    listed = run(heng, "--lang", "en", "account", "list", "--db", db, *options).splitlines()
    return {cells[1]: cells[0] for cells in map(str.split, listed[4:]) if len(cells) > 1}


class Recorders:
    """Who records findings, and who confirms them: three people of the one body that a sample was recorded by."""

    def __init__(self, office, accounts):
        self.sample = office.get(f"/api/v1/years/{YEAR}/findings?limit=1")["items"][0]
        self.body = self.sample["body"]
        people = office.get("/api/v1/people?limit=1000")["items"]
        held = [one["id"] for one in people if any(as_["as"] == "assessor" and as_["of"] == self.body for as_ in one["appointments"])]
        self.names = sorted(accounts[person] for person in held)
        self.cases = itertools.count()

    def sign_in(self, port, place):
        return Browser(port, f"assessor:{self.body}").sign_in(self.names[place])

    def finding(self, day):
        """One that nobody has recorded yet."""
        case = f"serve-{os.getpid()}-{next(self.cases)}"
        return {"year": YEAR, "unit": self.sample["unit"], "branch": self.sample["branch"], "value": self.sample["value"],
                "occurred_on": day, "case": case, "note": case}


class Cluster:
    """A PostgreSQL of this test alone. As root it runs under the user that Debian's package makes."""

    def __init__(self):
        programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if not programs:
            raise AssertionError("PostgreSQL is not installed; install Debian's package postgresql")
        self.bin = programs[-1].parent
        self.folder = tempfile.mkdtemp(prefix="heng-postgres-")
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            owner = pwd.getpwnam(self.user)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        run(self.bin / "initdb", "-D", f"{self.folder}/data", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust",
            "--username=heng", "--no-sync", "--wal-segsize=1", **self.as_user())
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = None
        self.start()

    def as_user(self):
        return {"user": self.user, "group": self.user, "extra_groups": [], "cwd": "/"} if self.user else {"cwd": "/"}

    def start(self):
        log = open(f"{self.folder}/server.log", "ab")
        self.process = subprocess.Popen(
            [self.bin / "postgres", "-D", f"{self.folder}/data", "-p", str(self.port), "-c", "listen_addresses=127.0.0.1",
             "-c", "unix_socket_directories=", "-c", "logging_collector=off"], stdout=log, stderr=log, **self.as_user())
        log.close()
        wait_until(self.is_ready, 60, "PostgreSQL accepts connections")

    def is_ready(self):
        if self.process.poll() is not None:
            raise AssertionError(pathlib.Path(f"{self.folder}/server.log").read_text())
        asked = [self.bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port), "-d", "postgres"]
        return subprocess.run(asked, check=False).returncode == 0

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)  # at once: nobody needs the data any more
            self.process.wait(timeout=60)

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, database):
        return f"postgresql://heng@127.0.0.1:{self.port}/{database}"

    def sql(self, database, text, **options):
        return run(self.bin / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url(database), "-c", text, **options)

    def make_database(self, name):
        self.sql("postgres", f"CREATE DATABASE {name}")
        return self.url(name)


def copy_accounts(sqlite_file, cluster, database):
    """Brings the accounts of an SQLite store into a PostgreSQL one that has none; what is sealed is the same in both."""
    import sqlite3  # pylint: disable=import-outside-toplevel
    with sqlite3.connect(sqlite_file) as source:
        for table in ("account_record", "account_trail"):
            if int(cluster.sql(database, f"SELECT count(*) FROM {table}")) > 0:
                continue
            rows = source.execute(f"SELECT * FROM {table}")
            columns = ", ".join(column[0] for column in rows.description)
            text = io.StringIO()
            csv.writer(text).writerows(rows)
            cluster.sql(database, f"COPY {table} ({columns}) FROM STDIN (FORMAT csv, FORCE_NOT_NULL ({columns}))", input=text.getvalue())
