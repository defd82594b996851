#pragma once
// The log as a table, out and in.
#include <memory>

#include "inquiries/inquiries.h"
#include "platform/register/table_kind.h"

namespace digilots::inquiries {

/// For coordinators; who is limited to a unit has the entries at its places. A row with a reference corrects
/// its entry, one without logs another, with the same checks as the form. Notes that were deleted stay
/// deleted. Both outlive it.
std::shared_ptr<register_::TableKind> inquiry_table(Inquiries& inquiries, referral::Referral& referral);

}  // namespace digilots::inquiries
