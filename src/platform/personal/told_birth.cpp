#include "platform/personal/told_birth.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/personal/digits.h"
#include "platform/personal/number_spelling.h"
#include "platform/personal/personal_number.h"
#include "platform/personal/readings.h"
#include "platform/base/digits.h"
#include "platform/base/text.h"

namespace digilots::personal {

namespace {

// What may stand between, whatever the figures look like. Letters beside a-z are "x": "på" → "px".
constexpr std::array<std::string_view, 81> joining{
    "sista", "siste", "sist", "last", "fyra", "fire", "four", "fem", "siffror", "siffrorna", "siffer", "sifre", "sifrene",
    "sifra",
    "tal", "tall", "och", "og", "samt", "med", "av", "de", "dei", "den", "det", "xr", "er", "slutar", "slutter", "sluttar", "px",
    "pa", "avslutas", "avsluttes", "ender", "endar", "sen", "sedan", "sx", "dxrefter", "deretter", "etterfulgt", "efterfxljt",
    "fxljt", "fulgt", "plus", "pluss", "resten", "kontrollsiffror", "kontrollsiffrorna", "kontrollsiffer", "personnummer",
    "personnumret", "personnummeret", "personnr", "pnr", "fxdselsnummer", "fxdselsnummeret", "fnr", "nummer", "nr", "nummret",
    "numret", "nummeret", "slutet", "slutten", "slut", "slutt", "streck", "strek", "bindestreck", "bindestrek", "fxdd", "fxdt",
    "fxdelsedatum", "fxdselsdato", "hon", "han", "hun", "hennes", "hans"};
constexpr std::array<std::string_view, 9> joining_too{"mitt", "sitt", "blir", "and", "the", "digits", "x", "xx", "i"};
constexpr std::array<std::string_view, 10> naming{"sista", "siste", "last", "fxdd", "fxdt", "slutar", "slutter", "personnummer",
                                                  "kontrollsiffror", "kontrollsiffer"};
// Then the figures are of something else.
constexpr std::array<std::string_view, 40> of_other_things{
    "kl", "klockan", "klokka", "klokken", "kr", "kronor", "kroner", "rum", "rom", "sal", "buss", "bussen", "linje", "blankett",
    "skjema", "xr", "till", "til", "postnr", "xrende", "sak", "dnr", "nr", "tim", "st", "stk", "modell", "sida", "side",
    "version",
    "kod", "kode", "faktura", "order", "bord", "m", "km", "kg", "vecka", "uke"};
constexpr std::size_t longest_between_parts = 48, most_other_words = 3, longest_figures = 12;

struct BirthDate {
    std::string day, month, year;
};

struct DateFound {
    std::vector<BirthDate> orders;      // the ways to read it
    std::size_t end;
    bool has_month_name = false;
};

template <typename List>
bool is_listed(std::string_view word, const List& list) {
    return std::ranges::find(list, word) != list.end();
}

std::string_view figures_from(std::string_view text, std::size_t at) {
    const auto rest = text.substr(std::min(at, text.size()), longest_figures);
    return rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
}

std::string last_two(std::string_view digits) {
    return digits.size() < 2 ? "0" + std::string(digits) : std::string(digits.substr(digits.size() - 2));
}

int value_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

void add_order(std::vector<BirthDate>& found, std::string_view day, std::string_view month, std::string_view year) {
    const bool fits = day.size() <= 2 && month.size() <= 2 && value_of(month) >= 1 && value_of(month) <= 12 &&
                      (year.size() == 2 || year.size() == 4) && value_of(day) >= 1 && value_of(day) <= 91;
    if (fits) found.push_back({last_two(day), last_two(month), std::string(year)});
}

std::vector<BirthDate> orders_of(std::string_view first, std::string_view second, std::string_view third) {
    std::vector<BirthDate> found;
    add_order(found, third, second, first);
    add_order(found, first, second, third);
    return found;
}

/// "850709", "19850709", "090785", "09071985"
std::vector<BirthDate> orders_of_one(std::string_view digits) {
    if (digits.size() == 6) return orders_of(digits.substr(0, 2), digits.substr(2, 2), digits.substr(4));
    if (digits.size() != 8) return {};
    auto found = orders_of(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
    for (auto& more : orders_of(digits.substr(0, 2), digits.substr(2, 2), digits.substr(4))) found.push_back(std::move(more));
    return found;
}

std::size_t past_signs(std::string_view text, std::size_t at, std::string_view signs, std::size_t most) {
    std::size_t past = at;
    while (past < text.size() && past - at < most && signs.contains(text[past])) ++past;
    return past;
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string_view letters_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_small_letter(text[end])) ++end;
    return text.substr(at, end - at);
}

struct MonthFound {
    std::string month;
    std::size_t year;
};

/// " juli ", ":e juli " behind the day: the month and where the year begins.
std::optional<MonthFound> month_at(std::string_view text, std::size_t at) {
    std::size_t begin = past_signs(text, at, ".: ", 2);
    auto word = letters_from(text, begin);
    if (is_listed(word, std::array<std::string_view, 4>{"e", "a", "de", "te"})) {
        begin = past_signs(text, begin + word.size(), " ", 1);
        word = letters_from(text, begin);
    }
    const int month = month_of(word);
    if (month == 0) return std::nullopt;
    return MonthFound{std::to_string(month), past_signs(text, begin + word.size(), " .,-'", 2)};
}

struct FiguresFound {
    std::string figures;
    std::size_t end;
};

/// Figures that begin here, in parts with one of the signs between them; "" where they are more than `most`.
FiguresFound spread_figures(std::string_view text, std::size_t at, std::string_view signs, std::size_t most) {
    FiguresFound found{"", at};
    for (std::size_t here = at; here < text.size(); ++here) {
        const bool is_figure = base::is_digit(text[here]);
        const bool goes_on = signs.contains(text[here]) && here + 1 < text.size() && base::is_digit(text[here + 1]);
        if (!is_figure && !goes_on) break;
        if (!is_figure) continue;
        found.figures += text[here];
        found.end = here + 1;
        if (found.figures.size() > most) return {"", found.end};
    }
    return found;
}

/// "77 0 8 19": figures in parts, as they are said.
DateFound spread_date_at(std::string_view text, std::size_t at) {
    const auto found = spread_figures(text, at, " -./", 8);
    return {orders_of_one(found.figures), found.end};
}

DateFound date_at(std::string_view text, std::size_t at) {
    const auto first = figures_from(text, at);
    const auto end = at + first.size();
    if (first.size() > 4) return {orders_of_one(first), end};
    if (const auto named = month_at(text, end)) {
        const auto year = figures_from(text, named->year);
        auto orders = orders_of(first, named->month, year);
        std::erase_if(orders, [&](const BirthDate& order) { return order.day != last_two(first); });
        return {std::move(orders), named->year + year.size(), true};
    }
    const auto at_second = past_signs(text, end, " -./", 2);
    const auto second = figures_from(text, at_second);
    const auto after_second = at_second + second.size();
    const auto at_third = past_signs(text, after_second, " -./", 2);
    const auto third = figures_from(text, at_third);
    if (at_second == end || second.empty() || at_third == after_second || third.empty()) return spread_date_at(text, at);
    auto orders = orders_of(first, second, third);
    return orders.empty() ? spread_date_at(text, at) : DateFound{std::move(orders), at_third + third.size()};
}

/// "9805", "98 05", "9 8 0 5", "123 45"
FiguresFound last_figures(std::string_view text, std::size_t at) {
    auto found = spread_figures(text, at, " -", 5);
    if (found.figures.size() < 4) found.figures.clear();
    return found;
}

bool is_year_of_now(std::string_view year) {
    const int two = value_of(year.substr(year.size() - 2));
    return two >= 20 && two <= 39 && (year.size() == 2 || year.starts_with("20"));
}

/// A time of the day or a year.
bool may_be_other(std::string_view figures) {
    if (figures.size() != 4) return false;
    const bool is_clock = value_of(figures.substr(0, 2)) <= 24 && value_of(figures.substr(2)) < 60;
    return is_clock || (value_of(figures) >= 1900 && value_of(figures) <= 2099);
}

bool is_valid(const BirthDate& date, const std::string& figures) {
    const std::string year = date.year.substr(date.year.size() - 2);
    return holds_personal_number(digits_of(figures.size() == 5 ? date.day + date.month + year + figures
                                                               : year + date.month + date.day + figures));
}

enum class Between { no, signs, may, joins };

Between kind_of_between(std::string_view between) {
    if (between.size() > longest_between_parts) return Between::no;
    std::size_t count = 0, others = 0;
    bool is_other_thing = false;
    for (std::size_t at = 0; at < between.size(); ++at) {
        const auto word = letters_from(between, at);
        if (word.empty()) continue;
        ++count;
        if (!is_listed(word, joining) && !is_listed(word, joining_too)) ++others;
        is_other_thing = is_other_thing || is_listed(word, of_other_things);
        at += word.size() - 1;
    }
    if (others == 0) return count > 0 ? Between::joins : Between::signs;
    if (is_other_thing || between.find_first_of(".!?;\n") != between.npos) return Between::no;
    return others <= most_other_words ? Between::may : Between::no;
}

bool says_last(std::string_view between) {
    return std::ranges::any_of(naming, [&](std::string_view word) { return between.contains(word); });
}

std::size_t next_digit(std::string_view text, std::size_t at) {
    return std::min(text.find_first_of("0123456789", at), text.size());
}

bool is_told_forward(std::string_view text, std::size_t at) {
    const auto date = date_at(text, at);
    if (date.orders.empty()) return false;
    const auto begin = next_digit(text, date.end);
    const auto [figures, end] = last_figures(text, begin);
    if (figures.empty() || begin == date.end) return false;
    const auto between = text.substr(date.end, begin - date.end);
    const auto kind = kind_of_between(between);
    if (kind == Between::no || (kind == Between::signs && !date.has_month_name)) return false;
    return std::ranges::any_of(date.orders, [&](const BirthDate& order) {
        const bool is_now = is_year_of_now(order.year);
        if (!says_last(between) && may_be_other(figures) && (kind != Between::joins || is_now)) return false;
        return (kind != Between::may || !is_now) && is_valid(order, figures);
    });
}

/// "sista fyra " before the figures at `at`.
bool is_behind_last(std::string_view text, std::size_t at) {
    constexpr std::size_t reach = 34, longest_after = 24;
    auto before = text.substr(at < reach ? 0 : at - reach, std::min(at, reach));
    const auto last = std::max(before.rfind("sista") + 1, before.rfind("siste") + 1);
    if (last == 0) return false;
    const auto after = before.substr(last - 1 + 5);
    return after.size() <= longest_after && after.find_first_of("0123456789") == after.npos;
}

/// "sista fyra 9805, född 850709"
bool is_told_backward(std::string_view text, std::size_t at) {
    const auto [figures, end] = last_figures(text, at);
    const auto begin = next_digit(text, end);
    if (figures.empty() || begin == text.size()) return false;
    const auto between = text.substr(end, begin - end);
    const auto kind = kind_of_between(between);
    const bool is_told = (kind == Between::joins && says_last(between)) || (kind != Between::no && is_behind_last(text, at));
    if (!is_told) return false;
    const auto orders = date_at(text, begin).orders;
    return std::ranges::any_of(orders, [&](const BirthDate& date) { return is_valid(date, figures); });
}

/// Without the number in "sista 4" and "5 siste", which counts figures and is none of them. Of the same length.
std::string without_counts(std::string text) {
    const auto words = words_of(text);
    const auto word_at = [&](std::size_t i) {
        return i < words.size() ? std::string_view(text).substr(words[i].begin, words[i].end - words[i].begin) : "";
    };
    const auto is_last = [&](std::size_t i) {
        return is_listed(word_at(i), std::array<std::string_view, 3>{"sista", "siste", "last"});
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_count = word_at(i) == "4" || word_at(i) == "5";
        if (is_count && ((i > 0 && is_last(i - 1)) || is_last(i + 1))) text[words[i].begin] = ' ';
    }
    return text;
}

}  // namespace

bool holds_told_birth(std::string_view plain) {
    const auto lower = without_counts(base::ascii_lower(plain));
    for (const Stretch& word : words_of(lower)) {
        if (!base::is_digit(lower[word.begin])) continue;
        if (is_told_forward(lower, word.begin) || is_told_backward(lower, word.begin)) return true;
    }
    return false;
}

}  // namespace digilots::personal
