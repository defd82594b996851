#include "referral/times_in_question.h"

#include <algorithm>
#include <map>
#include <vector>

#include "platform/base/text.h"
#include "platform/base/whole_number.h"

namespace digilots::referral {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr int noon = 12, minutes_in_an_hour = 60, hours_in_a_day = 24;

constexpr std::size_t longest_feast = 5;

constexpr const char* months[] = {
    "januari|januar|january|jan|يناير", "februari|februar|february|feb|فبراير", "mars|march|مارس",
    "april|apr|أبريل|ابريل", "maj|mai|may|مايو", "juni|june|jun|يونيو",
    "juli|july|jul|يوليو", "augusti|august|aug|أغسطس|اغسطس", "september|sept|sep|سبتمبر",
    "oktober|october|okt|oct|أكتوبر|اكتوبر", "november|nov|نوفمبر", "december|desember|dec|des|ديسمبر"};

constexpr const char* after = "efter|etter|after|från|fra|from|بعد";
constexpr const char* before = "före|innan|før|before|قبل";
constexpr const char* until = "till|til|until|حتى";
constexpr const char* between = "mellan|mellom|between|بين";
constexpr const char* and_words = "och|og|and|till|til|to|و";
constexpr const char* at_the_clock = "kl|klockan|klokka|klokken|at|الساعة|o clock";
constexpr const char* during = "under|över|over|during|hela|hele|kring|runt|rundt";
constexpr const char* about_time =
    "vecka|veckan|uke|uka|week|lov|lovet|ferie|ferien|"
    "höstlov|höstlovet|sportlov|sportlovet|påsklov|påsklovet|jullov|jullovet|sommarlov|sommarlovet|høstferie|høstferien|"
    "vinterferie|vinterferien|påskeferie|påskeferien|juleferie|juleferien|sommerferie|sommerferien|"
    "helgdag|helgdagar|helgdagarna|helligdag|helligdager|helligdagene|holiday|holidays|afton|"
    "klämdag|klämdagar|natt|natten|nattetid|night|vinter|vintern|vinteren|winter|höst|hösten|høst|høsten|autumn";
constexpr const char* seasons =
    "sommar|sommaren|sommarn|sommartid|sommartider|sommer|sommeren|sommertid|sommertider|summer|summertime";
constexpr const char* hours_of_seasons =
    "sommaröppet|sommaröppen|sommaröppettider|sommaröppettiderna|sommaröppettid|sommeråpent|sommeråpen|sommeråpningstider|"
    "sommeråpningstidene|vinteröppet|vinteröppettider|vinteråpent|vinteråpningstider";

bool is_one_of(const char* words, std::string_view word) {
    const auto list = base::split(words, '|');
    return std::ranges::find(list, word) != list.end();
}

int month_named(std::string_view word) {
    const auto found = std::ranges::find_if(months, [&](const char* names) { return is_one_of(names, word); });
    return found == std::end(months) ? 0 : static_cast<int>(found - std::begin(months)) + 1;
}

/// "30", "30e", "30th".
std::optional<int> day_number(std::string_view word) {
    for (const std::string_view ending : {"e", "a", "th", "st", "nd", "rd"}) {
        if (word.size() > ending.size() && word.ends_with(ending) && word[word.size() - ending.size() - 1] <= '9') {
            word.remove_suffix(ending.size());
            break;
        }
    }
    return base::whole_number(word, 1, 31);
}

bool is_a_day(int year_number, int month_number, int day_number) {
    constexpr int leap_year = 2028;
    const auto date = year(year_number == 0 ? leap_year : year_number) / month(static_cast<unsigned>(month_number)) /
                      day(static_cast<unsigned>(day_number));
    return date.ok();
}

/// Reads on from word to word.
class Words {
public:
    explicit Words(std::span<const std::string> words) : words_(words) {}

