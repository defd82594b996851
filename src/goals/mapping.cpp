// Goals of an application, from a mapping: taken in once, edits are kept. What was counted is unknown: nothing was.
#include <cmath>

#include "goals/first_goals.h"
#include "goals/implementation.h"
#include "goals/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

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

}  // namespace

MappingPlan plan_mapping(Goals& goals, std::string_view text, const std::string&) {
    constexpr base::JsonLimits limits{.bytes = 64 * 1024 * 1024, .depth = 64};
    MappingPlan nothing{.description = "", .apply = [] {}};
    const auto json = base::parse_json(text, limits);
    // What is wrong with the file the directory says.
    if (!json) return nothing;
    std::vector<Planned> all;
    for (const auto& goal : (*json)["timra_goals"]["goals"].items()) all.push_back(planned_of(goal));
    if (all.empty()) return nothing;
    return {.description =
                "Goals of an application: " + std::to_string(all.size()) + "; those that are there stay as they are.\n",
            .apply = [&goals, all] { take_in(goals, all); }};
}

}  // namespace digilots::goals
