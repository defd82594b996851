#include "activities/foreseen.h"

#include <algorithm>

#include "activities/sql.h"
#include "platform/base/time.h"
#include "platform/calendar/holiday_words.h"
#include "platform/calendar/holidays.h"

namespace digilots::activities {

namespace {

constexpr std::chrono::days furthest_ahead{366 * 10};

bool is_shut(const directory::Directory& directory, const directory::Place& place, const http::Tenant& tenant,
             const NewSession& session) {
    const auto starts = calendar::to_instant(session.starts, tenant.zone), ends = calendar::to_instant(session.ends, tenant.zone);
    const auto state = directory.open_state(place, tenant.id, starts);
    if (state.now == calendar::Openness::unknown) return false;
    return state.now == calendar::Openness::closed || (state.next_change && *state.next_change < ends);
}

std::string day_in_words(base::Date day, const i18n::Translator& words) {
    return words.weekday(base::weekday_of(day)) + " " + words.date(day);
}

std::string holiday_text(base::Date day, const http::Tenant& tenant, const i18n::Translator& words) {
    const auto* holiday = calendar::holiday_on(tenant.country, day);
    return holiday ? calendar::holiday_in_words(holiday->name, tenant.country, words) : "";
}

void foresee_places(std::vector<Foreseen>& all, const directory::Directory& directory, const http::Tenant& tenant,
                    const std::vector<NewSession>& sessions, const i18n::Translator& words) {
    using About = Foreseen::About;
    const auto snapshot = directory.snapshot(tenant.id);
    const auto* place = sessions.empty() || sessions.front().place.empty() ? nullptr : snapshot->place(sessions.front().place);
    const bool is_open = place && place->status == directory::Status::open;
    if (place && !is_open) {
        const bool is_planned = place->status == directory::Status::planned;
        all.push_back({About::place, words.t(is_planned ? TEXT("{place} is planned: it is not open yet.")
                                                        : TEXT("{place} is paused or closed: nobody finds it open."),
                                             {{"place", place->name}})});
    }
    std::vector<Foreseen> shut;
    std::size_t by_hours = 0;
    for (const auto& session : sessions) {
        const auto day = calendar::date_of(session.starts);
        const auto holiday = holiday_text(day, tenant, words);
        const bool is_shut_then = is_open && is_shut(directory, *place, tenant, session);
        const std::initializer_list<i18n::Argument> facts{
            {"day", day_in_words(day, words)}, {"holiday", holiday}, {"place", place ? place->name : std::string()}};
        if (is_shut_then && !holiday.empty())
            shut.push_back({About::shut, words.t("{day} ({holiday}): {place} is shut.", facts), day});
        else if (!holiday.empty() && !place)
            shut.push_back({About::holiday, words.t("{day} is a holiday ({holiday}).", facts), day});
        else if (is_shut_then)
            ++by_hours, shut.push_back({About::evening, words.t("{day}: {place} is shut at that time.", facts), day});
    }
    // Where it is never open then, an evening is meant.
    const bool is_evening = by_hours > 1 && 2 * by_hours > sessions.size();
    if (is_evening) {
        std::erase_if(shut, [](const Foreseen& one) { return one.about == About::evening; });
        all.push_back({About::evening, words.t("{place} is shut at this time of the day.", {{"place", place->name}})});
    }
    all.insert(all.end(), shut.begin(), shut.end());
}

/// Whoever holds a session is not free for those who have booked a time.
void foresee_booked_times(std::vector<Foreseen>& all, const Activities& activities, const http::Tenant& tenant,
                          const std::vector<NewSession>& sessions, const i18n::Translator& words, std::string_view moved) {
    const auto& self = Inside::of(activities);
    auto held = activities.held_by_functions(tenant.id);
    std::erase_if(held, [&](const auto& one) { return one.session == moved; });
    const auto held_before = held.size();
    for (const auto& session : sessions)
        for (const auto& one : session.held_by)
            held.push_back({.session = "",
                            .title = "",
                            .place = session.place,
                            .function = one.function,
                            .people = one.people,
                            .starts = calendar::to_instant(session.starts, tenant.zone),
                            .ends = calendar::to_instant(session.ends, tenant.zone)});
    if (!self.times_left || held.size() == held_before) return;
    const auto text = self.times_left(tenant, held, words);
    if (!text.empty()) all.push_back({Foreseen::About::booked, text});
}

}  // namespace

std::vector<Foreseen> foreseen_of(const Pages& pages, const http::Tenant& tenant, std::string_view activity,
                                  const std::vector<NewSession>& sessions, const i18n::Translator& words,
                                  std::string_view moved) {
    std::vector<Foreseen> all;
    foresee_places(all, Inside::of(pages.activities).neighbours.directory, tenant, sessions, words);
    foresee_booked_times(all, pages.activities, tenant, sessions, words, moved);
    const auto programme = pages.activities.programme(tenant.id);
    const auto* known = programme->with_id(activity);
    if (!known) return all;
    for (const auto& session : sessions)
        for (const auto& stands : known->sessions)
            if (stands.id != moved && stands.status != Status::cancelled && stands.place == session.place &&
                stands.address == session.address && stands.starts == calendar::to_instant(session.starts, tenant.zone)) {
                const auto day = calendar::date_of(session.starts);
                all.push_back({Foreseen::About::same,
                               words.t("{day}: the activity has a session there at that time already.",
                                       {{"day", day_in_words(day, words)}}),
                               day});
                break;
            }
    return all;
}

std::string_view code_of_foreseen(Foreseen::About about) {
    switch (about) {
        case Foreseen::About::shut: break;
        case Foreseen::About::evening: return "shut_by_hours";
        case Foreseen::About::holiday: return "holiday";
        case Foreseen::About::same: return "same";
        case Foreseen::About::place: return "place_not_open";
        case Foreseen::About::booked: return "booked_times";
    }
    return "shut";
}

std::vector<std::string> texts_of(const std::vector<Foreseen>& foreseen) {
    std::vector<std::string> texts;
    for (const auto& one : foreseen) texts.push_back(one.text);
    return texts;
}

bool is_too_far(calendar::WallTime starts, std::string_view zone, base::Instant now) {
    return calendar::to_instant(starts, zone) > now + furthest_ahead;
}

std::vector<Concerned> concerned_by(const Activities& activities, const register_::Surroundings& around,
                                    std::string_view session, Reach reach) {
    const auto& self = Inside::of(activities);
    const auto now = base::format_utc(self.clock.now());
    std::vector<Concerned> all;
    self.database.read([&](db::Connection& connection) {
        const auto chosen = Only{connection.query(sql::find_session, around.municipality_id, session)};
        if (!chosen) return;
        const auto begins = chosen->text("starts_at");
        const auto from = reach == Reach::all ? std::min(now, begins) : begins;
        for (const auto row :
             connection.query(sql::concerned_by, around.municipality_id, chosen->text("activity_id"), from)) {
            const bool is_chosen = row.text("id") == session;
            if (!is_chosen && (reach == Reach::this_one || row.text("starts_at") < now)) continue;
            all.push_back({.session = row.text("id"),
                           .day = base::parse_date(row.text("day")).value_or(base::Date{}),
                           .starts = base::parse_utc(row.text("starts_at")).value_or(base::Instant{}),
                           .persons = row.integer("persons"),
                           .codes = row.integer("codes")});
        }
    });
    return all;
}

}  // namespace digilots::activities
