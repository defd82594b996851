#include "platform/testing/html_reader.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace digilots::testing {

namespace {

constexpr std::array<std::string_view, 14> void_elements{"area", "base", "br", "col", "embed", "hr", "img",
                                                         "input", "link", "meta", "param", "source", "track", "wbr"};
// Inside svg an element may close itself.
constexpr std::array<std::string_view, 10> drawn_elements{"path", "circle", "rect", "line", "polyline",
                                                          "polygon", "use", "ellipse", "stop", "image"};

bool is_one_of(const auto& list, std::string_view name) { return std::ranges::find(list, name) != list.end(); }
bool is_space(char character) { return std::isspace(static_cast<unsigned char>(character)) != 0; }

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string decoded(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities{
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&#34;", "\""}}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::ranges::find_if(
            entities, [&](const auto& pair) { return text.substr(at).starts_with(pair.first); });
        if (found != entities.end()) {
            out += found->second;
            at += found->first.size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

class Reader {
public:
    explicit Reader(std::string_view html) : html_(html) {}

    ReadPage read() {
        while (at_ < html_.size()) step();
        for (const int index : open_) complain("<" + name_of(index) + "> is never closed");
        return std::move(page_);
    }

private:
    void complain(std::string text) { page_.problems.push_back(std::move(text)); }
    const std::string& name_of(int index) const { return page_.elements[static_cast<std::size_t>(index)].element.name; }

    void step() {
        if (html_[at_] != '<') return read_text(html_.find('<', at_));
        if (html_.substr(at_).starts_with("<!--")) return skip_to("-->");
        if (html_.substr(at_).starts_with("<!")) {
            page_.has_doctype = page_.has_doctype || lower(html_.substr(at_, 15)) == "<!doctype html>";
            return skip_to(">");
        }
        if (html_.substr(at_).starts_with("</")) return close();
        open();
    }

    void skip_to(std::string_view end) {
        const auto found = html_.find(end, at_);
        at_ = found == std::string_view::npos ? html_.size() : found + end.size();
    }

    void read_text(std::size_t end) {
        if (end == std::string_view::npos) end = html_.size();
        const auto text = decoded(html_.substr(at_, end - at_));
        for (const int index : open_) page_.elements[static_cast<std::size_t>(index)].element.text += text;
        at_ = end;
    }

    void close() {
        const auto end = html_.find('>', at_);
        const auto name = lower(html_.substr(at_ + 2, end - at_ - 2));
        at_ = end == std::string_view::npos ? html_.size() : end + 1;
        if (open_.empty() || name_of(open_.back()) != name) {
            complain("</" + name + "> closes " + (open_.empty() ? "nothing" : "<" + name_of(open_.back()) + ">"));
            return;
        }
        open_.pop_back();
    }

    std::string read_name() {
        const auto start = at_;
        while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/' && html_[at_] != '=') ++at_;
        return std::string(html_.substr(start, at_ - start));
    }

    void skip_spaces() {
        while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    }

    std::string read_value(const std::string& attribute) {
        ++at_;
        if (at_ >= html_.size() || (html_[at_] != '"' && html_[at_] != '\'')) {
            complain("the value of " + attribute + " has no quotes");
            return read_name();
        }
        const char quote = html_[at_++];
        const auto end = std::min(html_.find(quote, at_), html_.size());
        const auto value = decoded(html_.substr(at_, end - at_));
        at_ = std::min(end + 1, html_.size());
        return value;
    }

    void open() {
        ++at_;
        ReadElement made;
        made.element.name = lower(read_name());
        made.parent = open_.empty() ? -1 : open_.back();
        bool closed_itself = false;
        for (skip_spaces(); at_ < html_.size() && html_[at_] != '>'; skip_spaces()) {
            if (html_[at_] == '/') {
                closed_itself = true;
                ++at_;
                continue;
            }
            const auto name = lower(read_name());
            if (name.empty()) {
                ++at_;
                continue;
            }
            if (made.element.has(name)) complain("<" + made.element.name + "> has " + name + " twice");
            made.element.attributes.emplace_back(name, at_ < html_.size() && html_[at_] == '=' ? read_value(name) : "");
        }
        ++at_;
        add(std::move(made), closed_itself);
    }

    void add(ReadElement made, bool closed_itself) {
        const auto name = made.element.name;
        page_.elements.push_back(std::move(made));
        if (is_one_of(void_elements, name) || (closed_itself && is_one_of(drawn_elements, name))) return;
        if (closed_itself) complain("<" + name + "/> does not close itself");
        open_.push_back(static_cast<int>(page_.elements.size()) - 1);
        if (name == "script" || name == "style") skip_raw(name);
    }

    void skip_raw(const std::string& name) { read_text(html_.find("</" + name, at_)); }

    std::string_view html_;
    std::size_t at_ = 0;
    std::vector<int> open_;
    ReadPage page_;
};

std::string folded_spaces(std::string_view text) {
    std::string out;
    for (const char character : text) {
        if (!is_space(character)) out += character;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

std::string_view Element::attribute(std::string_view wanted) const {
    const auto found = std::ranges::find_if(attributes, [&](const auto& pair) { return pair.first == wanted; });
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

bool Element::has(std::string_view wanted) const {
    return std::ranges::any_of(attributes, [&](const auto& pair) { return pair.first == wanted; });
}

ReadPage read_html(std::string_view html) {
    auto page = Reader(html).read();
    for (auto& read : page.elements) {
        // Lines mean something in a text area; its first line break is only for the eye.
        if (read.element.name != "textarea") read.element.text = folded_spaces(read.element.text);
        else if (read.element.text.starts_with('\n')) read.element.text.erase(0, 1);
    }
    return page;
}

std::vector<Element> html_elements(std::string_view html) {
    std::vector<Element> elements;
    for (auto& read : read_html(html).elements) elements.push_back(std::move(read.element));
    return elements;
}

}  // namespace digilots::testing
