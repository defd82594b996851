#include "platform/i18n/isolate.h"

#include <algorithm>

namespace digilots::i18n {
namespace {

constexpr const char* left_to_right = "\u2066";
constexpr const char* own_direction = "\u2068";
constexpr const char* end = "\u2069";

}  // namespace

std::string isolated(std::string text, const LanguageInfo& language) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!language.right_to_left || std::ranges::all_of(text, is_digit)) return text;
    return own_direction + std::move(text) + end;
}

std::string range(const std::string& from, const std::string& to, const LanguageInfo& language) {
    const auto text = from + "–" + to;
    return language.right_to_left ? left_to_right + text + end : text;
}

}  // namespace digilots::i18n
