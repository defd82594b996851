#include "platform/personal/readings.h"

#include <algorithm>
#include <array>

#include "platform/personal/number_spelling.h"
#include "platform/base/digits.h"
#include "platform/base/text.h"

namespace digilots::personal {

namespace {

bool is_figure_or_letter(char c) { return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_all_figures(std::string_view text) { return std::ranges::all_of(text, base::is_digit); }
bool is_made_of(std::string_view text, std::string_view signs) { return text.find_first_not_of(signs) == text.npos; }

// ---- Letters in place of figures ----

bool is_lookalike(char c) { return std::string_view("OoIl").contains(c); }
bool is_figure_or_lookalike(char c) { return base::is_digit(c) || is_lookalike(c); }

/// "85O7O9", no "iPhone15".
bool is_figures_and_letters(std::string_view word) {
    const auto figures = static_cast<std::size_t>(std::ranges::count_if(word, base::is_digit));
    if (figures == 0 || figures == word.size()) return false;
    return std::ranges::all_of(word, [](char c) { return base::is_digit(c) || is_lookalike(c); });
}

/// "10l", but not in "70-5l-86".
bool is_litres(std::string_view plain, const Stretch& word) {
    constexpr std::size_t longest = 4;
    const auto length = word.end - word.begin;
    const bool is_one_letter = length <= longest && plain[word.end - 1] == 'l' && base::is_digit(plain[word.end - 2]);
    const auto goes_on = [&](std::size_t sign, std::size_t beside) {
        return beside < plain.size() && std::string_view(" -").contains(plain[sign]) && is_figure_or_lookalike(plain[beside]);
    };
    const bool is_behind = word.begin > 1 && goes_on(word.begin - 1, word.begin - 2);
    return is_one_letter && !(is_behind && (plain[word.begin - 1] == '-' || goes_on(word.end, word.end + 1)));
}

/// "OO", "Ol", "ll"
bool is_lookalikes(std::string_view word) { return word.size() <= 5 && std::ranges::all_of(word, is_lookalike); }
bool has_nought(std::string_view word) { return word.contains('O') || word.contains("oo"); }

void put_figures(std::string& text, const Stretch& word) {
    for (std::size_t at = word.begin; at < word.end; ++at) {
        if (text[at] == 'O' || text[at] == 'o') text[at] = '0';
        else if (text[at] == 'I' || text[at] == 'l') text[at] = '1';
    }
}

std::string_view part(std::string_view text, const Stretch& word) { return text.substr(word.begin, word.end - word.begin); }

// ---- Words in place of figures ----

constexpr std::size_t least_of_row = 4, least_alone = 4, longest_between_words = 3, longest_number = 8;

/// The figures of each word, "" where it is no number. "De sista fyra" counts figures and is none itself.
std::vector<std::string> figures_of_words(std::string_view lower, const std::vector<Stretch>& words) {
    constexpr std::array<std::string_view, 3> last{"sista", "siste", "last"}, counts{"fyra", "fire", "fem"};
    std::vector<std::string> figures;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto word = part(lower, words[i]);
        if (is_all_figures(word)) {
            figures.emplace_back(word.size() <= longest_number ? word : "");
            continue;
        }
        const auto is_last = [&](std::size_t at) {
            return at < words.size() && std::ranges::find(last, part(lower, words[at])) != last.end();
        };
        const bool is_of_last = (i > 0 && is_last(i - 1)) || is_last(i + 1);
        if (is_of_last && std::ranges::find(counts, word) != counts.end()) {
            figures.emplace_back();
            continue;
        }
        const bool is_before_month = i + 1 < words.size() && month_of(part(lower, words[i + 1])) > 0;
        const auto day = is_before_month ? day_of_ordinal(word) : "";
        figures.push_back(day.empty() ? figures_of_word(word) : day);
    }
    return figures;
}

/// Whether the row of numbers, from `from` up to `to`, is one that somebody spells.
bool is_spelled_row(std::string_view lower, const std::vector<Stretch>& words, const std::vector<std::string>& figures,
                    std::size_t from, std::size_t to) {
    std::size_t spelled = 0, length = 0, length_of_first = 0, figures_of_first = 0;
    for (std::size_t i = from; i < to; ++i) {
        length += figures[i].size();
        if (figures[i].empty() || base::is_digit(lower[words[i].begin])) continue;
        if (spelled++ > 0) continue;
        length_of_first = words[i].end - words[i].begin;
        figures_of_first = figures[i].size();
    }
    const auto is_month = [&](std::size_t i) { return i < words.size() && month_of(part(lower, words[i])) > 0; };
    // "må 08-16 ti 09-12": short words alone are of other things, but in "070 12 tre 45 67".
    const bool is_inside = to - from > 2 && figures[from][0] == '0' && base::is_digit(lower[words[from].begin]) &&
                           base::is_digit(lower[words[to - 1].begin]);
    const bool is_of_phone = is_inside && figures_of_first == 1 &&
                             ((length_of_first == 3 && length == 9) || (figures[from].starts_with("07") && length == 10));
    const bool is_said = spelled > 1 || (spelled == 1 && (length_of_first >= least_alone || is_of_phone));
    return (is_said && length >= least_of_row) || (spelled > 0 && ((from > 0 && is_month(from - 1)) || is_month(to)));
}

// ---- Signs between ----

constexpr std::array<std::string_view, 15> sign_names{"streck", "bindestreck", "strek", "bindestrek", "minus",
                                                      "dash", "mellanslag", "mellomrom", "punkt", "punktum",
                                                      "snedstreck", "skrxstrek", "x", "xx", "xxx"};
constexpr std::string_view all_signs = " \n-+./_,:()'*;|=~#\"\\[]<>&{}!^`$";
constexpr std::size_t longest_signs = 24;

/// Signs and names of signs, nothing else.
bool is_signs_only(std::string_view between) {
    const auto lower = base::ascii_lower(between);
    const bool are_names = std::ranges::all_of(words_of(lower), [&](const Stretch& word) {
        return std::ranges::find(sign_names, part(lower, word)) != sign_names.end();
    });
    return are_names && std::ranges::all_of(between, [](char c) { return is_figure_or_letter(c) || all_signs.contains(c); });
}

/// "2026-12-31"
bool begins_with_a_date(std::string_view text) {
    const auto figures = [&](std::size_t at) {
        return std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
    };
    const auto first = figures(0);
    if (first < 1 || first > 4 || first >= text.size() || !std::string_view("-./").contains(text[first])) return false;
    const auto second = figures(first + 1), end = first + 1 + second;
    if (second < 1 || second > 2 || end + 1 >= text.size()) return false;
    return text[end] == text[first] && base::is_digit(text[end + 1]);
}

/// As people part numbers: digits_of reads it as it is.
bool is_usual(std::string_view between) {
    const auto first = between.find_first_not_of(" \n");
    if (first == between.npos) return true;
    const auto sign = between.substr(first, between.find_last_not_of(" \n") - first + 1);
    constexpr std::array<std::string_view, 5> pairs{"(-", ")-", "-(", "/(", ")/"};
    return (sign.size() <= 1 || std::ranges::find(pairs, sign) != pairs.end()) && is_made_of(sign, "-+./_,:()'*");
}

/// "0x80070005", with its "x" at `at`.
bool is_hexadecimal(std::string_view plain, std::size_t at) {
    return (plain[at] == 'x' || plain[at] == 'X') && at > 0 && plain[at - 1] == '0' &&
           (at < 2 || !is_figure_or_letter(plain[at - 2]));
}

/// The figures at its end, and the signs between them, where they are no more than of one time: "Öppet 08 30".
std::string_view last_run(std::string_view line) {
    line = line.substr(0, line.find_last_not_of(' ') + 1);
    line = line.substr(line.find_last_not_of("0123456789 .:-") + 1);
    line = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    return line.size() <= 5 ? line : "";
}

}  // namespace

std::vector<Stretch> words_of(std::string_view plain) {
    std::vector<Stretch> words;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (!is_figure_or_letter(plain[at])) continue;
        const auto begin = at;
        while (at < plain.size() && is_figure_or_letter(plain[at])) ++at;
        words.push_back({begin, at});
    }
    return words;
}

