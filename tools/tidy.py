#!/usr/bin/env python3
"""House rules that no compiler checks. Prints every breach as file:line: rule, and exits 1 if there is one.

Each rule is a function over one file's text; tidy_test.py shows for each a text that breaks it.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Which folders a folder may include from, besides itself: the dependency rule of ARCHITECTURE.md.
LAYERS = {
    "core/base": [],
    "core/scheme": ["core/base"],
    "core/clause": ["core/base", "core/scheme"],
    "core/score": ["core/base", "core/scheme"],
    "core/grade": ["core/base", "core/scheme", "core/score"],
    "core/ledger": ["core/base"],
    "core/cycle": ["core/base", "core/scheme", "core/score", "core/grade", "core/ledger"],
    "core/act": ["core/base", "core/scheme", "core/score", "core/grade", "core/ledger", "core/cycle"],
    "core/intake": ["core/base", "core/scheme", "core/clause"],
    "core/report": ["core"],
    "core/paper": ["core"],
    "core/view": ["core/base", "core/scheme", "core/clause", "core/score", "core/grade", "core/ledger", "core/cycle", "core/act"],
    "app": ["core"],
    "shell/yaml": ["core", "app"],
    "shell/json": ["core", "app"],
    "shell/csv": ["core", "app"],
    "shell/cli": ["core", "app"],
    "shell/crypto": ["core", "app"],
    "shell/http": ["core", "app"],
    "shell/docx": ["core", "app"],
    "shell/pdf": ["core", "app"],
    "shell/files": ["core", "app"],
    "shell/log": ["core", "app"],
    "shell/mail": ["core", "app"],
    "shell/office": ["core", "app"],
    "shell/scan": ["core", "app"],
    "shell/oidc": ["core", "app"],
    "shell/memory": ["core", "app"],
    "shell/postgres": ["core", "app"],
    "shell/sqlite": ["core", "app"],
    "shell/system": ["core", "app"],
    "shell/xlsx": ["core", "app"],
    "main": ["core", "app", "shell"],
}

# What core may include besides the standard library.
CORE_LIBRARIES = {"tl/expected.hpp", "fmt/format.h"}

BANNED = [
    (re.compile(r"\b(double|float)\b"), "src/core", "binary floats near points; use Decimal"),
    (re.compile(r"\b(std::)?(cout|cerr|clog)\b"), "src/core", "core does not print"),
    (re.compile(r"\busing namespace\b"), "src", "name what you use"),
    (re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "", "open an issue instead"),
    (re.compile(r"catch \(\.\.\.\) \{\s*\}"), "src", "name the exception, or let it pass"),
    (re.compile(r"\b(Manager|Helper|Utils?)\b"), "src", "name what it does"),
    (re.compile(r"\bstd::regex\b"), "src", "slow, and recursive on long input"),
    (re.compile(r"\bsleep(_for|_until)?\s*\("), "src", "wait for the event, not for time"),
    (re.compile(r"\bsleep(_for|_until)?\s*\("), "tests", "wait for the event, not for time"),
]

FILE_LINES_MAX = 600
FUNCTION_LINES_MAX = 60
LINE_COLUMNS_MAX = 110
FILE_BYTES_MAX = 500_000


def folder_of(path):
    """The layer that a source belongs to, such as core/base, or None outside src."""
    parts = path.split("/")
    if parts[0] != "src":
        return None
    return "/".join(parts[1:3]) if parts[1] in ("core", "shell") else parts[1]


def check_layers(path, text):
    folder = folder_of(path)
    if folder is None:
        return
    allowed = LAYERS.get(folder)
    if allowed is None:
        yield 1, f"{folder} is not in the table of layers"
        return
    is_test = path.endswith(("_test.cpp", "test_scheme.hpp"))
    for number, line in enumerate(text.splitlines(), 1):
        include = re.match(r'#include ["<]([^">]+)[">]', line)
        if not include:
            continue
        target = include.group(1)
        own = re.match(r"(core/\w+|shell/\w+|app|main)/", target)
        if own:
            layer = own.group(1)
            fits = layer == folder or any(
                layer == a or layer.startswith(a + "/") for a in allowed)
            if not fits:
                yield number, f"{folder} may not include {layer}"
        elif folder.startswith("core/") and "/" in target and not is_test:
            if target not in CORE_LIBRARIES:
                yield number, f"core may not include {target}"


def check_banned(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        for pattern, folder, remedy in BANNED:
            if path.endswith("_test.cpp") and remedy.startswith("name what you use"):
                continue
            if path.startswith(folder) and pattern.search(code):
                yield number, f"{pattern.search(code).group(0)}: {remedy}"


def is_catalogue(path):
    return path.startswith("src/core/base/catalogue") and path.endswith(".cpp")


def check_shape(path, text):
    lines = text.splitlines()
    if len(lines) > FILE_LINES_MAX:
        yield 1, f"{len(lines)} lines, at most {FILE_LINES_MAX}"
    for number, line in enumerate(lines, 1):
        columns = sum(2 if ord(c) > 0x2E80 else 1 for c in line)
        if columns > 2 * LINE_COLUMNS_MAX and not is_catalogue(path):
            yield number, f"{columns} columns"
    if path.endswith(".hpp"):
        if not text.startswith("#pragma once\n/// @file\n"):
            yield 1, "a header begins with #pragma once and /// @file"
    start = None
    for number, line in enumerate(lines, 1):
        if re.match(r"^( {0,4})\S.*\{$", line) and "(" in line and not line.strip().startswith(
                ("namespace", "struct", "class", "enum", "constexpr auto", "//", "if", "for", "while", "switch")):
            start = (number, len(line) - len(line.lstrip()))
        elif start and line.startswith(" " * start[1] + "}") and len(line) - len(line.lstrip()) == start[1]:
            length = number - start[0] + 1
            if length > FUNCTION_LINES_MAX and not path.endswith("_test.cpp"):
                yield start[0], f"a function of {length} lines, at most {FUNCTION_LINES_MAX}"
            start = None


def check_nodiscard(path, text):
    if not path.endswith(".hpp") or folder_of(path) is None:
        return
    for number, line in enumerate(text.splitlines(), 1):
        returns = re.match(r"^\s*(static )?(Result|Checked)<.*> \w+\(", line)
        if returns and "[[nodiscard]]" not in line:
            yield number, "a function that can fail is [[nodiscard]]"


def check_page(path, text):
    titles = [n for n, line in enumerate(text.splitlines(), 1) if re.match(r"^# ", line)]
    outside = re.sub(r"```.*?```", "", text, flags=re.S)
    count = len(re.findall(r"^# ", outside, flags=re.M))
    if count != 1:
        yield (titles or [1])[0], f"{count} first-level titles, there must be one"


def check_tests_built(paths, cmake):
    for path in paths:
        if path.endswith("_test.cpp") and pathlib.PurePath(path).name not in cmake:
            yield path, 1, "this test is in no CMakeLists.txt"


# Codes that no test provokes, and why.
UNPROVOKED = {
    "algorithm_unavailable": "it takes a crypto library without SM3",
    "store_busy": "it takes two servers that lock one row at the same moment",
}


def check_codes(catalogue, sources, tests):
    """Every code of the catalogue is given by some source and provoked by some test."""
    for number, line in enumerate(catalogue.splitlines(), 1):
        code = re.search(r"\{Code::(\w+), ", line)
        if not code:
            continue
        name = code.group(1)
        if not re.search(rf"\bCode::{name}\b", sources):
            yield number, f"no source gives {name}"
        if name not in UNPROVOKED and not re.search(rf"\b{name}\b", tests):
            yield number, f"no test provokes {name}"


def check_flags(cli, pages):
    """Every option of the command line stands in a page."""
    for flag in sorted(set(re.findall(r'"(--[a-z]+)"', cli))):
        if flag not in pages:
            yield 1, f"{flag} stands in no page"


def issues_of(path, text):
    if path.endswith((".cpp", ".hpp")):
        for rule in (check_layers, check_banned, check_shape, check_nodiscard):
            yield from rule(path, text)
    elif path.endswith(".md"):
        yield from check_page(path, text)


def check_whole(paths):
    """The rules that hold between files."""
    def texts(fits):
        return "".join((ROOT / p).read_text(encoding="utf-8", errors="replace") for p in paths if fits(p))

    def is_test(path):
        return path.endswith("_test.cpp") or path.startswith("tests/")

    sources = texts(lambda p: p.startswith("src/") and not is_test(p) and not is_catalogue(p))
    tests = texts(is_test)
    for catalogue in filter(is_catalogue, paths):
        for number, what in check_codes((ROOT / catalogue).read_text(encoding="utf-8"), sources, tests):
            yield catalogue, number, what
    cli = texts(lambda p: p.startswith("src/shell/cli/"))
    for number, what in check_flags(cli, texts(lambda p: p.endswith(".md"))):
        yield "src/shell/cli", number, what


def main():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT,
                            capture_output=True, text=True, check=True).stdout.split()
    paths = [p for p in listed if (ROOT / p).is_file()]
    found = []
    for path in paths:
        if (ROOT / path).stat().st_size > FILE_BYTES_MAX:
            found.append((path, 1, "above 500 KB"))
        if not path.endswith((".cpp", ".hpp", ".md")):
            continue
        text = (ROOT / path).read_text(encoding="utf-8")
        found.extend((path, number, what) for number, what in issues_of(path, text))
    cmake = "".join((ROOT / p).read_text(encoding="utf-8") for p in paths if p.endswith(("CMakeLists.txt", ".cmake")))
    found.extend(check_tests_built(paths, cmake))
    found.extend(check_whole(paths))
    for path, number, what in found:
        print(f"{path}:{number}: {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
