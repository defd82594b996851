#include "platform/calendar/holiday_names.h"

#include <algorithm>
#include <vector>

#include "platform/calendar/holidays.h"
#include "platform/base/feasts.h"
#include "platform/base/text.h"

namespace digilots::calendar {
namespace {

constexpr int on_saturday = 6;
constexpr std::string_view everywhere;

CalendarDay after_easter(int days) { return {0, 0, 0, 0, days}; }

/// How days that move and are no holidays are shown, and what means another day than elsewhere.
const std::vector<NamedDay>& other_names() {
    static const std::vector<NamedDay> names{{"SE", "palmsöndagen", after_easter(-7)},
                                             {"SE", "skärtorsdagen", after_easter(-3)},
                                             {"SE", "påskafton", after_easter(-1)},
                                             {"SE", "pingstafton", after_easter(48)},
                                             {"SE", "alla helgons afton", {0, 10, 31, on_saturday, -1}},
                                             {"NO", "palmesøndag", after_easter(-7)},
                                             {"NO", "påskeaften", after_easter(-1)},
                                             {"NO", "pinseaften", after_easter(48)},
                                             {"NO", "nationaldagen", {0, 5, 17}}};
    return names;
}

struct WrittenName {
    std::string_view country;
    std::string beginning;          // folded; a space stands for signs too, and "en" may follow: "julaftonen"
    CalendarDay day;
};

const std::vector<WrittenName>& written_names() {
    static const std::vector<WrittenName> all = [] {
        std::vector<WrittenName> names;
        for (const auto* some : {&named_holidays(), &other_names()}) {
            for (const auto& named : *some) names.push_back({named.country, base::fold(named.name), named.day});
        }
        for (const auto& feast : base::feasts()) {
            const CalendarDay day{0, feast.month, feast.day, feast.weekday, feast.add_days};
            for (const auto phrase : base::split(feast.phrases, '|')) names.push_back({everywhere, base::fold(phrase), day});
        }
        return names;
    }();
    return all;
}

bool is_name_letter(char one) { return one >= 'a' && one <= 'z'; }

/// 0 where the text does not begin with it as whole words. "1. juledag" is "1 juledag", "New Year's Eve" "new year s eve".
std::size_t length_at_beginning(std::string_view text, std::string_view name) {
    constexpr std::string_view signs = " .'";
    std::size_t at = 0;
    for (const char wanted : name) {
        if (wanted == ' ') {
            const auto next = std::min(text.find_first_not_of(signs, at), text.size());
            if (next == at) return 0;
            at = next;
        } else {
            if (at == text.size() || text[at] != wanted) return 0;
            ++at;
        }
    }
    if (text.substr(at).starts_with("en")) at += 2;
    return at < text.size() && is_name_letter(text[at]) ? 0 : at;
}

}  // namespace

std::optional<FoundName> name_at_beginning(std::string_view folded, std::string_view country) {
    std::optional<FoundName> best;
    bool of_country = false;
    for (const auto& name : written_names()) {
        const auto length = length_at_beginning(folded, name.beginning);
        if (length == 0) continue;
        const bool own = name.country == country;
        if (best && (length < best->length || (length == best->length && (of_country || !own)))) continue;
        best = FoundName{name.day, length};
        of_country = own;
    }
    return best;
}

std::string name_of_day(const CalendarDay& day, std::string_view country) {
    std::string other;
    for (const auto* names : {&named_holidays(), &other_names()}) {
        for (const auto& named : *names) {
            if (named.day != day) continue;
            if (named.country == country) return std::string(named.name);
            if (other.empty()) other = named.name;
        }
    }
    return other;
}

}  // namespace digilots::calendar
