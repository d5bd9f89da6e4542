"""docs/operate/security.md: every line of the requirements is there, and every test and file that it names is in the tree."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/operate/security.md"

LINES = [f"SEC-{n}" for n in range(1, 18)] + [f"CRY-{n}" for n in range(1, 5)]
LINES += [f"8.4 {letter}" for letter in "a b c d e f/g h".split()]
LINES += """2.2.1 2.4.1 3.2.1 3.2.2 3.3.1 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.7.1 4.1.1 4.1.3 4.1.5 4.2.1 4.2.2 13.2.3 4.3.1 4.3.3
5.2.6 5.3.3 5.3.4 5.3.8 5.5.2 6.1.1 6.2.2 6.4.1 7.1.1 7.1.3 7.2.1 7.2.2 7.3.1 7.3.3 7.4.1 8.1.1 8.2.1 8.3.1 8.3.5 9.1.1
14.4.5 14.4.3 14.3.2 11.1.1 11.1.4 11.1.6 12.1.1 12.1.2 12.3.1 12.4.1 12.4.2""".split()

CODE_TEST = re.compile(r"(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\(\s*(\w+),\s*(\w+)")


def tests_of_the_tree():
    found = set()
    for folder in ("src", "tests"):
        for path in (ROOT / folder).rglob("*.cpp"):
            found.update(f"{suite}.{name}" for suite, name in CODE_TEST.findall(path.read_text(encoding="utf-8")))
    return found


def rows_of(page):
    """The cells of each row below the head of a table."""
    for line in page.splitlines():
        if line.startswith("| ") and not line.startswith("| ---") and not line.startswith("| line "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def check(page, known_tests):
    issues = []
    named = set()
    for cells in rows_of(page):
        if len(cells) != 4:
            issues.append(f"a row has {len(cells)} cells: {cells[0]}")
            continue
        line, _, files, tests = cells
        named.update(part.strip() for part in line.split(","))
        for path in re.findall(r"`([^`]+)`", files):
            if not (ROOT / path).exists():
                issues.append(f"{line}: there is no {path}")
        names = re.findall(r"`([^`]+)`", tests)
        for name in names:
            if name not in known_tests and not (ROOT / name).exists():
                issues.append(f"{line}: there is no test {name}")
        if not names and not tests.startswith("not yet"):
            issues.append(f"{line}: neither a test nor a reason why there is none yet")
    issues += [f"{line} is missing" for line in LINES if line not in named]
    return issues


def main():
    page = PAGE.read_text(encoding="utf-8")
    known = tests_of_the_tree()
    issues = check(page, known)
    # the check itself must be able to fail
    broken = page.replace("SEC-9 ", "SEC-99 ").replace("`Chain.AMissingEventIsNamed`", "`Chain.NoSuchTest`")
    if len(check(broken, known)) < len(issues) + 2:
        issues.append("a missing line and a missing test are not noticed")
    print("\n".join(issues))
    return 1 if issues else 0


sys.exit(main())
