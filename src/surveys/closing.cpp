// A survey is closed for good, or deleted while nobody has answered: never beside somebody who answers.
#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "surveys/implementation.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

/// What closing leaves to do once nobody answers any more; done again it changes nothing. The secret goes last: while it is
/// there, the survey's closing is not finished.
void finish_closing(const Surveys::Implementation& self, std::string_view municipality, std::string_view survey) {
    move_rest(self, municipality, survey);
    self.database.write([&](db::Connection& connection) {
        connection.execute(sql::forget_pairs, municipality, survey);
        connection.execute(sql::delete_codes, municipality, survey);
        connection.execute(sql::delete_used, municipality, survey);
        kept::raise(connection, "survey", municipality);
    });
    self.keys.destroy(secret_name(survey));
}

std::int64_t answers_of(db::Connection& connection, std::string_view municipality, std::string_view round) {
    const auto surveys = connection.query(sql::survey_of_round, municipality, round);
    const auto survey = surveys.only();
    if (!survey) return 0;
    return connection.query(sql::answers_of_round, municipality, survey->text("survey"), round)[0].integer("number");
}

}  // namespace

void close_for_good(const Surveys::Implementation& self, std::string_view municipality, const Survey& survey,
                    std::string_view actor) {
    const auto now = self.clock.now();
    const auto tenant = self.neighbours.municipalities.find_tenant(municipality::Municipalities::slug_of(municipality));
    const auto today = base::format_date(self.today_in(tenant ? tenant->zone : "Europe/Stockholm"));
    self.database.write([&](db::Connection& connection) {
        connection.query(sql::hold_answers);
        if (connection.execute(sql::set_closed, municipality, survey.id, today, base::format_utc(now)) != 1) return;
        kept::raise(connection, "survey", municipality);
        audit::record(connection,
                      {.municipality_id = std::string(municipality),
                       .actor = std::string(actor),
                       .action = "survey closed",
                       .record = "survey:" + survey.id,
                       .detail = ""},
                      now);
    });
    finish_closing(self, municipality, survey.id);
}

void finish_closed(const Surveys::Implementation& self) {
    std::vector<std::pair<std::string, std::string>> closed;
    self.database.read([&](db::Connection& connection) {
        closed.clear();
        for (const auto row : connection.query(sql::closed_surveys))
            closed.emplace_back(row.text("municipality_id"), row.text("id"));
    });
    for (const auto& [municipality, survey] : closed)
        if (self.keys.has(secret_name(survey))) finish_closing(self, municipality, survey);
}

register_::Others held_by_rounds_and_codes(register_::Others others, db::Database& database) {
    others.hold_still = [](db::Connection& connection) { connection.query(sql::hold_answers); };
    others.holds = [&database](const register_::Record& survey, const html::Page& page) {
        const auto rows = database.read([&](db::Connection& connection) {
            return connection.query(sql::held_by_survey, page.request().tenant->id, survey.id);
        });
        std::vector<std::string> things;
        if (const auto rounds = rows[0].integer("rounds"); rounds > 0)
            things.push_back(page.tn("{n} round", "{n} rounds", rounds));
        if (const auto codes = rows[0].integer("codes"); codes > 0)
            things.push_back(page.tn("{n} code that was handed out", "{n} codes that were handed out", codes));
        return things;
    };
    others.is_held = [](db::Connection& connection, std::string_view municipality, std::string_view id) {
        const auto rows = connection.query(sql::held_by_survey, municipality, id);
        return rows[0].integer("rounds") + rows[0].integer("codes") > 0;
    };
    return others;
}

register_::Others held_by_answers(register_::Others others, db::Database& database) {
    others.hold_still = [](db::Connection& connection) { connection.query(sql::hold_answers); };
    others.holds = [&database](const register_::Record& round, const html::Page& page) -> std::vector<std::string> {
        const auto number = database.read(
            [&](db::Connection& connection) { return answers_of(connection, page.request().tenant->id, round.id); });
        if (number == 0) return {};
        return {page.tn("{n} answer", "{n} answers", number)};
    };
    others.is_held = [](db::Connection& connection, std::string_view municipality, std::string_view id) {
        return answers_of(connection, municipality, id) > 0;
    };
    return others;
}

}  // namespace digilots::surveys
