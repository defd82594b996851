#!/usr/bin/python3
"""bin/ci   everything that must hold before a change goes in, from a bare machine, step by step with times"""
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

STEPS = [
    ("install what is missing", ["bin/setup"]),
    ("house rules", ["bin/check"]),
    ("build", ["bin/build", "dev"]),
    ("headers compile alone", ["bin/build", "dev", "headers"]),
    ("tests on both engines", ["bin/test"]),
    ("release build", ["bin/build", "release", "digilots"]),
    ("killed in the middle of writing, 25 times", ["bin/soak", "--cycles", "25"]),
    ("fuzzing, short", ["bin/fuzz", "--seconds", "5"]),
    ("speed, short", ["bin/bench", "--short"]),
]


def main():
    if len(sys.argv) > 1:
        print(__doc__)
        return 0 if sys.argv[1] in ("-h", "--help") else 2
    os.chdir(ROOT)
    begin = time.monotonic()
    report, failed, closing = [], 0, "0 passed, 0 failed"
    for title, command in STEPS:
        if not (ROOT / command[0]).exists():
            continue
        print(f"\n== {title}: {' '.join(command)}", flush=True)
        start = time.monotonic()
        code, last = run(command)
        if re.fullmatch(r"\d+ passed, \d+ failed", last):
            closing = last
        if code != 0:
            failed += 1
        report.append(f"{'ok    ' if code == 0 else 'FAILED'}  {time.monotonic() - start:6.1f} s  {title}")
        if code != 0 and command[0] == "bin/setup":
            break
    print("\n" + "\n".join(report))
    print(f"{'ok    ' if not failed else 'FAILED'}  {time.monotonic() - begin:6.1f} s  all")
    passed_tests, failed_tests = map(int, re.findall(r"\d+", closing))
    # A step that failed outside the tests counts as one failure, so that the closing line never hides it.
    if failed and failed_tests == 0:
        failed_tests = failed
    print(f"{passed_tests} passed, {failed_tests} failed", flush=True)
    return 1 if failed or passed_tests == 0 else 0


def run(command):
    """Runs and shows; returns the exit code and the last line."""
    last = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace") as process:
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            last = line.strip() or last
    return process.returncode, last


if __name__ == "__main__":
    sys.exit(main())
