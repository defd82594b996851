"""bin/new-slice: what it writes keeps the house rules, asks for its translations, and compiles."""
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIELDS = ["kind:term(association:Association|company:Company):listed,filter", "contact=Contact function:link(directory.contact):listed",
          "phone:phone", "website=Web address:web_address", "since:date", "told=Knows of it:flag", "note:long_text"]


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

    @classmethod
    def run_in_tree(cls, *command):
        return subprocess.run(command, cwd=cls.tree, capture_output=True, text=True)

    def test_asks_for_its_translations_and_keeps_every_other_rule(self):
        self.assertEqual(self.written.returncode, 0, self.written.stderr)
        asked = [line for line in self.run_in_tree("bin/check").stderr.splitlines() if "broken rules" not in line]
        self.assertTrue(asked)
        self.assertEqual([line for line in asked if "has an empty translation" not in line], [])
        for path in self.tree.glob("src/lighthouses/texts/*.po"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r'msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "Prov: \1"', text), encoding="utf-8")
        self.assertEqual(self.run_in_tree("bin/check").stderr, "")

    def test_is_compiled_as_it_is_written(self):
        commands = ROOT / "build/dev/compile_commands.json"
        if not commands.exists():
            self.skipTest("nothing is built in build/dev")
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
            done = subprocess.run([words[compiler], "-I", str(self.tree / "src"), *flags, "-fsyntax-only", str(path)],
                                  cwd=like["directory"], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, f"{path.name}\n{done.stderr[:3000]}")

    def test_says_what_is_wrong_and_changes_nothing(self):
        before = (self.tree / "src/app/slices.cpp").read_text(encoding="utf-8")
        for arguments, said in [(["lighthouses"], "is there already"), (["Big Boats"], "is not a name"),
                                (["boats", "--field", "size:metres"], "there is no type metres"),
                                (["boats", "--field", "kind:term"], "say which"), (["boats", "--field", "title:text"], "every register")]:
            done = self.run_in_tree("bin/new-slice", *arguments, "--many", "Boats", "--one", "Boat")
            self.assertNotEqual(done.returncode, 0, arguments)
            self.assertIn(said, done.stderr)
        self.assertEqual((self.tree / "src/app/slices.cpp").read_text(encoding="utf-8"), before)
        self.assertFalse((self.tree / "src/boats").exists())


if __name__ == "__main__":
    unittest.main()
