#!/usr/bin/python3
"""Compiles HTML templates to C++: cmake/compile_templates.py --slice NAME --out DIR FILE...

For each template: DIR/NAME/<file>.cpp; for all of them: DIR/NAME/templates.h. The syntax is described in
src/platform/html/README.md. Errors are printed as file:line: error: what to do."""
import argparse
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from template_html import BOOLEAN_ATTRIBUTES, IN_TAG, TEXT, Html, TemplateError  # noqa: E402

CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}


# ---- C++ expressions ----

def skip_string(text, position):
    quote = text[position]
    position += 1
    while position < len(text) and text[position] != quote:
        position += 2 if text[position] == "\\" else 1
    return position + 1


def is_quote(text, position):
    """A quote that opens a literal, not the ' in 1'000."""
    if text[position] == '"':
        return True
    return text[position] == "'" and not (position and text[position - 1].isalnum())


def find_end(text, position, closer):
    """Where `closer` stands outside of C++ literals and braces."""
    depth = 0
    while position < len(text):
        if is_quote(text, position):
            position = skip_string(text, position)
            continue
        if depth == 0 and text.startswith(closer, position):
            return position
        if text[position] == "{":
            depth += 1
        elif text[position] == "}":
            depth -= 1
        position += 1
    return -1


def find_parenthesis(text, position):
    """The ")" that belongs to the "(" at position."""
    depth = 0
    while position < len(text):
        if is_quote(text, position):
            position = skip_string(text, position)
            continue
        if text[position] in "([{":
            depth += 1
        elif text[position] in ")]}":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    return -1


def split_arguments(text):
    parts, start, depth, position = [], 0, 0, 0
    while position < len(text):
        if is_quote(text, position):
            position = skip_string(text, position)
            continue
        if text[position] in "([{":
            depth += 1
        elif text[position] in ")]}":
            depth -= 1
        elif text[position] == "," and depth == 0:
            parts.append(text[start:position].strip())
            start = position + 1
        position += 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def call_inside(expression, name):
    """The argument when the whole expression is `name(argument)`, else None."""
    if not re.match(re.escape(name) + r"\s*\(", expression):
        return None
    start = expression.index("(")
    end = find_parenthesis(expression, start)
    return expression[start + 1:end].strip() if end == len(expression) - 1 else None


