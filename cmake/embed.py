#!/usr/bin/python3
"""Puts queries, migrations and files into the program. Called by cmake/embed.cmake; writes only what changed."""
import argparse
import hashlib
import pathlib
import re
import sys


def fail(message):
    sys.exit(f"embed.py: {message}")


def write_if_changed(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def literal(text):
    """A raw string literal; cut into pieces because compilers limit the length of one."""
    pieces = [text[at:at + 12000] for at in range(0, len(text), 12000)] or [""]
    return "\n".join(f'R"___({piece})___"' for piece in pieces)


def read_pairs(paths):
    """name → (text, text of the PostgreSQL twin or None)"""
    texts = {path.name: path.read_text(encoding="utf-8").strip() for path in map(pathlib.Path, paths)}
    pairs = {}
    for name, text in sorted(texts.items()):
        if name.endswith(".postgres.sql"):
            if name.replace(".postgres.sql", ".sql") not in texts:
                fail(f"{name} has no {name.replace('.postgres.sql', '.sql')} beside it: write the portable or SQLite text there")
            continue
        stem = name.removesuffix(".sql")
        pairs[stem] = (text, texts.get(stem + ".postgres.sql"))
    return pairs


def namespace_of(slice_name):
    # "register" is a word of the language itself.
    parts = [part + "_" if part == "register" else part for part in slice_name.removeprefix("platform/").split("/")]
    return "digilots::" + "::".join(parts)


def statements(options):
    pairs = read_pairs(options.files)
    for name in pairs:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            fail(f"sql/{name}.sql: name a query file with lower-case words and underscores, such as find_place.sql")
    namespace = f"{namespace_of(options.slice)}::sql"
    header = ['#pragma once', '', '#include <span>', '', '#include "platform/db/statement.h"', '', f'namespace {namespace} {{', '']
    header += [f'extern const db::Statement {name};' for name in pairs]
    header += ['', '/// All queries of this folder.', '[[nodiscard]] std::span<const db::Statement* const> all();', '', f'}}  // namespace {namespace}', '']
    body = [f'#include "{options.slice}/sql.h"', '', f'namespace {namespace} {{', '', 'namespace {']
    for name, (text, twin) in pairs.items():
        body.append(f'constexpr char {name}_text[] = {literal(text)};')
        if twin is not None:
            body.append(f'constexpr char {name}_postgres[] = {literal(twin)};')
    body += ['}  // namespace', '']
    for name, (_, twin) in pairs.items():
        second = f'{name}_postgres' if twin is not None else f'{name}_text'
        body.append(f'const db::Statement {name}{{"{options.slice}/{name}", {name}_text, {second}}};')
    body += ['', 'std::span<const db::Statement* const> all() {', '  static constexpr const db::Statement* table[] = {']
    body += [f'      &{name},' for name in pairs]
    body += ['  };', '  return table;', '}', '', f'}}  // namespace {namespace}', '']
    write_if_changed(options.out / options.slice / "sql.h", "\n".join(header))
    write_if_changed(options.out / options.slice / "sql.cpp", "\n".join(body))


def statement_table(options):
    header = ('#pragma once\n\n#include <span>\n\n#include "platform/db/statement.h"\n\nnamespace digilots::app {\n\n'
              '/// The queries of every folder, one span a folder.\n'
              '[[nodiscard]] std::span<const std::span<const db::Statement* const>> all_statements();\n\n}  // namespace digilots::app\n')
    body = ['#include "app/statements.h"', '', '#include <array>', '']
    body += [f'#include "{folder}/sql.h"' for folder in options.files]
    body += ['', 'namespace digilots::app {', '', 'std::span<const std::span<const db::Statement* const>> all_statements() {',
             f'  static const std::array<std::span<const db::Statement* const>, {len(options.files)}> table{{']
    body += [f'      {namespace_of(folder)}::sql::all(),' for folder in options.files]
    body += ['  };', '  return table;', '}', '', '}  // namespace digilots::app', '']
    write_if_changed(options.out / "app" / "statements.h", header)
    write_if_changed(options.out / "app" / "statements.cpp", "\n".join(body))


def migrations(options):
    rows = []
    for name, (text, twin) in read_pairs(options.files).items():
        match = re.fullmatch(r"(\d{4})_[a-z0-9_]+", name)
        if not match:
            fail(f"migrations/{name}.sql: name it with four digits and words, such as 0007_directory_place.sql")
        second = literal(twin) if twin is not None else "nullptr"
        rows.append(f'    {{{int(match.group(1))}, "{name}", {literal(text)},\n     {second}}},')
    header = ('#pragma once\n\n#include "platform/db/embedded_migrations.h"\n\nnamespace digilots::app {\n\n'
              '/// All migrations compiled into the program, in order.\n'
              'inline std::span<const db::Migration> migrations() { return db::embedded_migrations(); }\n\n}  // namespace digilots::app\n')
    body = ['#include "platform/db/embedded_migrations.h"', '', 'namespace digilots::db {', '', 'std::span<const Migration> embedded_migrations() {']
    if rows:
        body += ['  static constexpr Migration table[] = {', *rows, '  };', '  return table;']
    else:
        body += ['  return {};']
    body += ['}', '', '}  // namespace digilots::db', '']
    write_if_changed(options.out / "app" / "migrations.h", header)
    write_if_changed(options.out / "app" / "migrations.cpp", "\n".join(body))


def files(options):
    """Each argument is PREFIX=FOLDER; a missing folder holds nothing."""
    found = {}
    for argument in options.files:
        prefix, folder = argument.split("=", 1)
        root = pathlib.Path(folder)
        for path in sorted(root.rglob("*")) if root.is_dir() else []:
            if path.is_file() and not path.name.startswith("."):
                found[f"{prefix}/{path.relative_to(root).as_posix()}"] = path
    assembly = ['  .section .rodata', '']
    body = ['#include "platform/base/embedded.h"', '', '#include <algorithm>', '#include <array>', '']
    rows = []
    names = sorted(found, key=lambda name: name.encode())
    for number, name in enumerate(names):
        path = found[name]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        symbol = f"digilots_embedded_{number}"
        assembly += [f'# {name} {digest}', '  .balign 16', f'  .global {symbol}', f'{symbol}:', f'  .incbin "{path}"', '  .byte 0', '']
        body.append(f'extern "C" const char {symbol}[];')
        rows.append(f'      EmbeddedFile{{"{name}", std::string_view({symbol}, {path.stat().st_size})}},')
    assembly += ['  .section .note.GNU-stack,"",%progbits', '']
    body += ['', 'namespace digilots::base {', '', 'std::span<const EmbeddedFile> embedded_files() {',
             f'  static const std::array<EmbeddedFile, {len(rows)}> table{{']
    body += rows
    body += ['  };', '  return table;', '}', '',
             'std::optional<std::string_view> embedded_file(std::string_view name) {',
             '  const auto files = embedded_files();',
             '  const auto found = std::ranges::lower_bound(files, name, {}, &EmbeddedFile::name);',
             '  if (found == files.end() || found->name != name) return std::nullopt;',
             '  return found->content;', '}', '', '}  // namespace digilots::base', '']
    write_if_changed(options.out / "embedded.S", "\n".join(assembly))
    write_if_changed(options.out / "embedded.cpp", "\n".join(body))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=["statements", "statement-table", "migrations", "files"])
    parser.add_argument("--slice")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("files", nargs="*")
    options = parser.parse_intermixed_args()
    {"statements": statements, "statement-table": statement_table, "migrations": migrations, "files": files}[options.kind](options)


if __name__ == "__main__":
    main()