    std::string_view here(std::size_t ahead = 0) const {
        return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view();
    }
    std::size_t taken() const { return at_; }
    void go(std::size_t words) { at_ += words; }
    bool skip(const char* one_of) {
        const bool is_there = !here().empty() && is_one_of(one_of, here());
        if (is_there) ++at_;
        return is_there;
    }

private:
    std::span<const std::string> words_;
    std::size_t at_ = 0;
};

std::optional<DayInQuestion> checked(int year_number, int month_number, int day_of_month) {
    if (!is_a_day(year_number, month_number, day_of_month)) return std::nullopt;
    return DayInQuestion{year_number, month_number, day_of_month};
}

/// Years are written in four figures.
int year_here(Words& words) {
    const auto found = words.here().size() == 4 ? base::whole_number(words.here(), 2000, 2100) : std::nullopt;
    if (found) words.go(1);
    return found.value_or(0);
}

/// "den 30 november", "30:e november 2026", "november 30", "2026-11-30", "30/11".
std::optional<DayInQuestion> read_day(Words& words) {
    words.skip("den|the|on|på");
    if (const int first_year = year_here(words)) {
        const auto month_number = base::whole_number(words.here(), 1, noon);
        const auto number = base::whole_number(words.here(1), 1, 31);
        words.go(2);
        return month_number && number ? checked(first_year, *month_number, *number) : std::nullopt;
    }
    const int first_month = month_named(words.here());
    const auto number = day_number(words.here(first_month > 0 ? 1 : 0));
    if (!number) return std::nullopt;
    words.go(first_month > 0 ? 2 : 1);
    if (first_month > 0) return checked(year_here(words), first_month, *number);
    words.skip("e|of");
    int month_number = month_named(words.here());
    if (month_number == 0) month_number = base::whole_number(words.here(), 1, noon).value_or(0);
    // "24/7" is no date.
    if (month_number == 0 || (words.here() == "7" && *number == hours_in_a_day)) return std::nullopt;
    words.go(1);
    return checked(year_here(words), month_number, *number);
}

/// "17", "17.30", "5pm", "5 pm": minutes of the day. Nobody asks for five in the morning.
std::optional<int> read_clock(Words& words) {
    words.skip(at_the_clock);
    auto text = words.here();
    bool is_late = text.ends_with("pm"), is_early = text.ends_with("am");
    if (is_late || is_early) text.remove_suffix(2);
    const auto hour = base::whole_number(text, 0, hours_in_a_day);
    if (!hour) return std::nullopt;
    words.go(1);
    int minute = 0;
    const auto minutes = words.here().size() == 2 ? base::whole_number(words.here(), 0, minutes_in_an_hour - 1) : std::nullopt;
    if (minutes) {
        minute = *minutes;
        words.go(1);
    }
    is_late |= words.skip("pm");
    is_early |= words.skip("am");
    words.skip("tiden|hours");
    constexpr int earliest = 7;
    const bool is_afternoon = *hour < noon && !is_early && (is_late || (*hour > 0 && *hour < earliest));
    return (*hour + (is_afternoon ? noon : 0)) * minutes_in_an_hour + minute;
}

std::optional<HoursInQuestion> read_hours(Words& words) {
    constexpr int whole_day = hours_in_a_day * minutes_in_an_hour;
    const bool is_between = words.skip(between), is_after = !is_between && words.skip(after);
    const bool is_before = !is_between && !is_after && words.skip(before);
    const bool is_until = !is_between && !is_after && !is_before && words.skip(until);
    const bool is_at = is_one_of(at_the_clock, words.here());
    const auto first = read_clock(words);
    if (!first || *first > whole_day) return std::nullopt;
    const bool goes_on = (is_between || is_after || is_at) && words.skip(and_words);
    const auto last = goes_on ? read_clock(words) : std::nullopt;
    if (goes_on && (!last || *last <= *first || *last > whole_day)) return std::nullopt;
    if (last) return HoursInQuestion{*first, *last};
    if (is_between || *first == whole_day) return std::nullopt;
    if (is_after) return HoursInQuestion{*first, whole_day};
    if (is_before && *first > 0) return HoursInQuestion{0, *first};
    if (is_until && *first > 0) return HoursInQuestion{*first - 1, *first};
    return is_at ? std::optional(HoursInQuestion{*first, *first + 1}) : std::nullopt;
}

std::map<std::string, DayInQuestion, std::less<>> feasts_by_phrase() {
    std::map<std::string, DayInQuestion, std::less<>> found;
    for (const auto& feast : base::feasts()) {
        for (const auto phrase : base::split(feast.phrases, '|')) {
            found.emplace(base::fold(phrase), DayInQuestion{.feast = &feast});
        }
    }
    for (const auto& period : base::feast_periods()) {
        for (const auto phrase : base::split(period.phrases, '|')) {
            found.emplace(base::fold(phrase), DayInQuestion{.period = &period});
        }
    }
    return found;
}

base::Date day_in(const DayInQuestion& named, int year_number) {
    if (named.feast != nullptr) return base::date_of(*named.feast, year_number);
    return year(year_number) / month(static_cast<unsigned>(named.month)) / day(static_cast<unsigned>(named.day));
}

}  // namespace

