// Goals of an application, from a mapping: taken in once, edits are kept. What was counted is unknown: nothing was.
#include <cmath>
#include <stdexcept>

#include "goals/first_goals.h"
#include "goals/implementation.h"
#include "goals/national_figures.h"
#include "goals/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/register/steps.h"

namespace digilots::goals {

namespace {

constexpr const char* timra = "2262";

struct Planned {
    std::string id;
    std::map<std::string, db::Value, std::less<>> columns = {};
};

void put_targets(const base::Json& goal, Planned& planned) {
    constexpr double hundred = 100, ten = 10;
    for (const auto& target : goal["targets"].items()) {
        const auto unit = target["unit"].text();
        const auto value = target["value"].as_number();
        planned.columns["comparison"] = std::string(target["comparison"].text());
        if (unit.starts_with("percent") && value)
            planned.columns["target_percent"] = static_cast<std::int64_t>(std::lround(*value * ten));
        else if (value)
            planned.columns["target"] = static_cast<std::int64_t>(std::lround(*value * hundred));
    }
}

/// In our own Swedish words, said to be ours; what we have none for stays as the source says it.
Planned planned_of(const base::Json& goal) {
    Planned planned{.id = std::string(goal["id"].text())};
    const auto* known = base::find_in(first_goals, planned.id, &FirstGoal::id);
    const std::string original(goal["text_en"].text());
    const std::string kind = known ? std::string(known->kind) : std::string(goal["type"].text());
    planned.columns["title"] = known ? std::string(known->swedish) : original;
    planned.columns["kind"] = kind;
    planned.columns["target_unit"] = known ? std::string(known->unit_swedish) : "";
    planned.columns["source"] = std::string(known ? "Kartläggningen. Den svenska ordalydelsen är vår." : "Kartläggningen");
    planned.columns["about"] = "I källan: " + original;
    put_targets(goal, planned);
    return planned;
}

void take_in(const Goals& goals, const std::vector<Planned>& all) {
    const auto& self = Inside::of(goals);
    if (!self.neighbours.municipalities.is_active(timra)) return;
    auto around = self.around(timra);
    self.database.write(
        [&](db::Connection& connection) {
            bool is_other = false;
            for (const auto& planned : all) {
                if (!connection.query(sql::find_goal, timra, planned.id).empty()) continue;
                auto record = register_::blank_record(self.goals.declaration(), around);
                record.id = planned.id;
                record.version = 1;
                record.created_at = record.changed_at = base::format_utc(self.clock.now());
                for (const auto& [name, value] : planned.columns) record.columns[name] = value;
                register_::store_record(connection, self.goals.declaration(), self.goals.statements(), around, record);
                is_other = true;
            }
            if (!is_other) return;
            audit::record(connection, {timra, "import", "goals imported", "", ""}, self.clock.now());
            kept::raise(connection, kept_goals, timra);
        },
        db::Isolation::deciding);
}

struct PlannedDocument {
    std::string municipality, id, title, edition = {}, starts = {};
};

/// What a programme and a strategy rest on, as a mapping names it; what it does not say stays unknown.
std::vector<PlannedDocument> documents_of(const base::Json& mapping, const municipality::Municipalities& municipalities) {
    std::vector<PlannedDocument> all;
    std::size_t number = 0;
    for (const auto& title : mapping["digihjelpen"]["governing_documents"].items())
        all.push_back({"digihjelpen", "mapping-document-" + std::to_string(++number), std::string(title.text())});
    const auto& strategy = mapping["overkalix_strategy"];
    if (!strategy["name"].text().empty())
        all.push_back({"2513", "mapping-document-strategy", std::string(strategy["name"].text()),
                       std::to_string(strategy["edition"].as_integer().value_or(1)), std::string(strategy["date"].text())});
    std::erase_if(all, [&](const PlannedDocument& one) { return !municipalities.is_active(one.municipality); });
    return all;
}

void take_in_documents(const Goals& goals, const std::vector<PlannedDocument>& all) {
    const auto& self = Inside::of(goals);
    self.database.write(
        [&](db::Connection& connection) {
            for (const auto& one : all) {
                if (register_::find_in(connection, self.documents, one.municipality, one.id)) continue;
                const auto around = self.around(one.municipality);
                auto record = register_::blank_record(self.documents.declaration(), around);
                record.id = one.id;
                record.columns["title"] = one.title;
                record.columns["edition"] = one.edition;
                record.columns["starts"] = one.starts;
                auto& documents = Inside::of(goals).documents;
                if (!documents.put_in(connection, around, record, "import", base::Seen::anything()))
                    throw std::runtime_error("a document of the mapping cannot be taken in: " + one.id);
            }
        },
        db::Isolation::deciding);
}

void take_in_figures(const Goals& goals, const std::vector<NationalFigure>& all) {
    const auto& self = Inside::of(goals);
    if (!self.neighbours.municipalities.is_active(timra)) return;
    const auto around = self.around(timra);
    self.database.write(
        [&](db::Connection& connection) {
            for (const auto& one : all) {
                if (register_::find_in(connection, self.references, timra, one.id)) continue;
                auto record = register_::blank_record(self.references.declaration(), around);
                record.id = one.id;
                record.columns["title"] = one.title;
                record.columns["figure"] = one.figure;
                record.columns["year"] = one.year;
                record.columns["base"] = one.base;
                record.columns["definition"] = one.definition;
                record.columns["publisher"] = one.publisher;
                auto& references = Inside::of(goals).references;
                if (!references.put_in(connection, around, record, "import", base::Seen::anything()))
                    throw std::runtime_error("a national figure of the mapping cannot be taken in: " + one.id);
            }
        },
        db::Isolation::deciding);
}

}  // namespace

MappingPlan plan_mapping(Goals& goals, std::string_view text, const std::string&) {
    constexpr base::JsonLimits limits{.bytes = 64 * 1024 * 1024, .depth = 64};
    MappingPlan nothing{.description = "", .apply = [] {}};
    const auto json = base::parse_json(text, limits);
    // What is wrong with the file the directory says.
    if (!json) return nothing;
    std::vector<Planned> all;
    for (const auto& goal : (*json)["timra_goals"]["goals"].items()) all.push_back(planned_of(goal));
    const auto documents = documents_of(*json, Inside::of(goals).neighbours.municipalities);
    const auto figures = national_figures_in(*json);
    if (all.empty() && documents.empty() && figures.all.empty()) return nothing;
    std::string told =
        "Goals of an application: " + std::to_string(all.size()) + "; those that are there stay as they are.\n";
    if (!documents.empty()) told += "Governing documents: " + std::to_string(documents.size()) + "\n";
    if (!figures.all.empty())
        told += "National figures: " + std::to_string(figures.all.size()) + "; left out since they say no year: " +
                std::to_string(figures.without_year) + "\n";
    return {.description = std::move(told), .apply = [&goals, all, documents, figures] {
                take_in(goals, all);
                take_in_documents(goals, documents);
                take_in_figures(goals, figures.all);
            }};
}

}  // namespace digilots::goals
