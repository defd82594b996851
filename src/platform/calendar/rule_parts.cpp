#include "platform/calendar/rule_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "platform/base/digits.h"
#include "platform/base/whole_number.h"

namespace digilots::calendar {

namespace {

constexpr std::size_t longest_recurrence_rule = 500;
constexpr int most_times_a_day = 96;
constexpr std::array<std::string_view, 4> frequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 3> too_often{"SECONDLY", "MINUTELY", "HOURLY"};
constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/// How far a number of a BY part may lie from zero; whether it may be counted from the end.
struct NumberPart {
    std::string_view name;
    int least, most;
    bool may_be_negative = false;
};
constexpr std::array<NumberPart, 7> number_parts{{{"BYSECOND", 0, 59}, {"BYMINUTE", 0, 59}, {"BYHOUR", 0, 23},
                                                  {"BYMONTH", 1, 12}, {"BYMONTHDAY", 1, 31, true},
                                                  {"BYYEARDAY", 1, 366, true}, {"BYSETPOS", 1, 366, true}}};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

bool is_one_of(const auto& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }

std::string problem_of_number(const NumberPart& part, std::string_view text) {
    auto digits = text;
    const bool is_signed = !digits.empty() && (digits.front() == '-' || digits.front() == '+');
    if (is_signed && part.may_be_negative) digits.remove_prefix(1);
    if (base::whole_number(digits, part.least, part.most)) return "";
    return std::string(part.name) + " holds numbers from " + std::to_string(part.least) + " to " + std::to_string(part.most) +
           (part.may_be_negative ? ", or the same counted from the end" : "") + ", not " + quoted(text);
}

/// "TU", "-1SU", "+2MO".
bool is_weekday(std::string_view text) {
    if (text.size() < 2 || !is_one_of(weekdays, text.substr(text.size() - 2))) return false;
    auto number = text.substr(0, text.size() - 2);
    if (number.empty()) return true;
    if (number.front() == '-' || number.front() == '+') number.remove_prefix(1);
    return base::whole_number(number, 1, 53).has_value();
}

/// "20261215", "20261215T235959", "20261215T225959Z"; a month or an hour that there is none of is refused by the reader.
bool is_until(std::string_view text) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    const auto are_digits = [](std::string_view part) { return std::ranges::all_of(part, base::is_digit); };
    const auto year = text.size() >= 4 ? base::whole_number(text.substr(0, 4), 1900, 2200) : std::nullopt;
    if (!year || !(text.size() == 8 || (text.size() == 15 && text[8] == 'T'))) return false;
    if (!are_digits(text.substr(0, 8)) || (text.size() == 15 && !are_digits(text.substr(9)))) return false;
    const auto within = [&](std::size_t at, int least, int most) {
        return base::whole_number(text.substr(at, 2), least, most).has_value();
    };
    if (!within(4, 1, 12) || !within(6, 1, 31)) return false;
    return text.size() == 8 || (within(9, 0, 23) && within(11, 0, 59) && within(13, 0, 59));
}

using Parts = std::map<std::string_view, std::string_view>;

/// 1 of "-1SU", 0 of "SU".
int nth_of(std::string_view weekday) {
    auto number = weekday.substr(0, weekday.size() - 2);
    if (!number.empty() && !base::is_digit(number.front())) number.remove_prefix(1);
    return base::whole_number(number, 1, 53).value_or(0);
}

bool is_day_of_any(std::string_view days, std::string_view months) {
    constexpr std::array longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (auto day : split(days, ',')) {
        if (!base::is_digit(day.front())) day.remove_prefix(1);
        for (const auto& month : split(months, ',')) {
            const auto index = static_cast<std::size_t>(base::whole_number(month, 1, 12).value_or(1)) - 1;
            if (base::whole_number(day, 1, longest[index])) return true;
        }
    }
    return false;
}

std::string problem_of_part(std::string_view name, std::string_view value) {
    if (name == "FREQ") {
        if (is_one_of(frequencies, value)) return "";
        if (is_one_of(too_often, value))
            return "FREQ=" + std::string(value) + " comes more often than daily, which is not supported";
        return "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not " + quoted(value);
    }
    if (name == "INTERVAL" || name == "COUNT") {
        const int most = name == "COUNT" ? 10000 : 1000;
        if (base::whole_number(value, 1, most)) return "";
        return std::string(name) + " is a whole number from 1 to " + std::to_string(most) + ", not " + quoted(value);
    }
    if (name == "UNTIL")
        return is_until(value) ? "" : "UNTIL is a date such as 20261215 or 20261215T235959Z, not " + quoted(value);
    if (name == "WKST") return is_one_of(weekdays, value) ? "" : "WKST is a weekday such as MO, not " + quoted(value);
    if (name == "BYDAY") {
        for (const auto& day : split(value, ','))
            if (!is_weekday(day)) return "BYDAY holds weekdays such as TU or -1SU, not " + quoted(day);
        return "";
    }
    // libical 3.0.16 gives other days around a new year, and where no weekday is named.
    if (name == "BYWEEKNO") return "BYWEEKNO, weeks by their number, is not supported: name months and days instead";
    const auto* part = std::ranges::find(number_parts, name, &NumberPart::name);
    if (part == number_parts.end()) return quoted(name) + " is no part of a rule that is known here";
    for (const auto& number : split(value, ','))
        if (auto problem = problem_of_number(*part, number); !problem.empty()) return problem;
    return "";
}

/// What never comes would be looked for until the end of time: only parts that go together are let through.
std::string problem_together(Parts& parts) {
    const auto frequency = parts["FREQ"];
    for (const auto& [part, only] : {std::pair("BYMONTHDAY", "MONTHLY YEARLY"), {"BYSETPOS", "MONTHLY YEARLY"},
                                     {"BYYEARDAY", "YEARLY"}}) {
        if (parts.contains(part) && std::string_view(only).find(frequency) == std::string_view::npos)
            return std::string(part) + " does not go with FREQ=" + std::string(frequency);
    }
    const bool is_each_day = frequency != "DAILY" || !parts.contains("INTERVAL") || parts["INTERVAL"] == "1";
    if (!is_each_day && (parts.contains("BYDAY") || parts.contains("BYMONTH")))
        return "FREQ=DAILY with an INTERVAL goes with no BYDAY and no BYMONTH";
    const int most_nth = frequency == "YEARLY" ? 53 : frequency == "MONTHLY" ? 5 : 0;
    if (parts.contains("BYDAY"))
        for (const auto& day : split(parts["BYDAY"], ','))
            if (nth_of(day) > most_nth) return "FREQ=" + std::string(frequency) + " has no weekday " + quoted(day);
    if (parts.contains("BYMONTH") && parts.contains("BYMONTHDAY") && !is_day_of_any(parts["BYMONTHDAY"], parts["BYMONTH"]))
        return "none of the months in BYMONTH has a day of BYMONTHDAY";
    return "";
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string shown(text.substr(0, 60));
    std::ranges::replace_if(shown, [](char sign) { return sign < ' ' || sign > '~'; }, '?');
    return "\"" + shown + "\"";
}

std::string problem_of_rule(std::string_view rule) {
    if (rule.size() > longest_recurrence_rule) return "the rule is longer than 500 characters";
    Parts parts;
    for (const auto& part : split(rule, ';')) {
        const auto sign = part.find('=');
        if (sign == part.npos) return quoted(part) + " is no part such as FREQ=WEEKLY";
        const auto name = part.substr(0, sign), value = part.substr(sign + 1);
        if (!parts.emplace(name, value).second) return std::string(name) + " stands twice";
        if (auto problem = problem_of_part(name, value); !problem.empty()) return problem;
    }
    if (!parts.contains("FREQ")) return "FREQ is missing, such as FREQ=WEEKLY";
    if (parts.contains("COUNT") && parts.contains("UNTIL")) return "COUNT and UNTIL exclude each other";
    std::size_t times_a_day = 1;
    for (const auto* name : {"BYHOUR", "BYMINUTE", "BYSECOND"})
        if (parts.contains(name)) times_a_day *= split(parts[name], ',').size();
    if (times_a_day > most_times_a_day) return "it comes more than 96 times a day";
    return problem_together(parts);
}

}  // namespace digilots::calendar
