#!/usr/bin/env python3
"""Runs clang-tidy over the sources of the program, as .clang-tidy says, and exits 1 if it finds anything.

Only what has changed is checked again: for each source that was found clean, build/tidy holds the digest of all that the
finding rests on: the source, the project's headers that it includes, directly or not, and .clang-tidy.

    clang_tidy.py [source…]        by default all of src but the tests, and but what takes longest to read
"""
import concurrent.futures
import hashlib
import os
import pathlib
import re
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = "clang-tidy-14"
COMMANDS = ROOT / "build/release"
CLEAN = ROOT / "build/tidy"
# g++ knows a warning that clang does not, and clang disputes `&` between conditions that is meant.
EXTRA = ["--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-bitwise-instead-of-logical",
         "--extra-arg=-Wno-bitwise-conditional-parentheses"]

# Folders whose libraries (CLI11, Boost) take longer to read than all that is ours.
SLOW = ("src/shell/cli/", "src/shell/json/", "src/shell/http/")

INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def included(text, root=ROOT):
    """The project's headers that a text includes directly."""
    return [root / "src" / name for name in INCLUDE.findall(text) if (root / "src" / name).is_file()]


def closure(source, root=ROOT):
    """The source and every header of the project that it reaches, sorted."""
    found, todo = set(), [source]
    while todo:
        path = todo.pop()
        if path not in found:
            found.add(path)
            todo.extend(included(path.read_text(encoding="utf-8"), root))
    return sorted(found)


def digest(source, root=ROOT):
    total = hashlib.sha256((root / ".clang-tidy").read_bytes())
    for path in closure(source, root):
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()


def tests_in(cmake):
    """The sources that src/CMakeLists.txt names as tests, with what only they use."""
    blocks = re.findall(r"\bTESTS\b(.*?)(?:\)|\b[A-Z]*_?LINKS\b|\bPCH\b)", re.sub(r"#.*", "", cmake), re.S)
    return {"src/" + name for block in blocks for name in block.split()}


def sources():
    tests = tests_in((ROOT / "src/CMakeLists.txt").read_text(encoding="utf-8"))
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "src/*.cpp"], cwd=ROOT, capture_output=True,
                            text=True, check=True).stdout.split()
    return [ROOT / path for path in listed
            if path not in tests and not path.startswith(SLOW) and (ROOT / path).is_file()]


def stamp(source):
    return CLEAN / (str(source.relative_to(ROOT)).replace("/", "+") + ".clean")


def is_clean(source):
    return stamp(source).is_file() and stamp(source).read_text() == digest(source)


def without_precompiled(commands):
    """The compile commands as they are without precompiled headers: those of g++ mean nothing to clang, and a source
    includes what it uses."""
    return re.sub(r" -fpch-preprocess| -Winvalid-pch| -include \S+/cmake_pch\.hxx", "", commands)


def check(source):
    """What clang-tidy finds in one source; empty if nothing."""
    before = digest(source)
    done = subprocess.run([PROGRAM, "-p", CLEAN, "--quiet", *EXTRA, source], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    if done.returncode == 0:
        stamp(source).write_text(before)
        return ""
    return done.stdout or done.stderr


def distinct(outputs):
    """The findings of all sources, each once: one in a header comes with every source that reads it."""
    blocks = {}
    for output in outputs:
        for block in re.split(r"^(?=\S+:\d+:\d+: (?:error|warning): )", output, flags=re.M):
            if block.strip():
                blocks[block.strip()] = None
    return list(blocks)


def main():
    CLEAN.mkdir(parents=True, exist_ok=True)
    commands = (COMMANDS / "compile_commands.json").read_text(encoding="utf-8")
    (CLEAN / "compile_commands.json").write_text(without_precompiled(commands), encoding="utf-8")
    named = [pathlib.Path(name).resolve() for name in sys.argv[1:]] or sources()
    todo = [source for source in named if not is_clean(source)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        findings = distinct(pool.map(check, todo))
    for finding in findings:
        print(finding)
    if todo:
        seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        print(f"clang-tidy: {len(todo)} of {len(named)} sources checked, {len(findings)} findings, "
              f"{seconds:.0f} s of processor time", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
