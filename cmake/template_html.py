"""Where in an HTML document a template stands: follows the literal parts character by character.

The compiler asks it how an interpolation must be escaped here, and it refuses what cannot be made safe."""
import copy
import re

VOID = set("area base br col embed hr img input link meta source track wbr".split())
RAW_TEXT = {"script", "style"}
KEEP_SPACE = {"pre", "textarea"}
URL_ATTRIBUTES = {"href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href"}
FORBIDDEN_ATTRIBUTES = {"srcdoc", "srcset", "ping", "http-equiv"}
SPOKEN_ATTRIBUTES = {"alt", "title", "aria-label", "placeholder", "aria-description", "label"}
BOOLEAN_ATTRIBUTES = set("checked selected disabled required readonly multiple hidden open autofocus novalidate "
                         "reversed inert defer async controls".split())
NOT_LANGUAGE = {"code", "kbd", "samp", "script", "style"}
PROPER_NAMES = {"Digilots", "BankID", "OpenStreetMap", "GeoJSON", "OpenAPI"}
ALLOWED_SCHEME = re.compile(r"(https?://[^/?#]+[/?#]|mailto:|tel:)", re.I)

(TEXT, TAG_NAME, IN_TAG, ATTRIBUTE_NAME, AFTER_NAME, BEFORE_VALUE, DOUBLE, SINGLE, UNQUOTED, COMMENT, RAW,
 DOCTYPE) = range(12)
PLACES = {TAG_NAME: "a tag name", IN_TAG: "a tag", ATTRIBUTE_NAME: "an attribute name", AFTER_NAME: "a tag",
          BEFORE_VALUE: "an unquoted attribute", SINGLE: "a single-quoted attribute",
          UNQUOTED: "an unquoted attribute", COMMENT: "an HTML comment", DOCTYPE: "the doctype"}


class TemplateError(Exception):
    def __init__(self, line, message):
        super().__init__(message)
        self.line = line


