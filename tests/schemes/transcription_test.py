#!/usr/bin/env python3
"""The shipped transcription holds the published text: every article to the letter, and every line of annex 1 exactly once.

regulation.txt is the text as it was published on a web page: columns of the annex interleaved line by line, cells broken,
page headers repeated, per-cent signs lost. The test lays the source lines over the transcription like tiles: each cell of
the table must be a sequence of whole source lines, no line may lie in two cells, and what is left over must be
page headers and category cells that a new page prints again.

    transcription_test.py path/to/heng
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = None
HEADER = ["考核指标", "基本任务", "任务要求", "扣分细则", "考核责任单位"]


def squeezed(text):
    """Without blanks, line ends and the signs that the transcription restored."""
    return re.sub(r"\s", "", text.replace("〔%〕", ""))


def scheme():
    shown = subprocess.run([PROGRAM, "scheme", "show", str(ROOT / "schemes/party-building-2021"), "--json"],
                           capture_output=True, check=True)
    return json.loads(shown.stdout)


def source_lines():
    return (HERE / "regulation.txt").read_text(encoding="utf-8").splitlines()


def annex_lines():
    lines = source_lines()
    title = next(i for i, line in enumerate(lines) if line.startswith("2021年度县(区)党委"))
    return [squeezed(line) for line in lines[title + 1:] if line.strip() and line != "展开阅读全文"]


def tile(cell, lines):
    """Indices of unused source lines that make up the cell, or None. `lines` maps text to free indices."""
    if not cell:
        return []
    for length in range(len(cell), 0, -1):
        free = lines.get(cell[:length])
        if not free:
            continue
        index = free.pop(0)
        rest = tile(cell[length:], lines)
        if rest is not None:
            return [index] + rest
        free.insert(0, index)
    return None


class Transcription(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scheme = scheme()
        counties = [d for d in cls.scheme["domains"] if d["id"] == "counties"]
        cls.categories = counties[0]["categories"]
        cls.tasks = [task for category in cls.categories for task in category["tasks"]]

    def test_counts(self):
        clauses = [clause for task in self.tasks for clause in task["clauses"]]
        branches = [branch for clause in clauses for branch in clause["branches"]]
        self.assertEqual((6, 17, 98, 126), (len(self.categories), len(self.tasks), len(clauses), len(branches)))
        self.assertEqual([str(n) for task in self.tasks for n in range(1, len(task["clauses"]) + 1)],
                         [clause["no"] for clause in clauses])

    def test_every_amount_is_one_branch(self):
        for task in self.tasks:
            for clause in task["clauses"]:
                amounts = re.findall(r"扣([0-9.]+)分", clause["text"])
                self.assertEqual(amounts, [branch["points"] for branch in clause["branches"]], clause["text"])
                self.assertIn(clause["text"].rstrip("。"),
                              [";".join(b["text"] for b in clause["branches"]), *self.joined(clause)])

    @staticmethod
    def joined(clause):
        """The branches' words tile the clause, with the punctuation between them."""
        pattern = "[;,，；、。]?".join(re.escape(branch["text"].rstrip("。")) for branch in clause["branches"])
        found = re.fullmatch(pattern + "[。]?", clause["text"])
        return [clause["text"].rstrip("。")] if found else []

    def test_every_line_of_the_annex_is_used_once(self):
        lines = annex_lines()
        free = collections.defaultdict(list)
        for index, line in enumerate(lines):
            free[line].append(index)
        used = []
        for cell in self.cells():
            tiles = tile(squeezed(cell), free)
            self.assertIsNotNone(tiles, f"not made of whole source lines: {cell}")
            used += tiles
        left = [line for index, line in enumerate(lines) if index not in set(used)]
        pages = left.count(HEADER[0])
        headers = sorted(HEADER * pages)
        repeated = sorted(line for line in left if line not in HEADER)
        self.assertEqual(headers, sorted(line for line in left if line in HEADER))
        category_cells = "".join(f"{c['no']}、{c['name']}({c['points']}分)" for c in self.categories)
        for line in repeated:
            self.assertIn(line, category_cells, "a line that stands nowhere in the transcription")

    def cells(self):
        assessors_seen = None
        for category in self.categories:
            yield f"{category['no']}、{category['name']}({category['points']}分)"
            for task in category["tasks"]:
                yield f"{task['no']}{task['name']}({task['points']}分)"
                yield task["requirement"]
                yield "".join(self.clause_cell(clause) for clause in task["clauses"])
                # One cell serves neighbouring tasks of the same assessors.
                assessors = "".join(task["assessors"])
                shared = assessors == assessors_seen and task["no"] in ("(三)", "(八)", "(十四)")
                assessors_seen = assessors
                yield "" if shared else assessors

    @staticmethod
    def clause_cell(clause):
        bodies = clause["assessors"]
        return f"{clause['no']}.{clause['text']}" + (f"【{'、'.join(bodies)}】" if bodies else "")

    def test_articles_to_the_letter(self):
        lines = source_lines()
        end = next(i for i, line in enumerate(lines) if line.startswith("附件:"))
        begin = next(i for i, line in enumerate(lines) if line.startswith("第一章"))
        published = squeezed("".join(lines[begin:end]))
        numerals = ["", *"一二三四五六七八九十"]
        numerals += ["十" + n for n in numerals[1:10]] + ["二十", "二十一", "二十二", "二十三"]
        written, chapter = "", None
        for article in self.scheme["articles"]:
            if article["chapter"] != chapter:
                chapter = article["chapter"]
                written += chapter
            written += f"第{numerals[article['no']]}条" + article["text"]
        self.assertEqual(published, squeezed(written))

    def test_statements(self):
        self.assertEqual(107, len(self.scheme["statements"]))


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