std::string with_letters_as_figures(std::string_view plain) {
    const auto words = words_of(plain);
    std::string made(plain);
    for (const Stretch& word : words) {
        if (is_figures_and_letters(part(plain, word)) && !is_litres(plain, word)) put_figures(made, word);
    }
    const auto is_number = [&](std::size_t i) {
        return i < words.size() && base::is_digit(made[words[i].begin]) && base::is_digit(made[words[i].end - 1]);
    };
    const auto is_near = [&](std::size_t left) {
        return words[left + 1].begin - words[left].end == 1 && std::string_view(" -./").contains(plain[words[left].end]);
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto word = part(plain, words[i]);
        if (!is_lookalikes(word)) continue;
        const bool follows = i > 0 && is_number(i - 1) && is_near(i - 1), leads = is_number(i + 1) && is_near(i);
        if ((follows && leads && word.size() > 1) || ((follows || leads) && has_nought(word))) put_figures(made, words[i]);
    }
    return made;
}

std::string with_words_as_figures(std::string_view plain) {
    const auto lower = base::ascii_lower(plain);
    const auto words = words_of(lower);
    const auto figures = figures_of_words(lower, words);
    const auto goes_on = [&](std::size_t i) {
        const auto between = part(lower, {words[i - 1].end, words[i].begin});
        return !figures[i].empty() && between.size() <= longest_between_words && is_made_of(between, " \n,.-/+()");
    };
    std::string made;
    std::size_t copied = 0;
    for (std::size_t from = 0, to = 0; from < words.size(); from = to) {
        to = from + 1;
        while (!figures[from].empty() && to < words.size() && goes_on(to)) ++to;
        if (!is_spelled_row(lower, words, figures, from, to)) continue;
        made += part(plain, {copied, words[from].begin});
        for (std::size_t i = from; i < to; ++i) made += (i > from ? " " : "") + figures[i];
        copied = words[to - 1].end;
    }
    return made + std::string(plain.substr(copied));
}