class Template:
    def __init__(self, path, slice_name):
        self.path = path
        self.name = os.path.splitext(os.path.basename(path))[0]
        self.slice = slice_name
        self.is_component = "/components/" in path.replace(os.sep, "/")
        self.includes, self.parameters = [], None
        self.body, self.buffer = [], []
        self.html = Html()
        self.blocks = []        # (kind, line, state before, ended states)

    # ---- reading ----

    def compile(self):
        with open(self.path, encoding="utf-8") as file:
            self.text = file.read()
        position, line = 0, 1
        while position < len(self.text):
            start = self.next_opening(position)
            self.literal(self.before_tag(position, start), line)
            line += self.text.count("\n", position, start)
            if start == len(self.text):
                break
            kind = self.text[start:start + 2]
            end = (self.text.find("#}", start) if kind == "{#"
                   else find_end(self.text, start + 2, CLOSERS[kind]))
            if end < 0:
                raise TemplateError(line, f"“{kind}” is not closed by “{CLOSERS[kind]}”")
            content = self.text[start + 2:end].strip()
            content_line = line + self.text.count("\n", start, end) - self.text[start + 2:end].lstrip().count("\n")
            if kind == "{{":
                self.interpolation(content, content_line)
            elif kind == "{%":
                self.statement(content, content_line)
            after = end + 2
            if kind != "{{" and self.alone_on_line(start, after):
                after = self.text.find("\n", after) + 1 or len(self.text)
            line += self.text.count("\n", start, after)
            position = after
        self.finish(line)
        return self

    def next_opening(self, position):
        match = re.compile(r"\{[{%#]").search(self.text, position)
        return match.start() if match else len(self.text)

    def before_tag(self, position, start):
        """The literal before a template tag, without the indentation of a statement that has a line of its own."""
        kind = self.text[start:start + 2]
        if kind in ("{%", "{#"):
            end = (self.text.find("#}", start) if kind == "{#" else find_end(self.text, start + 2, "%}"))
            if end >= 0 and self.alone_on_line(start, end + 2):
                return self.text[position:start].rstrip(" \t")
        return self.text[position:start]

    def alone_on_line(self, start, after):
        if re.match(r"\{%\s*call\b", self.text[start:start + 12]):
            return False    # what is called stands on the line
        before = self.text[self.text.rfind("\n", 0, start) + 1:start]
        end = self.text.find("\n", after)
        behind = self.text[after:end if end >= 0 else len(self.text)]
        return not before.strip() and not behind.strip()

    def literal(self, text, line):
        if not text:
            return
        if self.parameters is None:
            if text.strip():
                raise TemplateError(line, "begin with {% template name(parameters) %}")
            return
        self.buffer.append(self.html.literal(text, line))

    # ---- parts ----

    def interpolation(self, expression, line):
        self.need_header(line)
        if not expression:
            raise TemplateError(line, "an empty {{ }}")
        if self.html.mode == IN_TAG and not self.html.closing:
            self.boolean_attribute(expression, line)
            return
        raw = call_inside(expression, "raw")
        json = call_inside(expression, "json")
        escape = self.html.escape_for(line)
        if raw is not None:
            if escape != "text":
                raise TemplateError(line, "raw() stands only between tags")
            self.emit(f"out.raw({self.expand(raw, line)});", line)
        elif escape == "json":
            if json is None:
                raise TemplateError(line, "inside a JSON script write {{ json(text) }}, where text is finished JSON")
            self.emit(f"out.json({self.expand(json, line)});", line)
        else:
            self.emit(f"out.{escape}({self.expand(expression, line)});", line)

    def boolean_attribute(self, expression, line):
        name = expression.split("(")[0].strip()
        condition = call_inside(expression, name)
        if name not in BOOLEAN_ATTRIBUTES or condition is None:
            raise TemplateError(line, "only a boolean attribute may stand in a tag, such as {{ checked(condition) }}; "
                                      'else write name="{{ … }}" or {% if … %}name="…"{% end %}')
        self.attribute(name, condition, line)

    def attribute(self, markup, condition, line):
        if not self.html.space:
            markup = " " + markup
        literal = self.html.literal(markup, line)
        self.html.before_statement(line)
        self.emit(f"if ({self.expand(condition, line)}) out.literal({quote(literal)});", line)

    def statement(self, content, line):
        word, _, rest = content.partition(" ")
        rest = rest.strip()
        if word == "include":
            self.includes.append(rest)
        elif word == "template":
            self.begin_template(rest, line)
        else:
            self.need_header(line)
            self.html.before_statement(line)
            handler = getattr(self, "do_" + word, None)
            if handler is None:
                raise TemplateError(line, f"unknown statement “{word}”: use if, elif, else, for, end, let, call, "
                                          "attribute")
            handler(rest, line)

    def begin_template(self, signature, line):
        match = re.match(r"(\w+)\s*\((.*)\)$", signature, re.S)
        if not match:
            raise TemplateError(line, "write {% template name(parameters) %}")
        if match.group(1) != self.name:
            raise TemplateError(line, f"the template is called “{match.group(1)}”, its file “{self.name}.html”")
        self.parameters = " ".join(match.group(2).split())
        self.argument_names = [re.search(r"(\w+)\s*$", part.split("=")[0]).group(1)
                               for part in split_arguments_of_signature(self.parameters)]
        self.line = line

    def need_header(self, line):
        if self.parameters is None:
            raise TemplateError(line, "begin with {% template name(parameters) %}")

    def do_if(self, condition, line):
        self.emit(f"if ({self.expand(condition, line)}) {{", line)
        self.blocks.append(["{% if %}", line, self.html.copy(), [], False])

    def branch(self, line, word):
        if not self.blocks or self.blocks[-1][0] != "{% if %}" or self.blocks[-1][4]:
            raise TemplateError(line, f"{{% {word} %}} without {{% if %}}")
        block = self.blocks[-1]
        block[3].append(self.html)
        self.html = block[2].copy()

    def do_elif(self, condition, line):
        self.branch(line, "elif")
        self.emit(f"}} else if ({self.expand(condition, line)}) {{", line)

    def do_else(self, rest, line):
        self.branch(line, "else")
        self.blocks[-1][4] = True
        self.emit("} else {", line)

    def do_for(self, header, line):
        self.emit(f"for ({self.expand(header, line)}) {{", line)
        self.blocks.append(["{% for %}", line, self.html.copy(), [], False])

    def do_end(self, rest, line):
        if not self.blocks:
            raise TemplateError(line, "{% end %} without {% if %} or {% for %}")
        what, start, before, ended, has_else = self.blocks.pop()
        what = f"{what} on line {start}"
        if not has_else:
            ended.append(before)
        for state in ended:
            self.html = self.html.merge(state, line, what)
        self.emit("}", line)

    def do_let(self, rest, line):
        name, equals, value = rest.partition("=")
        if not equals or not re.fullmatch(r"\w+", name.strip()):
            raise TemplateError(line, "write {% let name = expression %}")
        self.emit(f"[[maybe_unused]] const auto& {name.strip()} = {self.expand(value.strip(), line)};", line)

    def do_call(self, rest, line):
        if self.html.mode != TEXT:
            raise TemplateError(line, "{% call %} stands only between tags")
        match = re.match(r"([\w:]+)\s*\(", rest)
        if not match or find_parenthesis(rest, match.end() - 1) != len(rest) - 1:
            raise TemplateError(line, "write {% call namespace::function(arguments) %}")
        arguments = rest[match.end():-1].strip()
        separator = ", " if arguments else ""
        self.emit(f"{match.group(1)}(out{separator}{self.expand(arguments, line)});", line)

    def do_attribute(self, rest, line):
        match = re.match(r'([\w-]+(?:="[^"{}]*")?)\s+if\s+(.+)$', rest, re.S)
        if not match or self.html.mode != IN_TAG:
            raise TemplateError(line, "write {% attribute name if condition %} inside a tag")
        self.attribute(match.group(1), match.group(2), line)

    # ---- t() and tn() ----

    def expand(self, expression, line):
        result, position = [], 0
        while position < len(expression):
            if is_quote(expression, position):
                end = skip_string(expression, position)
                result.append(expression[position:end])
                position = end
                continue
            match = re.compile(r"(?<![\w.:>])(tn?)\(").match(expression, position)
            if not match:
                result.append(expression[position])
                position += 1
                continue
            end = find_parenthesis(expression, match.end() - 1)
            if end < 0:
                raise TemplateError(line, f"“{match.group(1)}(” is not closed")
            result.append(self.expand_text(match.group(1), expression[match.end():end], line))
            position = end + 1
        return "".join(result)

    def expand_text(self, function, arguments, line):
        if "page" not in self.argument_names:
            raise TemplateError(line, f"{function}(…) needs a parameter “const html::Page& page”")
        parts = split_arguments(arguments)
        fixed = 1 if function == "t" else 3
        if len(parts) < fixed:
            raise TemplateError(line, 'write t("Text", "name", value…) or tn("{n} one", "{n} many", count, …)')
        head, pairs = [self.expand(part, line) for part in parts[:fixed]], parts[fixed:]
        if function == "tn":
            head[2] = f"static_cast<std::int64_t>({head[2]})"
        if len(pairs) == 1 and pairs[0].startswith("{"):
            return f"page.{function}({', '.join(head)}, {self.expand(pairs[0], line)})"
        if len(pairs) % 2:
            raise TemplateError(line, f'{function}(…): after the text come pairs "name", value')
        filled = ", ".join(f"{{{pairs[i]}, ::digilots::html::to_text({self.expand(pairs[i + 1], line)})}}"
                           for i in range(0, len(pairs), 2))
        return f"page.{function}({', '.join(head)}" + (f", {{{filled}}})" if filled else ")")

    # ---- writing ----

    def emit(self, code, line):
        self.flush()
        self.body.append((line, code))

    def flush(self):
        text = "".join(self.buffer)
        self.buffer = []
        if text:
            self.body.append((None, f"out.literal({quote(text)});"))
            self.literal_size = getattr(self, "literal_size", 0) + len(text.encode())

    def finish(self, line):
        self.need_header(line)
        if self.blocks:
            what, start = self.blocks[-1][:2]
            raise TemplateError(start, f"{what} has no {{% end %}}")
        if self.html.mode != TEXT:
            raise TemplateError(line, "the template ends inside a tag")
        if self.html.stack:
            name, start = self.html.stack[-1]
            raise TemplateError(start, f"<{name}> is never closed")
        if self.buffer:
            self.buffer[-1] = self.buffer[-1].rstrip("\n ")
        self.flush()

    def declarations(self):
        separator = ", " if self.parameters else ""
        return (f"void {self.name}(::digilots::html::Writer& out{separator}{self.parameters});\n"
                f"::digilots::html::Safe {self.name}({self.parameters});\n")

    def source(self, header):
        shown = self.path.replace(os.sep, "/")
        shown = shown[shown.index("/src/") + 1:] if "/src/" in shown else shown
        parameters = strip_defaults(self.parameters)
        separator = ", " if parameters else ""
        lines = [f"// Made from {shown} by cmake/compile_templates.py.", f'#include "{header}"', "",
                 f"namespace {namespace_of(self)} {{", "",
                 f"void {self.name}(::digilots::html::Writer& out{separator}{parameters}) {{"]
        lines += [f"    static_cast<void>({name});" for name in self.argument_names]
        for line, code in self.body:
            if line is not None:
                lines.append(f'#line {line} "{shown}"')
            lines.append("    " + code)
        size = getattr(self, "literal_size", 0) + 512
        arguments = ", ".join(["writer_"] + self.argument_names)
        lines += ["}", "", f"::digilots::html::Safe {self.name}({parameters}) {{",
                  "    ::digilots::html::Writer writer_;", f"    writer_.out.reserve({size});",
                  f"    {self.name}({arguments});",
                  "    return ::digilots::html::Safe::trusted(std::move(writer_.out));", "}", "",
                  f"}}  // namespace {namespace_of(self)}", ""]
        return "\n".join(lines)


