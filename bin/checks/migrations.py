"""migrations/: one gapless history; what is released never changes; a file touches its own slice's tables only."""
import hashlib
import re

from checks.tree import without_sql_comments

NAME = re.compile(r"^(\d{4})_([a-z0-9_]+?)(\.postgres)?\.sql$")
TOUCHED = re.compile(r"\b(?:CREATE\s+(?:VIRTUAL\s+)?TABLE(?:\s+IF\s+NOT\s+EXISTS)?|ALTER\s+TABLE|DROP\s+TABLE(?:\s+IF\s+EXISTS)?|INSERT\s+(?:OR\s+\w+\s+)?INTO"
                     r"|DELETE\s+FROM|(?<!DO )(?<!ON )UPDATE(?=\s+\w+\s+SET)|INDEX\s+(?:IF\s+NOT\s+EXISTS\s+)?\w+\s+ON|\bTRIGGER\s+\w+\s+\w+\s+\w+\s+ON)\s+(\w+)", re.I)
REFERENCED = re.compile(r"\bREFERENCES\s+(\w+)", re.I)


def check(tree):
    folder = tree.root / "migrations"
    seen = {}
    for path in sorted(folder.glob("*.sql")):
        match = NAME.match(path.name)
        if not match:
            yield f"migrations/{path.name}: name it with four digits, the slice and what it makes: 0007_directory_place.sql."
            continue
        number, words, twin = int(match.group(1)), match.group(2), match.group(3)
        if twin:
            if not (folder / path.name.replace(".postgres", "")).exists():
                yield f"migrations/{path.name}: the PostgreSQL twin of a file that is not there."
            continue
        if number in seen:
            yield f"migrations/{path.name}: number {number:04} is taken by {seen[number]}. Take the next free number, {max(seen) + 1:04}."
        seen[number] = path.name
        yield from check_tables(tree, path, words)
    for number in range(1, max(seen, default=0)):
        if number not in seen:
            yield f"migrations/{number:04}_….sql: the number is missing. Close the gap: numbers run from 0001 without holes."
    yield from check_released(tree, folder)


def check_tables(tree, path, words):
    owner = tree.owner_of_table(words)
    if owner is None:
        yield (f"migrations/{path.name}: no slice is called like the beginning of \"{words}\". "
               f"Put the slice's name after the number ({', '.join(tree.slices)}).")
        return
    text = without_sql_comments(path.read_text(encoding="utf-8"))
    for table in sorted({name.lower() for name in TOUCHED.findall(text)}):
        if tree.owner_of_table(table) != owner:
            yield f"migrations/{path.name}: {table} is not a table of {owner}. Change it in a migration of its own slice."
    for table in sorted({name.lower() for name in REFERENCED.findall(text)}):
        holder = tree.owner_of_table(table)
        if holder != owner and holder in tree.slices and (owner, holder) not in tree.arrows:
            yield (f"migrations/{path.name}: refers to {table} of {holder} without an arrow. "
                   f'If that is meant, add "{owner} -> {holder}" to src/slices.txt.')


def check_released(tree, folder):
    """migrations/released.txt: "FILE SHA-256" of what has gone out; bin/release-migrations adds lines."""
    listed = folder / "released.txt"
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []:
        if not line.strip() or line.startswith("#"):
            continue
        name, checksum = line.split()
        path = folder / name
        if not path.exists():
            yield f"migrations/{name}: it is released and cannot be taken away. Restore it: git log -- migrations/{name}"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != checksum:
            yield (f"migrations/{name}: it is released and databases have it. Undo the change (git checkout {name}) "
                   "and write a new migration that alters what this one made.")
