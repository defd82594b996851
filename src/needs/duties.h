#pragma once
// What there is to be done about needs.
#include <memory>
#include <vector>

#include "needs/pages.h"
#include "platform/slice/duty.h"

namespace digilots::needs {

/// Recommendations that are decided; wishes to functions and groups here.
std::vector<DutyKind> duties_of_needs(db::Database& database, std::shared_ptr<Kinds> kinds, const Arranged& arranged);

}  // namespace digilots::needs
