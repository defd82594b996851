"""docs/features.md names every route and every subcommand, and none that is gone: a map that stays true."""
import re

from checks.routes import parse

FILE = "docs/features.md"
SPAN = re.compile(r"`([^`\n]+)`")
NAME = re.compile(r"static const Command command\{\s*\"([^\"]+)\"")
TOO_WIDE = {"/", "/staff/", "/api/", "/api/v1/", "/{municipality}/", "/{municipality}/staff/", "/api/v1/{municipality}/"}


def check(tree):
    path = tree.root / FILE
    if not path.exists():
        yield f"{FILE}: it is missing."
        return
    spans = SPAN.findall(path.read_text(encoding="utf-8"))
    paths = [path for span in spans if span.startswith("/") for path in spelled_out(span)]
    routes = sorted({route for _, route in parse((tree.root / "routes.txt").read_text(encoding="utf-8"))})
    for route in routes:
        if not any(covers(one, route) for one in paths):
            yield f"{FILE}: it says nothing about {route}. Say in its place what people can do there, with `{route}`."
    for one in paths:
        if one.endswith("…") and one[:-1] in TOO_WIDE:
            yield f"{FILE}: `{one}` covers everything and tells nothing. Name the pages."
        elif not any(covers(one, route) for route in routes):
            yield f"{FILE}: `{one}` is no route (routes.txt). Take it out or correct it."
    yield from check_commands(tree, spans)


def check_commands(tree, spans):
    commands = {name for _, text in tree.files("_command.cpp", under="src/app/") for name in NAME.findall(text)}
    named = {re.sub(r"^digilots ", "", span) for span in spans if span.startswith("digilots ")}
    for command in sorted(commands):
        if not any(one == command or one.startswith(command + " ") for one in named):
            yield f"{FILE}: it says nothing about the command {command}. Say what it does, with `digilots {command}`."
    for one in sorted(named):
        if not any(one == command or one.startswith(command + " ") for command in commands):
            yield f"{FILE}: `digilots {one}` is no command. Take it out or correct it."


def covers(one, route):
    return route.startswith(one[:-1]) if one.endswith("…") else route == one


def spelled_out(span):
    """`/wheel.{csv,png}` is two paths; {municipality} is one."""
    choice = re.search(r"\{([^{}]*,[^{}]*)\}", span)
    if not choice:
        return [span]
    return [path for word in choice.group(1).split(",")
            for path in spelled_out(span[:choice.start()] + word.strip() + span[choice.end():])]
