#!/usr/bin/env python3
"""Runs the transcripts of this folder: commands as a person types them, with the output and the exit status they give.

A transcript is a text file of blocks:

    $ heng check schemes/demo-city
    …expected output, standard error after standard output…
    ? 1            (the exit status, left out when 0)

Lines of `...` alone stand for any number of lines; `# …` before the first command says what the transcript protects.
Commands run by bash in a scratch folder where `schemes` and `docs` are the project's. HENG_GOLDEN=accept records anew.
"""
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def blocks_of(text):
    """The opening comment, then (command, expected lines, status) for each command."""
    intro, blocks = [], []
    for line in text.splitlines():
        if line.startswith("$ "):
            blocks.append([line[2:], [], 0])
        elif not blocks:
            intro.append(line)
        elif line.startswith("? "):
            blocks[-1][2] = int(line[2:])
        else:
            blocks[-1][1].append(line)
    return intro, blocks


def run(command, program, folder):
    environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", LC_ALL="C.UTF-8")
    with open(folder / ".stderr", "w+", encoding="utf-8") as err:
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=err, timeout=120, check=False)
        err.seek(0)
        output = done.stdout.decode("utf-8") + err.read()
    return output.rstrip("\n").splitlines(), done.returncode


def matches(expected, actual):
    """Whether the lines agree, where a line `...` stands for any number of lines."""
    if not expected:
        return not actual
    if expected[0] == "...":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    return bool(actual) and expected[0] == actual[0] and matches(expected[1:], actual[1:])


def play(path, program, accept):
    intro, blocks = blocks_of(path.read_text(encoding="utf-8"))
    failures, recorded = [], list(intro)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "schemes").symlink_to(ROOT / "schemes")
        (folder / "docs").symlink_to(ROOT / "docs")
        for command, expected, status in blocks:
            actual, code = run(command, program, folder)
            while expected and expected[-1] == "":
                expected.pop()
            same = matches(expected, actual) and code == status
            if not same and not accept:
                failures.append((command, expected, status, actual, code))
            kept = expected if matches(expected, actual) else actual
            recorded += [f"$ {command}", *kept, *([f"? {code}"] if code else []), ""]
    if accept:
        path.write_text("\n".join(recorded).rstrip("\n") + "\n", encoding="utf-8")
    return len(blocks), failures


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    accept = os.environ.get("HENG_GOLDEN") == "accept"
    count, failed = 0, 0
    for path in sorted(HERE.glob("*.txt")):
        played, failures = play(path, program, accept)
        count += played
        failed += len(failures)
        for command, expected, status, actual, code in failures:
            print(f"{path.name}: $ {command}\n  exit {code}, expected {status}")
            print("\n".join(difflib.unified_diff(expected, actual, "expected", "actual", lineterm="")))
    print(f"{count - failed} passed, {failed} failed")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
