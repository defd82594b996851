"""What a kept value is read from stays held: no loop, pointer, reference or view into what a temporary shared_ptr holds.

A loop over `snapshot(id)->places` lets the snapshot go before its first turn (C++ extends no temporary but the last one, up to
C++23), and whoever saves meanwhile frees it. Hold it by name: `for (const auto held = snapshot(id); auto& place : held->places)`.
"""
import re

from checks.tree import line_of, without_comments

GIVES_HELD = re.compile(r"std::shared_ptr<[^;=(){}]*>\s+(?:\w+::)*(\w+)\(")
LOOP = re.compile(r"\bfor \(")
# A value is made of what is read in the same expression; these outlive it.
OUTLIVING = r"(?:\*|auto&|const [\w:]+&|std::string_view|std::span<[^;=]*>)\s*\w+\s*=\s*[^;=]*"
RETURNING = re.compile(r"^(?:(?:const )?[\w:<>, ]+[&*] ?|std::string_view |std::span<.*?> )[\w:]+\([^;{}]*\)[^;{}]*\{(.*?)^\}",
                       re.M | re.S)
COMMON = {"find", "place"}       # of others, too


def end_of(text, opening):
    depth = 0
    for position in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return len(text)


def range_of(head):
    """What a range-based for goes over; "" of another."""
    depth = 0
    for position, sign in enumerate(head):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(sign, 0)
        if sign == ":" and depth == 0 and ":" not in (head[position - 1:position], head[position + 1:position + 2]):
            return head[position + 1:].strip()
    return ""


def faults(text, names, is_of_tests):
    call = re.compile(r"\b(?:" + "|".join(sorted(names)) + r")\(")
    for loop in LOOP.finditer(text):
        over = range_of(text[loop.end():end_of(text, loop.end() - 1)].rpartition(";")[2])
        for found in call.finditer(over):
            end = end_of(over, found.end() - 1)
            is_read_through = over[end + 1:end + 3] == "->" and not over[end + 1:].endswith(")")
            if is_read_through or (over.startswith("*") and end == len(over) - 1):
                yield loop.start(), over
    for found in re.finditer(OUTLIVING + call.pattern, text):
        end = end_of(text, found.end() - 1)
        if text[end + 1:end + 3] == "->":
            yield found.start(), found.group(0)
    for function in () if is_of_tests else RETURNING.finditer(text):
        for found in re.finditer(r"return [^;?]*" + call.pattern, function.group(1)):
            at = function.start(1) + found.end() - 1
            if text[end_of(text, at) + 1:][:2] == "->":
                yield function.start(1) + found.start(), found.group(0)


def check(tree):
    texts = {file: without_comments(text) for file, text in tree.files(".cpp", ".h")}
    names = {name for file, text in texts.items() if "_test" not in file for name in GIVES_HELD.findall(text)} - COMMON
    for file, text in texts.items():
        for position, what in faults(text, names, "_test" in file):
            yield (f"{file}:{line_of(text, position)}: {' '.join(what.split())} reads what nobody holds. Keep it in a variable "
                   "first, as in for (const auto held = …; …).")
