// What a mapping says of a programme's groups, of how a plan was made and of which systems it names.
#include "bodies/pages.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/register/steps.h"

namespace digilots::bodies {

namespace {

using base::Json;
using register_::Record, register_::Records;

struct Incoming {
    std::string municipality;
    std::vector<std::pair<Records*, Record>> records = {};
};

/// A record that is still to be filled; its id is the same each time, so that nothing comes in twice.
Record blank(const Records& records, const std::string& municipality, std::string id,
             const std::string& title) {
    auto record = register_::blank_record(records.declaration(), records.around(municipality));
    record.id = std::move(id);
    record.columns["title"] = title;
    return record;
}

struct GroupOfProgramme {
    const char *key, *kind, *rhythm, *name;
};
/// Rhythms as its chapter on reporting says them.
constexpr GroupOfProgramme groups_of_programme[] = {
    {"owners", "owners", "", "Eiere"},
    {"steering_group", "steering_group", "quarterly", "Styringsgruppe"},
    {"project_group", "project_group", "monthly", "Prosjektgruppe"},
    {"reference_group", "reference_group", "as_needed", "Referansegruppe"},
    {"secretariat", "secretariat", "", "Sekretariat"}};

Incoming groups_of(Kinds& kinds, const Json& programme, const std::string& municipality) {
    Incoming in{municipality};
    for (const auto& one : groups_of_programme) {
        const std::string id = std::string("mapping-") + one.key;
        auto group = blank(kinds.groups, municipality, id, one.name);
        group.columns["kind"] = std::string(one.kind);
        group.columns["rhythm"] = std::string(one.rhythm);
        group.columns["concerns"] = std::string(programme["title"].text());
        in.records.emplace_back(&kinds.groups, std::move(group));
        const auto& members =
            std::string_view(one.key) == "owners" ? programme["owners"] : programme["participants"][one.key];
        std::size_t number = 0;
        for (const auto& name : members.items()) {
            auto member = blank(kinds.members, municipality, id + "-" + std::to_string(++number),
                                std::string(name.text()));
            member.columns["body"] = id;
            const auto lead = programme["participants"]["steering_group_lead"].text();
            const bool leads = std::string_view(one.key) == "steering_group" &&
                               name.text().contains("(" + std::string(lead) + ")");
            member.columns["part"] = std::string(leads ? "lead" : "member");
            in.records.emplace_back(&kinds.members, std::move(member));
        }
    }
    return in;
}

/// How many were asked is known; which roles they had the source does not say.
Incoming method_of(Kinds& kinds, const Json& strategy, const std::string& municipality) {
    Incoming in{municipality};
    const auto add = [&](const char* kind, const char* count, const char* title) {
        const auto number = strategy["counts"][count].as_integer();
        if (!number) return;
        auto step = blank(kinds.method, municipality, std::string("mapping-") + count, title);
        step.columns["kind"] = std::string(kind);
        step.columns["times"] = *number;
        step.columns["concerns"] = std::string(strategy["name"].text());
        step.columns["source"] =
            std::string(strategy["name"].text()) + ", " + std::string(strategy["date"].text());
        in.records.emplace_back(&kinds.method, std::move(step));
    };
    add("interview", "interviews", "Intervjuer inför strategin");
    add("workshop", "workshops", "Verkstäder inför strategin");
    return in;
}

Incoming systems_of(Kinds& kinds, const Json& municipality, const std::string& id) {
    Incoming in{id};
    std::size_t number = 0;
    for (const auto& name : municipality["systems"].items())
        in.records.emplace_back(
            &kinds.systems,
            blank(kinds.systems, id, "mapping-system-" + std::to_string(++number), std::string(name.text())));
    return in;
}

void apply(Kinds& kinds, const std::vector<Incoming>& all) {
    kinds.groups.database().write(
        [&](db::Connection& connection) {
            for (const auto& in : all)
                for (const auto& [records, record] : in.records) {
                    if (register_::find_in(connection, *records, in.municipality, record.id)) continue;
                    const auto around = records->around(in.municipality);
                    ENSURE(records->put_in(connection, around, record, "import", base::Seen::anything())
                               .has_value());
                }
        },
        db::Isolation::deciding);
}

}  // namespace

MappingPlan plan_mapping(Kinds& kinds, const municipality::Municipalities& municipalities,
                         std::string_view json) {
    const auto mapping = base::parse_json(json);
    // What is wrong with the file the directory says.
    if (!mapping || !(*mapping)["municipalities"].is_array()) return {.description = "", .apply = [] {}};
    std::vector<Incoming> all;
    const std::string programme = "digihjelpen", strategist = "2513";
    if (municipalities.about(programme))
        all.push_back(groups_of(kinds, (*mapping)["digihjelpen"], programme));
    if (municipalities.about(strategist))
        all.push_back(method_of(kinds, (*mapping)["overkalix_strategy"], strategist));
    for (const auto& one : (*mapping)["municipalities"].items())
        if (const std::string id(one["code"].text()); municipalities.about(id))
            all.push_back(systems_of(kinds, one, id));
    std::size_t records = 0;
    for (const auto& in : all) records += in.records.size();
    return {.description = "bodies: " + std::to_string(records) + " groups, members, steps and systems\n",
            .apply = [&kinds, all = std::move(all)] { apply(kinds, all); }};
}

}  // namespace digilots::bodies
