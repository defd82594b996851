"""bin/check-alone gives a file only precompiled headers that come to it anyway: else a missing include would go unseen."""
import importlib.machinery
import importlib.util
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "check-alone"


def load():
    loader = importlib.machinery.SourceFileLoader("check_alone", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


class WhatComesToAFile(unittest.TestCase):
    def setUp(self):
        self.alone = load()
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write("place.h", "#pragma once\n#include <string>\n#include <vector>\n")
        self.write("page.h", '#pragma once\n  #  include "place.h"\n#include <optional>\n')
        self.write("page.cpp", '#include "page.h"\n')
        self.write("hours.cpp", "#include <algorithm>\n#include <string>\n")
        self.includes = self.alone.Includes([pathlib.Path(self.folder.name)])

    def write(self, name, text):
        pathlib.Path(self.folder.name, name).write_text(text, encoding="utf-8")

    def of(self, name):
        return self.includes.by_itself(pathlib.Path(self.folder.name, name))

    def test_headers_come_through_own_headers(self):
        self.assertEqual(self.of("page.cpp"), {'"page.h"', '"place.h"', "<string>", "<vector>", "<optional>"})

    def test_a_header_does_not_come_to_itself(self):
        self.assertEqual(self.of("place.h"), {"<string>", "<vector>"})

    def test_a_set_with_one_header_too_many_is_not_given(self):
        sets = [(self.of("hours.cpp"), "hours"), (self.of("place.h"), "place")]
        self.assertEqual(self.alone.set_for(self.of("page.cpp"), sets), ["-include-pch", "place"])
        self.assertEqual(self.alone.set_for(frozenset({"<vector>"}), sets), [])

    def test_a_header_is_proven_once_with_a_file_that_includes_it_first(self):
        self.write("page_more.cpp", '#include "page.h"\n#include <map>\n')
        files = [pathlib.Path(self.folder.name, name)
                 for name in ("hours.cpp", "page.cpp", "page.h", "page_more.cpp", "place.h")]
        self.assertEqual(self.alone.proven_with(files, self.includes), {files[1]: files[2]})

    def test_each_file_has_its_turn(self):
        names, commits = [f"src/place_{number}.cpp" for number in range(40)], [f"{number:040x}" for number in range(160)]
        turns = {commit: [name for name in names if self.alone.is_turn(name, commit)] for commit in commits}
        self.assertEqual({name for turn in turns.values() for name in turn}, set(names))
        self.assertLess(max(map(len, turns.values())), len(names) * 2 // 3)

    def test_each_chosen_set_is_what_some_file_includes(self):
        of = {name: self.of(name) for name in ("place.h", "page.h", "page.cpp", "hours.cpp")}
        of |= {f"page{number}.cpp": of["page.cpp"] for number in range(9)}
        sets = self.alone.choose_sets(of)
        self.assertEqual(sets[0], of["page.cpp"])
        self.assertTrue(all(chosen in of.values() for chosen in sets))


if __name__ == "__main__":
    unittest.main()
