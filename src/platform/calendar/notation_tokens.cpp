#include "platform/calendar/notation_tokens.h"

#include "platform/base/digits.h"

#include <algorithm>
#include <array>

namespace digilots::calendar {
namespace {

constexpr std::array<std::string_view, 4> dashes{"–", "—", "‐", "−"};
constexpr std::array<std::string_view, 4> spaces{"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xEF\xBB\xBF"};
constexpr std::string_view signs = ",;-+:/[]()";
constexpr std::size_t longest_number = 6;

using base::is_digit;
bool is_letter(char character) { return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z'); }

template <class Accepts>
std::size_t end_of_run(std::string_view text, std::size_t at, Accepts accepts) {
    while (at < text.size() && accepts(text[at])) ++at;
    return at;
}

template <std::size_t Count>
std::size_t length_of_any(std::string_view text, const std::array<std::string_view, Count>& candidates) {
    const auto found = std::ranges::find_if(candidates, [&](std::string_view one) { return text.starts_with(one); });
    return found == candidates.end() ? 0 : found->size();
}

NotationToken number_token(std::string_view digits, std::size_t at) {
    NotationToken token{TokenKind::number, at, std::string(digits), 0};
    if (digits.size() > longest_number) token.kind = TokenKind::odd;
    for (const char digit : digits.substr(0, longest_number)) token.number = token.number * 10 + (digit - '0');
    return token;
}

NotationToken word_token(std::string_view letters, std::size_t at) {
    NotationToken token{TokenKind::word, at, std::string(letters), 0};
    for (char& letter : token.text) letter = static_cast<char>(letter | 0x20);
    return token;
}

/// Without its quotes; odd where it is not closed.
NotationToken comment_token(std::string_view text, std::size_t at) {
    const auto close = text.find('"', at + 1);
    if (close == text.npos) return {TokenKind::odd, at, "\"", 0};
    return {TokenKind::comment, at, std::string(text.substr(at + 1, close - at - 1)), 0};
}

struct Lexed {
    NotationToken token;
    std::size_t end = 0;
};

Lexed next_token(std::string_view text, std::size_t at) {
    const char first = text[at];
    if (is_digit(first)) {
        const auto end = end_of_run(text, at, is_digit);
        return {number_token(text.substr(at, end - at), at), end};
    }
    if (is_letter(first)) {
        const auto end = end_of_run(text, at, is_letter);
        return {word_token(text.substr(at, end - at), at), end};
    }
    if (first == '"') {
        auto token = comment_token(text, at);
        const auto end = token.kind == TokenKind::comment ? at + token.text.size() + 2 : text.size();
        return {std::move(token), end};
    }
    const auto dash = length_of_any(text.substr(at), dashes);
    if (dash > 0) return {{TokenKind::sign, at, "-", 0}, at + dash};
    if (text.substr(at, 2) == "||") return {{TokenKind::sign, at, "||", 0}, at + 2};
    const bool between_digits = at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
    if (first == '.' && between_digits) return {{TokenKind::sign, at, ":", 0}, at + 1};
    if (signs.find(first) != signs.npos) return {{TokenKind::sign, at, std::string(1, first), 0}, at + 1};
    return {{TokenKind::odd, at, std::string(1, first), 0}, at + 1};
}

}  // namespace

std::vector<NotationToken> notation_tokens(std::string_view text) {
    std::vector<NotationToken> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        const bool blank = text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r');
        const auto space = blank ? 1 : length_of_any(text.substr(at), spaces);
        if (space > 0) {
            at += space;
            continue;
        }
        auto [token, end] = next_token(text, at);
        tokens.push_back(std::move(token));
        at = end;
    }
    tokens.push_back({TokenKind::end, text.size(), "", 0});
    return tokens;
}

}  // namespace digilots::calendar
