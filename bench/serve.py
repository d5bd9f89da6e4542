#!/usr/bin/env python3
"""How near the server comes to nginx, and what a crowd of listeners and writers gets. Ratios within one run.

    bench/serve.py build/release/bin/heng [--seconds N] [--ledger-bench build/release/bin/bench_ledger]

Needs wrk and nginx. Both servers answer on loopback with as many workers as there are processors, to the same wrk, in turns.
"""
import argparse
import http.client
import json
import os
import pathlib
import re
import selectors
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.parse

ROUNDS = 5
CONNECTIONS = 64
LISTENERS = 1000
DAY = "2021-07-15"
PASSWORD = "heng-demo-2021"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Heng:
    """The server on the demonstration city, played up to the summer."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        subprocess.run([program, "demo", "--dir", folder, "--until", DAY], check=True, stdout=subprocess.DEVNULL)
        started = time.monotonic()
        self.process = subprocess.Popen(
            [program, "--lang", "en", "serve", "--demo", "--demo-day", DAY, "--data", folder, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        url = self.process.stdout.readline().split()[-1]
        self.port = urllib.parse.urlsplit(url).port
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        self.start_seconds = time.monotonic() - started

    def sign_in(self, account):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("POST", "/api/v1/session", json.dumps({"name": account, "password": PASSWORD}),
                           {"Content-Type": "application/json"})
        answer = connection.getresponse()
        body = json.loads(answer.read())
        if answer.status != 201:
            raise SystemExit(f"cannot sign in: {body}")
        return {"Cookie": answer.getheader("Set-Cookie").split(";")[0], "X-CSRF-Token": body["csrf_token"]}

    def resident_mib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


class Nginx:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        (self.folder / "html").mkdir()
        # Started by root it would read as somebody else, whom the folder is closed to.
        reader = "user root;" if os.geteuid() == 0 else ""
        self.folder.joinpath("nginx.conf").write_text(f"""
daemon off; {reader} worker_processes {os.cpu_count()}; pid {folder}/nginx.pid; error_log /dev/null;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100;
  default_type application/json; client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2;
  fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{self.port}; root {folder}/html; }} }}
""")
        self.process = subprocess.Popen(["nginx", "-p", folder, "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise SystemExit("nginx does not start")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)


def wrk(url, seconds, headers=None, script=None):
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", script]
    out = subprocess.run(command + [url], check=True, capture_output=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    p99, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return rate, float(p99) * {"us": 0.001, "ms": 1, "s": 1000}[unit], int(failed.group(1)) if failed else 0


def fetch(port, path, headers):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status} {body[:300]}")
    return body


def compare_reading(heng, nginx, headers, name, path, seconds):
    body = fetch(heng.port, path, headers)
    (nginx.folder / "html" / name).write_bytes(body)
    if fetch(nginx.port, f"/{name}", headers) != body:
        raise SystemExit("nginx gives other bytes")
    ratios, p99s, rates = [], [], []
    for _ in range(ROUNDS):
        theirs, _, refused = wrk(f"http://127.0.0.1:{nginx.port}/{name}", seconds, headers)
        ours, p99, failed = wrk(f"http://127.0.0.1:{heng.port}{path}", seconds, headers)
        if refused or failed:
            raise SystemExit(f"{path}: {refused} answers of nginx and {failed} of heng were refusals")
        ratios.append(ours / theirs)
        rates.append(ours)
        p99s.append(p99)
    print(f"{name:10} {len(body):7} bytes: {statistics.median(rates):8.0f} requests/s, {statistics.median(ratios):.2f} of nginx "
          f"(wanted 0.70), p99 {statistics.median(p99s):.1f} ms (wanted 10)")


def listen(heng, headers):
    """All listeners on one selector; returns how long each took to hear of an act."""
    selector = selectors.DefaultSelector()
    request = "GET /api/v1/changes HTTP/1.1\r\nHost: bench\r\n" + "".join(f"{n}: {v}\r\n" for n, v in headers.items()) + "\r\n"
    for _ in range(LISTENERS):
        one = socket.create_connection(("127.0.0.1", heng.port))
        one.sendall(request.encode())
        selector.register(one, selectors.EVENT_READ, bytearray())
    waiting = LISTENERS
    while waiting:
        for key, _ in selector.select(10):
            key.data.extend(key.fileobj.recv(4096))
            if b": hello" in key.data:
                key.data.clear()
                waiting -= 1
    return selector


def measure_listening(heng, headers):
    selector = listen(heng, headers)
    act(heng, headers, "bench-listen", {"unit": "D01", "name": "听众", "reason": "更名"})
    told = time.monotonic()
    late, waiting = 0.0, LISTENERS
    while waiting:
        events = selector.select(10)
        if not events:
            raise SystemExit(f"{waiting} listeners heard nothing")
        for key, _ in events:
            key.data.extend(key.fileobj.recv(4096))
            if b"event: changed" in key.data:
                late = max(late, time.monotonic() - told)
                selector.unregister(key.fileobj)
                key.fileobj.close()
                waiting -= 1
    print(f"{LISTENERS} listeners: the last heard of an act {late * 1000:.0f} ms after its answer (wanted 100)")


def act(heng, headers, key, body):
    connection = http.client.HTTPConnection("127.0.0.1", heng.port)
    connection.request("POST", "/api/v1/acts/rename_unit", json.dumps(body).encode(),
                       {**headers, "Content-Type": "application/json", "Idempotency-Key": key})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 201:
        raise SystemExit(f"the act was refused: {body.decode()[:400]}")


WRITE = """
local n = 0
local path = PATH
request = function()
  n = n + 1
  local headers = wrk.headers
  headers["Content-Type"] = "application/json"
  headers["Idempotency-Key"] = KEY .. n
  return wrk.format("POST", path, headers, string.format('{"year":2021,"unit":"UNIT","branch":"BRANCH","value":"VALUE",'
    .. '"occurred_on":"2021-07-01","case":"bench-%s-%d","note":"bench"}', KEY, n))
