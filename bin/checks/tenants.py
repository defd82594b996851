"""Who is served here may have a key instead of an official code: what only knows the official ones is asked nowhere else."""
import re

from checks.tree import line_of, without_comments

# Figures of sources and files that are imported name official ones; a municipality's own slice knows both.
KNOW_OFFICIAL_ONES = ("src/indicators/", "src/municipality/", "src/directory/import_mapping.cpp")


def check(tree):
    for file, text in tree.files(".cpp", ".h"):
        if file.startswith(KNOW_OFFICIAL_ONES) or file.endswith("_test.cpp") or "for_tests" in file:
            continue
        plain = without_comments(text)
        for found in re.finditer(r"\bMunicipalities::find\(", plain):
            yield (f"{file}:{line_of(plain, found.start())}: Municipalities::find knows no municipality with a key. Take what "
                   f"http::Tenant says, or municipalities.about(id), or municipality::country_of(connection, id).")
