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
bool is_space(char character) { return character == ' ' || (character >= '\t' && character <= '\r'); }

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// Written behind `out`: most texts hold no entity and are taken as they are.
void add_decoded(std::string& out, std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities{
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&#34;", "\""}}};
    while (true) {
        const auto plain = text.find('&');
        out.append(text.substr(0, plain));
        if (plain == std::string_view::npos) return;
        text.remove_prefix(plain);
        const auto found = std::ranges::find_if(entities, [&](const auto& pair) { return text.starts_with(pair.first); });
        out.append(found == entities.end() ? "&" : found->second);
        text.remove_prefix(found == entities.end() ? 1 : found->first.size());
    }
}

/// With runs of spaces as one, and none at either end.
void add_folded(std::string& out, std::string_view text) {
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && is_space(text[at])) ++at;
        const auto start = at;
        while (at < text.size() && !is_space(text[at])) ++at;
        if (at > start && !out.empty()) out += ' ';
        out.append(text.substr(start, at - start));
    }
}

class Reader {
public:
    explicit Reader(std::string_view html) : html_(html) {}

    ReadPage read() {
        page_.elements.reserve(html_.size() / 48);
        text_.reserve(html_.size() / 2);
        while (at_ < html_.size()) step();
        for (const int index : open_) complain("<" + name_of(index) + "> is never closed");
        while (!open_.empty()) take_text();
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
        add_decoded(text_, html_.substr(at_, end - at_));
        at_ = end;
    }

    /// What was read since the innermost open element began is its text; it is closed.
    void take_text() {
        auto& element = page_.elements[static_cast<std::size_t>(open_.back())].element;
        const auto text = std::string_view(text_).substr(begins_.back());
        // Lines mean something in a text area; its first line break is only for the eye.
        if (element.name == "textarea") element.text = text.substr(text.starts_with('\n') ? 1 : 0);
        else add_folded(element.text, text);
        open_.pop_back();
        begins_.pop_back();
    }

    void close() {
        const auto end = html_.find('>', at_);
        const auto name = lower(html_.substr(at_ + 2, end - at_ - 2));
        at_ = end == std::string_view::npos ? html_.size() : end + 1;
        if (open_.empty() || name_of(open_.back()) != name) {
            complain("</" + name + "> closes " + (open_.empty() ? "nothing" : "<" + name_of(open_.back()) + ">"));
            return;
        }
        take_text();
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
        std::string value;
        add_decoded(value, html_.substr(at_, end - at_));
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
        begins_.push_back(text_.size());
        if (name == "script" || name == "style") skip_raw(name);
    }

    void skip_raw(const std::string& name) { read_text(html_.find("</" + name, at_)); }

    std::string_view html_;
    std::size_t at_ = 0;
    std::vector<int> open_;
    std::string text_;                    // of the whole page
    std::vector<std::size_t> begins_;     // in text_, of each that is open
    ReadPage page_;
};

}  // namespace

std::string_view Element::attribute(std::string_view wanted) const {
    const auto found = std::ranges::find_if(attributes, [&](const auto& pair) { return pair.first == wanted; });
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

bool Element::has(std::string_view wanted) const {
    return std::ranges::any_of(attributes, [&](const auto& pair) { return pair.first == wanted; });
}

ReadPage read_html(std::string_view html) { return Reader(html).read(); }

std::vector<Element> html_elements(std::string_view html) {
    std::vector<Element> elements;
    for (auto& read : read_html(html).elements) elements.push_back(std::move(read.element));
    return elements;
}

}  // namespace digilots::testing
