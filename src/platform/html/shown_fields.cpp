#include "platform/html/shown_fields.h"

#include <algorithm>

#include "platform/base/seen.h"
#include "platform/html/tags.h"

namespace digilots::html {

namespace {

constexpr std::size_t digest_length = 8;

std::string digest_of(const ReadField& field) { return base::mark_of(field.values).substr(0, digest_length); }

}  // namespace

std::string shown_of(const std::vector<ReadField>& fields) {
    std::string text;
    for (const auto& field : fields) text += (text.empty() ? "" : " ") + field.name + ":" + digest_of(field);
    return text;
}

Shown::Shown(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view one = text.substr(0, end);
        const std::size_t colon = one.rfind(':');
        if (colon != one.npos) digests_.emplace(one.substr(0, colon), one.substr(colon + 1));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool Shown::is(const ReadField& field) const {
    const auto found = digests_.find(field.name);
    return found != digests_.end() && found->second == digest_of(field);
}

std::string with_shown(std::string html, const Page& page) {
    constexpr std::string_view wanted = "name=\"shown\" value=\"\"";
    // From the end, so that the places before it stay where they are.
    for (std::size_t at = html.rfind(wanted); at != std::string::npos; at = at == 0 ? at : html.rfind(wanted, at - 1)) {
        const std::size_t begin = html.rfind("<form", at), end = html.find("</form>", at);
        if (begin != std::string::npos && end != std::string::npos) {
            const std::string_view form(html.data() + begin, end - begin);
            html.insert(at + wanted.size() - 1, escaped(shown_of(read_fields(form, page))));
        }
        if (at == 0) break;
    }
    return html;
}

}  // namespace digilots::html
