#!/usr/bin/env python3
"""The demonstration year exercises every shape of branch, every reason to take less, tie, bar, question and grade at least once.

    coverage_test.py path/to/heng
"""
import csv
import json
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CITY = ROOT / "schemes/demo-city"
YEAR = ["--units", CITY / "year/units.csv", "--findings", CITY / "year/findings.csv"]
PROGRAM = None

# What a branch can be, told from its JSON.
SHAPES = {
    "once": lambda b: b["basis"] == "once",
    "each": lambda b: b["basis"] == "each",
    "shortfall": lambda b: b["basis"] == "shortfall",
    "excess": lambda b: b["basis"] == "excess",
    "level": lambda b: b["basis"] == "level",
    "award": lambda b: b["effect"] == "award",
    "zero": lambda b: b["effect"] == "zero",
    "void": lambda b: b["effect"] == "void",
    "step above one": lambda b: b["step"] not in (None, "1"),
    "unfinished step counts": lambda b: b["partial"] == "up",
    "unfinished step in proportion": lambda b: b["partial"] == "proportional",
    "range": lambda b: b["points_max"] is not None,
    "at discretion, up to an amount": lambda b: b["points"] is None and b["points_max"] is not None,
    "percent of task": lambda b: b["percent_of_task"] is not None,
    "reference": lambda b: b["reference"] is not None,
    "items": lambda b: b["items"],
    "deadline": lambda b: b["deadline"] is not None,
    "cap in points": lambda b: b["cap"] not in (None, "task"),
    "cap at the task": lambda b: b["cap"] == "task",
    "shared cap": lambda b: b["cap_shared"],
    "tier of a counted branch": lambda b: b["basis"] == "each" and b["level"] is not None,
    "gap": lambda b: b["value_meaning"] == "gap",
    "measure": lambda b: b["value_meaning"] == "measured",
}
REASONS = ["该情形已扣过", "按最差的一次计", "未达到扣分标准", "已达本细则", "已扣完", "同一案件只扣一次"]
QUESTIONS = {"tie_at_quota", "freed_place", "last_rank", "serious_not_last", "low_rank"}


def heng(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, check=True)
    return json.loads(done.stdout)


def rows(name):
    with open(CITY / "year" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class DemoCity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scheme = heng("scheme", "show", CITY, "--json")
        cls.results = heng("score", CITY, *YEAR, "--json")["units"]
        cls.units = rows("units.csv")

    def clauses(self):
        for domain in self.scheme["domains"]:
            for category in domain["categories"]:
                for task in category["tasks"]:
                    yield from task["clauses"]

    def test_every_shape_of_branch_has_a_confirmed_finding(self):
        used = {row["branch"] for row in rows("findings.csv") if row["status"] == "confirmed"}
        branches = [b for clause in self.clauses() for b in clause["branches"] if b["id"] in used]
        self.assertEqual([], [name for name, fits in SHAPES.items() if not any(map(fits, branches))])

    def test_every_reason_to_take_less_is_given(self):
        said = ""
        for unit in self.units:
            said += json.dumps(heng("explain", CITY, *YEAR, "--unit", unit["unit"], "--json"), ensure_ascii=False)
        self.assertEqual([], [reason for reason in REASONS if reason not in said])

    def test_every_circumstance_grade_and_question_occurs(self):
        for flag in ("veto", "serious", "fraud"):
            self.assertTrue(any(unit[flag] == "1" for unit in self.units), flag)
        self.assertEqual({"好", "较好", "一般", "差"}, {unit["grade"] for unit in self.results})
        asked = {question["id"] for unit in self.results for question in unit["needs_decision"]}
        self.assertEqual(set(), QUESTIONS - asked)
        ranks = [(unit["domain"], unit["rank"]) for unit in self.results]
        self.assertLess(len(set(ranks)), len(ranks), "no tie")

    def test_the_decisions_settle_every_question(self):
        decided = heng("score", CITY, *YEAR, "--decisions", CITY / "year/decisions.csv", "--json")["units"]
        self.assertEqual([], [unit["unit"] for unit in decided if unit["needs_decision"]])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
