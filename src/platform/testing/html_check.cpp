#include "platform/testing/html_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "platform/base/text.h"
#include "platform/testing/html_reader.h"

namespace digilots::testing {

namespace {

using Problems = std::vector<std::string>;

std::vector<const Element*> all(const ReadPage& page, std::string_view name) {
    std::vector<const Element*> found;
    for (const auto& read : page.elements) {
        if (read.element.name == name) found.push_back(&read.element);
    }
    return found;
}

void check_document(const ReadPage& page, Problems& problems) {
    if (!page.has_doctype) problems.emplace_back("<!doctype html> is missing");
    const auto html = all(page, "html");
    if (html.size() != 1 || html[0]->attribute("lang").empty()) problems.emplace_back("<html> needs a lang");
    if (all(page, "main").size() != 1) problems.emplace_back("there must be exactly one <main>");
    const auto headings = all(page, "h1");
    if (headings.size() != 1) {
        problems.push_back("there are " + std::to_string(headings.size()) + " h1, there must be one");
        return;
    }
    const auto titles = all(page, "title");
    if (headings[0]->text.empty()) problems.emplace_back("the h1 is empty");
    if (titles.empty() || !titles[0]->text.starts_with(headings[0]->text)) {
        problems.push_back("the title \"" + (titles.empty() ? "" : titles[0]->text) + "\" does not start with the h1 \"" +
                           headings[0]->text + "\"");
    }
}

void check_headings(const ReadPage& page, Problems& problems) {
    int level = 0;
    for (const auto& read : page.elements) {
        const auto& name = read.element.name;
        if (name.size() != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '6') continue;
        const int next = name[1] - '0';
        if (level > 0 && next > level + 1) problems.push_back("<" + name + "> \"" + read.element.text + "\" skips a level");
        level = next;
    }
}

void check_ids(const ReadPage& page, Problems& problems) {
    std::set<std::string, std::less<>> ids;
    for (const auto& read : page.elements) {
        if (!read.element.has("id")) continue;
        const std::string id(read.element.attribute("id"));
        if (id.empty()) problems.push_back("<" + read.element.name + "> has an empty id");
        if (!ids.insert(id).second) problems.push_back("the id \"" + id + "\" is there twice");
    }
    for (const auto& read : page.elements) {
        for (const char* name : {"for", "aria-describedby", "aria-labelledby", "aria-controls"}) {
            for (const auto word : base::split(read.element.attribute(name), ' ')) {
                if (!word.empty() && !ids.contains(word)) {
                    problems.push_back(std::string(name) + " refers to \"" + std::string(word) + "\", which is not there");
                }
            }
        }
    }
}

using Ids = std::set<std::string_view>;

bool is_labelled(const ReadPage& page, const ReadElement& field, const Ids& labelled) {
    const auto& element = field.element;
    if (!element.attribute("aria-label").empty() || !element.attribute("aria-labelledby").empty()) return true;
    for (int at = field.parent; at >= 0; at = page.elements[static_cast<std::size_t>(at)].parent) {
        if (page.elements[static_cast<std::size_t>(at)].element.name == "label") return true;
    }
    return labelled.contains(element.attribute("id"));
}

void check_fields(const ReadPage& page, Problems& problems) {
    Ids labelled;
    for (const auto* label : all(page, "label")) {
        if (!label->attribute("for").empty()) labelled.insert(label->attribute("for"));
    }
    for (const auto& read : page.elements) {
        const auto& element = read.element;
        const auto type = element.attribute("type");
        const bool typed = element.name == "input" && type != "hidden" && type != "submit" && type != "button";
        if (!typed && element.name != "select" && element.name != "textarea") continue;
        if (!is_labelled(page, read, labelled))
            problems.push_back("the field \"" + std::string(element.attribute("name")) + "\" has no label");
    }
}

bool holds_named_image(const ReadPage& page, std::size_t index) {
    for (std::size_t at = index + 1; at < page.elements.size(); ++at) {
        int up = page.elements[at].parent;
        while (up > static_cast<int>(index)) up = page.elements[static_cast<std::size_t>(up)].parent;
        if (up != static_cast<int>(index)) return false;
        const auto& inside = page.elements[at].element;
        if (!inside.attribute("alt").empty() || !inside.attribute("aria-label").empty()) return true;
    }
    return false;
}

void check_names(const ReadPage& page, Problems& problems) {
    for (std::size_t index = 0; index < page.elements.size(); ++index) {
        const auto& element = page.elements[index].element;
        if (element.name == "img" && !element.has("alt"))
            problems.push_back("an image has no alt: " + std::string(element.attribute("src")));
        if (element.name != "a" && element.name != "button") continue;
        if (element.name == "a" && !element.has("href")) continue;
        const bool named = !element.text.empty() || !element.attribute("aria-label").empty() ||
                           !element.attribute("aria-labelledby").empty() || holds_named_image(page, index);
        if (!named) problems.push_back("a <" + element.name + "> has no text: " + std::string(element.attribute("href")));
    }
}

void check_inline(const ReadPage& page, Problems& problems) {
    for (const auto& read : page.elements) {
        const auto& element = read.element;
        if (element.name == "style") problems.emplace_back("<style> in the page: move it to web/styles");
        if (element.name == "script" && !element.has("src") && element.attribute("type") != "application/json" &&
            element.attribute("type") != "application/ld+json") {
            problems.emplace_back("a script in the page: move it to web/scripts");
        }
        for (const auto& [name, value] : element.attributes) {
            if (name == "style" || (name.starts_with("on") && name.size() > 3)) {
                problems.push_back("<" + element.name + " " + name + "=…>: move it to web/");
            }
        }
    }
}

}  // namespace

std::vector<std::string> html_problems(std::string_view html) { return problems_of(read_html(html)); }

std::vector<std::string> problems_of(const ReadPage& page) {
    auto problems = page.problems;
    check_document(page, problems);
    check_headings(page, problems);
    check_ids(page, problems);
    check_fields(page, problems);
    check_names(page, problems);
    check_inline(page, problems);
    return problems;
}

}  // namespace digilots::testing