class Html:
    def __init__(self):
        self.mode = TEXT
        self.stack = []          # (element, line)
        self.tag = self.attribute = self.prefix = self.pending = ""
        self.closing = self.slash = False
        self.space = True        # white space just before, inside a tag
        self.attributes = frozenset()
        self.type = ""           # of a <script>
        self.words = []          # literal text since the last tag

    def copy(self):
        return copy.deepcopy(self)

    # ---- literal HTML ----

    def literal(self, text, line):
        """The literal as it goes out: comments taken away, runs of white space shortened."""
        result, self.words = [], []
        position = 0
        while position < len(text):
            end = self.step(text, position, text[position], line, result)
            line += text.count("\n", position, end)
            position = end
        self.check_words(line)
        return "".join(result)

    def step(self, text, position, character, line, result):
        if self.mode == TEXT:
            return self.step_text(text, position, character, line, result)
        if self.mode == COMMENT:
            if text.startswith("-->", position):
                self.mode = TEXT
                return position + 3
            return position + 1
        if self.mode == RAW:
            end = "</" + self.tag
            if text[position:position + len(end)].lower() == end:
                self.mode = TEXT
                return self.step_text(text, position, character, line, result)
            result.append(character)
            return position + 1
        if self.mode == DOCTYPE:
            result.append(character)
            if character == ">":
                self.mode = TEXT
            return position + 1
        self.step_tag(character, line, result)
        return position + 1

    def step_text(self, text, position, character, line, result):
        if character == "<":
            self.check_words(line)
            if text.startswith("<!--", position):
                self.mode = COMMENT
                return position + 4
            if text.startswith("<!", position):
                self.mode = DOCTYPE
                result.append("<!")
                return position + 2
            self.closing = text.startswith("</", position)
            start = position + (2 if self.closing else 1)
            if start == len(text):
                raise TemplateError(line, "no interpolation in a tag name: write an {% if %} around two elements")
            if not text[start].isalpha():
                raise TemplateError(line, "a bare “<”: write &lt;")
            self.mode, self.tag, self.slash, self.type = TAG_NAME, "", False, ""
            self.attributes = frozenset()
            result.append(text[position:start])
            return start
        if character == "&" and not re.match(r"&(#\d+|#x[0-9a-f]+|\w+);", text[position:], re.I):
            raise TemplateError(line, "a bare “&”: write &amp;")
        if character.isspace() and not any(name in KEEP_SPACE for name, _ in self.stack):
            end = position
            while end < len(text) and text[end].isspace() and text[end] != "\u00a0":
                end += 1
            if end > position:
                result.append("\n" if "\n" in text[position:end] else " ")
                self.words.append(" ")
                return end
        result.append(character)
        self.words.append(character)
        return position + 1

    def step_tag(self, character, line, result):
        mode = self.mode
        if mode == TAG_NAME:
            if character.isalnum() or character == "-":
                self.tag += character.lower()
                result.append(character)
                return
            self.mode, self.space = IN_TAG, False
            mode = IN_TAG
        if mode == ATTRIBUTE_NAME:
            if not (character.isspace() or character in "=>/"):
                self.attribute += character.lower()
                result.append(character)
                return
            self.finish_attribute_name(line)
            if character == "=":
                self.mode = BEFORE_VALUE
                result.append("=")
                return
            mode = self.mode = IN_TAG
        if mode == BEFORE_VALUE:
            self.prefix = ""
            if character == '"':
                self.mode = DOUBLE
            elif character == "'":
                self.mode = SINGLE
            else:
                raise TemplateError(line, f'put the value of “{self.attribute}” in double quotes')
            result.append(character)
            return
        if mode in (DOUBLE, SINGLE):
            result.append(character)
            if character == ('"' if mode == DOUBLE else "'"):
                self.finish_value(line)
                self.mode, self.space = IN_TAG, False
            else:
                self.prefix += character
            return
        # IN_TAG
        if character.isspace():
            if not self.space:
                result.append(" ")
            self.space = True
        elif character == "/":
            self.slash = True
            result.append("/")
        elif character == ">":
            if result and result[-1] == " ":
                result.pop()
            result.append(">")
            self.finish_tag(line)
        elif character == "=":
            raise TemplateError(line, "no space around “=” in a tag")
        else:
            if not self.space:
                raise TemplateError(line, f"put a space before the attribute at “{character}” in <{self.tag}>")
            self.mode, self.attribute = ATTRIBUTE_NAME, character.lower()
            result.append(character)

    def finish_attribute_name(self, line):
        if self.attribute in self.attributes:
            raise TemplateError(line, f"the attribute “{self.attribute}” stands twice in <{self.tag}>")
        if self.attribute.startswith("on"):
            raise TemplateError(line, f"no scripts in attributes ({self.attribute}): "
                                      "add a data- attribute and listen in web/scripts")
        if self.attribute == "style":
            raise TemplateError(line, "no style attribute (the content security policy blocks it): "
                                      "use a class or a data- attribute with a rule in web/styles")
        self.attributes |= {self.attribute}
        self.space = False

    def finish_value(self, line):
        if self.attribute == "type" and self.tag == "script":
            self.type = self.prefix
        if self.attribute in SPOKEN_ATTRIBUTES:
            self.check_language(self.prefix, line)
        if self.attribute in URL_ATTRIBUTES and re.match(r"\s*(javascript|data|vbscript):", self.prefix, re.I):
            raise TemplateError(line, f"the address in {self.attribute} must not carry a script or data")

    def finish_tag(self, line):
        self.mode = TEXT
        name = self.tag
        if self.closing:
            if not self.stack:
                raise TemplateError(line, f"</{name}> closes nothing in this template")
            open_name, open_line = self.stack[-1]
            if open_name != name:
                raise TemplateError(line, f"</{name}> stands where </{open_name}> (opened on line {open_line}) "
                                          "must be closed first")
            self.stack.pop()
        elif name in VOID:
            pass
        elif self.slash:
            if not any(element in ("svg", "math") for element, _ in self.stack):
                raise TemplateError(line, f"<{name}/> does not close itself in HTML: write <{name}></{name}>")
        else:
            self.stack.append((name, line))
            if name in RAW_TEXT:
                self.mode = RAW
                if name == "script" and "src" not in self.attributes and "json" not in self.type:
                    raise TemplateError(line, "no inline scripts (the content security policy blocks them): "
                                              "put it into web/scripts and name it in page.scripts")
                if name == "style":
                    raise TemplateError(line, "no inline styles (the content security policy blocks them): "
                                              "put the rule into web/styles")

    def check_language(self, text, line):
        words = re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", text).replace("\0", " "))
        for word in words:
            if not word.isupper() and word not in PROPER_NAMES:
                raise TemplateError(line, f'“{word}” is text for people: write {{{{ t("…") }}}} so that it is '
                                          'translated (or {{ "…" }} if it is the same in every language)')

    def check_words(self, line):
        """Literal words between tags must come from the catalogue."""
        text, self.words = "".join(self.words), []
        if not any(name in NOT_LANGUAGE for name, _ in self.stack):
            self.check_language(text, line)

    # ---- template parts ----

    def before_statement(self, line):
        """An attribute without value may end where a statement begins: <input checked{% end %}>."""
        if self.mode == ATTRIBUTE_NAME:
            self.finish_attribute_name(line)
            self.mode = IN_TAG
        if self.mode == TAG_NAME and self.tag and not self.closing:
            self.mode, self.space = IN_TAG, False
        if self.mode in (BEFORE_VALUE, TAG_NAME, COMMENT, SINGLE) or (self.mode == IN_TAG and self.closing):
            raise TemplateError(line, f"no statement inside {PLACES.get(self.mode, 'a closing tag')}")

    def escape_for(self, line):
        """The Writer's function for an interpolation at this place: text, attribute, url or json."""
        if self.mode == TEXT:
            return "text"
        if self.mode == DOUBLE:
            return self.escape_for_attribute(line)
        if self.mode == RAW:
            if "json" in self.type:
                return "json"
            raise TemplateError(line, f"no interpolation inside <{self.tag}>: put the value into a data- attribute "
                                      "and read it in web/scripts")
        raise TemplateError(line, f"no interpolation in {PLACES[self.mode]}: only in text and in double-quoted "
                                  'attributes, such as name="{{ … }}"')

    def escape_for_attribute(self, line):
        name = self.attribute
        if name in FORBIDDEN_ATTRIBUTES or name == "style" or name.startswith("on"):
            raise TemplateError(line, f"no interpolation in the attribute “{name}”: it could carry a script")
        if name not in URL_ATTRIBUTES:
            kind = "attribute"
        elif self.prefix == "":
            kind = "url"
        elif self.prefix == "/":
            raise TemplateError(line, f'{name}="/{{{{ … }}}}" could leave this server: '
                                      f'write {name}="{{{{ page.url(…) }}}}"')
        elif re.match(r"[a-z][a-z0-9+.-]*:", self.prefix, re.I) and not ALLOWED_SCHEME.match(self.prefix):
            raise TemplateError(line, f"the address in {name} must begin with a path, https://host/, tel: or mailto:")
        else:
            kind = "attribute"
        self.prefix += "\0"
        return kind

    def merge(self, other, line, what):
        """Both ways through an {% if %} must end in the same place."""
        if (self.mode, [n for n, _ in self.stack]) != (other.mode, [n for n, _ in other.stack]) or (
                self.mode in (IN_TAG, DOUBLE) and (self.tag, self.closing) != (other.tag, other.closing)):
            left = self.stack[-1][0] if self.stack else "the top"
            right = other.stack[-1][0] if other.stack else "the top"
            raise TemplateError(line, f"the ways through {what} end in different places of the HTML "
                                      f"(inside <{left}> and inside <{right}>): open and close each element within "
                                      "one branch")
        merged = self.copy()
        merged.attributes = self.attributes | other.attributes
        merged.space = self.space and other.space
        if "" in (self.prefix, other.prefix):
            merged.prefix = ""
        return merged
