"""Every mutex, lock and condition is base's (platform/base/mutex.h): the standard library's tell clang nothing."""
import re

from checks.tree import line_of, without_comments

FOREIGN = re.compile(r"\bstd::(?:(?:recursive_|shared_|timed_)*mutex|lock_guard|unique_lock|scoped_lock|shared_lock"
                     r"|condition_variable(?:_any)?)\b")
HOME = "src/platform/base/mutex.h"


def check(tree):
    texts = dict(tree.files(".cpp", ".h"))
    for path in sorted((tree.root / "bench").glob("*.cpp")):
        texts[path.relative_to(tree.root).as_posix()] = path.read_text(encoding="utf-8")
    for file, text in texts.items():
        if file == HOME:
            continue
        plain = without_comments(text)
        for found in FOREIGN.finditer(plain):
            yield (f"{file}:{line_of(plain, found.start())}: {found.group(0)}. Use base::Mutex, base::Lock, base::Condition "
                   f"({HOME}) and say with GUARDED_BY what it guards.")
        is_of_tests = file.endswith("_test.cpp") or "/testing/" in file or "for_tests" in file
        if re.search(r"\bMutex \w+;", plain) and not re.search(r"GUARDED_BY|\bCondition \w", plain) and not is_of_tests:
            yield f"{file}: its mutex does not say what it guards. Write GUARDED_BY(mutex) behind that."
