"""Texts: every text of the code and the templates has its Swedish and Norwegian, none is left over, placeholders agree."""
import re

from checks.tree import line_of, without_comments

COMPLETE = ("sv", "nb")
# Among pages that anyone may open, what residents do not read: staff sign in, work without a network, call and print.
NOT_OF_RESIDENTS = ("src/accounts/", "src/offline/", "src/tasks/", "src/booking/templates/remind",
                    "src/booking/templates/staff_", "src/questions/templates/talk_page", "src/surveys/templates/paper_page")
ROUTE_OF_ANYONE = re.compile(r"Access::anyone,\s*(?:\w+\(\s*)*(\w+)")
HANDLER = re.compile(r"^(?:http::)?Response (\w+)\(", re.M)
ONE = re.compile(rf'(?:\b(?:t|TEXT)\(\s*)((?:"(?:\\.|[^"\\])*"\s*)+)[,)]')
TWO = re.compile(r'\btn\(\s*((?:"(?:\\.|[^"\\])*"\s*)+),\s*((?:"(?:\\.|[^"\\])*"\s*)+),')
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def check(tree):
    used = texts_in_use(tree)
    catalogues = {}
    for path, text in tree.files(".po"):
        language = path.rsplit("/", 1)[1].removesuffix(".po")
        yield from read_catalogue(path, text, catalogues.setdefault(language, {}))
    for language in COMPLETE:
        known = catalogues.get(language, {})
        for key, where in used.items():
            if key not in known:
                folder = "/".join(where.split("/")[:3 if where.startswith("src/platform/") else 2])
                yield f'{where}: "{key}" has no {language} text. Add it to {folder}/texts/{language}.po.'
    arabic = catalogues.get("ar", {})
    of_residents = templates_of_residents(tree)
    for path, text in tree.files(".html"):
        for match in [*ONE.finditer(text), *TWO.finditer(text)] if path in of_residents else []:
            if (key := unquote(match.group(1))) and key not in arabic:
                yield f'{path}:{line_of(text, match.start())}: "{key}" has no Arabic text. Add it to the ar.po beside it.'
    for language, known in catalogues.items():
        for key, (where, plural, translations) in known.items():
            if key not in used:
                yield f'{where}: "{key}" is used nowhere any more. Take it out.'
            yield from check_entry(key, where, plural, translations)


def templates_of_residents(tree):
    """Paths of the templates that pages show which anyone may open, with all that these call."""
    code = [(path, text) for path, text in tree.files(".cpp") if not path.endswith(("_test.cpp", "_fixtures.cpp"))]
    open_to_all = {(path.split("/")[1], name) for path, text in code for name in ROUTE_OF_ANYONE.findall(text)}
    places = {}
    for path, text in tree.files(".html"):
        places.setdefault(path.rsplit("/", 1)[1].removesuffix(".html"), []).append((path, text))
    waiting = [(path.split("/")[1], name) for path, text in code
               if any((path.split("/")[1], handler) in open_to_all for handler in HANDLER.findall(text))
               for name in re.findall(r"templates::(\w+)\(", text)]
    found = set()
    while waiting:
        slice_, name = waiting.pop()
        own = [place for place in places.get(name, []) if place[0].split("/")[1] == slice_]
        for path, text in own or places.get(name, []):
            if path in found or path.startswith(NOT_OF_RESIDENTS):
                continue
            found.add(path)
            waiting += [(path.split("/")[1], called) for called in re.findall(r"\{% call (?:\w+::)*(\w+)\(", text)]
    return found


def check_entry(key, where, plural, translations):
    if any(not text for text in translations):
        yield f'{where}: "{key}" has an empty translation. Write it.'
    wanted = set(PLACEHOLDER.findall(key)) | set(PLACEHOLDER.findall(plural or ""))
    for text in translations:
        found = set(PLACEHOLDER.findall(text))
        extra, lost = found - wanted, (set(PLACEHOLDER.findall(plural or key)) - found - ({"n"} if plural else set()))
        if text and (extra or lost):
            yield (f'{where}: "{text}" has other placeholders than "{key}" '
                   f"({', '.join(sorted(extra | lost))}). Use the same names.")


def texts_in_use(tree):
    used = {}
    for path, text in tree.files(".cpp", ".h", ".html"):
        if path.endswith("_test.cpp") or path.startswith("src/platform/testing/"):
            continue
        code = text if path.endswith(".html") else without_comments(text)
        for match in ONE.finditer(code):
            used.setdefault(unquote(match.group(1)), f"{path}:{line_of(code, match.start())}")
        for match in TWO.finditer(code):
            used.setdefault(unquote(match.group(1)), f"{path}:{line_of(code, match.start())}")
    used.pop("", None)
    return used


def unquote(literals):
    joined = "".join(re.findall(r'"((?:\\.|[^"\\])*)"', literals))
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match.group(1), match.group(1)), joined)


def read_catalogue(path, text, known):
    """Fills known: msgid → (where, msgid_plural, translations)."""
    for block in re.split(r"\n\s*\n", text):
        lines = block.splitlines()
        fields, current, first = {}, None, 0
        for number, line in enumerate(lines):
            if line.startswith("#~"):
                continue
            match = re.match(r'^(msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(".*")\s*$', line)
            if match:
                current = match.group(1)
                fields[current] = unquote(match.group(2))
                first = first or number + 1
            elif line.startswith('"') and current:
                fields[current] += unquote(line)
        key = fields.get("msgid")
        if not key:
            continue
        where = f"{path}:{line_of(text, text.find(block)) + first - 1}"
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            yield f'{where}: "{key}" is marked fuzzy. Check the translation and take the mark away.'
        translations = [value for name, value in fields.items() if name.startswith("msgstr")]
        if key in known and known[key][2] != translations:
            yield f'{where}: "{key}" is translated otherwise in {known[key][0]}. One text, one translation: agree on it.'
        known.setdefault(key, (where, fields.get("msgid_plural"), translations))
