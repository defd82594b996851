#include "platform/html/tags.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/base/text.h"
#include "platform/html/writer.h"
#include "platform/http/target.h"

namespace digilots::html {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> signs{
    {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};

/// The sign that is written at the start of `text`, and how long it is written.
std::pair<char, std::size_t> first_sign(std::string_view text) {
    for (const auto& [written, sign] : signs)
        if (text.starts_with(written)) return {sign, written.size()};
    return {text.front(), 1};
}

/// "local%3A7" and "local:7" are one address.
bool leads_to(std::string_view written, std::string_view wanted) {
    const auto one = http::read_target(written), other = http::read_target(wanted);
    if (!one || !other) return written == wanted;
    return one->path == other->path && one->raw_query == other->raw_query;
}

}  // namespace

std::string escaped(std::string_view text) {
    Writer writer;
    writer.attribute(text);
    return std::move(writer.out);
}

std::string text_of(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        if (html.front() == '<') {
            const std::size_t end = html.find('>');
            html.remove_prefix(end == html.npos ? html.size() : end + 1);
            continue;
        }
        const auto [sign, size] = first_sign(html);
        text += sign;
        html.remove_prefix(size);
    }
    return std::string(base::trim(text));
}

std::string_view next_tag(std::string_view html, std::size_t from) {
    const std::size_t begin = html.find('<', from);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = html.find('>', begin);
    return end == std::string_view::npos ? std::string_view() : html.substr(begin + 1, end - begin - 1);
}

bool is(std::string_view tag, std::string_view name) {
    return tag.starts_with(name) && (tag.size() == name.size() || tag[name.size()] == ' ' || tag[name.size()] == '\n');
}

std::string_view value_of(std::string_view tag, std::string_view attribute) {
    const std::string start = std::string(attribute) + "=\"";
    for (std::size_t at = tag.find(start); at != std::string_view::npos; at = tag.find(start, at + 1)) {
        if (at == 0 || (tag[at - 1] != ' ' && tag[at - 1] != '\n')) continue;
        const std::size_t from = at + start.size();
        return tag.substr(from, tag.find('"', from) - from);
    }
    return {};
}

std::size_t find_word(std::string_view tag, std::string_view word) {
    bool quoted = false;
    for (std::size_t at = 0; at + word.size() <= tag.size(); ++at) {
        if (tag[at] == '"') quoted = !quoted;
        const bool starts = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n');
        const std::size_t end = at + word.size();
        const bool ends = end == tag.size() || tag[end] == ' ' || tag[end] == '\n';
        if (!quoted && starts && ends && tag.substr(at, word.size()) == word) return at;
    }
    return std::string_view::npos;
}

bool has_word(std::string_view tag, std::string_view word) {
    return find_word(tag, word) != std::string_view::npos;
}

std::optional<Part> find_form(std::string_view html, std::string_view action) {
    for (std::size_t at = html.find("<form"); at != std::string_view::npos; at = html.find("<form", at + 1)) {
        const std::string_view tag = next_tag(html, at);
        if (value_of(tag, "method") != "post" || !leads_to(text_of(value_of(tag, "action")), action)) continue;
        const std::size_t begin = at + tag.size() + 2, end = html.find("</form>", begin);
        if (end == std::string_view::npos) return std::nullopt;
        return Part{begin, end};
    }
    return std::nullopt;
}

}  // namespace digilots::html
