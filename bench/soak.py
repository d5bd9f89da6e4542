#!/usr/bin/env python3
"""Eight hours of an office's day in minutes: does the server's memory or do its descriptors grow?

    bench/soak.py build/release/bin/heng [--seconds 300]

Everyone of the demonstration city is signed in and looks at what he may see, at present and as of earlier days; findings are
recorded and confirmed, files uploaded, listeners come and go, people sign in and out, and some ask for what they are refused.
All of it on loopback, at the rate that brings a day's number into the given seconds. What goes by the clock on the wall, such as
the round of every ten minutes and the end of idle sessions, is not compressed.

The first fifth is warm-up. Over the second half a line is laid through what was measured, and the run fails if that line rises by more
than the bounds below, if descriptors or threads are left behind once everyone has gone, if an answer is a failure of the server,
or if the ledger does not verify.
"""
import argparse
import asyncio
import collections
import itertools
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

TODAY = "2021-07-15"
YEAR = 2021
PASSWORD = "heng-demo-2021"

A_DAY = {"look": 60_000, "look back": 3_000, "be refused": 6_000, "record": 600, "confirm": 600, "upload": 300, "sign in": 600}
LISTENERS = 150
LISTENING_SHARE = 1 / 16  # of the day, before a listener goes and another comes
DAYS_BACK = ["2021-02-28", "2021-03-31", "2021-04-15", "2021-04-30", "2021-05-15", "2021-05-31", "2021-06-15", "2021-06-30"]
UPLOAD_BYTES = (20_000, 2_000_000)
SIGNED_IN_MIN, UNDER_WAY_MAX = 100, 200

# Bounds of the second half. An event that is recorded stays in memory, which is no leak.
MEMORY_MIB_MAX = 3.0
EVENT_KIB_MAX = 4.0  # its state, and the answer that is kept for its key
DESCRIPTORS_MAX = 16.0  # a busy server closes a little later than we do; what stays is seen once everyone has gone
THREADS_MAX = 0.5
LEFT_DESCRIPTORS_MAX = 4
GONE_SECONDS = 10  # for the server to notice


