"""ARCHITECTURE.md's list of folders is what ls src shows."""
import re


def check(tree):
    path = tree.root / "ARCHITECTURE.md"
    if not path.exists():
        yield "ARCHITECTURE.md: it is missing."
        return
    text = path.read_text(encoding="utf-8")
    listed = set(re.findall(r"^[-|*]?\s*`src/(\w+)/`", text, flags=re.M))
    there = {entry.name for entry in (tree.root / "src").iterdir() if entry.is_dir()}
    for name in sorted(there - listed):
        yield f"ARCHITECTURE.md: src/{name}/ is not in the list of folders. Add a line beginning with `src/{name}/`."
    for name in sorted(listed - there):
        yield f"ARCHITECTURE.md: the list of folders names src/{name}/, which is not there. Take the line out."
    listed = set(re.findall(r"^[-|*]?\s*`src/platform/(\w+)/`", text, flags=re.M))
    for name in sorted(set(tree.parts) - listed):
        yield f"ARCHITECTURE.md: src/platform/{name}/ is not in the list. Add a line beginning with `src/platform/{name}/`."
    for name in sorted(listed - set(tree.parts)):
        yield f"ARCHITECTURE.md: the list names src/platform/{name}/, which is not there. Take the line out."
