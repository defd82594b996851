// Amounts as people read them.
#include <algorithm>
#include <utility>

#include "budget/sheet.h"
#include "platform/base/digits.h"
#include "platform/base/exact.h"

namespace digilots::budget {

namespace {

constexpr const char* narrow = "\u00A0";

/// How a language parts thousands and decimals, as it writes one number that everybody knows.
struct Separators {
    std::string group, point;
};

Separators separators_of(const i18n::Translator& words) {
    constexpr double known = 1234567.5;
    const auto text = words.number(known, 1);
    const auto two = text.find("234"), seven = text.find("567");
    if (!text.starts_with('1') || two == std::string::npos || seven == std::string::npos || !text.ends_with('5'))
        return {narrow, ","};
    return {text.substr(1, two - 1), text.substr(seven + 3, text.size() - seven - 4)};
}

/// "116566100" with two decimals: "1 165 661"; decimals that are all zero are left out, and trailing ones where `keeps_all`
/// is false.
std::string grouped(std::int64_t value, bool keeps_all, const i18n::Translator& words) {
    auto text = base::exact_text(value, 2);
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.erase(0, 1);
    const auto separators = separators_of(words);
    auto whole = text.substr(0, text.size() - 3), rest = text.substr(text.size() - 2);
    for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(static_cast<std::size_t>(at), separators.group);
    if (rest == "00") rest.clear();
    if (!keeps_all && rest.ends_with('0')) rest.pop_back();
    return (is_negative ? "\u2212" : "") + whole + (rest.empty() ? "" : separators.point + rest);
}

constexpr std::pair<std::string_view, i18n::Text> kinds_of_lines[] = {
    {"wages", TEXT("Wages")},
    {"overhead", TEXT("Overhead")},
    {"external_services", TEXT("External services")},
    {"premises", TEXT("Premises")},
    {"equipment", TEXT("Technical equipment")},
    {"travel", TEXT("Travel")},
    {"information", TEXT("Information and communication")},
    {"unforeseen", TEXT("Other costs, unforeseen")},
    {"own", TEXT("A kind of its own")}};

}  // namespace

std::string amount_text(std::int64_t ore, const i18n::Translator& words) {
    return grouped(ore, true, words);
}

std::string money_text(std::int64_t ore, const i18n::Translator& words) {
    return amount_text(ore, words) + narrow + "kr";
}

std::string percent_text(std::int64_t hundredths, const i18n::Translator& words) {
    return grouped(hundredths, false, words) + narrow + "%";
}

std::string arithmetic_of(const Calculation& calculation, Rounding rounding, const i18n::Translator& words) {
    const auto computed = calculation.computed(rounding);
    if (!computed) return "";
    const auto result = " = " + money_text(*computed, words);
    const auto percent = percent_text(calculation.percent.value_or(0), words);
    if (calculation.kind == "share") return percent + " × " + money_text(*calculation.base, words) + result;
    const auto hours = grouped(*calculation.hours, false, words) + narrow + "h";
    const auto wage = money_text(*calculation.hourly_wage, words);
    return wage + " × " + (calculation.percent ? "(1 + " + percent + ") × " : "") + hours + result;
}

i18n::Text state_in_words(const Budget& budget) {
    if (budget.is_approved()) return TEXT("Approved");
    if (budget.unknown_lines() > 0) return TEXT("Not all costs are known");
    if (budget.was_approved())
        return budget.is_balanced() ? TEXT("Changed after it was approved: to be approved anew")
                                    : TEXT("Changed after it was approved: financing does not equal the costs");
    return budget.is_balanced() ? TEXT("Equals the costs") : TEXT("Does not equal the costs");
}

i18n::Text level_in_words(Level level) {
    switch (level) {
        case Level::ok:
            return TEXT("Right");
        case Level::note:
            return TEXT("To know");
        case Level::warning:
            return TEXT("Look at this");
        case Level::error:
            break;
    }
    return TEXT("Put this right");
}

i18n::Text kind_title(std::string_view kind) {
    const auto found = std::ranges::find(kinds_of_lines, kind, &std::pair<std::string_view, i18n::Text>::first);
    return found == std::end(kinds_of_lines) ? TEXT("A kind of its own") : found->second;
}

}  // namespace digilots::budget
