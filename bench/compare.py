#!/usr/bin/env python3
"""Runs the programs in turn on the same data, several rounds, and prints ratios, peak memory, linearity and a city's time.

    compare.py BIN SCHEME DATA

Whatever else the machine does only adds to a time, and other work comes and goes: so the ratio is that of the fastest runs,
with that of the medians beside it. Results are removed before each run, since replacing a file waits for the disk.
"""
import filecmp
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 11
COLUMNS = "unit,domain,indicator,review,total,rank,grade"
DOMAIN = "counties"
CITY = (150, 4_000)
SIZES = (CITY, (1_500, 30_000), (15_000, 300_000), (150_000, 3_000_000), (1_000_000, 20_000_000))


def timed(command, result):
    """Seconds, and peak resident memory in MiB."""
    result.unlink(missing_ok=True)
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {' '.join(str(part) for part in command)}")
    return time.monotonic() - begin, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, binaries, scheme, data):
        self.binaries, self.scheme, self.data = binaries, scheme, data

    def heng(self, folder, threads=2):
        result = folder / "heng.csv"
        return timed([f"{self.binaries}/heng", "score", self.scheme, "--units", folder / "units.csv", "--findings",
                      folder / "findings.csv", "--out", result, "--columns", COLUMNS, "--threads", str(threads)], result)

    def reference(self, folder):
        result = folder / "reference.csv"
        return timed([f"{self.binaries}/bench_reference_loop", self.data / "whole.scheme", DOMAIN, folder / "units.csv",
                      folder / "findings.csv", result, "2"], result)

    def duckdb(self, folder):
        result = folder / "duckdb.csv"
        return timed(["node", "bench/duckdb.mjs", self.data / "whole.scheme", folder / "units.csv",
                      folder / "findings.csv", result], result)

    def compare(self, order):
        folder = self.data / order
        heng, reference = [], []
        for _ in range(ROUNDS):
            seconds, memory = self.heng(folder)
            heng.append(seconds)
            reference.append(self.reference(folder)[0])
        if not filecmp.cmp(folder / "heng.csv", folder / "reference.csv", shallow=False):
            raise SystemExit(f"{order}: the results differ")
        size = sum((folder / name).stat().st_size for name in ("units.csv", "findings.csv")) / 2**20
        medians = statistics.median(heng), statistics.median(reference)
        print(f"{order} order: heng {min(heng):.2f} s, reference loop {min(reference):.2f} s, ratio "
              f"{min(heng) / min(reference):.2f} (medians {medians[0]:.2f} and {medians[1]:.2f} s, "
              f"{medians[0] / medians[1]:.2f}); peak {memory:.0f} MiB for {size:.0f} MiB of input, bound "
              f"{1.5 * size + 64:.0f}; results equal byte for byte")
        return min(heng)

    def against_duckdb(self, heng_seconds):
        if shutil.which("node") is None or not pathlib.Path("bench/duckdb/node_modules").is_dir():
            print("DuckDB: not compared, node or its package is absent")
            return
        folder = self.data / "random"
        seconds = min(self.duckdb(folder)[0] for _ in range(3))
        if not filecmp.cmp(folder / "duckdb.csv", folder / "reference.csv", shallow=False):
            raise SystemExit("DuckDB: the results differ")
        print(f"DuckDB: {seconds:.2f} s, {seconds / heng_seconds:.1f} times as long")

    def linearity(self):
        for units, findings in SIZES:
            with tempfile.TemporaryDirectory(dir=self.data) as name:
                folder = pathlib.Path(name)
                subprocess.run([f"{self.binaries}/bench_generate", "--branches", self.data / "drawn.scheme", "--out",
                                folder, "--domains", DOMAIN, "--units", str(units), "--findings", str(findings)],
                               check=True)
                seconds = min(self.heng(folder)[0] for _ in range(ROUNDS))
            note = "  (a city; aim: 20 ms)" if (units, findings) == CITY else ""
            print(f"{units:>9,} units, {findings:>10,} findings: {seconds * 1000:7.1f} ms, "
                  f"{seconds * 1e9 / findings:7.1f} ns a finding{note}")

    def text_ids(self):
        with tempfile.TemporaryDirectory(dir=self.data) as name:
            folder = pathlib.Path(name)
            subprocess.run([f"{self.binaries}/bench_generate", "--branches", self.data / "drawn.scheme", "--out", folder,
                            "--domains", DOMAIN, "--ids", "text"], check=True)
            seconds = min(self.heng(folder)[0] for _ in range(ROUNDS))
        print(f"a million units with ids like 单位-000001: {seconds:.2f} s")

    def demo_city(self):
        city = pathlib.Path("schemes/demo-city")
        with tempfile.TemporaryDirectory() as name:
            result = pathlib.Path(name, "result.csv")
            seconds = min(timed([f"{self.binaries}/heng", "score", city, "--units", city / "year/units.csv", "--findings",
                                 city / "year/findings.csv", "--out", result], result)[0] for _ in range(ROUNDS))
        print(f"the demonstration city, five domains: {seconds * 1000:.1f} ms")


def main():
    binaries, scheme, data = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    bench = Bench(binaries, scheme, data)
    seconds = bench.compare("random")
    bench.compare("unit")
    bench.against_duckdb(seconds)
    bench.linearity()
    bench.text_ids()
    bench.demo_city()


if __name__ == "__main__":
    main()