std::string with_signs_as_hyphens(std::string_view plain) {
    std::string made;
    std::size_t after_digit = 0;
    bool is_behind_digit = false;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (!base::is_digit(plain[at])) continue;
        const auto between = part(plain, {after_digit, at});
        const bool is_between = is_behind_digit && !is_hexadecimal(plain, after_digit) && between.size() <= longest_signs &&
                                is_signs_only(between);
        constexpr std::string_view plus = "plus ";
        const bool is_plus = plain[at] == '4' && between.size() >= plus.size() &&
                             base::ascii_lower(between.substr(between.size() - plus.size())) == plus;
        if (is_between && !is_usual(between) && !begins_with_a_date(plain.substr(at, 10))) made += '-';
        else if (is_plus) made.append(between.substr(0, between.size() - plus.size())) += '+';
        else made += between;
        made += plain[at];
        after_digit = at + 1;
        is_behind_digit = true;
    }
    return made + std::string(plain.substr(after_digit));
}

std::string with_lines_as_spaces(std::string_view plain) {
    std::string made(plain);
    const auto past_spaces = [&](std::size_t at) {
        while (at < plain.size() && plain[at] == ' ') ++at;
        return at;
    };
    const auto is_time = [](std::string_view text) {
        const auto figure = [&](std::size_t at) { return at < text.size() && base::is_digit(text[at]) ? text[at] - '0' : -1; };
        const auto minutes = text.size() > 2 && figure(2) < 0 ? 3u : 2u;
        const bool is_pair = figure(0) >= 0 && figure(1) >= 0 && figure(minutes) >= 0 && figure(minutes + 1) >= 0;
        return is_pair && figure(minutes + 2) < 0 && figure(0) * 10 + figure(1) <= 24 && figure(minutes) < 6;
    };
    std::size_t line = 0;
    bool is_behind_joined = false;
    for (std::size_t end = plain.find('\n'); end != plain.npos; end = plain.find('\n', line)) {
        const auto last = plain.find_last_not_of(' ', end == 0 ? 0 : end - 1);
        const auto next = past_spaces(end + 1), first = past_spaces(line);
        const bool is_between = last != plain.npos && last >= line && last < end && base::is_digit(plain[last]) &&
                                next < plain.size() && base::is_digit(plain[next]);
        // One number in each line: a list.
        const bool is_numbers_only = plain.substr(line, end - line).find_first_not_of("0123456789 -.") == plain.npos;
        const auto next_end = std::min(plain.find('\n', next), plain.size());
        const bool goes_on = next_end < plain.size() && past_spaces(next_end + 1) < plain.size() &&
                             base::is_digit(plain[past_spaces(next_end + 1)]);
        const bool is_list = is_behind_joined || (is_numbers_only && goes_on);
        const bool ends_in_time =
            is_time(plain.substr(first, end - first)) || is_time(last_run(plain.substr(line, end - line)));
        const bool are_times = ends_in_time && is_time(plain.substr(next, next_end - next));
        if (is_between && !is_list && !are_times) made[end] = ' ';
        is_behind_joined = is_between;
        line = end + 1;
    }
    return made;
}

}  // namespace digilots::personal
