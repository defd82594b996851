#!/usr/bin/python3
"""Checks the tables in data/indicators: their form, their counts and that they fit one another. Writes nothing.

    data/indicators/check_tables.py        each fault on a line of its own, exit 1 if there is any
"""
import collections
import csv
import io
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TARGETS_PER_GOAL = [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]
LANGUAGES = ("title_en", "title_sv", "title_nb")
COLUMNS = {
    "goals": "goal,colour,ink,title_en,title_sv,title_nb,title_ar",
    "targets": "target,goal,title_en,title_sv,title_nb",
    "kpis": "id,title_sv,title_en,title_nb,unit,gender_divided,operating_area,retired,groups",
    "directions": "kpi,direction,reason_sv,reason_nb,reason_en,decided_by",
    "kpi_targets": "kpi,target,leading,reason_sv,reason_nb,reason_en",
    "local_goals": "municipality_code,key,number,title_sv,colour,targets,decided_by",
    "chosen_targets": "municipality_code,target,why_sv,decided_by",
}
UNITS = set(re.findall(r"`(\w+)`", (HERE / "README.md").read_text(encoding="utf-8").partition("Units:")[2].partition("\n\n")[0]))
# What a title says of whom it counts, and the unit that says the same.
OF_WHOM = ((r"/1000 inv$", "per_1000"), (r"/1000 sysselsatta", "per_1000_employed"), (r"65\+.*/100 000 inv", "per_100000_65"),
           (r"^(?!.*65\+).*/100 000 inv", "per_100000"), (r"antal/inv$", "per_inhabitant"), (r"/inv 7-20 år", "per_inhabitant_7_20"))
FAULTS = []


def fault(text):
    FAULTS.append(text)


def read(name):
    """The rows; the file must be UTF-8 without a mark, LF, RFC 4180 with quotes only where they are needed."""
    text = (HERE / f"{name}.csv").read_bytes().decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    again = io.StringIO()
    csv.writer(again, lineterminator="\n").writerows(rows)
    if again.getvalue() != text:
        fault(f"{name}.csv: not plain CSV (UTF-8, LF, quotes only where needed)")
    columns = COLUMNS[name].split(",")
    if rows[0] != columns:
        fault(f"{name}.csv: the header is {','.join(rows[0])}, expected {COLUMNS[name]}")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(columns) or any(not cell.strip() or cell != cell.strip() for cell in row):
            fault(f"{name}.csv, row {number}: an empty or padded cell, or not {len(columns)} cells")
    return [dict(zip(columns, row)) for row in rows[1:]]


def is_norwegian(kpi):
    return kpi.startswith("kostra:")


def unique(name, rows, *columns):
    seen = collections.Counter(tuple(row[column] for column in columns) for row in rows)
    for key, times in seen.items():
        if times > 1:
            fault(f"{name}.csv: {times} times {' '.join(key)} in {'+'.join(columns)}")


def only(name, rows, column, allowed):
    for row in rows:
        if row[column] not in allowed:
            fault(f"{name}.csv: {column} {row[column]} is not known ({' '.join(list(row.values())[:2])})")


def contrast(one, other):
    def luminance(colour):
        parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def check_goals(goals, targets):
    if [row["goal"] for row in goals] != [str(number) for number in range(1, 18)]:
        fault("goals.csv: not the goals 1 to 17 in order")
    for row in goals:
        if row["ink"] not in ("#ffffff", "#000000") or contrast(row["colour"], row["ink"]) < 4.5:
            fault(f"goals.csv: {row['ink']} on {row['colour']} of goal {row['goal']} is below 4.5:1")
    counts = collections.Counter(row["goal"] for row in targets)
    for number, expected in enumerate(TARGETS_PER_GOAL, 1):
        if counts[str(number)] != expected:
            fault(f"targets.csv: goal {number} has {counts[str(number)]} targets, expected {expected}")
    for row in targets:
        if not re.fullmatch(row["goal"] + r"\.([1-9]\d?|[a-d])", row["target"]):
            fault(f"targets.csv: {row['target']} does not belong to goal {row['goal']}")
        for language in LANGUAGES:
            if len(row[language]) > 90 or not 3 <= len(row[language].split()) <= 9:
                fault(f"targets.csv: {row['target']} {language} is not 3 to 9 words within 90 characters")
    unique("targets", targets, "target")
    for language in LANGUAGES:
        unique("targets", targets, language)


