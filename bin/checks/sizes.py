"""Sizes: file 80 median, 250 at the 90th percentile, 400 alarm; function 60 alarm; template 120 alarm; width 110, 130 alarm."""
import re
import statistics

from checks.tree import without_comments

FILE_MEDIAN, FILE_P90, FILE_ALARM = 80, 250, 400
FUNCTION_ALARM = 60
TEMPLATE_MEDIAN, TEMPLATE_ALARM = 40, 120
WIDTH, WIDTH_ALARM = 110, 130
TRANSPARENT = re.compile(r"\b(namespace|class|struct|enum|union)\b[^;()]*$|extern\s+\"C\"\s*$")


def check(tree):
    lengths = []
    for path, text in tree.files(".cpp", ".h"):
        lines = text.splitlines()
        lengths.append(len(lines))
        if len(lines) > FILE_ALARM:
            yield f"{path}: {len(lines)} lines. Over {FILE_ALARM} a file hides more than one thing: split it by what a person does."
        for number, line in enumerate(lines, 1):
            if len(line) > WIDTH_ALARM and "http" not in line:
                yield f"{path}:{number}: {len(line)} characters wide. Break the line at {WIDTH}."
        yield from check_functions(path, text)
    if len(lengths) >= 20:
        lengths.sort()
        p90 = lengths[int(len(lengths) * 0.9)]
        if statistics.median(lengths) > FILE_MEDIAN:
            yield f"src: half of the files have over {FILE_MEDIAN} lines (median {statistics.median(lengths):.0f}). Split the growing ones."
        if p90 > FILE_P90:
            yield f"src: one file in ten has over {FILE_P90} lines (90th percentile {p90}). Split the longest ones."
    yield from check_templates(tree)
    yield from check_readmes(tree)


def check_functions(path, text):
    code = re.sub(r'R"(\w*)\(.*?\)\1"', lambda found: '""' + "\n" * found.group(0).count("\n"), without_comments(text), flags=re.S)
    code = re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', lambda found: '"' + "_" * (len(found.group(0)) - 2) + '"', code)
    stack, header, line = [], "", 1
    for character in code:
        if character == "\n":
            line += 1
        if character == "{":
            inside = any(kind == "function" for kind, _, _ in stack)
            kind = "inner" if inside else "outer" if TRANSPARENT.search(header) else "function" if ")" in header else "value"
            stack.append((kind, line, header))
            header = ""
        elif character == "}":
            if stack:
                kind, begin, head = stack.pop()
                if kind == "function" and line - begin + 1 > FUNCTION_ALARM:
                    name = re.search(r"([\w:~]+)\s*\(", head)
                    yield (f"{path}:{begin}: {name.group(1) if name else 'a function'} has {line - begin + 1} lines. "
                           f"Over {FUNCTION_ALARM} nobody reads it in one go: give its steps names.")
            header = ""
        elif character == ";":
            header = ""
        else:
            header += character


def check_templates(tree):
    lengths = []
    for path, text in tree.files(".html"):
        lengths.append(len(text.splitlines()))
        if lengths[-1] > TEMPLATE_ALARM:
            yield f"{path}: {lengths[-1]} lines. Over {TEMPLATE_ALARM}: make a part of it a component or a template of its own."
    if len(lengths) >= 10 and statistics.median(lengths) > TEMPLATE_MEDIAN:
        yield f"src: half of the templates have over {TEMPLATE_MEDIAN} lines. Make components of what repeats."


def check_readmes(tree):
    for name in tree.slices:
        text = tree.texts.get(f"src/{name}/README.md")
        if text is None:
            yield (f"src/{name}/README.md: it is missing. In at most 20 lines: what the slice is for, its words, "
                   "what it publishes, what it will never do.")
        elif len(text.splitlines()) > 20:
            yield f"src/{name}/README.md: {len(text.splitlines())} lines. Keep it to 20; details belong beside the code."
