"""SQL stands in .sql files and HTML in templates, so that other people and tools can read them."""
import re

from checks.tree import line_of, without_comments

SQL = re.compile(r'"\s*(?:SELECT\s+\S|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|ALTER\s+TABLE|DROP\s+TABLE)')
HTML = re.compile(r'"[^"\n]*</?(?:div|p|h[1-6]|ul|ol|li|table|tr|td|form|input|button|a|span|section|main)\b[^"\n]*>?')


def check(tree):
    for path, text in tree.files(".cpp", ".h"):
        owner = tree.owner_of_file(path)
        code = without_comments(text)
        if path.endswith("_test.cpp") or owner == "platform/testing":
            continue
        if owner != "platform/db":
            for match in SQL.finditer(code):
                yield (f"{path}:{line_of(code, match.start())}: SQL in C++. Move it to {path.rsplit('/', 1)[0]}/sql/NAME.sql; "
                       "the build makes it sql::NAME.")
        if owner != "platform/html":
            for match in HTML.finditer(code):
                yield (f"{path}:{line_of(code, match.start())}: HTML in C++. Move it to a template in "
                       f"{path.rsplit('/', 1)[0]}/templates/, or use a component of platform/html.")
    for path, _ in tree.files(".postgres.sql"):
        if path.replace(".postgres.sql", ".sql") not in tree.texts:
            yield f"{path}: a PostgreSQL twin without its query. Write {path.replace('.postgres.sql', '.sql')} too."