class Line:
    """One connection over HTTP/1.1, from an address of its own on loopback, opened when it is needed."""

    open = 0

    def __init__(self, port, address):
        self.port, self.address, self.reader, self.writer = port, address, None, None

    async def ask(self, method, path, headers, body=b""):
        if self.writer is not None and self.reader.at_eof():  # the server has closed what was idle
            self.close()
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(self.address, 0))
            Line.open += 1
        fields = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.writer.write(f"{method} {path} HTTP/1.1\r\nHost: soak\r\n{fields}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        await self.writer.drain()
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        status = int(head.split(" ", 2)[1])
        self.fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
        content = await self.reader.readexactly(int(self.fields.get("Content-Length", 0)))
        if self.fields.get("Connection") == "close":
            self.close()
        return status, content

    def close(self):
        if self.writer is not None:
            self.writer.close()
            self.writer = None
            Line.open -= 1


class Person:
    def __init__(self, port, account, place):
        self.account, self.line = account, Line(port, f"127.0.{1 + place // 200}.{1 + place % 200}")
        self.headers, self.sights, self.is_busy = {}, [], False

    async def sign_in(self):
        self.headers = {}
        status, content = await self.line.ask("POST", "/api/v1/session", {"Content-Type": "application/json"},
                                              json.dumps({"name": self.account, "password": PASSWORD}).encode())
        if status != 201:
            raise SystemExit(f"{self.account} cannot sign in: {status} {content.decode()}")
        self.headers = {"Cookie": self.line.fields["Set-Cookie"].split(";")[0], "X-CSRF-Token": json.loads(content)["csrf_token"]}

    async def sign_out(self):
        return await self.line.ask("DELETE", "/api/v1/session", self.headers)

    async def get(self, path):
        status, content = await self.line.ask("GET", path, self.headers)
        if status != 200:
            raise SystemExit(f"{self.account}: {path}: {status} {content.decode()}")
        return json.loads(content)


class Soak:
    def __init__(self, heng, folder, seconds):
        self.heng, self.folder, self.seconds = heng, folder, seconds
        self.took = collections.defaultdict(list)
        self.statuses = collections.Counter()
        self.failures = []
        self.to_confirm = collections.deque()
        self.under_way = set()
        self.numbers = itertools.count()
        self.heard = 0
        self.is_over = False

    # -- the server

    def start(self):
        run(self.heng, "demo", "--dir", self.folder, "--until", TODAY)
        command = [self.heng, "serve", "--demo", "--demo-day", TODAY, "--data", self.folder, "--port", "0", "--log-level", "warning"]
        self.server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = urllib.parse.urlsplit(re.search(r"http://\S+", self.server.stdout.readline()).group()).port

    def measure(self):
        proc = pathlib.Path(f"/proc/{self.server.pid}")
        status = proc.joinpath("status").read_text()
        figures = dict(re.findall(r"(VmRSS|Threads):\s+(\d+)", status))
        return {"at": time.monotonic() - self.began, "MiB": int(figures["VmRSS"]) / 1024, "threads": int(figures["Threads"]),
                "descriptors": len(os.listdir(proc / "fd")) - Line.open, "lines": Line.open, "events": self.events}

    # -- who is there

    async def come_in(self):
        listed = run(self.heng, "--lang", "en", "account", "list", "--db", f"sqlite:{self.folder}/heng.db").splitlines()[4:]
        account_of = {cells[1]: cells[0] for cells in map(str.split, listed) if len(cells) > 1}
        self.people = {name: Person(self.port, name, place) for place, name in enumerate(account_of.values())}
        self.office = self.people["office-1"]
        await self.office.sign_in()
        years = f"/api/v1/years/{YEAR}"
        units = (await self.office.get("/api/v1/units?limit=1000"))["items"]
        held = (await self.office.get("/api/v1/people?limit=1000"))["items"]
        findings = (await self.office.get(f"{years}/findings?limit=1000"))["items"]
        self.events = (await self.office.get(f"{years}/documents?limit=1000"))["items"][-1]["event"]
        domains = sorted({urllib.parse.quote(unit["domain"]) for unit in units})
        common = ["/api/v1/me", "/api/v1/work-list", "/api/v1/notices", "/api/v1/units", "/api/v1/years", "/api/v1/bodies",
                  *(f"{years}/{view}" for view in ("scheme", "findings", "progress", "matters", "circulars", "documents", "half-year",
                                                   "self-checks", "quarters", "references", "open-matters", "burden"))]
        everywhere = [f"{years}/domains/{domain}/{view}" for domain in domains for view in ("standings", "heat-map")]
        sheets = [f"{years}/units/{unit['id']}/sheet" for unit in units]
        for person in self.people.values():
            own = [path for path in sheets if path.split("/")[-2].lower() == person.account.split("-")[0]]
            person.sights = common + everywhere + 2 * (own or random.sample(sheets, 12))
        self.recorders = self.who_records(held, account_of, findings)

    def who_records(self, held, account_of, findings):
        """For each body its people and a finding of its own, to record more of the kind."""
        people = collections.defaultdict(list)
        for one in held:
            for appointment in one["appointments"]:
                if appointment["as"] == "assessor" and one["id"] in account_of:
                    people[appointment["of"]].append(self.people[account_of[one["id"]]])
        samples = {finding["body"]: finding for finding in findings if finding["stage"] == "confirmed"}
        return [(body, people[body], samples[body]) for body in samples if len(people[body]) >= 2]

    def someone(self):
        free = [person for person in self.people.values() if person.headers and not person.is_busy]
        return random.choice(free) if free else None

    # -- what they do

    async def ask(self, kind, person, method, path, body=b"", **headers):
        started = time.monotonic()
        status, content = await person.line.ask(method, path, {**person.headers, **headers}, body)
        if started - self.began > self.seconds / 5:
            self.took[kind].append(time.monotonic() - started)
        self.statuses[kind, status] += 1
        if status >= 500:
            self.failures.append(f"{method} {path}: {status} {content.decode()}")
        return status, content

    async def look(self, kind="look", query=""):
        person = self.someone()
        if person is None:
            return
        person.is_busy = True
        try:
            path = random.choice(person.sights)
            if query and "/years/" not in path:
                path = random.choice([sight for sight in person.sights if "/years/" in sight])
            status, _ = await self.ask(kind, person, "GET", path + query)
            if status in (403, 404) and not query:
                person.sights = [sight for sight in person.sights if sight != path]
            if random.random() < 0.05:
                person.line.close()
        finally:
            person.is_busy = False

    async def look_back(self):
        await self.look("look back", f"?at={random.choice(DAYS_BACK)}")

    async def be_refused(self):
        person = self.someone()
        if person is None:
            return
        person.is_busy = True
        try:
            method, path, body, headers = random.choice([
                ("GET", "/api/v1/years/2021/units/none/sheet", b"", {}),
                ("GET", "/api/v1/years/1999/findings", b"", {}),
                ("GET", "/api/v1/me", b"", {"Cookie": "heng_session=none"}),
                ("GET", f"/api/v1/{next(self.numbers)}", b"", {}),
                ("GET", "/api/v1/me", b"", {"Acting-As": "office:none"}),
                ("POST", "/api/v1/acts/record_finding", b"{", {"Content-Type": "application/json", "Idempotency-Key": self.key()}),
                ("POST", "/api/v1/acts/archive_year", b'{"year":2021}', {"Content-Type": "application/json", "Idempotency-Key": self.key()}),
                ("POST", "/api/v1/acts/rename_unit", b"{}", {"Content-Type": "application/json", "X-CSRF-Token": "none"}),
            ])
            await self.ask("be refused", person, method, path, body, **headers)
        finally:
            person.is_busy = False

    def key(self):
        return f"soak-{next(self.numbers)}"

    async def act(self, kind, person, body_name, act, body):
        headers = {"Content-Type": "application/json", "Idempotency-Key": self.key(),
                   "Acting-As": "assessor:" + urllib.parse.quote(body_name)}
        status, content = await self.ask(kind, person, "POST", f"/api/v1/acts/{act}", json.dumps(body).encode(), **headers)
        if status != 201:
            return None
        self.events += 1
        return json.loads(content)["seq"]

    async def with_one_of(self, people, do):
        person = next((one for one in people if one.headers and not one.is_busy), None)
        if person is None:
            return
        person.is_busy = True
        try:
            await do(person)
        finally:
            person.is_busy = False

    async def record(self):
        body, people, sample = random.choice(self.recorders)

        async def do(person):
            case = self.key()
            seq = await self.act("record", person, body, "record_finding",
                                 {"year": YEAR, "unit": sample["unit"], "branch": sample["branch"], "value": sample["value"],
                                  "occurred_on": TODAY, "case": case, "note": case})
            if seq is not None:
                self.to_confirm.append((body, [one for one in people if one is not person], seq))

        await self.with_one_of(people, do)

    async def confirm(self):
        if not self.to_confirm:
            return
        body, people, seq = self.to_confirm.popleft()

        async def do(person):
            await self.act("confirm", person, body, "confirm_finding", {"year": YEAR, "finding": seq})

        await self.with_one_of(people, do)

    async def upload(self):
        body, people, _ = random.choice(self.recorders)

        async def do(person):
            content = b"%PDF-1.4 " + random.randbytes(random.randint(*UPLOAD_BYTES))
            await self.ask("upload", person, "PUT", "/api/v1/evidence?declared=non_secret&name=a.pdf", content,
                           **{"Content-Type": "application/pdf", "Acting-As": "assessor:" + urllib.parse.quote(body)})

        await self.with_one_of(people, do)

    async def sign_in(self):
        """Someone comes, or someone goes and comes again."""
        waiting = [person for person in self.people.values() if not person.headers and not person.is_busy]
        person = random.choice(waiting) if waiting else self.someone()
        if person is None or person is self.office:
            return
        person.is_busy = True
        try:
            if person.headers:
                await person.sign_out()
                person.headers = {}
            started = time.monotonic()
            await person.sign_in()
            if started - self.began > self.seconds / 5:
                self.took["sign in"].append(time.monotonic() - started)
            self.statuses["sign in", 201] += 1
        finally:
            person.is_busy = False

    async def listen(self, place):
        """One after the other at this place, each for a while."""
        while not self.is_over:
            person = self.someone()
            if person is None:
                await asyncio.sleep(0.1)
                continue
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(f"127.0.9.{1 + place}", 0))
            Line.open += 1
            fields = "".join(f"{name}: {value}\r\n" for name, value in person.headers.items())
            writer.write(f"GET /api/v1/changes HTTP/1.1\r\nHost: soak\r\n{fields}\r\n".encode())
            try:
                async with asyncio.timeout(random.expovariate(1 / (self.seconds * LISTENING_SHARE))):
                    while line := await reader.readline():
                        self.heard += line.startswith(b"event: changed")
            except asyncio.TimeoutError:
                pass  # he goes, and another comes
            finally:
                writer.close()
                Line.open -= 1

    # -- the day

    async def keep_doing(self, kind, action):
        pause = self.seconds / A_DAY[kind]
        due = time.monotonic()
        while not self.is_over:
            due += random.expovariate(1 / pause)
            await asyncio.sleep(max(0, due - time.monotonic()))
            if len(self.under_way) < UNDER_WAY_MAX:
                task = asyncio.create_task(self.guarded(action))
                self.under_way.add(task)
                task.add_done_callback(self.under_way.discard)
            else:
                self.statuses[kind, "left out"] += 1

    async def guarded(self, action):
        try:
            await action()
        except (OSError, asyncio.IncompleteReadError) as failure:
            self.failures.append(f"{action.__name__}: {failure!r}")

    async def watch(self):
        """A sample every hundredth of the run, with the least memory since the one before: a sign-in needs 64 MiB for a moment."""
        samples = []
        while not self.is_over:
            several = []
            for _ in range(10):
                several.append(self.measure())
                await asyncio.sleep(self.seconds / 1000)
            if self.is_over:
                break
            last = several[-1]
            last["MiB"] = min(one["MiB"] for one in several)
            samples.append(last)
            print(f"{last['at']:5.0f} s  {last['MiB']:6.1f} MiB  {last['descriptors']:3} descriptors beside {last['lines']:3} connections  "
                  f"{last['threads']:2} threads  {last['events']} events", flush=True)
        return samples

    async def live(self):
        self.began = time.monotonic()
        await self.come_in()
        first = list(self.people.values())[1:SIGNED_IN_MIN]
        for person in first:
            await person.sign_in()
        self.idle = self.measure()
        self.began = time.monotonic()
        actions = {"look": self.look, "look back": self.look_back, "be refused": self.be_refused, "record": self.record,
                   "confirm": self.confirm, "upload": self.upload, "sign in": self.sign_in}
        workers = [asyncio.create_task(self.keep_doing(kind, action)) for kind, action in actions.items()]
        workers += [asyncio.create_task(self.listen(place)) for place in range(LISTENERS)]
        watching = asyncio.create_task(self.watch())
        await asyncio.sleep(self.seconds)
        self.is_over = True
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, *self.under_way, return_exceptions=True)
        for person in self.people.values():
            person.line.close()
        left = await self.all_gone()
        return await watching, left

    async def all_gone(self):
        """What is left of the descriptors once the server has noticed that everyone has gone."""
        deadline = time.monotonic() + GONE_SECONDS
        while True:
            left = self.measure()
            if left["descriptors"] <= self.idle["descriptors"] or time.monotonic() > deadline:
                return left
            await asyncio.sleep(0.1)


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