end
"""


def assessor_of(heng, headers, body):
    """The headers of someone who records for the body."""
    people = json.loads(fetch(heng.port, "/api/v1/people?limit=1000", headers))["items"]
    named = {one["id"] for one in people for held in one["appointments"] if held["as"] == "assessor" and held["of"] == body}
    listed = subprocess.run([heng.program, "account", "list", "--db", f"sqlite:{heng.folder}/heng.db"], check=True,
                            capture_output=True, text=True).stdout
    account = next(cells[0] for cells in map(str.split, listed.splitlines()) if len(cells) > 1 and cells[1] in named)
    return {**heng.sign_in(account), "Acting-As": "assessor:" + urllib.parse.quote(body)}


def raw_groups(ledger_bench):
    """Acts a second of bare transactions of as many inserts as there are clients: what the store could take at best."""
    return float(subprocess.run([ledger_bench, "--raw-groups", str(CONNECTIONS)], check=True, capture_output=True, text=True).stdout)


def measure_recording(heng, headers, folder, seconds, ledger_bench):
    sample = json.loads(fetch(heng.port, "/api/v1/years/2021/findings?limit=1", headers))["items"][0]
    writing = assessor_of(heng, headers, sample["body"])
    script = pathlib.Path(folder) / "write.lua"
    text = WRITE.replace("BRANCH", sample["branch"]).replace("UNIT", sample["unit"]).replace("VALUE", sample["value"])
    path = "/api/v1/acts/record_finding"

    def write(to, key):
        script.write_text(f'KEY = "{key}-"\nPATH = "{to}"\n{text}')
        return wrk(f"http://127.0.0.1:{heng.port}{path}", seconds, writing, str(script))

    rates, p99s, rehearsed, raw, refused = [], [], [], [], 0
    for round_number in range(ROUNDS):
        rate, p99, failed = write(path, round_number)
        rates.append(rate)
        p99s.append(p99)
        refused += failed
        rehearsed.append(write(path + "/rehearsal", round_number)[0])
        if ledger_bench:
            raw.append(raw_groups(ledger_bench))
    print(f"recording a finding durably, {CONNECTIONS} clients: {statistics.median(rates):.0f} acts/s, p99 {statistics.median(p99s):.1f} ms, "
          f"{refused} refused; {statistics.median(ours / theirs for ours, theirs in zip(rates, rehearsed)):.2f} of the same requests "
          f"rehearsed and not stored ({statistics.median(rehearsed):.0f}/s)")
    if raw:
        print(f"  {statistics.median(ours / theirs for ours, theirs in zip(rates, raw)):.2f} of raw groups of {CONNECTIONS} inserts without "
              f"a server ({statistics.median(raw):.0f} inserts/s; wanted 0.70)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("heng")
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--ledger-bench", help="compare writers with the raw store as well")
    options = parser.parse_args()
    for tool in ("wrk", "nginx"):
        if not shutil.which(tool):
            raise SystemExit(f"{tool} is not installed")
    with tempfile.TemporaryDirectory() as folder:
        heng = Heng(options.heng, f"{folder}/city")
        os.makedirs(f"{folder}/nginx")
        nginx = Nginx(f"{folder}/nginx")
        try:
            print(f"start to first answer {heng.start_seconds:.2f} s (wanted 0.50); resident {heng.resident_mib():.0f} MiB (wanted 100)")
            headers = heng.sign_in("office-1")
            headers["Acting-As"] = "office:" + urllib.parse.quote("市考核办")
            compare_reading(heng, nginx, headers, "sheet", "/api/v1/years/2021/units/D13/sheet", options.seconds)
            domain = urllib.parse.quote(json.loads(fetch(heng.port, "/api/v1/units/D13", headers))["domain"])
            compare_reading(heng, nginx, headers, "standing", f"/api/v1/years/2021/domains/{domain}/standings", options.seconds)
            measure_listening(heng, headers)
            measure_recording(heng, headers, folder, options.seconds, options.ledger_bench)
            print(f"resident at the end {heng.resident_mib():.0f} MiB")
        finally:
            nginx.stop()
            heng.stop()


if __name__ == "__main__":
    main()
