#pragma once
// The kinds of records of this slice; for its files.
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "plan/status.h"
#include "plan/tree.h"
#include "platform/kept/kept.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::plan {

inline constexpr std::string_view kept_plan = "plan";

register_::Register node_register(const struct Kinds& kinds);
register_::Register dependency_register();
register_::Register milestone_register();
register_::Register criterion_register();
register_::Register document_register();
register_::Register comment_register();
register_::Register required_register();

struct Kinds {
    db::Database& database;
    const base::Clock& clock;
    const Neighbours neighbours;
    register_::Records nodes, dependencies, milestones, criteria, documents, comments, required;
    const kept::Kept<Plan> kept;

    Kinds(db::Database& database, const base::Clock& clock, Neighbours neighbours);

    std::vector<register_::Records*> all();
    /// nullptr where there is none of the key.
    register_::Records* find(std::string_view key);
    /// The municipality's own language, zone, country and day.
    register_::Surroundings around(std::string_view municipality_id) const;
};

/// Everything as the records say it.
std::shared_ptr<const Plan> load_plan(const Kinds& kinds, std::string_view municipality_id);
Node node_of(const register_::Record& record);
/// What functions are called, by their keys.
std::map<std::string, std::string, std::less<>> names_of_owners(const Kinds& kinds, const register_::Surroundings& around);
/// What other slices say of parts, for this reader.
AskOthers ask_others(const Kinds& kinds, const http::Tenant& tenant, const i18n::Translator& words);

/// Open milestones and last days of what these functions answer for.
std::vector<calendar::Event> days_of_owners(const Kinds& kinds, const DaysAsked& asked);
/// Milestones that are to be reached, comments that ask for somebody's answer.
std::vector<DutyKind> duties(const Kinds& kinds);
MappingPlan plan_mapping(Kinds& kinds, std::string_view json, const std::string& file);
void load_demo(Kinds& kinds, const Demo& demo);

}  // namespace digilots::plan
