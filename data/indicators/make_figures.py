#!/usr/bin/python3
"""Writes figures.csv, the demo's figures of the indicators in kpis.csv; run it again when the sources change.

    data/indicators/make_figures.py [--check] [FOLDER]     FOLDER: default ../shared beside the repository

Reads FOLDER/data/kolada/values/*.csv (kpi,municipality,period,gender,value) and takes the 290 municipalities of
data/municipalities.csv, the years FIRST_YEAR to LAST_YEAR, gender T always, K and M where the indicator is divided.
--check writes nothing and says whether figures.csv is what would be written.

Figures are facts, "Källa: Kolada". One of more than eight significant digits is rounded to eight (half to even, never
coarser than whole units), which makes no two municipalities equal that were not; the others stand as they came.
An empty cell means that there is no figure; it is never zero.
"""
import csv
import decimal
import io
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
FIRST_YEAR, LAST_YEAR = 2013, 2022
DIGITS = 8
GENDERS = "TKM"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def short(text):
    """The figure in plain digits, at most DIGITS of them significant."""
    number = decimal.Decimal(text)
    if not number:
        return "0"
    step = decimal.Decimal(1).scaleb(min(0, number.adjusted() - DIGITS + 1))
    if len(number.normalize().as_tuple().digits) > DIGITS or number.as_tuple().exponent > 0:
        number = number.quantize(step, rounding=decimal.ROUND_HALF_EVEN)
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def figures(folder):
    """Every figure that the demo needs: {(kpi, municipality, gender): {year: text}}."""
    divided = {row["id"]: row["gender_divided"] == "1" for row in read(HERE / "kpis.csv")}
    municipalities = {row["code"] for row in read(HERE.parent / "municipalities.csv") if row["country"] == "SE"}
    years = {str(year): year for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    found = {}
    for path in sorted(folder.glob("*.csv")):
        if path.name.startswith("revisions"):
            continue
        for row in read(path):
            kpi, gender, year = row["kpi"], row["gender"], years.get(row["period"])
            if year is None or kpi not in divided or row["municipality"] not in municipalities or not row["value"]:
                continue
            if gender != "T" and not divided[kpi]:
                continue
            cells = found.setdefault((kpi, row["municipality"], gender), {})
            text = short(row["value"])
            if cells.setdefault(year, text) != text:
                sys.exit(f"{path.name} has {text} for {kpi}, {row['municipality']}, {year}, {gender}, another file {cells[year]}. "
                         "Decide which is right and take the other out of the folder.")
    return found


def table(found):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    writer.writerow(["kpi", "municipality", "gender", *years])
    for key in sorted(found, key=lambda key: (key[0], key[1], GENDERS.index(key[2]))):
        writer.writerow([*key, *(found[key].get(year, "") for year in years)])
    return out.getvalue()


def main():
    arguments = [one for one in sys.argv[1:] if one != "--check"]
    folder = (pathlib.Path(arguments[0]) if arguments else HERE.parent.parent.parent / "shared") / "data/kolada/values"
    if not list(folder.glob("*.csv")):
        sys.exit(f"There are no values in {folder}. Name the folder that holds data/kolada/values.")
    text = table(figures(folder))
    path = HERE / "figures.csv"
    if "--check" not in sys.argv[1:]:
        path.write_text(text, encoding="utf-8", newline="\n")
    elif not path.exists() or path.read_bytes() != text.encode():
        sys.exit(f"{path.name} is not what these sources give. Run {pathlib.Path(__file__).name} without --check and look at the difference.")
    print(f"{path.name}: {text.count(chr(10)) - 1} lines, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
