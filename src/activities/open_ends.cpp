#include "activities/open_ends.h"

#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/clock.h"
#include "platform/base/time.h"

namespace digilots::activities {

namespace {

struct SessionsKept {
    std::int64_t sessions = 0, with_people = 0, persons = 0;
};

SessionsKept sessions_kept(db::Connection& connection, base::Instant now, std::string_view municipality, std::string_view id) {
    const auto rows = connection.query(sql::sessions_kept, municipality, id, base::format_utc(now));
    return {rows[0].integer("sessions"), rows[0].integer("with_people"), rows[0].integer("persons")};
}

bool waits_for_an_answer(db::Connection& connection, std::string_view municipality, std::string_view id) {
    return connection.query(sql::request_waits, municipality, id)[0].integer("number") > 0;
}

}  // namespace

register_::Others with_sessions_kept(register_::Others others, db::Database& database,
                                     const base::Clock& clock) {
    const auto kept = [&database, &clock](const register_::Record& activity, const html::Page& page) {
        return database.read([&](db::Connection& connection) {
            return sessions_kept(connection, clock.now(), page.request().tenant->id, activity.id);
        });
    };
    others.holds = [kept](const register_::Record& activity,
                          const html::Page& page) -> std::vector<std::string> {
        const auto found = kept(activity, page);
        if (found.sessions == 0) return {};
        return {page.tn("{n} session of it", "{n} sessions of it", found.sessions)};
    };
    others.is_held = [&clock](db::Connection& connection, std::string_view municipality,
                              std::string_view id) {
        return sessions_kept(connection, clock.now(), municipality, id).sessions > 0;
    };
    others.open_ends = [kept](const register_::Record& activity,
                              const html::Page& page) -> std::vector<std::string> {
        const auto found = kept(activity, page);
        if (found.with_people == 0) return {};
        return {page.tn(
            "{n} person is signed up for sessions to come. Cancel those with a reason, so that they are told",
            "{n} people are signed up for sessions to come. Cancel those with a reason, so that they are "
            "told",
            found.persons)};
    };
    others.has_open_ends = [&clock](db::Connection& connection, std::string_view municipality,
                                    std::string_view id) {
        take_turns(connection, clock.now(), municipality, id);
        return sessions_kept(connection, clock.now(), municipality, id).with_people > 0;
    };
    return others;
}

void hold_to_people(const register_::Writing& writing, const register_::Record& activity, register_::Problems& problems) {
    if (!writing.before) return;
    const auto& before = *writing.before;
    const bool is_paused_now = activity.text("state") == "paused" && before.text("state") != "paused";
    const bool is_hidden_now = before.flag("is_published") && !activity.flag("is_published");
    if (!is_paused_now && !is_hidden_now) return;
    const auto& here = writing.around.municipality_id;
    take_turns(writing.connection, writing.now, here, activity.id);
    const auto found = sessions_kept(writing.connection, writing.now, here, activity.id);
    if (found.with_people == 0) return;
    problems.push_back({is_paused_now ? "state" : "is_published",
                        TEXT("People are signed up for sessions to come. Cancel those with a reason first, so that they are "
                             "told.")});
}

register_::Others with_answers_given(register_::Others others, db::Database& database) {
    others.open_ends = [&database](const register_::Record& request,
                                   const html::Page& page) -> std::vector<std::string> {
        const bool waits = database.read([&](db::Connection& connection) {
            return waits_for_an_answer(connection, page.request().tenant->id, request.id);
        });
        if (!waits) return {};
        return {page.t("whoever asked looks for an answer with their code. Write it, or say how it stands")};
    };
    others.has_open_ends = waits_for_an_answer;
    return others;
}

}  // namespace digilots::activities
