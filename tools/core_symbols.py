#!/usr/bin/env python3
"""The core decides and does nothing else: its archives must need no symbol for files, sockets, clocks, threads,
randomness, environment or SQL. Called with the archives; prints each offence and exits 1 if there is one."""
import re
import subprocess
import sys

BANNED = re.compile(
    r"^(f?open(at|64)?|fopen64|creat|socket|connect|bind|listen|accept|send(to|msg)?|recv(from|msg)?"
    r"|time|clock|clock_gettime|gettimeofday|localtime(_r)?|gmtime(_r)?|strftime"
    r"|rand(om)?(_r)?|srand(om)?|getrandom|arc4random|getenv|secure_getenv|setlocale"
    r"|pthread_create|fork|execv\w*|system|popen|sqlite3_\w+|PQ\w+"
    r"|_ZNSt(6chrono|13random_device|6thread|10filesystem)\w*"
    r"|_ZNSt(14|13)basic_(if|of|f)stream\w*)$")


def offences(archive):
    listing = subprocess.run(["nm", "--undefined-only", "--format=posix", archive],
                             capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        symbol = line.split(" ")[0].split("@")[0]
        if BANNED.match(symbol):
            yield symbol


def main():
    found = [(archive, symbol) for archive in sys.argv[1:] for symbol in offences(archive)]
    for archive, symbol in found:
        print(f"{archive}: needs {symbol}")
    if len(sys.argv) < 2:
        print("no archive given")
        return 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
