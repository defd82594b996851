"""bin/packages.txt: every Debian package has one purpose, and bin/setup knows the purposes."""
import re

PURPOSES = ["run", "test", "bench", "fuzz"]
# What a purpose must never bring: running needs none of it.
NOT_TO_RUN = ["clang", "chromium", "postgresql", "nginx", "wrk", "libgtest", "libclang"]


def check(tree):
    file = "bin/packages.txt"
    purpose, purpose_of, sections = None, {}, []
    for number, line in enumerate((tree.root / file).read_text(encoding="utf-8").splitlines(), 1):
        line = line.split("#")[0].strip()
        head = re.fullmatch(r"\[(\w+)(: run)?\]", line)
        if head:
            purpose = head.group(1)
            sections.append(purpose)
            continue
        for package in line.split():
            if purpose is None:
                yield f"{file}:{number}: {package} stands above all purposes. Put it under one of {', '.join(PURPOSES)}."
            elif package in purpose_of:
                yield f"{file}:{number}: {package} is under {purpose_of[package]} already. One purpose is enough."
            elif purpose == "run" and package.startswith(tuple(NOT_TO_RUN)):
                yield f"{file}:{number}: running does not need {package}. Put it under test, bench or fuzz."
            purpose_of.setdefault(package, purpose)
    if sections != PURPOSES:
        yield f"{file}: its purposes are {', '.join(sections)}; bin/setup knows {', '.join(PURPOSES)}, in this order."
