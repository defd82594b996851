#!/usr/bin/python3
"""Writes data/municipalities.csv and data/settlements.csv from public facts; run it again when the sources change.

    data/make_municipalities.py [FOLDER]       FOLDER: default ../shared/data/geo beside the repository

Sources and licences:
  Swedish codes, names, counties     sjbrg/swedish-geodata (CC0), Statistics Sweden (SCB), open data, CC0
  Swedish population 2022-12-31      Statistics Sweden through Kolada (N01951), "Källa: Kolada"
  Norwegian codes, names, population aprestmo/norway-geodata (MIT), population 2024-01-01 of Statistics Norway
  Points inside municipalities       from boundaries: SCB (CC0); Kartverket, CC BY 4.0, "© Kartverket"
  Towns and villages                 GeoNames, CC BY 4.0, "GeoNames"

Slugs are ASCII and unique in both countries together. Where two municipalities have the same name (Lund in Skåne and in
Rogaland, two Herøy, two Våler) each gets its county's name behind it: heroy-nordland, lund-skane.
Codes are the official four digits. Both countries use 1860 (Laxå, Vestvågøy): the Norwegian one is NO-1860 here.
"""
import collections
import csv
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
# First segments of paths that are never a municipality's; two letters are languages.
RESERVED = {"login", "logout", "account", "staff", "api", "static", "healthz", "readyz", "metrics", "accessibility", "privacy",
            "open-data", "dev", "sv", "nb", "nn", "en", "ar", "fi", "se", "so", "ti", "uk", "theme", "robots.txt", "favicon.ico", "sitemap.xml"}
TAKEN_IN_SWEDEN = {"1860"}
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŧ": "t", "ŋ": "n", "ß": "ss"})


def slug(name):
    text = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def own_code(country, code):
    return f"NO-{code}" if country == "NO" and code in TAKEN_IN_SWEDEN else code


def county_slug(row):
    name = row["county_name"]
    return slug(name.removesuffix(" län")) if row["country"] == "SE" else slug(name)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def settlements(folder):
    """Largest first in each municipality, each name once."""
    found, seen = [], set()
    rows = sorted(read(folder / "settlements_se_no.csv"),
                  key=lambda row: (row["municipality_code"], -int(row["population"] or 0), row["name"]))
    for row in rows:
        row["municipality_code"] = own_code(row["country"], row["municipality_code"])
        key = (row["municipality_code"], row["name"].casefold())
        if row["municipality_code"] and key not in seen:
            seen.add(key)
            found.append(row)
    return found


def main_town(code, seat, towns):
    own = towns[code]
    for town in own:
        if seat and town["name"].casefold() == seat.casefold():
            return town
    seats = [town for town in own if town["geonames_feature"] in ("PPLC", "PPLA", "PPLA2")]
    return (seats or own)[0]


def municipalities(folder, towns):
    sources = (("SE", "se_municipalities.csv", "name", "population_2022_12_31", 2022),
               ("NO", "no_municipalities.csv", "name_norwegian", "population_2024_01_01", 2024))
    for country, file, name, population, year in sources:
        for row in read(folder / file):
            code = own_code(country, row["code"])
            town = main_town(code, row.get("admin_centre"), towns)
            yield {"code": code, "country": country, "name": row[name], "slug": slug(row[name]),
                   "county_code": row["county_code"], "county_name": row["county_name"],
                   "population": row[population], "population_year": year,
                   "latitude": row["inner_point_lat"], "longitude": row["inner_point_lon"],
                   "main_town": town["name"], "town_latitude": town["lat"], "town_longitude": town["lon"]}


def make_unique(rows):
    taken = collections.Counter(row["slug"] for row in rows)
    for row in rows:
        if taken[row["slug"]] > 1:
            row["slug"] += "-" + county_slug(row)
    slugs = [row["slug"] for row in rows]
    codes = collections.Counter(row["code"] for row in rows)
    if max(codes.values()) > 1:
        sys.exit(f"Both countries use these codes: {[code for code, uses in codes.items() if uses > 1]}. Add them to TAKEN_IN_SWEDEN.")
    wrong = {one for one in slugs if slugs.count(one) > 1 or one in RESERVED}
    if wrong:
        sys.exit(f"These slugs are taken or reserved: {', '.join(sorted(wrong))}. Give them a rule in {__file__}.")


def write(name, columns, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "shared/data/geo"
    places = settlements(folder)
    towns = collections.defaultdict(list)
    for row in places:
        towns[row["municipality_code"]].append(row)
    rows = list(municipalities(folder, towns))
    make_unique(rows)
    write("municipalities.csv", list(rows[0]), sorted(rows, key=lambda row: (row["country"] != "SE", row["code"])))
    # Of different years, as GeoNames has it; nothing or 0 there is unknown.
    write("settlements.csv", ["name", "municipality", "latitude", "longitude", "population"],
          [{"name": row["name"], "municipality": row["municipality_code"], "latitude": row["lat"], "longitude": row["lon"],
            "population": row["population"] if int(row["population"] or 0) > 0 else ""}
           for row in places])


if __name__ == "__main__":
    main()
