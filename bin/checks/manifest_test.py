"""bin/check manifest: which folders it asks for, and what it takes for a line in the list."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from checks import manifest  # noqa: E402
from checks.tree import Tree  # noqa: E402

SAID = 'Slice slice(Log& log) {\n    return {\n        .name = "log",\n        .routes = nullptr,\n    };\n}\n'


class WhatIsAsked(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write("src/platform/http/route.h", "")
        self.write("src/log/slice.cpp", SAID)
        self.write("src/app/slices.cpp", "    return {\n        log::slice(app.log),\n    };\n")

    def write(self, name, text):
        path = pathlib.Path(self.folder.name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def failures(self):
        return list(manifest.check(Tree(pathlib.Path(self.folder.name))))

    def test_a_slice_with_its_line_is_right(self):
        self.assertEqual(self.failures(), [])

    def test_a_folder_without_a_line_in_the_list(self):
        self.write("src/partners/slice.cpp", SAID.replace('"log"', '"partners"'))
        self.assertEqual(len(self.failures()), 1)
        self.assertIn("partners is not in the list", self.failures()[0])

    def test_a_line_that_stands_twice(self):
        self.write("src/app/slices.cpp", "log::slice(app.log), log::slice(app.log)")
        self.assertIn("stands twice", self.failures()[0])

    def test_a_folder_that_says_nothing(self):
        self.write("src/partners/partners.h", "")
        self.write("src/app/slices.cpp", "log::slice(app.log), partners::slice(app.partners)")
        self.assertIn("src/partners/slice.cpp: it is missing", self.failures()[0])

    def test_a_slice_that_has_another_name_than_its_folder(self):
        self.write("src/log/slice.cpp", SAID.replace('"log"', '"logs"'))
        self.assertIn('.name = "log"', self.failures()[0])


if __name__ == "__main__":
    unittest.main()
