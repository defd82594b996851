#!/usr/bin/python3
"""bin/ci   everything that must hold before a change goes in, from a bare machine, step by step with times"""
import os
import pathlib
import re
import resource
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

STEPS = [
    ("install what is missing", ["bin/setup", "all"]),
    ("house rules", ["bin/check"]),
    ("build", ["bin/build", "dev"]),
    ("tests on both engines", ["bin/test"]),
    ("each file alone, mutexes held", ["bin/check-alone"]),
    ("release build of everything", ["bin/build", "release", "all", "benches"]),
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
    report, failed, passed_tests, failed_tests = [], 0, 0, 0
    for title, command in STEPS:
        if not (ROOT / command[0]).exists():
            continue
        print(f"\n== {title}: {' '.join(command)}", flush=True)
        start, processor = time.monotonic(), processor_time()
        code, last, warnings = run(command)
        if warnings:
            print(f"{warnings} warnings", flush=True)
            if command[0] == "bin/build":
                print("A build with warnings counts as failed: bin/ci holds it to none.", flush=True)
                code = code or 1
        if re.fullmatch(r"\d+ passed, \d+ failed", last):
            counts = list(map(int, re.findall(r"\d+", last)))
            passed_tests, failed_tests = passed_tests + counts[0], failed_tests + counts[1]
        if code != 0:
            failed += 1
        report.append(f"{'ok    ' if code == 0 else 'FAILED'}  {time.monotonic() - start:6.1f} s  "
                      f"{processor_time() - processor:6.0f} s of processor time  {title}")
        if code != 0 and command[0] == "bin/setup":
            break
    print("\n" + "\n".join(report))
    print(f"{'ok    ' if not failed else 'FAILED'}  {time.monotonic() - begin:6.1f} s  {processor_time():6.0f} s of processor time  all")
    # A step that failed outside the tests counts as one failure, so that the closing line never hides it.
    if failed and failed_tests == 0:
        failed_tests = failed
    print(f"{passed_tests} passed, {failed_tests} failed", flush=True)
    return 1 if failed or passed_tests == 0 else 0


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command):
    """Runs and shows; returns the exit code, the last line and how many warnings a compiler or linker gave."""
    last, warnings = "", 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace") as process:
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            last = line.strip() or last
            warnings += bool(re.search(r"(:\d+|^mold|ld): warning: ", line))
    return process.returncode, last, warnings


if __name__ == "__main__":
    sys.exit(main())
