#!/usr/bin/python3
"""What the template compiler promises: escaping by context, refusals that say what to do, balanced HTML."""
import contextlib
import io
import os
import sys
import tempfile
import types
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import compile_templates  # noqa: E402


def compile_file(slice_name, out, path):
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors):
        code = compile_templates.main(["--slice", slice_name, "--out", out, path])
    return types.SimpleNamespace(returncode=code, stderr=errors.getvalue())


class CompilerTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_compiler(self, body, signature="const View& view, const html::Page& page", slice_name="directory"):
        path = os.path.join(self.folder.name, "src", slice_name, "templates", "a_page.html")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write('{% template a_page(' + signature + ') %}\n' + body)
        return compile_file(slice_name, self.folder.name, path)

    def compiled(self, body, **options):
        result = self.run_compiler(body, **options)
        self.assertEqual(result.returncode, 0, result.stderr)
        with open(os.path.join(self.folder.name, "directory", "a_page.html.cpp"), encoding="utf-8") as file:
            return file.read()

    def refused(self, body, *needles, **options):
        result = self.run_compiler(body, **options)
        self.assertEqual(result.returncode, 1, "was accepted: " + body)
        for needle in needles:
            self.assertIn(needle, result.stderr)

    def test_text_is_escaped_as_text(self):
        self.assertIn("out.text(view.name);", self.compiled("<p>{{ view.name }}</p>"))

    def test_quoted_attribute_is_escaped_as_attribute(self):
        self.assertIn("out.attribute(view.name);", self.compiled('<p class="a {{ view.name }}"></p>'))

    def test_address_is_checked(self):
        self.assertIn("out.url(view.url);", self.compiled('<a href="{{ view.url }}"></a>'))
        self.assertIn("out.url(view.url);", self.compiled('<form action="{{ view.url }}"></form>'))

    def test_address_with_fixed_beginning_is_an_attribute(self):
        code = self.compiled('<a href="{{ view.url }}?q={{ view.q }}"></a><a href="tel:{{ view.phone }}"></a>'
                             '<a href="#{{ view.id }}"></a><a href="https://a.test/{{ view.id }}"></a>')
        for name in ("q", "phone", "id"):
            self.assertIn(f"out.attribute(view.{name});", code)

    def test_address_that_could_leave_the_server_is_refused(self):
        self.refused('<a href="/{{ view.url }}"></a>', "page.url")
        self.refused('<a href="javascript:{{ view.url }}"></a>', "must begin with")
        self.refused('<a href="https://{{ view.url }}"></a>', "must begin with")

    def test_the_branch_that_wrote_nothing_keeps_the_address_checked(self):
        self.assertIn("out.url(view.b);",
                      self.compiled('<a href="{% if view.a %}{{ view.a }}{% end %}{{ view.b }}"></a>'))

    def test_unsafe_places_are_refused_with_line(self):
        unsafe = {"<script>{{ x }}</script>": "content security policy",
                  '<script src="/a.js">{{ x }}</script>': "data- attribute",
                  "<style>{{ x }}</style>": "web/styles",
                  '<p style="{{ x }}"></p>': "class",
                  '<p onclick="{{ x }}"></p>': "web/scripts",
                  "<p class={{ x }}></p>": "unquoted",
                  "<p class='{{ x }}'></p>": "single-quoted",
                  "<p {{ x }}></p>": "boolean attribute",
                  "<p data-{{ x }}></p>": "attribute name",
                  "<{{ x }}></p>": "tag name",
                  "<!-- {{ x }} -->": "comment",
                  '<img srcset="{{ x }}">': "srcset",
                  '<iframe srcdoc="{{ x }}"></iframe>': "srcdoc"}
        for body, needle in unsafe.items():
            with self.subTest(body=body):
                self.refused("<div>\n" + body + "\n</div>", "a_page.html:3: error:", needle)

    def test_inline_handlers_and_styles_are_refused_without_interpolation_too(self):
        self.refused('<p onclick="f()"></p>', "web/scripts")
        self.refused('<p style="color:red"></p>', "class")

    def test_json_goes_into_a_data_script(self):
        code = self.compiled('<script type="application/json">{{ json(view.map) }}</script>')
        self.assertIn("out.json(view.map);", code)
        self.refused('<script type="application/json">{{ view.map }}</script>', "json(")

    def test_raw_stands_only_between_tags(self):
        self.assertIn("out.raw(view.body);", self.compiled("<p>{{ raw(view.body) }}</p>"))
        self.refused('<p class="{{ raw(view.body) }}"></p>', "raw()")

    def test_balance(self):
        self.refused("<div>\n<p></div>", ":3: error:", "</p> (opened on line 3)")
        self.refused("<div>", "never closed")
        self.refused("</div>", "closes nothing")
        self.refused("<div/>", "does not close itself")
        self.compiled('<br><img src="/a.svg" alt=""><svg><path d="M0 0"/></svg>')

    def test_branches_must_end_in_the_same_place(self):
        self.refused("{% if view.a %}<div>{% end %}</div>", "different places")
        self.refused("{% if view.a %}<b>{% else %}<i>{% end %}</i>", "different places")
        self.refused("{% for x : y %}<div>{% end %}", "different places")
        self.compiled('<p class="a{% if view.a %} b{% end %}"{% if view.b %} hidden{% end %}></p>')

    def test_control_flow(self):
        code = self.compiled("{% if a %}\n<b></b>\n{% elif c %}<i></i>{% else %}{% end %}\n"
                             "{% for const auto& hit : view.hits %}{% let n = hit.name %}{{ n }}{% end %}")
        for needle in ("if (a) {", "} else if (c) {", "} else {", "for (const auto& hit : view.hits) {",
                       "const auto& n = hit.name;"):
            self.assertIn(needle, code)
        self.refused("{% if a %}", "no {% end %}")
        self.refused("{% end %}", "without")
        self.refused("{% else %}", "without")
        self.refused("{% while a %}{% end %}", "unknown statement")

    def test_texts(self):
        code = self.compiled('{{ t("Open now") }} {{ t("Closes at {time}", "time", view.closes) }} '
                             '{{ tn("{n} place", "{n} places", view.count) }} '
                             '{{ view.open ? t("Open }} now") : view.list[0] }}')
        self.assertIn('out.text(page.t("Open now"));', code)
        self.assertIn('page.t("Closes at {time}", {{"time", ::digilots::html::to_text(view.closes)}})', code)
        self.assertIn('page.tn("{n} place", "{n} places", static_cast<std::int64_t>(view.count))', code)
        self.assertIn('view.open ? page.t("Open }} now") : view.list[0]', code)
        self.refused('{{ t("Open now") }}', "needs a parameter", signature="const View& view")
        self.refused('{{ t("Open", "time") }}', "pairs")

    def test_words_must_come_from_the_catalogue(self):
        self.refused("<p>Open now</p>", "t(")
        self.refused('<img alt="A map" src="/a.svg">', "t(")
        self.refused('<b>{{ view.a }}</b> and', "t(")
        self.compiled("<p>CSV &nbsp; – {{ view.a }} · <kbd>Enter</kbd> 12 m</p>")

    def test_boolean_attributes(self):
        self.assertIn('if (view.on) out.literal("checked");', self.compiled("<input {{ checked(view.on) }}>"))
        self.assertIn('if (view.on) out.literal(" aria-current=\\"page\\"");',
                      self.compiled('<a{% attribute aria-current="page" if view.on %} href="#a"></a>'))

    def test_call(self):
        self.assertIn("components::pagination(out, view.pages, page);",
                      self.compiled("{% call components::pagination(view.pages, page) %}"))
        self.refused('<p class="{% call components::x(page) %}"></p>', "between tags")

    def test_white_space_and_comments(self):
        code = self.compiled("<ul>\n    {# a list #}\n    {% for a : b %}\n    <li>  {{ a }}</li>\n    {% end %}\n"
                             "</ul> <!-- gone -->\n<pre>  x\n</pre>".replace("x", "12"))
        self.assertIn('out.literal("<ul>\\n");', code)
        self.assertIn('<li> ");', code)
        self.assertNotIn("gone", code)
        self.assertIn('"<pre>  12\\n"', code)

    def test_mistakes_in_tags(self):
        self.refused('<p class="a"id="b"></p>', "space")
        self.refused('<p class="a" class="b"></p>', "twice")
        self.refused("<p>1 < 2</p>", "&lt;")
        self.refused("<p>A & B</p>", "&amp;")

    def test_compiler_errors_point_at_the_template(self):
        self.assertIn('#line 3 "src/directory/templates/a_page.html"', self.compiled("<p>\n{{ view.name }}</p>"))

    def test_name_must_be_the_file_name(self):
        path = os.path.join(self.folder.name, "b.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write("{% template c() %}\n")
        self.assertIn("its file “b.html”", compile_file("x", self.folder.name, path).stderr)


if __name__ == "__main__":
    unittest.main()
