// What a mapping says of activities that are arranged: taken in once, and anew while nobody has edited it here.
#include <map>

#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

enum class Effect { added, changed, unchanged, edited_here };

/// The names of its facts, and the columns that they are here.
constexpr std::pair<const char*, const char*> columns_of_facts[] = {
    {"title", "title"},         {"activity_kind", "kind"}, {"description", "about"}, {"topics", "topics"},
    {"frequency", "frequency"}, {"target_groups", "for_whom"}, {"held_at", "held_at"}, {"place_id", "place"},
    {"notes", "notes"},         {"source", "source"}};

std::string state_of(const std::string& status) { return status == "planned" || status == "paused" ? status : ""; }

bool teaches(std::string_view kind) {
    return kind == "lecture" || kind == "workshop" || kind == "short_course" || kind == "study_circle" ||
           kind == "internal_training";
}

/// `record` as the mapping says it; true where that is another than it was.
bool put_facts(register_::Record& record, const directory::Facts& facts) {
    const auto before = record;
    for (const auto& [fact, column] : columns_of_facts)
        if (const auto found = facts.find(fact); found != facts.end()) record.columns[column] = found->second;
    const auto status = facts.find("status");
    if (status != facts.end()) record.columns["state"] = state_of(status->second);
    return !(record == before);
}

struct Taken {
    Effect effect = Effect::unchanged;
    register_::Record record = {};
};

Taken take(db::Connection& connection, const register_::Records& records, const register_::Surroundings& around,
           const directory::ImportedRecord& imported, base::Instant now) {
    Taken taken;
    const auto stands = register_::find_in(connection, records, around.municipality_id, imported.id);
    if (stands && stands->whole("import_version") != stands->version) return {.effect = Effect::edited_here};
    taken.record = stands.value_or(register_::blank_record(records.declaration(), around));
    auto& record = taken.record;
    const bool is_other = put_facts(record, imported.facts);
    if (stands && !is_other) return {};
    taken.effect = stands ? Effect::changed : Effect::added;
    record.changed_at = base::format_utc(now);
    record.version += 1;
    record.columns["import_version"] = record.version;
    if (stands) return taken;
    record.id = imported.id;
    record.created_at = record.changed_at;
    const auto status = imported.facts.find("status");
    if (status != imported.facts.end() && status->second == "closed") record.ended_at = record.changed_at;
    record.columns["purpose"] = std::string(teaches(record.text("kind")) ? "competence" : "support");
    record.columns["is_published"] = std::int64_t{1};
    const auto municipality = municipality::Municipalities::slug_of(around.municipality_id) + "-";
    const auto name = record.id.starts_with(municipality) ? record.id.substr(municipality.size()) : record.id;
    auto slug = base::slug(name);
    if (!connection.query(sql::find_slug, around.municipality_id, slug).empty()) slug += "-" + base::slug(record.id);
    record.columns["slug"] = slug;
    record.columns["moved_from"] = base::slug(name);
    return taken;
}

std::string described(const Activities& activities, const directory::ImportPlan& plan) {
    const auto& self = Inside::of(activities);
    std::map<Effect, std::size_t> effects;
    std::string kept;
    std::size_t all = 0;
    self.database.read([&](db::Connection& connection) {
        for (const auto& municipality : plan.municipalities) {
            const register_::Surroundings around{.municipality_id = municipality.id, .words = &i18n::translator("en")};
            for (const auto& imported : municipality.arranged) {
                ++all;
                const auto effect = take(connection, self.activities, around, imported, self.clock.now()).effect;
                ++effects[effect];
                if (effect == Effect::edited_here) kept += "  = activity " + imported.id + ": edited here, kept as it is\n";
            }
        }
    });
    return plan.source + ": " + std::to_string(all) + " activities that are arranged, " + std::to_string(effects[Effect::added]) +
           " new, " + std::to_string(effects[Effect::changed]) + " changed\n" + kept;
}

void apply(const Activities& activities, const directory::ImportPlan& plan) {
    const auto& self = Inside::of(activities);
    for (const auto& municipality : plan.municipalities) {
        const auto around = self.around(municipality.id);
        self.database.write(
            [&](db::Connection& connection) {
                bool is_other = false;
                for (const auto& imported : municipality.arranged) {
                    const auto taken = take(connection, self.activities, around, imported, self.clock.now());
                    if (taken.effect != Effect::added && taken.effect != Effect::changed) continue;
                    register_::store_record(connection, self.activities.declaration(), self.activities.statements(), around,
                                            taken.record);
                    if (!taken.record.ended_at.empty())
                        connection.execute(sql::end_activity, around.municipality_id, taken.record.id, taken.record.ended_at);
                    is_other = true;
                }
                if (!is_other) return;
                audit::record(connection, {municipality.id, "import", "activities imported", "", ""}, self.clock.now());
                kept::raise(connection, kept_activities, municipality.id);
            },
            db::Isolation::deciding);
    }
}

}  // namespace

MappingPlan plan_mapping(const Activities& activities, std::string_view json, const std::string& file) {
    const auto& self = Inside::of(activities);
    // What is wrong with the file the directory says.
    const auto plan = directory::plan_import(self.database, json, file, self.neighbours.municipalities.own());
    if (!plan.errors.empty()) return {.description = "", .apply = [] {}};
    return {.description = described(activities, plan), .apply = [&activities, plan] { apply(activities, plan); }};
}

void complete_moved_records(db::Database& database) {
    std::vector<std::string> municipalities;
    database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::list_underived)) municipalities.push_back(row.text("municipality_id"));
    });
    if (municipalities.empty()) return;
    const auto declaration = activity_register(nullptr, nullptr);
    const register_::Statements statements{declaration};
    const kept::Versions versions{database};
    const base::SystemClock clock;
    const municipality::Municipalities known{database, versions, clock};
    for (const auto& municipality : municipalities) {
        register_::Surroundings around{.municipality_id = municipality, .words = &i18n::translator("en")};
        const auto languages = known.settings(municipality).languages;
        if (!languages.empty()) around.language = languages.front();
        database.write([&](db::Connection& connection) {
            register_::derive_missing(connection, declaration, statements, around);
        });
    }
}

}  // namespace digilots::activities
