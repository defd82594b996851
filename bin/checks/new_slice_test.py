"""bin/new-slice: what it writes keeps the house rules, asks for its translations, and compiles."""
import json
import pathlib
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIELDS = ["kind:term(association:Association|company:Company):listed,filter", "contact=Contact function:link(directory.contact):listed",
          "phone:phone", "website=Web address:web_address", "since:date:required", "told=Knows of it:flag:filter", "keeper:phone:required",
          "letters=E-mail of the keeper:e_mail:required", "place:link(directory.place):required,filter", "note:long_text"]


def tree_in(folder):
    """What is kept of the tree, in a folder where it may be changed."""
    names = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True,
                           text=True).stdout.split("\0")
    for name in filter(None, names):
        if not (ROOT / name).is_file():
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)


class NewSlice(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.tree = pathlib.Path(cls.folder.name)
        tree_in(cls.tree)
        fields = [part for field in FIELDS for part in ("--field", field)]
        cls.written = cls.run_in_tree("bin/new-slice", "lighthouses", "--many", "Lighthouses", "--one", "Lighthouse", *fields)

        cls.page = cls.run_in_tree("bin/new-page", "lighthouses", "sea_map", "--role", "guide", "--path", "staff/lighthouses/map")

    @classmethod
    def run_in_tree(cls, *command):
        return subprocess.run(command, cwd=cls.tree, capture_output=True, text=True)

    def test_asks_for_its_translations_and_keeps_every_other_rule(self):
        self.assertEqual(self.written.returncode, 0, self.written.stderr)
        self.assertEqual(self.page.returncode, 0, self.page.stderr)
        asked = [line for line in self.run_in_tree("bin/check").stderr.splitlines() if "broken rules" not in line]
        self.assertTrue(asked)
        self.assertEqual([line for line in asked if "has an empty translation" not in line], [])
        for path in self.tree.glob("src/lighthouses/texts/*.po"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r'msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "Prov: \1"', text), encoding="utf-8")
        self.assertEqual(self.run_in_tree("bin/check").stderr, "")

    def test_is_compiled_as_it_is_written(self):
        built = sorted((path for path in ROOT.glob("build/*/compile_commands.json") if "slice_organisation.dir" in path.read_text()),
                       key=lambda path: path.stat().st_mtime)
        self.assertTrue(built, "build something first: bin/build")
        commands = built[-1]
        like = next(one for one in json.loads(commands.read_text()) if "slice_organisation.dir" in one["command"])
        words = shlex.split(like["command"])
        compiler = next(at for at, word in enumerate(words) if re.search(r"(c\+\+|g\+\+)[\d.-]*$", word))
        left_out = {"-c", "-o", "-MD", "-MT", "-MF", "-Winvalid-pch"}
        flags, skips = [], False
        for word in words[compiler + 1:]:
            if not skips and word not in left_out and not word.endswith((".cpp", ".cxx")):
                flags.append(word)
            skips = word in {"-o", "-MT", "-MF"}
        for path in sorted(self.tree.glob("src/lighthouses/*.cpp")):
            # What the build makes of templates and queries is not there.
            if re.search(r'"lighthouses/(templates|sql)\.h"', path.read_text(encoding="utf-8")):
                continue
            done = subprocess.run([words[compiler], "-I", str(self.tree / "src"), *flags, "-fsyntax-only", str(path)],
                                  cwd=like["directory"], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, f"{path.name}\n{done.stderr[:3000]}")

    def test_its_table_is_taken_by_the_database(self):
        migration = next(self.tree.glob("migrations/*_lighthouses.sql")).read_text(encoding="utf-8")
        with sqlite3.connect(":memory:") as database:
            database.executescript(migration)
            columns = [row[1] for row in database.execute("PRAGMA table_info(lighthouses_lighthouse)")]
        self.assertIn("website", columns)

    def test_writes_nothing_where_what_it_adds_to_has_changed(self):
        with tempfile.TemporaryDirectory() as folder:
            tree = pathlib.Path(folder)
            tree_in(tree)
            (tree / "docs/features.md").write_text("Nothing known\n", encoding="utf-8")
            before = (tree / "src/app/slices.cpp").read_text(encoding="utf-8")
            done = subprocess.run(["bin/new-slice", "boats", "--many", "Boats", "--one", "Boat"], cwd=tree, capture_output=True, text=True)
            self.assertIn("nothing is written", done.stderr)
            self.assertEqual((tree / "src/app/slices.cpp").read_text(encoding="utf-8"), before)
            self.assertFalse((tree / "src/boats").exists())

    def test_says_what_is_wrong_and_changes_nothing(self):
        before = (self.tree / "src/app/slices.cpp").read_text(encoding="utf-8")
        for arguments, said in [(["lighthouses"], "is there already"), (["Big Boats"], "is not a name"),
                                (["boats", "--field", "width:metres"], "there is no type metres"),
                                (["boats", "--field", "kind:term"], "say which"), (["boats", "--field", "title:text"], "every register"),
                                (["boats", "--field", "order:text"], "a word of C++ or SQL"), (["register"], "means something else"),
                                (["boats", "--field", "width:text", "--field", "width:date"], "two fields have one name"),
                                (["boats", "--field", 'width=3" or more:text'], "without quotation marks"),
                                (["boats", "--field", 'kind:term(big:"Big"|small:Small)'], "without quotation marks"),
                                (["boats", "--field", "kind:term(Very big:Big)"], "is no key of a choice"),
                                (["boats", "--field", "kind:term(big:Big|big:Huge)"], "is no key of a choice"),
                                (["boats", "--field", "size:text"], "asked by every list or form"),
                                (["boats", "--field", "position:text"], "a column of every register"),
                                (["boats", "--field", "phone:phone:filter"], "cannot be filtered by"),
                                (["boats", "--field", "afloat:flag:required"], "cannot be required"),
                                (["boats", "--field", "owner:link(nowhere.person)"], "There are: accounts.person, activities.activity, activities.campaign_week, budget.line, collections.collection"),
                                (["boats", "--field", f"width={'Very ' * 9}wide:text"], "at most 40"),
                                (["boats", "--role", "coordinator", "--change", "guide"], "has to see them"),
                                (["contacts"], "another slice's address"), (["measures"], "means something else")]:
            done = self.run_in_tree("bin/new-slice", *arguments, "--many", "Boats", "--one", "Boat")
            self.assertNotEqual(done.returncode, 0, arguments)
            self.assertIn(said, done.stderr)
        self.assertEqual((self.tree / "src/app/slices.cpp").read_text(encoding="utf-8"), before)
        self.assertFalse((self.tree / "src/boats").exists())


if __name__ == "__main__":
    unittest.main()
