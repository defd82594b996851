// The questions as they stand, and how they change once somebody has answered.
#include <algorithm>

#include "platform/audit/audit.h"
#include "surveys/implementation.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

Edition edition_of(const db::Row& row) {
    return {.number = static_cast<int>(row.integer("number")),
            .version = row.integer("version"),
            .is_answered = row.flag("is_answered"),
            .definition = definition_of(row.text("definition")).value_or(Definition{})};
}

/// What is asked otherwise than before is counted apart from then on.
void count_apart(Definition& definition, const Definition& before, int number) {
    for (auto& question : definition.questions) {
        const auto* old = before.find(question.key);
        if (!old || !asks_the_same(*old, question)) question.since = number;
        else question.since = old->since;
    }
}

}  // namespace

std::vector<Edition> all_editions(db::Connection& connection, std::string_view municipality, std::string_view survey) {
    std::vector<Edition> editions;
    for (const auto row : connection.query(sql::editions_of_survey, municipality, survey)) editions.push_back(edition_of(row));
    return editions;
}

Edition newest_edition(db::Connection& connection, std::string_view municipality, std::string_view survey) {
    const auto editions = all_editions(connection, municipality, survey);
    return editions.empty() ? Edition{} : editions.front();
}

Saved save_edition(const Surveys::Implementation& self, std::string_view municipality, std::string_view survey,
                   const Edition& seen, Definition definition, std::string_view actor) {
    return self.database.write(
        [&](db::Connection& connection) {
            auto changed = definition;
            const auto stored = newest_edition(connection, municipality, survey);
            if (stored.number != seen.number || stored.version != seen.version) return Saved::changed_meanwhile;
            const bool is_new = stored.number == 0 || stored.is_answered;
            const int number = is_new ? stored.number + 1 : stored.number;
            count_apart(changed, stored.definition, number);
            const auto rows = is_new ? connection.execute(sql::insert_edition, municipality, survey, number, to_text(changed))
                                     : connection.execute(sql::change_edition, municipality, survey, number, stored.version,
                                                          to_text(changed));
            // Somebody answered it just now, or saved it.
            if (rows == 0) return Saved::changed_meanwhile;
            kept::raise(connection, "survey", municipality);
            audit::record(connection,
                          {.municipality_id = std::string(municipality),
                           .actor = std::string(actor),
                           .action = is_new && number > 1 ? "survey edition made" : "survey questions changed",
                           .record = "survey:" + std::string(survey),
                           .detail = ""},
                          self.clock.now());
            return Saved::saved;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::surveys
