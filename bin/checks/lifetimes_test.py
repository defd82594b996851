"""What is read out of a kept value that nobody holds is found; what is held, or copied in the same expression, is not."""
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from checks.lifetimes import faults  # noqa: E402


def found(text):
    return len(list(faults(text, {"snapshot", "units"}, False)))


class WhatNobodyHolds(unittest.TestCase):
    def test_is_found(self):
        for text in ("for (const auto& place : directory.snapshot(id)->places) use(place);",
                     "for (const auto& unit : *organisation.units(id)) use(unit);",
                     "for (int i = 0; auto& place : around->directory.snapshot(of(id))->places) use(place);",
                     "const auto* place = directory.snapshot(id)->place(key);",
                     "const auto& places =\n    directory.snapshot(id)->places;",
                     "const Place* place_of(const Pages& pages, int id) {\n    return pages.snapshot(id)->place(key);\n}\n"):
            self.assertEqual(found(text), 1, text)

    def test_is_not_what_is_held_or_copied(self):
        for text in ("for (const auto held = directory.snapshot(id); const auto& place : held->places) use(place);",
                     "for (const auto& unit : within(*organisation.units(id), key)) use(unit);",
                     "const auto name = directory.snapshot(id)->name;",
                     "std::string name_of(const Pages& pages, int id) {\n    return pages.snapshot(id)->name;\n}\n"):
            self.assertEqual(found(text), 0, text)


if __name__ == "__main__":
    unittest.main()
