#!/usr/bin/python3
"""Writes kostra_test_figures.csv: MADE-UP figures of Norway's municipalities, to try the program where nothing is fetched.

    data/indicators/make_test_figures.py [--check]

Nothing in the table is true of any municipality, and nothing in it comes from Statistics Norway. Each figure follows from
a hash of indicator, municipality and year, within a range that looks like the real one: the same table each time it is
written. The program marks these figures wherever it shows them, never mixes them with real ones in one indicator, and
drops an indicator's as soon as a fetch or an import brings real ones (docs/colours.md).
A cell may say why there is no figure, in Statistics Norway's signs: "." does not apply, ":" secret; empty: not reported.
--check writes nothing and says whether the table is what would be written.
"""
import csv
import hashlib
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
YEARS = range(2021, 2026)
NOT_REPORTED = 0.02

# Indicator: middle, spread, lowest and highest, change a year, decimals, share of the municipalities where it is secret
# or does not apply.
SHAPES = {
    "kostra:13502:KOSandel150000": (93.5, 3.2, 70, 100, 0.25, 1, "", 0),
    "kostra:13502:KOSandel350000": (97.2, 1.8, 80, 100, 0.1, 1, "", 0),
    "kostra:13502:KOSbarnaav0000": (5.6, 0.35, 3.8, 6.6, -0.03, 1, "", 0),
    "kostra:12255:KOSgrunnskolepoe0000": (42.0, 1.3, 36, 47, 0.05, 1, ":", 0.06),
    "kostra:12255:KOSgrstr20000": (13.8, 2.0, 5, 19.5, -0.05, 1, "", 0),
    "kostra:12255:KOSregnind20000": (158000, 28000, 105000, 320000, 5200, 0, "", 0),
    "kostra:12005:KOSandelpasiente0000": (4.8, 2.6, 0, 60, 0.2, 1, "", 0),
    "kostra:12005:KOSreservekapasi0000": (101, 6, 85, 130, -0.3, 0, "", 0),
    "kostra:12005:KOSgjsnlisteleng0000": (890, 140, 350, 1300, -14, 0, "", 0),
    "kostra:12293:KOSlegetimperbeb0000": (0.58, 0.17, 0.1, 1.8, 0.01, 2, "", 0),
    "kostra:12293:KOSlangtid80aaro0001": (10.6, 2.6, 3, 25, -0.2, 1, ":", 0.04),
    "kostra:12209:KOShjtj80aarover0001": (29.0, 4.6, 12, 50, -0.2, 1, "", 0),
    "kostra:12209:KOSaarsvbrukerom0000": (0.61, 0.11, 0.3, 1.2, 0.004, 2, "", 0),
    "kostra:11820:KOSfvlevealderme0000": (80.6, 1.1, 76, 84.5, 0.12, 1, "", 0),
    "kostra:11820:KOSfvlevealderkv0000": (84.2, 0.9, 80, 87.5, 0.1, 1, "", 0),
    "kostra:11816:KOSandelgsavalle0000": (12.0, 8.0, 0, 60, 0.2, 1, "", 0),
    "kostra:12134:KOSAGD230000": (1.6, 2.6, -7, 14, -0.3, 1, "", 0),
    "kostra:12134:KOSKG210000": (11.5, 5.5, 0, 45, -0.2, 1, "", 0),
    "kostra:12134:KOSKG400000": (42.0, 17.0, -10, 110, 0.8, 1, "", 0),
    "kostra:12134:KOSAGI210000": (38.0, 18.0, 0, 100, -0.5, 1, "", 0),
    "kostra:13526:KOSbygsokrestrik0000": (74.0, 14.0, 0, 100, -0.5, 1, ".", 0.05),
    "kostra:13135:KOSmusikkandelba0000": (15.5, 5.5, 2, 45, 0.0, 1, "", 0),
    "kostra:13135:KOSdriftbiblinnb0000": (400, 95, 180, 1150, 11, 0, "", 0),
    "kostra:12842:KOSaarsgebyrvann0000": (4600, 1300, 1400, 10500, 240, 0, "", 0),
    "kostra:12286:KOSbvbarnuspinnb0000": (4.3, 1.1, 1.2, 9, -0.05, 1, ":", 0.08),
}


def chance(*parts):
    """The same number between 0 and 1 for the same parts."""
    digest = hashlib.sha256("|".join(parts).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def bell(*parts):
    """Near 0 most often, between -3 and 3."""
    return sum(chance(*parts, str(number)) for number in range(6)) * 2 - 6


def cell(indicator, code, year):
    middle, spread, least, most, change, decimals, sign, share = SHAPES[indicator]
    if sign and chance(indicator, code, sign) < share:
        return sign
    if chance(indicator, code, str(year), "reported") < NOT_REPORTED:
        return ""
    place = bell(indicator, code) + 0.22 * bell(indicator, code, str(year))
    value = middle + spread * place * 0.8 + change * (year - YEARS[0])
    return f"{round(min(max(value, least), most), decimals):.{decimals}f}"


def table():
    with open(HERE.parent / "municipalities.csv", encoding="utf-8", newline="") as file:
        codes = sorted(row["code"] for row in csv.DictReader(file) if row["country"] == "NO")
    with open(HERE / "kpis.csv", encoding="utf-8", newline="") as file:
        wanted = [row["id"] for row in csv.DictReader(file) if row["id"].startswith("kostra:")]
    if set(wanted) != set(SHAPES):
        sys.exit(f"Not the same as in kpis.csv: {' '.join(sorted(set(wanted) ^ set(SHAPES)))}")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kpi", "municipality", "gender", *YEARS])
    for indicator in sorted(wanted):
        for code in codes:
            cells = [cell(indicator, code, year) for year in YEARS]
            if any(cells):
                writer.writerow([indicator, code, "T", *cells])
    return out.getvalue()


def main():
    text = table()
    path = HERE / "kostra_test_figures.csv"
    if "--check" not in sys.argv[1:]:
        path.write_text(text, encoding="utf-8", newline="\n")
    elif not path.exists() or path.read_bytes() != text.encode():
        sys.exit(f"{path.name} is not what {pathlib.Path(__file__).name} writes. Run it without --check.")
    print(f"{path.name}: {text.count(chr(10)) - 1} lines, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
