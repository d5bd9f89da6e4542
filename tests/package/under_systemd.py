#!/usr/bin/env python3
"""The installed unit under systemd itself, with everything that it keeps from the server. Runs as a service of a systemd that
install_test.sh has started on its copy of the machine, after first_start.py has left a ledger there. Its last line is "held".
"""
import json
import pathlib
import subprocess

from first_start import ask, check, wait_until

UNIT = "heng.service"


def systemctl(*words):
    done = subprocess.run(["systemctl", *words], capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        why = subprocess.run(["systemctl", "status", "--no-pager", "--lines=30", UNIT], capture_output=True, text=True, timeout=120)
        check(False, f"systemctl {' '.join(words)}: {done.stdout}{done.stderr}{why.stdout}")
    return done.stdout.strip()


def shown(name):
    return systemctl("show", "--value", "-p", name, UNIT)


def answers():
    try:
        return ask("GET", "/readyz")[0] == 200
    except ConnectionRefusedError:
        return False


def check_confinement():
    """What the kernel says of the process, whatever the unit says."""
    status = pathlib.Path(f"/proc/{shown('MainPID')}/status").read_text()
    said = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    check(said["NoNewPrivs"] == "1", "it can gain no privilege")
    check(said["Seccomp"] == "2", "its system calls are filtered")
    check(int(said["CapBnd"], 16) == 0, "it has no capability")
    check(said["Uid"].split()[0] != "0", "it is not root")


def main():
    systemctl("start", UNIT)
    wait_until(answers, "the server answers")
    check_confinement()
    # a password is hashed in memory that may be locked, and the failure goes to the store
    wrong, _ = ask("POST", "/api/v1/session", json.dumps({"name": "zhang.san", "password": "Wrong-password-1"}))
    check(wrong == 401, f"a wrong password: {wrong}")

    first = shown("MainPID")
    systemctl("reload", UNIT)
    check(answers() and shown("MainPID") == first, "a reload leaves it running")
    systemctl("kill", "--signal=SIGKILL", UNIT)
    wait_until(lambda: shown("MainPID") not in ("0", first) and answers(), "it is started again after a crash")

    systemctl("stop", UNIT)
    check(shown("Result") == "success" and shown("ActiveState") == "inactive", "it stops in order")
    print("held")


if __name__ == "__main__":
    main()
