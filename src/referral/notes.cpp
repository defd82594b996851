#include "referral/notes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "platform/i18n/day_range.h"

namespace digilots::referral {
namespace {

using directory::Openness;

constexpr int hour_minutes = 60;

using Opening = std::pair<base::Instant, const directory::Place*>;

/// Who opens first: of the places that were found, else of all.
std::optional<Opening> next_opening(const std::vector<Ranked>& ranked, const Catalogue& catalogue, const OpenStates& states) {
    std::optional<Opening> next;
    const auto look_at = [&](const Entry& entry) {
        if (!entry.place || !entry.listed || !serves_everyone(*entry.place)) return;
        const auto state = states(entry);
        if (state.now != Openness::closed || !state.next_change) return;
        if (!next || *state.next_change < next->first) next = {*state.next_change, entry.place};
    };
    for (const auto& one : ranked) look_at(*one.entry);
    if (next) return next;
    for (const auto& entry : catalogue.entries) look_at(entry);
    return next;
}

/// "No place is open now. Next: Torgets bibliotek, opens tomorrow at 09.00"; "" where one is.
std::string none_is_open_now(const std::vector<Ranked>& ranked, const Catalogue& catalogue, const OpenStates& states,
                             const HitContext& context) {
    const auto is_open = [](const Ranked& one) { return one.entry->place && one.open.now == Openness::open; };
    if (std::ranges::any_of(ranked, is_open)) return "";
    const auto& translator = context.translator;
    const auto next = next_opening(ranked, catalogue, states);
    if (!next) return translator.t("As far as we know no place is open now.");
    const directory::OpenState closed{Openness::closed, next->first, false};
    const auto opens = directory::next_change_text(closed, context.now, context.tenant.zone, translator);
    return translator.t("As far as we know no place is open now. Next: {place}, {opens}.",
                        {{"place", next->second->name}, {"opens", opens}});
}

std::string clock_text(int minute, const i18n::Translator& translator) {
    return translator.time(minute / hour_minutes, minute % hour_minutes);
}

std::string looked_at_some(const TimeWish& time, base::Date today, const i18n::Translator& translator) {
    const auto days = i18n::days_text(time.dates, today, translator);
    if (!time.hours) return translator.t("We looked for what is open on any of the days {days}.", {{"days", days}});
    return translator.t("We looked for what is open on any of the days {days}, at some time from {from} to {until}.",
                        {{"days", days},
                         {"from", clock_text(time.hours->from, translator)},
                         {"until", clock_text(time.hours->until, translator)}});
}

/// Which day and hours were looked at, where the question named any by number or by their feast.
std::string looked_at(const TimeWish& time, base::Date today, const i18n::Translator& translator) {
    if (time.dates.empty() && !time.hours) return "";
    if (time.dates.size() > 1) return looked_at_some(time, today, translator);
    const auto date = time.dates.empty() ? "" : translator.date(time.dates.front());
    if (!time.hours) return translator.t("We looked for what is open on {date}.", {{"date", date}});
    const auto from = clock_text(time.hours->from, translator), until = clock_text(time.hours->until, translator);
    if (!time.dates.empty()) {
        return translator.t("We looked for what is open on {date}, at some time from {from} to {until}.",
                            {{"date", date}, {"from", from}, {"until", until}});
    }
    if (time.names_a_day()) {
        return translator.t("We looked for what is open that day, at some time from {from} to {until}.",
                            {{"from", from}, {"until", until}});
    }
    return translator.t("We looked for what is open on a day of the coming week, at some time from {from} to {until}.",
                        {{"from", from}, {"until", until}});
}

/// Where that day's hours stand.
std::string where_hours_stand(const TimeWish& time, const HitContext& context) {
    const auto& translator = context.translator;
    const auto today = base::to_civil(context.now, context.tenant.zone).date;
    constexpr int days_shown = 7;
    const bool is_shown = std::ranges::all_of(time.dates, [&](base::Date date) {
        return date >= today && date < base::add_days(today, days_shown);
    });
    if (is_shown) return translator.t("Each place's page shows its hours, day by day for a week.");
    return translator.t("Each place's page shows its hours for the coming week and other times that it has told us. "
                        "Call and ask about other days.");
}

void add_times(std::vector<std::string>& notes, const Intent& intent, const HitContext& context) {
    const auto& translator = context.translator;
    if (!intent.unread_time.empty()) {
        notes.push_back(translator.t("The search does not understand \"{words}\" as a time, so it was left out.",
                                     {{"words", intent.unread_time}}));
    }
    const auto looked = looked_at(intent.time, base::to_civil(context.now, context.tenant.zone).date, translator);
    if (!looked.empty()) notes.push_back(looked);
    if (notes.empty()) return;
    notes.back() += " " + where_hours_stand(intent.time, context);
}

/// A wish that nothing known fulfils is said, not passed over.
void add_unfulfilled(std::vector<std::string>& notes, const Intent& intent, const std::vector<Ranked>& ranked,
                     const i18n::Translator& translator) {
    const bool spares_e_id = std::ranges::any_of(ranked, [](const Ranked& one) { return one.entry->e_service != nullptr; });
    if (intent.without_e_id && !spares_e_id) {
        notes.push_back(translator.t("We know of no e-service for this that works without e-identification."));
    }
    const bool is_open = std::ranges::any_of(ranked, [](const Ranked& one) {
        return std::ranges::any_of(one.reasons, [](const Reason& reason) { return is_about_time(reason.kind); });
    });
    if (intent.time.any() && !is_open) notes.push_back(translator.t("We know of no place that is open then."));
}

}  // namespace

std::string way_to_health_care(std::string_view country, const i18n::Translator& translator) {
    if (country == "NO")
        return translator.t("About health services online Helsenorge answers: helsenorge.no, phone 23 32 70 00. A desk helps "
                            "with the device and with signing in.");
    return translator.t("About care online your region answers: 1177.se, phone 1177. A desk helps with the device and with "
                        "signing in.");
}

std::vector<std::string> notes_of(const Intent& intent, const std::vector<Ranked>& ranked, const Catalogue& catalogue,
                                  const OpenStates& states, const HitContext& context) {
    std::vector<std::string> notes;
    add_times(notes, intent, context);
    add_unfulfilled(notes, intent, ranked, context.translator);
    if (intent.has_topic("e_health") || intent.has_topic("health"))
        notes.push_back(way_to_health_care(context.tenant.country, context.translator));
    if (intent.only_now && !intent.time.any()) {
        const auto note = none_is_open_now(ranked, catalogue, states, context);
        if (!note.empty()) notes.push_back(note);
    }
    return notes;
}

}  // namespace digilots::referral
