#include "activities/outcomes.h"

#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/base/time.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

std::vector<Outcome> outcomes_in(const db::Rows& rows) {
    std::vector<Outcome> outcomes;
    for (const auto row : rows)
        outcomes.push_back({.session = row.text("id"),
                            .activity = row.text("title"),
                            .unit = row.text("unit"),
                            .day = base::parse_date(row.text("day")).value_or(base::Date{}),
                            .note = row.text("note"),
                            .asked = row.text("asked"),
                            .needs = row.text("needs"),
                            .next_step = row.text("next_step")});
    return outcomes;
}

std::string mark_of_session(const std::string& id, std::int64_t version) { return base::mark_of({id, std::to_string(version)}); }

}  // namespace

std::vector<std::string> Outcome::lines(const i18n::Translator& words) const {
    const std::pair<i18n::Text, const std::string*> said[] = {{TEXT("What came of it"), &note},
                                                              {TEXT("Questions that came up"), &asked},
                                                              {TEXT("Needs that were found"), &needs},
                                                              {TEXT("Next step"), &next_step}};
    std::vector<std::string> all;
    for (const auto& [title, text] : said)
        if (!text->empty()) all.push_back(words.t(title) + ": " + *text);
    return all;
}

std::vector<OpenNeed> open_needs(const Activities& activities, std::string_view municipality_id) {
    return Inside::of(activities).database.read([&](db::Connection& connection) {
        std::vector<OpenNeed> needs;
        for (const auto row : connection.query(sql::open_needs, municipality_id))
            needs.push_back({.session = row.text("id"),
                             .activity = row.text("activity_id"),
                             .title = row.text("title"),
                             .unit = row.text("unit"),
                             .place = row.text("place"),
                             .address = row.text("address"),
                             .needs = row.text("needs"),
                             .topics = register_::list_items(row.text("topics")),
                             .day = base::parse_date(row.text("day")).value_or(base::Date{}),
                             .seen = mark_of_session(row.text("id"), row.integer("version"))});
        return needs;
    });
}

std::int64_t count_open_needs(const Activities::Implementation& self, std::string_view municipality_id) {
    return self.database.read([&](db::Connection& connection) {
        return connection.query(sql::count_open_needs, municipality_id)[0].integer("number");
    });
}

std::vector<Outcome> outcomes_of(const Activities::Implementation& self, std::string_view municipality_id,
                                 std::string_view activity) {
    return self.database.read([&](db::Connection& connection) {
        return outcomes_in(connection.query(sql::outcomes_of_activity, municipality_id, activity));
    });
}

std::vector<Outcome> Activities::outcomes(std::string_view municipality_id, base::Date first, base::Date last) const {
    return implementation_->database.read([&](db::Connection& connection) {
        return outcomes_in(connection.query(sql::outcomes_between, municipality_id, base::format_date(first),
                                            base::format_date(last)));
    });
}

std::vector<PartnerThere> partners_of(const Activities& activities, std::string_view municipality_id, std::string_view activity) {
    return Inside::of(activities).database.read([&](db::Connection& connection) {
        std::vector<PartnerThere> partners;
        for (const auto row : connection.query(sql::partners_of_activity, municipality_id, activity))
            partners.push_back({row.text("id"), row.text("title"), !row.text("ended_at").empty()});
        return partners;
    });
}

SeenTo see_to_needs(Activities& activities, const register_::Surroundings& around, std::string_view session,
                    const std::optional<register_::Draft>& wanted, std::string_view actor, const base::Seen& seen) {
    auto& self = Inside::of(activities);
    const auto& here = around.municipality_id;
    const auto of_requests = around_requests(self, here);
    if (wanted) {
        register_::Problems problems;
        self.requests.read(of_requests, *wanted, {}, problems);  // what can be chosen is known before the transaction
    }
    return self.database.write(
        [&](db::Connection& connection) -> SeenTo {
            const auto stands = Only{connection.query(sql::find_session, here, session)};
            if (!stands) return {Arranged::not_there};
            const auto activity = register_::find_in(connection, self.activities, here, stands->text("activity_id"));
            if (!activity) return {Arranged::not_there};
            if (!self.activities.may_change(around, *activity)) return {Arranged::not_theirs};
            const auto version = stands->integer("version");
            if (!seen.is(mark_of_session(stands->text("id"), version)) || stands->integer("needs_open") == 0)
                return {Arranged::changed_meanwhile};
            SeenTo done;
            if (wanted) {
                const auto added = self.requests.add_in(connection, of_requests, *wanted, actor);
                if (!added) return {Arranged::not_there};
                done.request = added->id;
            }
            connection.execute(sql::close_needs, here, session, version, base::format_utc(self.clock.now()));
            self.changed(connection, here, actor, "needs seen to", stands->text("activity_id"), {stands->text("id")});
            return done;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::activities
