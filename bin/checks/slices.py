"""Who may use whom: includes, tables, arrows. src/slices.txt is exact both ways."""
import re

from checks.tree import line_of, without_sql_comments

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
WRITE = re.compile(r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|DELETE\s+FROM|(?<!DO )(?<!FOR )UPDATE(?:\s+OR\s+\w+)?)\s+(\w+)", re.I)
REGISTER = re.compile(r'\.table = "(\w+)"')
READ = re.compile(r"\b(?:FROM|JOIN|,)\s+(\w+)", re.I)


def check(tree):
    used = set()
    yield from check_includes(tree, used)
    yield from check_rooms(tree, used)
    yield from check_tables(tree, used)
    yield from check_arrows(tree, used)


def check_includes(tree, used):
    known = set(tree.slices)
    for path, text in tree.files(".cpp", ".h"):
        owner = tree.owner_of_file(path)
        for match in INCLUDE.finditer(text):
            target = match.group(1)
            head = target.split("/")[0]
            where = f"{path}:{line_of(text, match.start())}:"
            if owner in ("", "app") or head == owner:
                continue
            if owner.startswith("platform/"):
                if head in known or head == "app":
                    yield (f'{where} the platform knows no slice, but this includes "{target}". '
                           "Let the slice hand in what is needed (a function, a value), or move this file into the slice.")
            elif head == "app":
                yield (f'{where} only src/app knows all slices; a slice cannot include "{target}". '
                       "Hand in what is needed from src/app.")
            elif head in known:
                if target != f"{head}/{head}.h":
                    yield (f'{where} "{target}" is private to {head}. Include "{head}/{head}.h"; '
                           "what it lacks belongs there if others may rely on it.")
                elif (owner, head) not in tree.arrows:
                    yield (f"{where} {owner} uses {head} without an arrow. "
                           f'If that is meant, add "{owner} -> {head}" to src/slices.txt.')
                used.add((owner, head))


def check_rooms(tree, used):
    """A folder in a slice is a room: it includes another room along an arrow. Tests look at the whole slice."""
    for path, text in tree.files(".cpp", ".h"):
        own = tree.room_of_file(path)
        if path.endswith(("_test.cpp", "_for_tests.h", "_fuzz.cpp")):
            continue
        for match in INCLUDE.finditer(text):
            for room in rooms_behind(tree, match.group(1)):
                if own in ("", room) or own.split("/")[0] != room.split("/")[0]:
                    continue
                used.add((own, room))
                if (own, room) not in tree.arrows:
                    yield (f'{path}:{line_of(text, match.start())}: "{match.group(1)}" stands on the room {room}, and {own} '
                           f'has no arrow to it. If that is meant, add "{own} -> {room}" to src/slices.txt.')


def rooms_behind(tree, target):
    """The room of a header; of a slice's own header, all rooms that nobody in it stands below."""
    room = tree.room_of_file(f"src/{target}")
    if room or target not in (f"{name}/{name}.h" for name in tree.slices):
        return [room] if room else []
    included = {tree.room_of_file(f"src/{name}") for name in INCLUDE.findall(tree.texts.get(f"src/{target}", ""))}
    return [name for name in tree.rooms if name.startswith(target.split("/")[0] + "/") and name not in included]


def check_tables(tree, used):
    tables = tree.tables()
    for table, file in tables.items():
        if tree.owner_of_table(table) is None:
            yield (f"migrations/{file}: table {table} belongs to nobody. "
                   "Start its name with the slice's, such as directory_place.")
    for path, text in tree.files(".cpp", ".h"):
        owner = tree.owner_of_file(path)
        for match in REGISTER.finditer(text):
            if not owner.startswith("platform/") and tree.owner_of_table(match.group(1)) != owner:
                yield (f"{path}:{line_of(text, match.start())}: the register's table {match.group(1)} is not {owner}'s own. "
                       "Start its name with the slice's.")
    for path, text in tree.files(".sql"):
        owner = tree.owner_of_file(path).removeprefix("platform/")
        text = without_sql_comments(text)
        written = {name.lower() for name in WRITE.findall(text)}
        for table in sorted({name.lower() for name in READ.findall(text)} | written):
            holder = tree.owner_of_table(table) if table in tables else owner
            if holder in (owner, None):
                continue
            if table in written:
                yield f"{path}: only {holder} writes {table}. Call a function of {holder}/{holder}.h instead."
            elif holder in tree.slices and (owner, holder) not in tree.arrows:
                yield (f"{path}: reads {table} of {holder} without an arrow. "
                       f'If that is meant, add "{owner} -> {holder}" to src/slices.txt.')
            used.add((owner, holder))


def check_arrows(tree, used):
    for (start, target), number in tree.arrows.items():
        where = f"src/slices.txt:{number}:"
        for name in (start, target):
            if name not in tree.slices + tree.rooms:
                yield f"{where} there is no slice src/{name}. Correct the name or take the arrow out."
        if (start, target) not in used:
            yield f"{where} nothing in {start} uses {target} any more. Take the arrow out."
    yield from cycles(tree)


def cycles(tree):
    after = {}
    for start, target in tree.arrows:
        after.setdefault(start, []).append(target)
    done = set()

    def walk(name, trail):
        if name in trail:
            yield ("src/slices.txt: the arrows form a circle: " + " -> ".join(trail[trail.index(name):] + [name])
                   + ". Move what both need into one of them or into a third.")
        elif name not in done:
            for target in sorted(after.get(name, [])):
                yield from walk(target, trail + [name])
            done.add(name)

    for name in sorted(after):
        yield from walk(name, [])
