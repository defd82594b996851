#pragma once
// Who came as a table: out to be filled in, and in again, many sessions at once.
#include <memory>

#include "activities/activities.h"
#include "platform/register/table_kind.h"

namespace digilots::activities {

/// Sessions of the last two years that have begun. Only numbers and what came of it are taken in; sessions are added nowhere
/// but on the page of their activity.
std::shared_ptr<register_::TableKind> attendance_table(Activities& activities);

}  // namespace digilots::activities
