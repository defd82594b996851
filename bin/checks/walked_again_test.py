"""Which journeys are walked once more: those that only waited in vain."""
import importlib.util
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def load():
    spec = importlib.util.spec_from_file_location("test_runner", ROOT / "bin/test.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fault(name, kind="testCodeFailure"):
    return (f"not ok 3 - a journey\n  ---\n  duration_ms: 60000.5\n  failureType: '{kind}'\n  error: 'it failed'\n"
            f"  code: 'ERR_TEST_FAILURE'\n  name: '{name}'\n  stack: |-\n    areGone (desk.test.mjs:1:1)\n  ...\n")


class WalkedAgain(unittest.TestCase):
    def setUp(self):
        self.only_waited_in_vain = load().only_waited_in_vain

    def test_waits_alone(self):
        self.assertTrue(self.only_waited_in_vain(fault("TimeoutError"), 1))
        self.assertTrue(self.only_waited_in_vain("ok 1 - fine\n" + fault("TimeoutError") * 2, 2))

    def test_what_was_seen_and_is_wrong(self):
        self.assertFalse(self.only_waited_in_vain(fault("AssertionError"), 1))
        self.assertFalse(self.only_waited_in_vain(fault("TimeoutError") + fault("AssertionError"), 2))
        self.assertFalse(self.only_waited_in_vain(fault("TimeoutError", "hookFailed"), 1))
        self.assertFalse(self.only_waited_in_vain("the file has not ended", 1))
        self.assertFalse(self.only_waited_in_vain("ok 1 - fine\n", 0))


if __name__ == "__main__":
    unittest.main()
