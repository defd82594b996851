#!/usr/bin/python3
"""bin/ci   everything that must hold before a change goes in, from a bare machine, step by step with times

The last lines are what failed, the steps with their times, and the sum of the tests: "N passed, N failed".
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Steps of one line run side by side. Beside the tests runs only what takes the time that they leave idle (they wait for pages
# and for PostgreSQL): browsers that starve fail for no reason. What is tested is what is installed: one build less, and
# programs several times as fast.
IDLE = ["chrt", "--idle", "0"]
STEPS = [
    [("install what is missing", ["bin/setup", "all"])],
    [("house rules", ["bin/check"])],
    [("release build of everything", ["bin/build", "release", "all", "benches"])],
    [("tests on both engines", ["bin/test", "--preset", "release", "--no-build"]),
     ("each file alone, mutexes held", [*IDLE, "bin/check-alone", "--short"])],
    [("shared state under the thread sanitizer", ["bin/test", "--preset", "shared", "--engine", "sqlite", *(
        f"platform_{part}_test" for part in ("base", "db", "http", "kept", "search"))])],
    [("killed in the middle of writing, 25 times", ["bin/soak", "--release", "--cycles", "25"])],
    [("fuzzing with the address sanitizer, short", ["bin/fuzz", "--short"])],
    [("speed, short", ["bin/bench", "--short"])],
]


def main():
    if len(sys.argv) > 1:
        print(__doc__)
        return 0 if sys.argv[1] in ("-h", "--help") else 2
    os.chdir(ROOT)
    begin, steps = time.monotonic(), []
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for side_by_side in STEPS:
            running = [Step(*step, shown=number == 0) for number, step in enumerate(side_by_side)]
            list(pool.map(Step.run, running))
            steps += running
            if any(step.failed and step.command[0] == "bin/setup" for step in running):
                break
    return report(steps, time.monotonic() - begin)


def report(steps, seconds):
    failed = [step for step in steps if step.failed]
    for step in failed:
        print(f"\n== failed: {step.title}\n" + "\n".join(step.reasons()))
    print("\n" + "\n".join(step.line() for step in steps))
    print(f"{'FAILED' if failed else 'ok    '}  {seconds:6.1f} s  {sum(step.processor for step in steps):6.0f} s of processor time  all")
    # A step that failed outside the tests counts as one failure, so that the closing line never hides it.
    failures = sum(step.tests[1] for step in steps) or len(failed)
    passed = sum(step.tests[0] for step in steps)
    print(f"{passed} passed, {failures} failed", flush=True)
    return 1 if failed or passed == 0 else 0


class Step:
    """One command: its output, shown at once or when it has ended, its times, and how it ended."""

    def __init__(self, title, command, shown):
        self.title, self.command, self.shown = title, command, shown
        self.lines, self.tests, self.warnings = [], (0, 0), 0
        self.failed, self.seconds, self.processor = False, 0.0, 0.0

    def run(self):
        start = time.monotonic()
        if self.shown:
            print(self.heading(), flush=True)
        process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        for line in process.stdout:
            self.lines.append(line.rstrip("\n"))
            self.warnings += bool(re.search(r"(:\d+|^mold|ld): warning: ", line))
            if self.shown:
                print(line, end="", flush=True)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds, self.processor = time.monotonic() - start, used.ru_utime + used.ru_stime
        # A build with warnings counts as failed: bin/ci holds it to none.
        self.failed = process.returncode != 0 or (self.command[0] == "bin/build" and self.warnings > 0)
        last = next((line for line in reversed(self.lines) if line.strip()), "")
        if found := re.fullmatch(r"(\d+) passed, (\d+) failed", last):
            self.tests = tuple(map(int, found.groups()))
        if not self.shown:
            print(self.heading(), *self.lines, sep="\n", flush=True)

    def heading(self):
        return f"\n== {self.title}: {' '.join(self.command)}"

    def reasons(self):
        """The lines that say why, the last ones where none does."""
        telling = r"error:|warning: |\[  FAILED  \]|^not ok|^FAILED|[1-9]\d* failed|cannot|does not stand alone|^MISSED"
        return ([line for line in self.lines if re.search(telling, line)] or self.lines)[-15:]

    def line(self):
        return (f"{'FAILED' if self.failed else 'ok    '}  {self.seconds:6.1f} s  {self.processor:6.0f} s of processor time  "
                f"{self.title}" + (f" ({self.warnings} warnings)" if self.warnings else ""))


if __name__ == "__main__":
    sys.exit(main())
