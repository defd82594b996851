"""SQL stands in .sql files and HTML in templates, so that other people and tools can read them."""
import re

from checks.tree import line_of, without_comments, without_sql_comments

SQL = re.compile(r'"\s*(?:SELECT\s+\S|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|ALTER\s+TABLE|DROP\s+TABLE)')
HTML = re.compile(r'"[^"\n]*</?(?:div|p|h[1-6]|ul|ol|li|table|tr|td|form|input|button|a|span|section|main)\b[^"\n]*>?')
PARTIAL = re.compile(r"(?i)\bCREATE\s+(?:UNIQUE\s+)?INDEX\s+(\w+)\s+ON\s+(\w+)\s*\(([^)]*)\)\s*WHERE\s+([^;]*)")
SET_APART = re.compile(r"(\w+)\s*<>\s*''")


def partial_indexes(tree):
    """{(table, column): index} where the index holds only rows whose indexed column is not empty"""
    found = {}
    for path in sorted((tree.root / "migrations").glob("*.sql")):
        text = without_sql_comments(path.read_text(encoding="utf-8"))
        for index, table, columns, condition in PARTIAL.findall(text):
            for column in SET_APART.findall(condition):
                if column in re.findall(r"\w+", columns):
                    found.setdefault((table.lower(), column), index)
    return found


def unusable_indexes(sql, indexes):
    """Indexes that this query looks like using and cannot: no engine knows that what it looks for is not empty."""
    text = without_sql_comments(sql)
    words = set(re.findall(r"\w+", text.lower()))
    for (table, column), index in indexes.items():
        if table not in words:
            continue
        looked_for = re.findall(rf"(?i)(?:\bWHERE|\bAND|\bON|\()\s+((?:\w+\.)?){column}\s*=\s*(?:\$\d+|\w+\.\w+)", text)
        said = re.findall(rf"(?i)((?:\w+\.)?)\b{column}\s*<>\s*''", text)
        if any(looked_for.count(name) > said.count(name) for name in set(looked_for)):
            yield index, column


def check(tree):
    indexes = partial_indexes(tree)
    for path, text in tree.files(".sql"):
        for index, column in unusable_indexes(text, indexes):
            yield (f"{path}: {index} holds only rows where {column} is not empty, and cannot be used here, so that every row "
                   f"is read. Write AND {column} <> '' beside the comparison.")
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
