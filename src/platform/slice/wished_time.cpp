#include "platform/slice/wished_time.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/wall_time.h"
#include "platform/i18n/isolate.h"

namespace digilots {

namespace {

constexpr int days_offered = 5, days_looked_through = 21, least_minutes = 30;

struct PartOfDay {
    std::string_view key;
    int from, until;            // minutes of the day
    i18n::Text words;
};
constexpr PartOfDay parts[] = {{"morning", 0, 11 * 60, TEXT("{day}, in the morning")},
                               {"midday", 11 * 60, 13 * 60, TEXT("{day}, at midday")},
                               {"afternoon", 13 * 60, 24 * 60, TEXT("{day}, in the afternoon")}};

struct DayAndPart {
    base::Date day;
    const PartOfDay* part;
};

std::optional<DayAndPart> read_key(std::string_view key) {
    const auto space = key.find(' ');
    const auto day = space == std::string_view::npos ? std::nullopt : base::parse_date(key.substr(0, space));
    const auto* part = day ? std::ranges::find(parts, key.substr(space + 1), &PartOfDay::key) : std::end(parts);
    return part == std::end(parts) ? std::nullopt : std::optional(DayAndPart{*day, part});
}

calendar::TimeRanges ranges_on(const OfficeHours& office, base::Date day) {
    calendar::TimeRanges ranges;
    const auto known = office.rule.empty() ? std::vector<calendar::DayTimes>()
                                           : calendar::day_times(office.rule, office.week.country, day, 1);
    for (const auto& one : known)
        for (const auto& range : one.ranges)
            if (range.certain && !range.open_end) ranges.push_back({range.from, std::min(range.to, 24 * 60)});
    if (!known.empty()) return ranges;
    if (const auto hours = calendar::working_hours_on(office.week, day)) ranges.push_back(*hours);
    return ranges;
}

/// When the office answers in that part of the day; the first time, and the last.
std::optional<calendar::TimeRange> within(const calendar::TimeRanges& ranges, const PartOfDay& part) {
    std::optional<calendar::TimeRange> both;
    int minutes = 0;
    for (const auto& range : ranges) {
        const int from = std::max(range.from, part.from), until = std::min(range.to, part.until);
        if (from >= until) continue;
        minutes += until - from;
        if (!both) both = calendar::TimeRange{from, until};
        both->to = std::max(both->to, until);
    }
    return minutes < least_minutes ? std::nullopt : both;
}

base::Instant moment(base::Date day, int minute, std::string_view zone) {
    return calendar::to_instant(calendar::wall_time(day, minute), zone);
}

/// "9" of a whole hour, "11:30" else.
std::string hour_words(base::Instant at, std::string_view zone, const i18n::Translator& words) {
    const auto civil = base::to_civil(at, zone);
    if (civil.minute != 0) return words.time(civil.hour, civil.minute);
    return std::to_string(civil.hour);
}

std::string hours_of(const Wish& wish, std::string_view zone, const i18n::Translator& words) {
    return i18n::range(hour_words(wish.from, zone, words), hour_words(wish.until, zone, words), words.language());
}

/// By its hours; by the part of the day where the office does not answer then any more.
std::string in_words(const DayAndPart& read, const std::string& date, const std::string& hours, const i18n::Translator& words) {
    const auto day = words.weekday(base::weekday_of(read.day)) + " " + date;
    if (hours.empty()) return words.t(read.part->words, {{"day", day}});
    return words.t(TEXT("{day}, {hours}"), {{"day", day}, {"hours", hours}});
}

}  // namespace

std::string Wish::key() const { return base::format_date(day) + " " + std::string(part); }

std::vector<Wish> wishes_from(const OfficeHours& office, base::Instant now) {
    std::vector<Wish> wishes;
    const auto today = base::to_civil(now, office.week.zone).date;
    int days = 0;
    for (int ahead = 0; ahead <= days_looked_through && days < days_offered; ++ahead) {
        const auto day = base::add_days(today, ahead);
        const auto ranges = ranges_on(office, day);
        const auto before = wishes.size();
        for (const auto& part : parts) {
            const auto both = within(ranges, part);
            if (!both) continue;
            const auto until = moment(day, both->to, office.week.zone);
            if (until - now >= std::chrono::minutes(least_minutes))
                wishes.push_back({day, part.key, moment(day, both->from, office.week.zone), until});
        }
        if (wishes.size() > before) ++days;
    }
    return wishes;
}

std::optional<base::Instant> next_answers(const OfficeHours& office, base::Instant now) {
    const auto& zone = office.week.zone;
    const auto today = base::to_civil(now, zone).date;
    for (int ahead = 0; ahead <= days_looked_through; ++ahead) {
        const auto day = base::add_days(today, ahead);
        for (const auto& range : ranges_on(office, day)) {
            const auto from = moment(day, range.from, zone);
            if (from > now) return from;
            if (now < moment(day, range.to, zone)) return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Wish> wish_called(const OfficeHours& office, base::Instant now, std::string_view key) {
    for (const auto& wish : wishes_from(office, now))
        if (wish.key() == key) return wish;
    return std::nullopt;
}

std::optional<Wish> wish_kept(const OfficeHours& office, std::string_view key) {
    const auto read = read_key(key);
    const auto both = read ? within(ranges_on(office, read->day), *read->part) : std::nullopt;
    if (!both) return std::nullopt;
    const auto& zone = office.week.zone;
    return Wish{read->day, read->part->key, moment(read->day, both->from, zone), moment(read->day, both->to, zone)};
}

base::Instant promised_with(const OfficeHours& office, std::string_view key, base::Instant usual) {
    const auto wish = wish_kept(office, key);
    return wish ? wish->until : usual;
}

std::string wish_hours(const OfficeHours& office, std::string_view key, const i18n::Translator& words) {
    const auto wish = wish_kept(office, key);
    return wish ? hours_of(*wish, office.week.zone, words) : "";
}

std::string wish_words(const OfficeHours& office, std::string_view key, const i18n::Translator& words) {
    const auto read = read_key(key);
    return read ? in_words(*read, words.date(read->day), wish_hours(office, key, words), words) : "";
}

std::vector<html::components::Option> wish_options(const OfficeHours& office, base::Instant now, std::string_view stands,
                                                   std::string_view chosen, const i18n::Translator& words) {
    std::vector<html::components::Option> options{{"", words.t("As soon as possible"), chosen.empty()}};
    const auto add = [&](std::string_view key) {
        const auto read = read_key(key);
        if (read)
            options.push_back({std::string(key),
                               in_words(*read, words.short_date(read->day), wish_hours(office, key, words), words),
                               chosen == key});
    };
    const auto offered = wishes_from(office, now);
    if (std::ranges::none_of(offered, [&](const Wish& wish) { return wish.key() == stands; })) add(stands);
    for (const auto& wish : offered) add(wish.key());
    return options;
}

html::components::Field wish_field(std::vector<html::components::Option> options, const html::Page& page) {
    return {.name = "wished",
            .label = page.t("When do you want us to ring?"),
            .hint = page.t("Only if we are to ring you. These are the times when we answer the phone."),
            .options = std::move(options)};
}

}  // namespace digilots
