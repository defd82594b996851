"""Heavy libraries stay in the .cpp files that bin/checks/heavy.txt names, and never in a header."""
import re

from checks.tree import line_of

LIBRARIES = {
    "asio": r"boost/(asio|beast)\b",
    "boost": r"boost/",
    "xapian": r"xapian",
    "libpq": r"(postgresql/)?libpq|pg_config",
    "sqlite": r"sqlite3",
    "icu": r"unicode/",
    "cli11": r"CLI/",
    "toml": r"toml\+\+/|toml\.hpp",
    "sodium": r"sodium",
    "oath": r"liboath/",
    "openssl": r"openssl/",
    "curl": r"curl/",
    "date": r"date/",
    "brotli": r"brotli/",
    "zlib": r"zlib\.h",
    "zip": r"^zip\.h",
    "qrencode": r"qrencode",
    "pango": r"pango/|cairo",
    "qpdf": r"qpdf/",
    "xlsxwriter": r"xlsxwriter",
    "gmime": r"gmime/",
    "expat": r"expat",
    "ical": r"libical/",
    "magic": r"magic\.h",
    "md4c": r"md4c",
    "phonenumber": r"phonenumbers/",
    "gtest": r"gtest/|gmock/",
    "regex": r"regex$",
    "iostream": r"iostream$",
}
INCLUDE = re.compile(r"^\s*#\s*include\s+[<\"]([^>\"]+)[>\"]", re.M)


def check(tree):
    allowed = {}
    for line in (tree.root / "bin/checks/heavy.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            library, *files = line.split()
            for file in files:
                allowed[(library, file)] = False
    told = set()
    for path, text in tree.files(".cpp", ".h"):
        for match in INCLUDE.finditer(text):
            library = next((name for name, pattern in LIBRARIES.items() if re.match(pattern, match.group(1))), None)
            if library is None or "/" not in path:
                continue
            if library == "gtest" and (path.endswith(("_test.cpp", "_for_tests.h")) or path.startswith("src/platform/testing/")):
                continue
            if (library, path) in allowed:
                allowed[(library, path)] = True
                continue
            if (library, path) in told:
                continue
            told.add((library, path))
            where = f"{path}:{line_of(text, match.start())}:"
            if path.endswith(".h"):
                yield (f"{where} <{match.group(1)}> makes every includer slow to build. Declare what is needed in this "
                       "header and include the library in the .cpp (a std::unique_ptr to an Implementation helps).")
            else:
                holders = sorted(file for name, file in allowed if name == library)
                hint = f"Use what {', '.join(holders)} offers" if holders else "Keep it in one .cpp behind a light header"
                yield (f"{where} <{match.group(1)}> is heavy. {hint}; if this file shall own it too, "
                       f'add it to the line "{library}" of bin/checks/heavy.txt.')
    for (library, file), used in sorted(allowed.items()):
        if not used:
            yield f"bin/checks/heavy.txt: {file} does not include {library} any more. Take it off the line."
