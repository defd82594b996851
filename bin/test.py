#!/usr/bin/python3
"""bin/test [options] [names...]   installs what is missing, builds, runs all tests on SQLite and PostgreSQL

  names            only these: test programs (directory_test), "journeys" or one of their files (desk_form), "routes"
  --engine NAME    only sqlite or only postgresql
  --preset NAME    dev (default), release, san, tsan or shared (tsan of what threads share)
  --no-build       test what is built already

The last line is the sum: "N passed, N failed".
"""
import argparse
import collections
import concurrent.futures
import importlib.machinery
import importlib.util
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
TIME_LIMIT = {"dev": 1200, "release": 1200, "san": 900, "tsan": 1800, "shared": 1800}
# A file of journeys takes four minutes at most: one that hangs is ended with all that it started, and fails by its name.
JOURNEY_LIMIT = {preset: limit * 3 // 4 for preset, limit in TIME_LIMIT.items()}
# The program of everything together is run in parts, side by side: alone it takes as long as all the others.
PARTS = {"app_test": 8}
# A journey whose only faults are waits that ran out is walked once more when nothing else runs, and both walks are told: on a
# machine that is busy for minutes a browser waits for its turn. More than these at once are no matter of the machine.
MOST_WALKED_AGAIN = 3
PRINTING = threading.Lock()


def load_script(name):
    loader = importlib.machinery.SourceFileLoader(name.replace("-", "_"), str(ROOT / "bin" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


class Sum:
    def __init__(self):
        self.passed = self.failed = 0
        self.late = []   # what to walk once more: the arguments of run_journey and the fault of the first walk

    def add(self, title, passed, failed, seconds, output="", note=""):
        with PRINTING:
            self.passed += passed
            self.failed += failed
            if failed:
                print(output.rstrip())
            print(f"{title:<48} {passed:>4} passed, {failed} failed  ({seconds:.1f} s){note}", flush=True)


def main():
    options = parse_arguments()
    os.chdir(ROOT)
    if not options.no_build:
        subprocess.run(["bin/setup", "test"], check=True)
        if subprocess.run(["bin/build", options.preset, *targets_of(options)]).returncode != 0:
            sys.exit("The build failed; no test has run.")
    build = ROOT / "build" / options.preset
    total = Sum()
    work = pathlib.Path(tempfile.mkdtemp(prefix="digilots-test-"))
    coverage = work / "sql-coverage"
    try:
        with load_script("private-postgres").private_postgres() as url:
            environment = {**os.environ, "DIGILOTS_TEST_POSTGRES": url, "DIGILOTS_SQL_COVERAGE": str(coverage),
                           "DIGILOTS_BINARY": str(build / "digilots"), "DIGILOTS_SOURCE": str(ROOT),
                           "DIGILOTS_JOURNEY_DEMO": str(work),
                           "UBSAN_OPTIONS": "print_stacktrace=1",
                           "LSAN_OPTIONS": f"suppressions={ROOT}/cmake/leaks.txt:print_suppressions=0"}
            run_tool_tests(options, total)
            run_all(options, build, environment, work, total)
        if options.wants("routes"):
            check_routes(build, total)
        if not options.names and len(options.engines) == 2:
            check_sql_coverage(coverage, total)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if total.passed + total.failed == 0:
        print("No test has run: a run without tests is an error.")
        total.failed = 1
    print(f"{total.passed} passed, {total.failed} failed", flush=True)
    return 1 if total.failed else 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"])
    parser.add_argument("--preset", choices=list(TIME_LIMIT), default="dev")
    parser.add_argument("--no-build", action="store_true")
    options = parser.parse_args()
    options.engines = [options.engine] if options.engine else ["sqlite", "postgresql"]
    options.wants = lambda name: not options.names or name in options.names
    return options


def targets_of(options):
    """All, or the test programs that are named and the program where something runs it."""
    programs = [name for name in options.names if name.endswith("_test") and not (ROOT / "cmake" / f"{name}.py").exists()
                and not (ROOT / "bin/checks" / f"{name}.py").exists()]
    return programs if programs and len(programs) == len(options.names) else ["tests", "digilots"]


def run_tool_tests(options, total):
    """The build's own scripts: cmake/*_test.py and bin/checks/*_test.py."""
    for path in sorted([*ROOT.glob("cmake/*_test.py"), *ROOT.glob("bin/checks/*_test.py")]):
        if not options.wants(path.stem):
            continue
        start = time.monotonic()
        done = subprocess.run(["/usr/bin/python3", "-B", path], cwd=ROOT, text=True, capture_output=True)
        ran = int((re.findall(r"^Ran (\d+) test", done.stderr, flags=re.M) or ["0"])[0])
        broken = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", done.stderr)))
        if broken == 0 and (done.returncode != 0 or ran == 0):
            broken = 1
        total.add(f"tools      {path.stem}", max(ran - broken, 0), broken, time.monotonic() - start, done.stderr)


def run_all(options, build, environment, work, total):
    """Every file of journeys and every *_test program once an engine, one more at a time than there are processors: a browser
    waits for pages, a test for PostgreSQL. The largest first, so that none is left to run alone at the end. Two walk through
    the journeys and then take programs, the others begin with the programs, which give way: browsers that starve fail for no
    reason."""
    names = [name for name in (build / "tests.txt").read_text().split() if options.wants(name)]
    names.sort(key=lambda name: (build / name).stat().st_size if (build / name).exists() else 0, reverse=True)
    programs = collections.deque((run_program, build / name, engine, part, options.preset, environment, work, total)
                                 for name in names for part in range(PARTS.get(name, 1)) for engine in options.engines)
    files = sorted(ROOT.glob("tests/journeys/*.test.mjs"), key=lambda path: path.stat().st_size, reverse=True)
    journeys = collections.deque((run_journey, path, engine, options.preset, environment, work, total)
                                 for path in files if options.wants("journeys") or path.name.removesuffix(".test.mjs") in options.names
                                 for engine in journey_engines(path, options))
    if journeys:
        for engine in options.engines:
            subprocess.run(["node", "--input-type=module", "-e", "import { keepDemo } from './lib/server.mjs'; keepDemo();"],
                           cwd=ROOT / "tests", env={**environment, "DIGILOTS_TEST_ENGINE": engine}, check=True)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        running = [pool.submit(run_in_turn, *([journeys, programs] if number < 2 else [programs, journeys]))
                   for number in range(1 + (os.cpu_count() or 1))]
        for run in running:
            run.result()
    late, total.late = total.late, None
    for arguments, (title, passed, failed, seconds, output) in late:
        if len(late) > MOST_WALKED_AGAIN:
            total.add(title, passed, failed, seconds, output)
            continue
        print(output.rstrip(), f"{title:<48} waited in vain {failed} times, walked once more", sep="\n", flush=True)
        run_journey(*arguments, total)


def run_in_turn(*queues):
    for queue in queues:
        while True:
            try:
                work, *arguments = queue.popleft()
            except IndexError:
                break
            work(*arguments)


def journey_engines(path, options):
    """What a browser makes of a page is not a matter of the database: those files say so and are walked on one engine."""
    once = "// Walked on one engine." in path.read_text(encoding="utf-8")
    return options.engines[:1] if once else options.engines


def run_program(program, engine, part, preset, environment, work, total):
    folder = pathlib.Path(tempfile.mkdtemp(dir=work))
    parts = PARTS.get(program.name, 1)
    title = f"{engine:<10} {program.name}" + (f" {part + 1}/{parts}" if parts > 1 else "")
    start = time.monotonic()
    environment = {**environment, "DIGILOTS_TEST_ENGINE": engine, "TMPDIR": str(folder),
                   "GTEST_TOTAL_SHARDS": str(parts), "GTEST_SHARD_INDEX": str(part)}
    try:
        done = subprocess.run(["nice", "-n", "5", program], env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=TIME_LIMIT[preset])
        output, code = done.stdout.decode(errors="replace"), done.returncode
    except subprocess.TimeoutExpired as late:
        output, code = (late.stdout or b"").decode(errors="replace"), None
        output += f"\n{program.name} has not ended after {TIME_LIMIT[preset]} s: one of its tests hangs."
    except OSError as error:
        output, code = str(error), None
    passed = len(re.findall(r"^\[       OK \] ", output, flags=re.M))
    failed = len(re.findall(r"^\[  FAILED  \] \S+ \(", output, flags=re.M))
    failed += len(re.findall(r"^\[  FAILED  \] \S+, where .* \(\d+ ms\)", output, flags=re.M))
    skipped = len(re.findall(r"^\[  SKIPPED \] \S+ \(", output, flags=re.M))
    if code != 0 and failed == 0:
        failed = 1
        output += f"\n{program.name} ended with {'signal ' + str(-code) if code and code < 0 else 'code ' + str(code)}."
    if passed + failed + skipped == 0:
        failed = 1
        output += f"\n{program.name} holds no tests: write one or delete the file."
    shutil.rmtree(folder, ignore_errors=True)
    total.add(title, passed, failed, time.monotonic() - start, tail(output), f", {skipped} skipped" if skipped else "")


def tail(output):
    """Without the lines of the tests that passed."""
    return re.sub(r"^\[ RUN      \] (\S+)\n(?:\{.*\n)*\[       OK \] \1.*\n", "", output, flags=re.M)


def run_journey(path, engine, preset, environment, work, total):
    start, limit = time.monotonic(), JOURNEY_LIMIT[preset]
    # Into a file: whatever was left running would hold a pipe open.
    with tempfile.TemporaryFile(dir=work, mode="w+", errors="replace") as written:
        process = subprocess.Popen(["node", "--test", "--test-reporter=tap", path], cwd=ROOT / "tests",
                                   env={**environment, "DIGILOTS_TEST_ENGINE": engine}, stdout=written, stderr=subprocess.STDOUT)
        late = ""
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired:
            late = f"\n{path.name} has not ended after {limit} s: the journey after the last one that is named here hangs."
            end_with_all_it_started(process.pid)
            process.wait()
        written.seek(0)
        output = written.read() + late
    counts = dict(re.findall(r"^# (tests|pass|fail|skipped|cancelled) (\d+)", output, flags=re.M))
    passed = int(counts.get("pass", 0)) if not late else len(re.findall(r"^ *ok \d+ - ", output, flags=re.M))
    failed = int(counts.get("fail", 0)) + int(counts.get("cancelled", 0))
    if passed + failed == 0 or ((process.returncode != 0 or late) and failed == 0):
        failed += 1
    result = (f"{engine:<10} journey {path.name.removesuffix('.test.mjs')}", passed, failed, time.monotonic() - start, output)
    if total.late is not None and only_waited_in_vain(output, failed):
        total.late.append(((path, engine, preset, environment, work), result))
    else:
        total.add(*result)


def only_waited_in_vain(output, failed):
    """Every fault is a wait of the browser that ran out of time: none is something that was seen and is wrong."""
    faults = re.findall(r"^ *failureType: '(\w+)'$(?s:.*?)^ *\.\.\.$", output, flags=re.M)
    waits = re.findall(r"^ *name: 'TimeoutError'$", output, flags=re.M)
    return 0 < failed == len(waits) and set(faults) <= {"testCodeFailure", "subtestsFailed"}


def end_with_all_it_started(process):
    """Browsers and servers begin groups of their own: they are found as children of children."""
    children = collections.defaultdict(list)
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            children[int(stat.read_text(errors="replace").rsplit(")", 1)[1].split()[1])].append(int(stat.parent.name))
        except OSError:
            continue
    found = [process]
    for one in found:
        found += children[one]
    for one in found:
        try:
            os.kill(one, signal.SIGKILL)
        except ProcessLookupError:
            continue


def check_routes(build, total):
    if not (ROOT / "routes.txt").exists():
        return
    start = time.monotonic()
    done = subprocess.run([build / "digilots", "routes"], capture_output=True, text=True)
    wanted = (ROOT / "routes.txt").read_text().splitlines()
    found = done.stdout.splitlines()
    difference = [f"only in routes.txt: {line}" for line in wanted if line not in found]
    difference += [f"only in the program: {line}" for line in found if line not in wanted]
    if not difference and wanted != found:
        difference = ["routes.txt is in another order"]
    difference.append(f"If the change is meant: {build.relative_to(ROOT)}/digilots routes > routes.txt")
    failed = done.returncode != 0 or wanted != found
    total.add("routes     routes.txt", int(not failed), int(failed), time.monotonic() - start,
              "\n".join(difference) + done.stderr)


def check_sql_coverage(coverage, total):
    """Every query must have been run by some test: the database layer writes the names of what it runs."""
    start = time.monotonic()
    # A query is called by its slice, whichever of the slice's rooms it stands in.
    files = {}
    for path in ROOT.glob("src/**/sql/*.sql"):
        folder = path.parent.parent.relative_to(ROOT / "src")
        owner = folder if folder.parts[0] == "platform" else pathlib.Path(folder.parts[0])
        if not path.name.endswith(".postgres.sql"):
            files[f"{owner.as_posix()}/{path.stem}"] = path.relative_to(ROOT).as_posix()
    names = set(files)
    run = set(coverage.read_text().split()) if coverage.exists() else set()
    missing = sorted(names - run)
    if names:
        output = "\n".join(f"{files[name]} is run by no test. Test what uses it, or delete it." for name in missing)
        total.add("queries    run by some test", len(names) - len(missing), len(missing), time.monotonic() - start, output)


if __name__ == "__main__":
    sys.exit(main())
