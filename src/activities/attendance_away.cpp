// Counted on a device without a network: what it keeps of sessions, and what was counted when it comes in.
#include <algorithm>

#include "activities/attendance_fields.h"
#include "activities/pages.h"
#include "activities/sql.h"
#include "activities/templates.h"
#include "platform/base/time.h"
#include "platform/html/components.h"

namespace digilots::activities {

namespace {

constexpr int days_kept_ahead = 7;
constexpr std::size_t most_away = 200;

std::string mark_away(const db::Row& row) {
    return base::mark_of({row.text("id"), std::to_string(row.integer("version"))});
}

/// Ends the transaction with nothing written.
struct CountRefused {
    AwayCounted told;
};
[[noreturn]] void refuse(FieldErrors errors, std::string seen = "") {
    throw CountRefused{{AwayCounted::State::refused, std::move(errors), std::move(seen)}};
}

/// What was counted stands before what else is known of the session.
Attendance with_numbers(Attendance stands, const Attendance& numbers) {
    for (const auto& one : numbers_of_people()) stands.*one.member = numbers.*one.member;
    stands.groups.clear();
    for (const auto& [term, number] : numbers.groups)
        if (number > 0) stands.groups[term] = number;
    return stands;
}

std::string figure_text(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : "–"; }

/// "Women: 7 are counted, 9 by you"; of each that differs.
FieldErrors both_figures(const Attendance& stands, const Attendance& yours, const i18n::Translator& words) {
    FieldErrors both{{"session", words.t("The session has been counted meanwhile, and those figures stand. "
                                         "Save again, and yours take their place.")}};
    const auto tell = [&](const std::string& field, const std::string& what, const auto& theirs,
                          const auto& own) {
        if (theirs != own)
            both.emplace_back(field, words.t("{what}: {theirs} stands, {yours} is yours",
                                             {{"what", what}, {"theirs", figure_text(theirs)}, {"yours", figure_text(own)}}));
    };
    for (const auto& one : numbers_of_people())
        tell(one.name, words.t(one.title), stands.*one.member, yours.*one.member);
    const auto of = [](const Attendance& attendance, const std::string& term) {
        const auto found = attendance.groups.find(term);
        return found == attendance.groups.end() ? std::nullopt : std::optional(found->second);
    };
    for (const auto& term : taxonomy::terms(taxonomy::List::target_group))
        tell("group_" + term.key, words.t(term.label), of(stands, term.key), of(yours, term.key));
    return both;
}

}  // namespace

std::vector<AwaySession> Activities::sessions_away(std::string_view municipality_id) const {
    const auto& own = *implementation_;
    const auto programme = this->programme(municipality_id);
    const auto today = own.around(municipality_id).today;
    const auto first = base::add_days(today, -1), last = base::add_days(today, days_kept_ahead);
    std::vector<AwaySession> all;
    for (const auto& activity : programme->activities)
        for (const auto& session : activity.sessions)
            if (session.status != Status::cancelled && session.day >= first && session.day <= last)
                all.push_back({.id = session.id,
                               .title = activity.discreet ? "" : activity.title,
                               .place = session.place,
                               .starts = session.starts});
    std::ranges::sort(all, {}, [](const AwaySession& one) { return std::pair(one.starts, one.id); });
    if (all.size() > most_away) all.resize(most_away);
    // Version and numbers are of the same moment.
    own.database.read([&](db::Connection& connection) {
        for (auto& one : all) {
            const auto row = Only{connection.query(sql::find_session, municipality_id, one.id)};
            if (!row) continue;
            one.seen = mark_away(*row);
            const auto counted = own.counted_in(connection, municipality_id, one.id);
            one.is_counted = counted.has_value();
            if (counted) one.counted = counted_fields(*counted);
        }
    });
    std::erase_if(all, [](const AwaySession& one) { return one.seen.empty(); });
    return all;
}

AwayCounted Activities::count_away(const http::Tenant& tenant, const AwayCount& count,
                                   const FirstTime& first_time, const i18n::Translator& words) {
    auto& own = *implementation_;
    FieldErrors errors;
    const auto numbers = counted_in(count.form, errors, words);
    if (!errors.empty()) return {AwayCounted::State::refused, std::move(errors)};
    auto around = own.around(tenant.id);
    around.links = &own.activities.others().links;
    around.units = count.units;
    const auto taken_in = [&](db::Connection& connection) -> AwayCounted {
        if (!first_time(connection)) return {AwayCounted::State::repeated};
        const auto stands = Only{connection.query(sql::find_session, tenant.id, count.session)};
        if (!stands) refuse({{"session", words.t("The session is not there any more.")}});
        if (stands->text("status") == word_of(Status::cancelled))
            refuse({{"session", words.t("The session is cancelled: nobody can have come.")}});
        if (count.at < base::parse_utc(stands->text("starts_at")).value_or(base::Instant{}))
            refuse({{"session", words.t("The session has not begun yet: nobody can have come.")}});
        const auto before = own.counted_in(connection, tenant.id, count.session);
        const auto after = with_numbers(before.value_or(Attendance{}), numbers);
        if (before && *before == after) return {AwayCounted::State::counted};
        if (const auto mark = mark_away(*stands); count.seen != mark)
            refuse(before ? both_figures(*before, after, words)
                          : FieldErrors{{"session", words.t("The session was changed meanwhile: look at its day and "
                                                            "place, and save again if it is the one you counted.")}},
                   mark);
        if (auto faults = faults_of(after, words); !faults.empty()) refuse(std::move(faults), count.seen);
        const auto done = own.count_in(connection, around, count.session, after, count.account,
                                       base::Seen::mark(count.seen));
        if (done != Arranged::done)
            refuse({{"session", words.t("The activity belongs to another unit. Ask somebody there, or an "
                                        "administrator. Nothing was changed.")}});
        return {AwayCounted::State::counted};
    };
    try {
        return own.database.write(taken_in, db::Isolation::deciding);
    } catch (const CountRefused& refused) {
        return refused.told;
    }
}

html::Safe count_form_away(const html::Page& page) {
    CountAwayView view;
    const auto& words = page.translator();
    const auto field = [](std::string name, std::string label) {
        return html::components::Field{.name = std::move(name),
                                       .label = std::move(label),
                                       .autocomplete = "off",
                                       .input_mode = "numeric",
                                       .optional = true};
    };
    for (const auto& one : numbers_of_people()) view.numbers.push_back(field(one.name, words.t(one.title)));
    for (const auto& term : taxonomy::terms(taxonomy::List::target_group))
        view.groups.push_back(field("group_" + term.key, words.t(term.label)));
    return templates::count_away(view, page);
}

}  // namespace digilots::activities
