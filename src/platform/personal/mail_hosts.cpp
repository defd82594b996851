#include "platform/personal/mail_hosts.h"

#include <algorithm>

namespace digilots::personal {

namespace {

// Where people have addresses of their own; also without ".com".
constexpr std::size_t free_providers = 10;
constexpr auto providers = std::to_array<std::string_view>({
    "gmail", "googlemail", "hotmail", "outlook", "live", "icloud", "yahoo", "proton", "protonmail", "msn",
    "telia", "comhem", "bredband", "spray", "getmail", "tele2", "passagen", "swipnet", "broadpark"});

bool is_letter_of_host(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_of_host(char c) { return is_letter_of_host(c) || (c >= '0' && c <= '9'); }

}  // namespace

bool begins_with_any(std::string_view text, std::span<const std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) {
        if (text.empty() || text[0] != name[0] || !text.starts_with(name)) return false;
        return text.size() == name.size() || !(is_of_host(text[name.size()]) || text[name.size()] == '-');
    });
}

bool begins_with_domain(std::string_view text) {
    if (text.size() > 1 && text[0] == '[' && is_of_host(text[1])) return true;
    std::size_t at = 0;
    bool dotted = false;
    while (at < text.size() && is_of_host(text[at])) {
        const std::size_t begin = at;
        while (at < text.size() && (is_of_host(text[at]) || text[at] == '-' || text[at] == '_')) ++at;
        if (dotted && at - begin >= 2 && is_letter_of_host(text[begin])) return true;
        const bool slipped = at < text.size() && text[at] == ',' && begins_with_any(text.substr(at + 1), ends);
        if (slipped) return true;
        if (at == text.size() || text[at] != '.') return false;
        dotted = true;
        ++at;
    }
    return false;
}

std::size_t length_of_glued_point(std::string_view text) {
    for (const auto word : point_words)
        if (text.starts_with(word) && begins_with_any(text.substr(word.size()), ends)) return word.size();
    return 0;
}

bool begins_with_glued_domain(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && (is_of_host(text[at]) || text[at] == '-' || text[at] == '.'); ++at)
        if (at >= 2 && length_of_glued_point(text.substr(at)) > 0) return true;
    return false;
}

bool begins_with_slipped_provider(std::string_view text) {
    return std::ranges::any_of(providers, [&](std::string_view name) {
        if (text.empty() || text[0] != name[0] || !text.starts_with(name)) return false;
        const auto rest = text.substr(name.size());
        const auto end = std::min(rest.find_first_not_of(" ,;."), rest.size());
        return end <= 2 && begins_with_any(rest.substr(end), ends);
    });
}

bool begins_with_provider(std::string_view text) { return begins_with_any(text, providers); }

bool is_of_free_mail(std::string_view text) { return begins_with_any(text, std::span(providers).first(free_providers)); }

}  // namespace digilots::personal
