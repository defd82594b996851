"""Every slice stands in src/app/slices.cpp, with its own name: what no list holds has no page, no menu, and what it keeps has no end."""
import re

LIST = "src/app/slices.cpp"


def check(tree):
    listed = re.findall(r"\b(\w+)::slice\(", tree.texts.get(LIST, ""))
    for name in tree.slices:
        if name not in listed:
            yield f"{LIST}: the slice {name} is not in the list. Add {name}::slice(…) after those that it needs."
        elif listed.count(name) > 1:
            yield f"{LIST}: {name}::slice(…) stands twice. Take one out."
        text = tree.texts.get(f"src/{name}/slice.cpp")
        if text is None:
            yield f"src/{name}/slice.cpp: it is missing. It holds Slice slice(…), which says what the slice gives (platform/slice/slice.h)."
            continue
        said = re.findall(r'\.name = "([^"]*)",\s*\n\s*\.(?:routes|registers)\b', text)
        if said != [name]:
            yield f'src/{name}/slice.cpp: it has to say once .name = "{name}", and then its .routes or .registers.'