def rise(samples, what):
    """By how much the line of least squares rises from the first sample to the last."""
    times, values = [one["at"] for one in samples], [one[what] for one in samples]
    middle_time, middle_value = sum(times) / len(times), sum(values) / len(values)
    slope = (sum((at - middle_time) * (value - middle_value) for at, value in zip(times, values))
             / sum((at - middle_time) ** 2 for at in times))
    return slope * (times[-1] - times[0])


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def judge(soak, samples, left):
    half = [one for one in samples if one["at"] >= soak.seconds / 2]
    events = half[-1]["events"] - half[0]["events"]
    bounds = [("MiB", MEMORY_MIB_MAX + EVENT_KIB_MAX * events / 1024), ("descriptors", DESCRIPTORS_MAX), ("threads", THREADS_MAX)]
    wrong = []
    print(f"\nthe second half, {events} events:")
    for what, bound in bounds:
        risen = rise(half, what)
        print(f"  {what}: {half[0][what]:.1f} to {half[-1][what]:.1f}, by the line {risen:+.2f} (at most {bound:.1f})")
        if risen > bound:
            wrong.append(f"{what} grow")
    print(f"  when everyone has gone: {left['descriptors']} descriptors, {left['threads']} threads; before anyone came {soak.idle['descriptors']}, "
          f"{soak.idle['threads']}")
    if left["descriptors"] > soak.idle["descriptors"] + LEFT_DESCRIPTORS_MAX or left["threads"] > soak.idle["threads"]:
        wrong.append("descriptors or threads are left behind")
    for kind in A_DAY:
        took = soak.took[kind]
        times = f"median {1000 * quantile(took, 0.5):6.1f} ms, p99 {1000 * quantile(took, 0.99):6.1f} ms" if took else ""
        counts = {status: count for (of, status), count in sorted(soak.statuses.items(), key=str) if of == kind}
        print(f"  {kind:10} {len(took):6} answers after the warm-up, {times}  {counts}")
    print(f"  listeners heard {soak.heard} changes")
    looked = sum(count for (kind, status), count in soak.statuses.items() if kind == "look" and status != "left out")
    if soak.statuses["look", 200] < 0.8 * looked:
        wrong.append("too few saw anything: this was no office's day")
    if looked < 0.8 * A_DAY["look"]:
        wrong.append("less than four fifths of the day fitted in: the machine is too busy, or the seconds are too few")
    if soak.statuses["record", 201] < 0.5 * A_DAY["record"] or soak.heard == 0:
        wrong.append("too little was recorded or heard of")
    wrong += soak.failures[:5]
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("heng")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(options.heng, folder, options.seconds)
        soak.start()
        try:
            samples, left = asyncio.run(soak.live())
            soak.server.send_signal(signal.SIGTERM)
            if soak.server.wait(timeout=60) != 0:
                raise SystemExit("the server did not stop in order")
        finally:
            if soak.server.poll() is None:  # something went wrong before it was asked to stop
                soak.server.kill()
                soak.server.wait()
        run(options.heng, "verify", "--db", f"sqlite:{folder}/heng.db")
        wrong = judge(soak, samples, left)
    for one in wrong:
        print(f"soak: {one}", file=sys.stderr)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