def split_arguments_of_signature(text):
    """Parameters of a C++ function: commas inside <…> do not separate."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(text):
        if character in "<([{":
            depth += 1
        elif character in ">)]}":
            depth -= 1
        elif character == "," and depth == 0:
            parts.append(text[start:position].strip())
            start = position + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def strip_defaults(parameters):
    return ", ".join(part.split("=")[0].strip() for part in split_arguments_of_signature(parameters))


def quote(text):
    """A C++ string literal, one source line an output line."""
    def one(line):
        escaped = line.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return '"' + escaped.replace("\r", "") + '"'
    lines = text.splitlines(keepends=True)
    return "\n                ".join(one(line) for line in lines) if lines else '""'


def namespace_of(template):
    parts = template.slice.split("/")
    name = parts[1] if parts[0] == "platform" and len(parts) > 1 else parts[0]
    name += "_" if name == "register" else ""    # a word of the language itself
    return f"digilots::{name}::" + ("components" if template.is_component else "templates")


def header_of(templates, slice_name):
    includes = []
    for template in templates:
        includes += [name for name in template.includes if name not in includes]
    lines = ["// Made from the templates of this folder by cmake/compile_templates.py.", "#pragma once",
             "#include <utility>", "", '#include "platform/html/components.h"', '#include "platform/html/page.h"',
             '#include "platform/html/writer.h"']
    lines += [f"#include {name}" for name in sorted(includes)]
    if slice_name != "platform/html":
        lines.append('#include "platform/html/templates.h"')
    for namespace in sorted({namespace_of(template) for template in templates}):
        lines += ["", f"namespace {namespace} {{"]
        if namespace.endswith("::templates"):
            lines.append("namespace components = ::digilots::html::components;")
        lines += [template.declarations() for template in templates if namespace_of(template) == namespace]
        lines.append(f"}}  // namespace {namespace}")
    return "\n".join(lines) + "\n"


def write_if_changed(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            if file.read() == content:
                return
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slice", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args(argv)
    templates, failed = [], False
    for path in sorted(arguments.files):
        try:
            templates.append(Template(path, arguments.slice).compile())
        except TemplateError as error:
            print(f"{path}:{error.line}: error: {error}", file=sys.stderr)
            failed = True
    if failed:
        return 1
    folder = os.path.join(arguments.out, arguments.slice)
    write_if_changed(os.path.join(folder, "templates.h"), header_of(templates, arguments.slice))
    for template in templates:
        write_if_changed(os.path.join(folder, os.path.basename(template.path) + ".cpp"),
                         template.source(arguments.slice + "/templates.h"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
