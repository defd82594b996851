#pragma once
// The mapping of the seven municipalities, taken in once; and a made-up round for the demo.
#include <map>
#include <string>
#include <vector>

#include "municipality/municipality.h"
#include "needs/pages.h"
#include "platform/base/json.h"
#include "platform/slice/slice.h"

namespace digilots::needs {

/// Our wordings, by what they are of.
using Wordings = std::map<std::string, std::string>;
struct MappingSource {
    std::string round, day;     // the id of the round that it comes in with, the day of the report
};
/// What a mapping says beside its answers.
struct IncomingLists {
    std::vector<register_::Record> challenges = {}, helpers = {}, inventories = {}, insights = {};
};
IncomingLists lists_of_mapping(Kinds& kinds, const base::Json& mapping, const base::Json& municipality,
                               const MappingSource& source, const Wordings& ours);

/// Rounds, answers, recommendations, good examples and what stands beside them, of the file's municipalities. What is here
/// already stays as it is.
MappingPlan plan_mapping(Kinds& kinds, const municipality::Municipalities& municipalities,
                         std::string_view json);

void load_demo(Kinds& kinds, const municipality::Municipalities& municipalities, const Demo& demo);

}  // namespace digilots::needs
