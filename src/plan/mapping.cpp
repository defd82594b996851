// A strategy and a programme as a mapping holds them: taken in as they stand, what is not there left empty, and anew while nobody
// has edited them here.
#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "plan/kinds.h"
#include "plan/own_words.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/register/steps.h"

namespace digilots::plan {

namespace {

using base::Json, register_::Record, register_::Records;

struct Wanted {
    Records* records;
    std::string id;
    std::map<std::string, db::Value> columns;
};
struct Taken {
    std::string municipality_id, source;
    std::vector<Wanted> all = {};
};

Wanted& want(Taken& taken, Records& records, std::string id, std::string_view title) {
    taken.all.push_back({&records, std::move(id), {}});
    taken.all.back().columns["title"] = std::string(title);
    return taken.all.back();
}

Wanted& want_part(Taken& taken, Kinds& kinds, const std::string& id, std::string_view title, Kind kind,
                  const std::string& parent) {
    auto& wanted = want(taken, kinds.nodes, id, title);
    wanted.columns["kind"] = std::string(word_of(kind));
    wanted.columns["parent"] = parent;
    wanted.columns["source"] = taken.source;
    wanted.columns["is_published"] = std::int64_t{1};
    return wanted;
}

std::string number_of(const Json& json) {
    const auto number = json.as_integer();
    return number ? std::to_string(*number) : "";
}

void want_projects(Taken& taken, Kinds& kinds, const Json& strategy, const std::string& above) {
    std::string first;
    std::vector<std::string> after;
    for (const auto& project : strategy["projects"].items()) {
        const auto id = above + "-" + base::slug(project["code"].text());
        want_part(taken, kinds, id, project["name"].text(), Kind::project, above).columns["code"] =
            std::string(project["code"].text());
        for (const auto& area : project["areas"].items())
            want_part(taken, kinds, id + "-" + base::slug(area["code"].text()), area["name"].text(), Kind::area, id)
                .columns["code"] = std::string(area["code"].text());
        if (project["first"].as_bool().value_or(false)) first = id;
        else after.push_back(id);
    }
    for (const auto& id : after) {
        auto& columns = want(taken, kinds.dependencies, id + "-waits",
                             "A genomförs först, de andra kan gå bredvid varandra (vår översättning).")
                            .columns;
        columns["node"] = id;
        columns["kind"] = std::string("first");
        columns["other"] = first;
    }
}

/// "Digitaliseringsstrategi Överkalix kommun" names whose it is.
std::shared_ptr<const municipality::Municipality> whose_strategy(const Kinds& kinds, std::string_view key) {
    return kinds.neighbours.municipalities.about(key.substr(0, key.rfind("_strategy")));
}

Taken strategy_wanted(Kinds& kinds, const Json& strategy, const municipality::Municipality& whose, const std::string& file) {
    Taken taken{whose.id, file};
    const auto top = whose.slug + "-strategy", plan = whose.slug + "-plan";
    auto& columns = want_part(taken, kinds, top, strategy["name"].text(), Kind::strategy, "").columns;
    std::vector<std::string> goals;
    for (const auto& goal : strategy["municipal_goals"].items())
        goals.push_back(number_of(goal["no"]) + ". " + std::string(goal["name"].text()));
    columns["municipal_goals"] = register_::joined_list(goals);
    columns["status_note"] = number_of(strategy["counts"]["activities"]) + " aktiviteter; texterna står inte i källan.";
    columns["resources"] = "Upplaga " + number_of(strategy["edition"]) + ", " + std::string(strategy["date"].text());
    // The source says in which year it ends.
    const std::string last(strategy["end"].text());
    columns["ends"] = last.empty() ? std::string() : last + "-12-31";
    auto& below = want_part(taken, kinds, plan, "Handlingsplan", Kind::plan, top).columns;
    below["ends"] = last.empty() ? std::string() : last + "-12-31";
    want_projects(taken, kinds, strategy, plan);
    return taken;
}

void want_milestones(Taken& taken, Kinds& kinds, const Json& programme, const std::string& project) {
    constexpr std::array deliverables{"memo", "memo", "map",  "memo",     "guide",
                                      "announcement", "memo", "template", "agreement", "report"};
    for (const auto& one : programme["milestones"].items()) {
        const auto number = one["number"].as_integer().value_or(0);
        auto& columns = want(taken, kinds.milestones, project + "-milestone-" + std::to_string(number),
                             in_own_words(one["text_en"].text()))
                            .columns;
        std::vector<std::string> bodies;
        for (const auto& body : one["responsible"].items()) bodies.emplace_back(body.text());
        columns["node"] = project;
        columns["number"] = number;
        columns["responsible"] = register_::joined_list(bodies);
        columns["open_responsible"] = std::string(one["open_responsible"].text());
        columns["lead"] = std::string(one["lead"].text());
        columns["deadline"] = std::string(one["deadline"].text());
        columns["deliverable"] = in_own_words(one["deliverable_en"].text());
        columns["note"] = in_own_words(one["note"].text());
        columns["wording"] = std::string("own");
        if (number >= 1 && number <= static_cast<std::int64_t>(deliverables.size()))
            columns["deliverable_kind"] = std::string(deliverables[static_cast<std::size_t>(number - 1)]);
    }
}

Taken programme_wanted(Kinds& kinds, const Json& programme, const municipality::Municipality& whose, const std::string& file) {
    Taken taken{whose.id, file};
    const auto project = whose.slug + "-project";
    auto& columns = want_part(taken, kinds, project,
                              std::string(programme["name"].text()) + ": " + std::string(programme["title"].text()),
                              Kind::project, "")
                        .columns;
    columns["starts"] = std::string(programme["start"].text());
    columns["ends"] = std::string(programme["end"].text());
    columns["exclusions"] = std::string("Kommunenes interne organisering er ikke en del av prosjektet (vår oversettelse).");
    columns["wording"] = std::string("own");
    std::vector<std::string> goals;
    for (const auto& goal : programme["result_goals"].items())
        goals.push_back(number_of(goal["no"]) + ". " + in_own_words(goal["text_en"].text()));
    columns["municipal_goals"] = register_::joined_list(goals);
    want_milestones(taken, kinds, programme, project);
    int number = 0;
    for (const auto& criterion : programme["closing_criteria_en"].items()) {
        auto& wanted = want(taken, kinds.criteria, project + "-criterion-" + std::to_string(++number),
                            in_own_words(criterion.text()));
        wanted.columns["node"] = project;
        wanted.columns["wording"] = std::string("own");
    }
    return taken;
}

enum class Effect { added, changed, unchanged, edited_here };

/// `record` becomes what the mapping says; what came of that.
Effect meet(const std::optional<Record>& stands, const Wanted& wanted, Record& record) {
    if (stands && stands->whole("import_version") != stands->version) return Effect::edited_here;
    const auto before = record;
    for (const auto& [column, value] : wanted.columns) record.columns[column] = value;
    if (stands && record == before) return Effect::unchanged;
    record.id = wanted.id;
    record.columns["import_version"] = stands ? stands->version + 1 : std::int64_t{1};
    return stands ? Effect::changed : Effect::added;
}

std::string described(const Kinds& kinds, const Taken& taken) {
    if (!kinds.neighbours.municipalities.is_active(taken.municipality_id))
        return taken.source + ": a plan of " + taken.municipality_id + ", which has no service here: left out\n";
    std::map<Effect, std::size_t> effects;
    std::string kept;
    for (const auto& wanted : taken.all) {
        const auto stands = wanted.records->find(taken.municipality_id, wanted.id);
        auto record =
            stands.value_or(register_::blank_record(wanted.records->declaration(), kinds.around(taken.municipality_id)));
        const auto effect = meet(stands, wanted, record);
        ++effects[effect];
        if (effect == Effect::edited_here)
            kept += "  = " + std::string(wanted.records->declaration().key) + " " + wanted.id + ": edited here, kept as it is\n";
    }
    return taken.source + ": a plan of " + taken.municipality_id + ", " + std::to_string(effects[Effect::added]) +
           " new records, " + std::to_string(effects[Effect::changed]) + " changed\n" + kept;
}

void take_in(const Kinds& kinds, const Taken& taken) {
    if (!kinds.neighbours.municipalities.is_active(taken.municipality_id)) return;
    const auto around = kinds.around(taken.municipality_id);
    kinds.database.write(
        [&](db::Connection& connection) {
            for (const auto& wanted : taken.all) {
                const auto stands = register_::find_in(connection, *wanted.records, taken.municipality_id, wanted.id);
                auto record = stands.value_or(register_::blank_record(wanted.records->declaration(), around));
                const auto effect = meet(stands, wanted, record);
                if (effect != Effect::added && effect != Effect::changed) continue;
                const auto put = wanted.records->put_in(connection, around, record, "import", base::Seen::anything());
                if (!put) throw std::runtime_error("the plan of the mapping cannot be taken in: " + wanted.id);
            }
        },
        db::Isolation::deciding);
}

/// Whoever has a strategy, or milestones with a programme's name as its key.
std::vector<Taken> plans_in(Kinds& kinds, const Json& mapping, const std::string& file) {
    std::vector<Taken> plans;
    for (const auto& [name, part] : mapping.members()) {
        if (name.ends_with("_strategy") && !part["projects"].items().empty()) {
            if (const auto whose = whose_strategy(kinds, name)) plans.push_back(strategy_wanted(kinds, part, *whose, file));
        } else if (!part["milestones"].items().empty()) {
            const auto whose = kinds.neighbours.municipalities.about(name);
            if (whose) plans.push_back(programme_wanted(kinds, part, *whose, file));
        }
    }
    return plans;
}

}  // namespace

MappingPlan plan_mapping(Kinds& kinds, std::string_view json, const std::string& file) {
    const auto parsed = base::parse_json(json);
    if (!parsed) return {.description = "", .apply = [] {}};
    auto plans = plans_in(kinds, *parsed, file);
    std::string description;
    for (const auto& taken : plans) description += described(kinds, taken);
    return {.description = std::move(description), .apply = [&kinds, plans = std::move(plans)] {
                for (const auto& taken : plans) take_in(kinds, taken);
            }};
}

}  // namespace digilots::plan
