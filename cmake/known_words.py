#!/usr/bin/python3
"""Writes the table of known words (src/platform/search/known_words.h) from Debian's hunspell dictionaries.

known_words.py OUT [--cache FOLDER] [--words FILE] --english en.dic NORDIC.dic ...   each with its .aff beside it

Two Bloom filters, Nordic words and English ones, after their lengths in bytes: 12 bits a word and 6 probes, so that
about 0.4 % of unknown words pass for known and no known word is ever missed. What may begin a compound stands in it a
second time with a hyphen: "skol-".
"""
import argparse
import hashlib
import pathlib
import re
import struct
import sys

BITS_A_WORD, PROBES = 12, 6
PRIME, MASK = (1 << 61) - 1, (1 << 64) - 1
SHORTEST, LONGEST = 2, 40


class Affixes:
    """What of an .aff file makes forms: prefixes, suffixes and the flags that say what a form may be used as."""

    def __init__(self, path):
        head = path.read_bytes()
        self.encoding = "utf-8" if re.search(rb"^SET UTF-8", head, re.M) else "iso-8859-1"
        self.rules = {}                     # flag → (is_prefix, crosses, [(strip, add, condition, flags)])
        self.special = {}
        conditions = {}
        for line in head.decode(self.encoding).splitlines():
            parts = line.split()
            if len(parts) == 2 and parts[0] in ("NEEDAFFIX", "FORBIDDENWORD", "ONLYINCOMPOUND", "COMPOUNDBEGIN",
                                                "COMPOUNDFLAG"):
                self.special[parts[0]] = parts[1]
            if len(parts) < 4 or parts[0] not in ("PFX", "SFX"):
                continue
            is_prefix = parts[0] == "PFX"
            if len(parts) == 4 and parts[3].isdigit() and parts[2] in "YN":
                self.rules[parts[1]] = (is_prefix, parts[2] == "Y", [])
                continue
            strip = "" if parts[2] == "0" else parts[2]
            add, _, flags = parts[3].partition("/")
            condition = parts[4] if len(parts) > 4 else "."
            if condition not in conditions:
                pattern = condition if is_prefix else condition + "$"
                conditions[condition] = None if condition == "." else re.compile(pattern)
            rule = (strip, "" if add == "0" else add, conditions[condition], flags)
            self.rules[parts[1]][2].append(rule)

    def apply(self, word, flag):
        is_prefix, _, rules = self.rules[flag]
        for strip, add, condition, flags in rules:
            if is_prefix:
                if word.startswith(strip) and (condition is None or condition.match(word)):
                    yield add + word[len(strip):], flags
            elif word.endswith(strip) and (condition is None or condition.search(word)):
                yield word[:len(word) - len(strip)] + add, flags

    def use_of(self, flags):
        """(may it stand alone, may it begin a compound)"""
        alone = self.special.get("ONLYINCOMPOUND", "\0") not in flags
        return alone, any(self.special.get(name, "\0") in flags for name in ("COMPOUNDBEGIN", "COMPOUNDFLAG"))

    def forms(self, word, flags):
        """(form, may it stand alone, may it begin a compound)"""
        if self.special.get("FORBIDDENWORD", "\0") in flags:
            return
        if self.special.get("NEEDAFFIX", "\0") not in flags:
            yield word, *self.use_of(flags)
        prefixes = [flag for flag in flags if flag in self.rules and self.rules[flag][0] and self.rules[flag][1]]
        for flag in flags:
            if flag not in self.rules:
                continue
            is_prefix, crosses, _ = self.rules[flag]
            for form, more in self.apply(word, flag):
                yield form, *self.use_of(more)
                if is_prefix:
                    continue
                for second in more:         # a suffix upon a suffix
                    if second in self.rules and not self.rules[second][0]:
                        for longer, last in self.apply(form, second):
                            yield longer, *self.use_of(last)
                for prefix in prefixes if crosses else ():
                    for longer, _ in self.apply(form, prefix):
                        yield longer, *self.use_of(more)


def words_of(path):
    affixes = Affixes(path.with_suffix(".aff"))
    words = set()
    for line in path.read_bytes().decode(affixes.encoding).splitlines()[1:]:
        word, _, flags = line.split("\t")[0].strip().partition("/")
        flags = flags.split()[0] if flags else ""
        for form, alone, begins in affixes.forms(word, flags):
            form = form.lower()
            if form.endswith("-"):
                form, alone, begins = form[:-1], False, True
            if not SHORTEST <= len(form) <= LONGEST or not form.isalpha():
                continue
            if alone:
                words.add(form)
            if begins:
                words.add(form + "-")
    return words


def table_of(words):
    blocks = len(words) * BITS_A_WORD // 8 + 1
    bits = blocks * 8
    table = bytearray(blocks)
    for word in words:
        mixed = int.from_bytes(word.encode(), "big") % PRIME
        mixed = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93 & MASK
        mixed = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93 & MASK
        first, step = mixed >> 32, (mixed & 0xFFFFFFFF) | 1
        for _ in range(PROBES):
            bit = first % bits
            table[bit >> 3] |= 1 << (bit & 7)
            first += step
    return bytes(table)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--cache", type=pathlib.Path, help="keep the table here for other builds")
    parser.add_argument("--words", type=pathlib.Path, help="also write the words themselves")
    parser.add_argument("--english", type=pathlib.Path, required=True)
    parser.add_argument("dictionaries", nargs="+", type=pathlib.Path)
    options = parser.parse_intermixed_args()
    digest = hashlib.sha256(pathlib.Path(__file__).read_bytes())
    for path in [options.english, *options.dictionaries]:
        if not path.exists():
            sys.exit(f"known_words.py: {path} is missing: run bin/setup")
        digest.update(path.read_bytes() + path.with_suffix(".aff").read_bytes())
    kept = options.cache and options.cache / f"known_words-{digest.hexdigest()[:16]}.bin"
    if kept and kept.exists() and not options.words:
        table = kept.read_bytes()
    else:
        english = words_of(options.english)
        nordic = set().union(*map(words_of, options.dictionaries))
        if options.words:
            options.words.write_text("\n".join(sorted(nordic | english)) + "\n", encoding="utf-8")
        tables = table_of(nordic), table_of(english)
        table = struct.pack("<QQ", *map(len, tables)) + b"".join(tables)
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(table)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(table)


if __name__ == "__main__":
    main()