def check_indicators(kpis, directions, known_targets, mapped):
    ids = {row["id"] for row in kpis}
    swedish = [row for row in kpis if not is_norwegian(row["id"])]
    groups = collections.Counter(row["groups"] for row in swedish)
    if (groups["agenda2030"] + groups["both"], groups["digitalisation"] + groups["both"], len(swedish)) != (84, 85, 168):
        fault(f"kpis.csv: expected 84 + 85 indicators of Kolada, one in both, found {dict(groups)}")
    for row in kpis:
        if not re.fullmatch(r"[NU]\d{5}|kostra:\d{5}:KOS\w+", row["id"]):
            fault(f"kpis.csv: {row['id']} is no id of Kolada and no table with a column of KOSTRA")
    unique("kpis", kpis, "id")
    for language in LANGUAGES:
        unique("kpis", kpis, language)
    only("kpis", kpis, "unit", UNITS)
    for row in kpis:
        for words, unit in OF_WHOM:
            if re.search(words, row["title_sv"]) and row["unit"] != unit:
                fault(f"kpis.csv: {row['id']} counts {words} in its title, so its unit is {unit}, not {row['unit']}")
    only("kpis", kpis, "gender_divided", "01")
    only("kpis", kpis, "retired", "01")
    unique("directions", directions, "kpi")
    only("directions", directions, "direction", {"high", "low", "neither"})
    only("directions", directions, "kpi", ids)
    for missing in sorted(ids - {row["kpi"] for row in directions}):
        fault(f"directions.csv: {missing} has no direction")
    unique("kpi_targets", mapped, "kpi", "target")
    only("kpi_targets", mapped, "kpi", ids)
    only("kpi_targets", mapped, "target", known_targets)
    only("kpi_targets", mapped, "leading", "01")
    placed = {row["kpi"] for row in mapped}
    leading = collections.Counter()
    for row in mapped:
        leading[row["target"], is_norwegian(row["kpi"])] += row["leading"] == "1"
    for (target, norwegian), count in leading.items():
        if count != 1:
            fault(f"kpi_targets.csv: target {target} has {count} leading indicators of {'KOSTRA' if norwegian else 'Kolada'}")
    for row in kpis:
        if row["groups"] != "digitalisation" and row["id"] not in placed:
            fault(f"kpi_targets.csv: {row['id']} of Agenda 2030 has no target")
    for name, rows in (("directions", directions), ("kpi_targets", mapped)):
        for column in ("reason_sv", "reason_nb", "reason_en"):
            unique(name, rows, column)


def check_choices(local, chosen, mapped, places):
    indicators = collections.defaultdict(set)
    for row in mapped:
        indicators[row["target"]].add(row["kpi"])
    unique("local_goals", local, "municipality_code", "key")
    unique("local_goals", local, "municipality_code", "number")
    unique("chosen_targets", chosen, "municipality_code", "target")
    own = collections.defaultdict(list)
    for row in chosen:
        own[row["municipality_code"]].append(row["target"])
        if not any((kpi, row["municipality_code"]) in places for kpi in indicators[row["target"]]):
            fault(f"chosen_targets.csv: {row['municipality_code']} has no figure for target {row['target']}")
    for code, targets in own.items():
        if not 12 <= len(targets) <= 20:
            fault(f"chosen_targets.csv: {code} has {len(targets)} targets, expected 12 to 20")
    met = set()
    for row in local:
        if contrast(row["colour"], "#ffffff") < 4.5:
            fault(f"local_goals.csv: {row['colour']} is below 4.5:1 against white")
        for target in row["targets"].split(" "):
            met.add(target.partition(".")[0])
            if target not in own[row["municipality_code"]]:
                fault(f"local_goals.csv: {row['key']} meets {target}, which {row['municipality_code']} has not chosen")
    if len(met) != 7:
        fault(f"local_goals.csv: the goals meet {len(met)} of the UN's goals, the strategy says 7")


def check_test_figures():
    """Written by a script from nothing else, so that whoever reads them knows what they are."""
    run = subprocess.run([HERE / "make_test_figures.py", "--check"], capture_output=True, text=True, check=False)
    if run.returncode:
        fault(f"kostra_test_figures.csv: {run.stderr.strip()}")


def check_figures(kpis):
    """Returns which indicator has figures for which municipality."""
    head, _, body = (HERE / "figures.csv").read_bytes().decode("utf-8").partition("\n")
    years = head.split(",")[3:]
    lines = body.splitlines()
    line = re.compile(r"[NU]\d{5},\d{4},[TKM][,.\d]*")
    commas = 2 + len(years)
    wrong = [number for number, text in enumerate(lines, 2) if text.count(",") != commas or not line.fullmatch(text)]
    wrong += [piece for piece in (",.", ".,", ".\n", "..") if piece in body]
    if wrong or "\r" in body or not body.endswith("\n"):
        fault(f"figures.csv: malformed lines: {wrong[:5]}")
        return set()
    keys = [tuple(text[:13].split(",")) for text in lines]
    if len(set(keys)) != len(keys):
        fault("figures.csv: an indicator, municipality and gender stands there twice")
    divided = {row["id"]: row["gender_divided"] == "1" for row in kpis}
    strange = {kpi for kpi, gender in {(kpi, gender) for kpi, _, gender in keys} if kpi not in divided or (gender != "T" and not divided[kpi])}
    if strange:
        fault(f"figures.csv: not in kpis.csv, or not divided by gender there: {' '.join(sorted(strange))}")
    places = {(kpi, code) for kpi, code, gender in keys if gender == "T"}
    with open(HERE.parent / "municipalities.csv", encoding="utf-8", newline="") as file:
        swedish = {row["code"] for row in csv.DictReader(file) if row["country"] == "SE"}
    if {code for _, code in places} != swedish:
        fault(f"figures.csv: does not cover the {len(swedish)} Swedish municipalities and only them")
    return places


def main():
    goals, targets, kpis, directions, mapped, local, chosen = (read(name) for name in COLUMNS)
    known = {row["target"] for row in targets}
    check_goals(goals, targets)
    check_indicators(kpis, directions, known, mapped)
    check_choices(local, chosen, mapped, check_figures(kpis))
    check_test_figures()
    for text in FAULTS:
        print(f"data/indicators/{text}", file=sys.stderr)
    if FAULTS:
        sys.exit(1)
    print(f"{len(targets)} targets, {len(kpis)} indicators, {len(mapped)} links: the tables fit")


if __name__ == "__main__":
    main()
