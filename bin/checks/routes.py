"""routes.txt: every URL with its method and role. The program's own list is compared by bin/check-routes --binary FILE."""
import re
import subprocess

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}
LINE = re.compile(r"^(\S+) (/\S*) (\S+)$")
DECLARED = re.compile(r"\bMethod::(\w+),\s*\"([^\"]+)\",\s*(?:[\w:]*::)?Access::\w+")


def check(tree):
    path = tree.root / "routes.txt"
    if not path.exists():
        return
    routes = parse(path.read_text(encoding="utf-8"))
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for number, line in enumerate(lines, 1):
        match = LINE.match(line)
        if not match or match.group(1) not in METHODS:
            yield f'routes.txt:{number}: write "METHOD PATH ROLE", such as "GET /{{municipality}}/places anyone".'
    if lines != sorted(set(lines), key=lambda line: line.split(" ")[1::-1]):
        yield "routes.txt: lines are out of order or doubled. Write it anew: build/dev/digilots routes > routes.txt"
    for file, text in tree.files("routes.cpp"):
        for method, route in DECLARED.findall(text):
            if (method.strip("_").upper(), route) not in routes:
                yield (f"{file}: {method.strip('_').upper()} {route} is not in routes.txt. "
                       "Write it anew and look at the difference: build/dev/digilots routes > routes.txt")
    yield from check_vanished(tree, routes)


def parse(text):
    return {(match.group(1), match.group(2)): match.group(3) for match in map(LINE.match, text.splitlines()) if match}


def check_vanished(tree, routes):
    """A page that people have bookmarked stays, at least as a redirect: compared with the latest release."""
    tag = run(tree, "git", "describe", "--tags", "--abbrev=0")
    released = parse(run(tree, "git", "show", f"{tag.strip()}:routes.txt")) if tag else {}
    for method, route in sorted(released):
        if (method, route) not in routes:
            yield (f"routes.txt: {method} {route} was in release {tag.strip()} and is gone. "
                   "Keep it as a route that answers http::moved(…) to its successor.")


def run(tree, *command):
    done = subprocess.run(command, cwd=tree.root, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""
