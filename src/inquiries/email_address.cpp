#include "inquiries/email_address.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace digilots::inquiries {

namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

// The first that fits; "x" stands for any letter beside a-z.
constexpr std::array<Spelling, 31> spellings{
    {{" (at) ", "@"},      {"(at)", "@"},        {" [at] ", "@"},      {"[at]", "@"},
     {" {at} ", "@"},      {"{at}", "@"},        {" <at> ", "@"},      {"<at>", "@"},
     {" (@) ", "@"},       {"(@)", "@"},         {"[@]", "@"},         {" (snabel-a) ", "@"},
     {"(snabel-a)", "@"},  {" snabel-a ", "@"},  {" snabela ", "@"},   {" snabel a ", "@"},
     {" krxllalfa ", "@"}, {" alfakrxll ", "@"}, {"(krxllalfa)", "@"}, {"(alfakrxll)", "@"},
     {" (dot) ", "."},     {"(dot)", "."},       {"[dot]", "."},       {"(punkt)", "."},
     {" [dot] ", "."},     {" (punkt) ", "."},   {"[punkt]", "."},     {"(punktum)", "."},
     {" dot ", "."},       {" punkt ", "."},     {" punktum ", "."}}};

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Past the spaces that people put around the @; at most two.
std::size_t skip_spaces(std::string_view text, std::size_t at) {
    for (int i = 0; i < 2 && at < text.size() && text[at] == ' '; ++i) ++at;
    return at;
}

/// "example.se", "xn--…", "[192.0.2.1]" at the beginning of `text`.
bool begins_with_domain(std::string_view text) {
    if (text.size() > 1 && text[0] == '[' && is_word(text[1])) return true;
    std::size_t at = 0;
    bool dotted = false;
    while (at < text.size() && is_word(text[at])) {
        const std::size_t begin = at;
        while (at < text.size() && (is_word(text[at]) || text[at] == '-' || text[at] == '_')) ++at;
        if (dotted && at - begin >= 2 && is_letter(text[begin])) return true;
        if (at == text.size() || text[at] != '.') return false;
        dotted = true;
        ++at;
    }
    return false;
}

bool holds_address(std::string_view plain) {
    constexpr std::string_view local = "!#$%&'*+-/=?^_`{|}~.\"";
    for (std::size_t at = plain.find('@'); at != std::string_view::npos; at = plain.find('@', at + 1)) {
        std::size_t before = at;
        for (int i = 0; i < 2 && before > 0 && plain[before - 1] == ' '; ++i) --before;
        if (before == 0 || !(is_word(plain[before - 1]) || local.contains(plain[before - 1]))) continue;
        if (begins_with_domain(plain.substr(skip_spaces(plain, at + 1)))) return true;
    }
    return false;
}

char lower_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// " at " is a word of English and Norwegian: it stands for the sign only where a spelled point follows the
/// next word.
bool is_spelled_at(std::string_view text) {
    if (!text.starts_with(" at ")) return false;
    std::size_t at = 4;
    while (at < text.size() && (is_word(text[at]) || text[at] == '-')) ++at;
    const auto rest = text.substr(at);
    return at > 4 && (rest.starts_with(" dot ") || rest.starts_with(" punkt ") || rest.starts_with("(dot)") ||
                      rest.starts_with("[dot]") || rest.starts_with(" punktum ") ||
                      rest.starts_with(" [dot] ") || rest.starts_with(" (dot) "));
}

/// The signs in place of the words that are written for them.
std::string with_signs(std::string_view plain) {
    std::string lower(plain), made;
    std::ranges::transform(lower, lower.begin(), lower_letter);
    for (std::size_t at = 0; at < lower.size();) {
        const std::string_view rest = std::string_view(lower).substr(at);
        const auto found =
            std::ranges::find_if(spellings, [&](const Spelling& one) { return rest.starts_with(one.first); });
        if (is_spelled_at(rest)) {
            made += '@';
            at += 4;
        } else if (found != spellings.end()) {
            made += found->second;
            at += found->first.size();
        } else {
            made += lower[at++];
        }
    }
    return made;
}

}  // namespace

bool holds_email(std::string_view plain) {
    return holds_address(plain) || holds_address(with_signs(plain));
}

}  // namespace digilots::inquiries
