"""The source tree, read once for all checks."""
import re


class Tree:
    def __init__(self, root):
        self.root = root
        self.texts = {}
        for pattern in ("*.cpp", "*.h", "*.sql", "*.html", "*.po", "*.txt", "*.md"):
            for path in (root / "src").rglob(pattern):
                self.texts[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8", errors="replace")
        self.slices = sorted(path.name for path in (root / "src").iterdir()
                             if path.is_dir() and path.name not in ("app", "platform"))
        self.parts = sorted(path.name for path in (root / "src/platform").iterdir() if path.is_dir())
        self.rooms = sorted({self.room_of_file(path) for path, _ in self.files(".cpp", ".h")} - {""})
        self.arrows = self.read_arrows()

    def read_arrows(self):
        """(from, to) → line number, from src/slices.txt"""
        arrows = {}
        for number, line in enumerate(self.texts.get("src/slices.txt", "").splitlines(), 1):
            match = re.match(r"^([\w/]+)\s*->\s*([\w/, ]+)", line)
            for target in re.findall(r"[\w/]+", match.group(2)) if match else []:
                arrows[(match.group(1), target)] = number
        return arrows

    def files(self, *suffixes, under="src/"):
        return [(path, text) for path, text in sorted(self.texts.items())
                if path.startswith(under) and path.endswith(suffixes)]

    def owner_of_file(self, path):
        """ "directory" for src/directory/…, "platform/http" for src/platform/http/…, "app", or "" for src/main.cpp """
        pieces = path.split("/")
        if len(pieces) < 3:
            return ""
        return f"platform/{pieces[2]}" if pieces[1] == "platform" and len(pieces) > 3 else pieces[1]

    def room_of_file(self, path):
        """ "indicators/figures" for src/indicators/figures/…; "" for what stands in no folder of a slice """
        pieces = path.split("/")
        return f"{pieces[1]}/{pieces[2]}" if len(pieces) == 4 and pieces[1] in self.slices else ""

    def owner_of_table(self, table):
        """The slice (or platform part) whose name the table's name starts with, or None."""
        names = self.slices + self.parts + ["app"]
        fitting = [name for name in names if table == name or table.startswith(name + "_")]
        return max(fitting, key=len) if fitting else None

    def tables(self):
        found = {}
        for path in sorted((self.root / "migrations").glob("*.sql")):
            for table in re.findall(r"(?i)\bCREATE\s+(?:VIRTUAL\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)",
                                    without_sql_comments(path.read_text(encoding="utf-8"))):
                found.setdefault(table.lower(), path.name)
        return found

    def without_excused(self, name, failures):
        """Drops the failures whose file is excused; an excuse that matches nothing is a failure itself."""
        list_path = self.root / "bin/checks/exceptions" / f"{name}.txt"
        excused = {}
        if list_path.exists():
            for line in list_path.read_text(encoding="utf-8").splitlines():
                if line.strip() and not line.startswith("#"):
                    excused[line.split()[0]] = False
        left = []
        for failure in failures:
            file = re.split(r"[:\s]", failure, maxsplit=1)[0]
            if file in excused:
                excused[file] = True
            else:
                left.append(failure)
        left += [f"bin/checks/exceptions/{name}.txt: {file} needs no excuse any more; take its line out"
                 for file, used in excused.items() if not used]
        return left


def without_sql_comments(text):
    return re.sub(r"--[^\n]*|/\*.*?\*/", " ", text, flags=re.S)


def without_comments(text):
    """C++ without comments, strings kept, line numbers kept."""
    pattern = r'R"(\w*)\((?:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*.*?\*/'

    def replace(match):
        found = match.group(0)
        if found.startswith(("//", "/*")):
            return "\n" * found.count("\n")
        return found
    return re.sub(pattern, replace, text, flags=re.S)


def line_of(text, position):
    return text.count("\n", 0, position) + 1
