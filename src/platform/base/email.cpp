#include "platform/base/email.h"

#include <algorithm>

#include "platform/base/plain.h"
#include "platform/base/text.h"

namespace digilots::base {

namespace {

constexpr std::size_t longest_address = 254, longest_local = 64, longest_label = 63;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_word(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/// Beside ASCII only letters: no full-width signs, odd dashes, spaces or digits that look like others.
bool has_lookalikes(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
        if ((text[at] & 0x80) != 0 && plain(text.substr(at, end - at)) != "x") return true;
        at = end;
    }
    return false;
}

bool is_local(std::string_view part) {
    const bool is_allowed = std::ranges::all_of(
        part, [](char c) { return is_word(c) || std::string_view(".!#$'*+-/=^_`{|}~").contains(c); });
    return is_allowed && !part.empty() && part.size() <= longest_local && !part.starts_with('.') &&
           !part.ends_with('.') && !part.contains("..");
}

bool is_domain(std::string_view part) {
    const auto labels = split(part, '.');
    const bool all_good = std::ranges::all_of(labels, [](std::string_view label) {
        return !label.empty() && label.size() <= longest_label && !label.starts_with('-') &&
               !label.ends_with('-') &&
               std::ranges::all_of(label, [](char c) { return is_word(c) || c == '-'; });
    });
    return all_good && labels.size() >= 2 && labels.back().size() >= 2 &&
           (is_letter(labels.back()[0]) || (labels.back()[0] & 0x80));
}

}  // namespace

EmailFault fault_of_email(std::string_view text) {
    if (holds_invisible(text) || has_lookalikes(text)) return EmailFault::invisible;
    const auto at = text.find('@');
    if (lower(text).starts_with("mailto:") || (at != text.npos && text.find('?', at) != text.npos))
        return EmailFault::mailto;
    const bool is_address = at != text.npos && text.size() <= longest_address &&
                            is_local(text.substr(0, at)) && is_domain(text.substr(at + 1));
    return is_address ? EmailFault::none : EmailFault::not_one_address;
}

}  // namespace digilots::base