std::optional<TimeInQuestion> read_feast(std::span<const std::string> words) {
    static const auto known = feasts_by_phrase();
    if (words.size() > 1 && is_one_of(during, words[0])) {
        auto feast = read_feast(words.subspan(1));
        if (feast) ++feast->words;
        return feast;
    }
    for (auto count = std::min(longest_feast, words.size()); count > 0; --count) {
        std::string phrase;
        for (std::size_t at = 0; at < count; ++at) phrase += (at == 0 ? "" : " ") + words[at];
        const auto found = known.find(base::fold(phrase));
        if (found != known.end()) return TimeInQuestion{count, found->second, {}};
    }
    return std::nullopt;
}

std::optional<TimeInQuestion> read_time(std::span<const std::string> words) {
    const auto feast = read_feast(words);
    if (feast && feast->day->period == nullptr) return feast;
    Words for_day(words);       // first: "Jul 5" is no Christmas
    if (const auto named = read_day(for_day)) return TimeInQuestion{for_day.taken(), named, {}};
    if (feast) return feast;
    Words for_hours(words);
    if (const auto hours = read_hours(for_hours)) return TimeInQuestion{for_hours.taken(), {}, hours};
    return std::nullopt;
}

bool may_be_a_time(std::string_view word) {
    constexpr int highest = 53;                 // weeks, days, hours, minutes; "1177" is a phone number
    if (word.size() <= 2 && base::whole_number(word, 0, highest)) return true;
    return (month_named(word) > 0 && word != "may") || is_one_of(about_time, word);
}

bool is_a_season(std::string_view word) { return is_one_of(seasons, word) || is_hours_of_a_season(word); }

bool is_hours_of_a_season(std::string_view word) { return is_one_of(hours_of_seasons, word); }

std::vector<base::Date> days_of(const DayInQuestion& named, base::Date today) {
    if (named.period == nullptr) return {day_of(named, today)};
    auto days = base::days_of(*named.period, static_cast<int>(today.year()) - 1);       // it may have begun last year
    for (int later = 0; days.last < today; ++later) days = base::days_of(*named.period, static_cast<int>(today.year()) + later);
    std::vector<base::Date> found;
    for (auto day = std::max(days.first, today); day <= days.last; day = base::add_days(day, 1)) found.push_back(day);
    return found;
}

base::Date day_of(const DayInQuestion& named, base::Date today) {
    constexpr int years_between_leap_days = 8;
    const int first = static_cast<int>(today.year());
    if (named.year > 0) return day_in(named, named.year);
    for (int later = 0; later <= years_between_leap_days; ++later) {
        const auto date = day_in(named, first + later);
        if (date.ok() && date >= today) return date;
    }
    return today;
}

}  // namespace digilots::referral
