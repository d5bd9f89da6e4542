#!/usr/bin/env python3
"""Writes a scheme as the flat list that the reference loop and DuckDB read: `id basis points step target task task_points`.

    flat_scheme.py HENG SCHEME FOLDER

drawn.scheme holds the branches that findings are drawn from: levels are left out, since the yardsticks know no sets of levels.
whole.scheme has in addition a branch that is never found for each task without clauses, so that its points are counted.
"""
import json
import pathlib
import subprocess
import sys


def ten_thousandths(text):
    whole, _, fraction = text.partition(".")
    return int(whole) * 10_000 + int((fraction + "0000")[:4])


def line(branch, task, points):
    basis = branch["basis"]
    target = branch["target"] if basis == "shortfall" else None
    if basis == "shortfall" and target is None:
        basis = "excess"  # The finding states the gap.
    return " ".join(str(part) for part in (
        branch["id"], basis, ten_thousandths(branch["points"]),
        ten_thousandths(branch["step"] or "1"), ten_thousandths(target["value"]) if target else 0, task, points))


def main():
    program, scheme, folder = sys.argv[1:]
    shown = subprocess.run([program, "scheme", "show", scheme, "--json"], capture_output=True, check=True)
    tables = [d for d in json.loads(shown.stdout)["domains"] if d["categories"]]
    tasks = [task for category in tables[0]["categories"] for task in category["tasks"]]
    drawn, whole = [], []
    for index, task in enumerate(tasks):
        points = ten_thousandths(task["points"])
        branches = [branch for clause in task["clauses"] for branch in clause["branches"]]
        lines = [line(b, index, points) for b in branches if b["basis"] != "level"]
        drawn += lines
        whole += lines or [f"none{index} once 0 10000 0 {index} {points}"]
    pathlib.Path(folder, "drawn.scheme").write_text("\n".join(drawn) + "\n", encoding="utf-8")
    pathlib.Path(folder, "whole.scheme").write_text("\n".join(whole) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
