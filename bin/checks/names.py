"""A helper's name is used once in its folder: debug builds compile neighbouring files as one (cmake/add_slice.cmake)."""
import re

from checks.tree import without_comments

UNNAMED = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", flags=re.S | re.M)
TYPE = re.compile(r"(?:(?:struct|class|union|enum(?: class)?) (\w+)|using (\w+) =)")
FUNCTION = re.compile(r"[\w:].*?\b(\w+)\((.*?)(?:\)[^()]*)?$")
VALUE = re.compile(r"(?:constexpr|const|static|inline|thread_local|std::)\b[^(]*?\b(\w+)(?:\[\w*\])?\s*[={;]")


def check(tree):
    folders = {}
    for path, text in tree.files(".cpp"):
        if not path.endswith(("_test.cpp", "_fuzz.cpp")):
            helpers = folders.setdefault(path.rpartition("/")[0], {})
            for name, kind in helpers_of(text):
                helpers.setdefault(name, {}).setdefault(path, kind)
    for helpers in folders.values():
        for name, kinds in sorted(helpers.items()):
            clash = find_clash(kinds)
            if clash:
                yield f"{clash[1]}: {name} is a helper in {clash[0]} too. Give one of them another name."


def find_clash(kinds):
    """Two files with the same name, unless both are functions that take different things."""
    seen = {}
    for path, kind in kinds.items():
        for other, other_kind in seen.items():
            if kind == other_kind or "" in (kind, other_kind):
                return other, path
        seen[path] = kind
    return None


def helpers_of(text):
    """Pairs of name and parameters ("" for what is no function) at the left margin of the unnamed namespaces."""
    for block in UNNAMED.findall(text):
        for line in without_comments(block).splitlines():
            value, function, kind = VALUE.match(line), FUNCTION.match(line), TYPE.match(line)
            if kind:
                yield kind.group(1) or kind.group(2), ""
            elif value:
                yield value.group(1), ""
            elif function:
                yield function.group(1), f"({function.group(2)})"
