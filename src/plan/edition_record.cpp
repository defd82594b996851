#include "plan/edition_record.h"

#include <utility>

#include "plan/sql.h"
#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"

namespace digilots::plan {

namespace {

EditionStep step_taken(const std::string& by, const std::string& at) {
    return {.result = at.empty() ? "" : "approved", .by = by, .at = at};
}

Edition edition_of_row(const db::Row& row) {
    return {.id = row.text("id"),
            .about = row.text("about"),
            .made_by = row.text("made_by"),
            .made_at = row.text("made_at"),
            .version = row.integer("version"),
            .number = row.integer("number"),
            .steps = {step_taken(row.text("project_group_by"), row.text("project_group_at")),
                      step_taken(row.text("owners_by"), row.text("owners_at")),
                      step_taken(row.text("steering_group_by"), row.text("steering_group_at"))}};
}

/// What was said of its steps beside who took them and when.
void add_steps(db::Connection& connection, std::string_view municipality_id, std::vector<Edition>& editions) {
    for (const auto row : connection.query(sql::edition_steps, municipality_id)) {
        const auto number = row.integer("step");
        for (auto& edition : editions) {
            const bool is_step = number >= 0 && number < static_cast<std::int64_t>(steps_of_approval);
            if (!is_step || edition.id != row.text("edition")) continue;
            auto& step = edition.steps[static_cast<std::size_t>(number)];
            step.function = row.text("function");
            step.day = row.text("day");
            step.decision = row.text("decision");
            step.what = row.text("what");
            step.why = row.text("why");
            if (row.text("result") != "returned") continue;
            step.result = "returned";
            step.by = row.text("noted_by");
            step.at = row.text("noted_at");
        }
    }
}

WholeEdition whole_of_row(db::Connection& connection, std::string_view municipality_id, const db::Row& row) {
    std::vector<Edition> one{edition_of_row(row)};
    add_steps(connection, municipality_id, one);
    WholeEdition whole{.edition = std::move(one.front()), .parts = parts_of_json(row.text("content"))};
    const auto earlier = connection.query(sql::edition_before, municipality_id, whole.edition.number);
    whole.is_first = earlier.empty();
    if (!whole.is_first) whole.before = parts_of_json(earlier[0].text("content"));
    return whole;
}

}  // namespace

std::size_t Edition::next() const {
    std::size_t at = 0;
    while (at < steps.size() && steps[at].result == "approved") ++at;
    return at;
}

std::string Edition::mark() const {
    return base::mark_of({id, std::to_string(version)});
}

std::vector<register_::Choice> functions_to_choose(const Kinds& kinds, std::string_view municipality_id) {
    const auto& links = kinds.nodes.others().links;
    const auto source = links.find("organisation.function");
    if (source == links.end()) return {};
    return source->second.choices(kinds.around(municipality_id));
}

NamesThen names_of_today(const Kinds& kinds, std::string_view municipality_id) {
    NamesThen names{.owner = [functions = functions_to_choose(kinds, municipality_id)](const Node& node) {
        const auto* function = base::find_in(functions, node.owner, &register_::Choice::key);
        return function ? function->label : std::string();
    }};
    if (!kinds.neighbours.goals) return names;
    names.goals = [choices = kinds.neighbours.goals(kinds.around(municipality_id))](const Node& node) {
        std::string text;
        for (const auto& choice : choices)
            for (const auto& goal : node.goals)
                if (goal == choice.key) text += (text.empty() ? "" : "; ") + choice.label;
        return text;
    };
    return names;
}

i18n::Text title_of_step(std::size_t step) {
    constexpr std::array titles{TEXT("Project group"), TEXT("Owners"), TEXT("Steering group")};
    return titles[step];
}

std::vector<Edition> all_editions(const Kinds& kinds, std::string_view municipality_id) {
    return kinds.database.read([&](db::Connection& connection) {
        std::vector<Edition> all;
        for (const auto row : connection.query(sql::editions, municipality_id)) all.push_back(edition_of_row(row));
        add_steps(connection, municipality_id, all);
        return all;
    });
}

std::optional<Edition> edition_in(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    const auto rows = connection.query(sql::find_edition, municipality_id, id);
    if (rows.empty()) return std::nullopt;
    std::vector<Edition> one{edition_of_row(rows[0])};
    add_steps(connection, municipality_id, one);
    return std::move(one.front());
}

std::optional<WholeEdition> whole_edition(const Kinds& kinds, std::string_view municipality_id, std::string_view id) {
    return kinds.database.read([&](db::Connection& connection) -> std::optional<WholeEdition> {
        const auto rows = connection.query(sql::find_edition, municipality_id, id);
        if (rows.empty()) return std::nullopt;
        return whole_of_row(connection, municipality_id, rows[0]);
    });
}

std::optional<Edition> approved_edition(const Kinds& kinds, std::string_view municipality_id) {
    return kinds.database.read([&](db::Connection& connection) -> std::optional<Edition> {
        const auto rows = connection.query(sql::approved_head, municipality_id);
        if (rows.empty()) return std::nullopt;
        std::vector<Edition> one{edition_of_row(rows[0])};
        add_steps(connection, municipality_id, one);
        return std::move(one.front());
    });
}

std::optional<WholeEdition> whole_approved_edition(const Kinds& kinds, std::string_view municipality_id) {
    return kinds.database.read([&](db::Connection& connection) -> std::optional<WholeEdition> {
        const auto rows = connection.query(sql::approved_edition, municipality_id);
        if (rows.empty()) return std::nullopt;
        std::vector<Edition> one{edition_of_row(rows[0])};
        add_steps(connection, municipality_id, one);
        return WholeEdition{.edition = std::move(one.front()), .parts = parts_of_json(rows[0].text("content"))};
    });
}

void write_step(db::Connection& connection, std::string_view municipality_id, const Edition& edition, std::size_t step) {
    const auto& one = edition.steps[step];
    const auto number = static_cast<std::int64_t>(step);
    connection.execute(sql::delete_edition_step, municipality_id, edition.id, number);
    connection.execute(sql::add_edition_step, municipality_id, edition.id, number, one.function, one.result, one.day,
                       one.decision, one.what, one.why, one.by, one.at);
}

}  // namespace digilots::plan
