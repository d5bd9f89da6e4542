#!/usr/bin/env python3
"""Runs the programs in turn on the same data, several rounds, and prints ratios of medians, peak memory and linearity.

    compare.py BIN SCHEME DATA
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

ROUNDS = 5
COLUMNS = "unit,domain,indicator,review,total,rank,grade"


def timed(command):
    """Seconds, and peak resident memory in MiB."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.monotonic() - begin, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, binaries, scheme, data):
        self.binaries, self.scheme, self.data = binaries, scheme, data

    def heng(self, folder, threads=2):
        return [f"{self.binaries}/heng", "score", self.scheme, "--units", f"{folder}/units.csv", "--findings",
                f"{folder}/findings.csv", "--out", f"{folder}/heng.csv", "--columns", COLUMNS,
                "--threads", str(threads)]

    def reference(self, folder):
        return [f"{self.binaries}/bench_reference_loop", f"{self.data}/whole.scheme", f"{folder}/units.csv",
                f"{folder}/findings.csv", f"{folder}/reference.csv", "2"]

    def duckdb(self, folder):
        return ["node", "bench/duckdb.mjs", f"{self.data}/whole.scheme", f"{folder}/units.csv",
                f"{folder}/findings.csv", f"{folder}/duckdb.csv"]

    def compare(self, order):
        folder = self.data / order
        times = {"heng": [], "reference": []}
        for _ in range(ROUNDS):
            seconds, memory = timed(self.heng(folder))
            times["heng"].append(seconds)
            times["reference"].append(timed(self.reference(folder))[0])
        if not filecmp.cmp(folder / "heng.csv", folder / "reference.csv", shallow=False):
            raise SystemExit(f"{order}: the results differ")
        median = {name: statistics.median(values) for name, values in times.items()}
        size = sum((folder / name).stat().st_size for name in ("units.csv", "findings.csv")) / 2**20
        print(f"{order} order: heng {median['heng']:.2f} s, reference loop {median['reference']:.2f} s, ratio "
              f"{median['heng'] / median['reference']:.2f}; peak {memory:.0f} MiB for {size:.0f} MiB of input; "
              "results equal byte for byte")
        return median["heng"]

    def against_duckdb(self, heng_seconds):
        if shutil.which("node") is None or not pathlib.Path("bench/duckdb/node_modules").is_dir():
            print("DuckDB: not compared, node or its package is absent")
            return
        seconds = min(timed(self.duckdb(self.data / "random"))[0] for _ in range(2))
        print(f"DuckDB: {seconds:.2f} s, {seconds / heng_seconds:.1f} times as long")

    def linearity(self):
        for units, findings in ((150, 4_000), (1_500, 40_000), (15_000, 400_000), (150_000, 3_000_000)):
            with tempfile.TemporaryDirectory() as folder:
                timed([f"{self.binaries}/bench_generate", "--branches", f"{self.data}/drawn.scheme", "--out", folder,
                       "--domains", "counties", "--units", str(units), "--findings", str(findings)])
                seconds = statistics.median(timed(self.heng(folder))[0] for _ in range(ROUNDS))
                print(f"{units} units, {findings} findings: {seconds * 1000:.0f} ms")


def main():
    binaries, scheme, data = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    bench = Bench(binaries, scheme, data)
    seconds = bench.compare("random")
    bench.compare("unit")
    bench.against_duckdb(seconds)
    bench.linearity()


if __name__ == "__main__":
    main()
