#pragma once
// The people of a municipality as a table: name, address, role, unit. Never a password, never a second step.
#include <memory>

#include "accounts/service.h"
#include "municipality/municipality.h"
#include "platform/register/table_kind.h"

namespace digilots::accounts {

/// For administrators. A new row makes an account with an invitation, which is to be handed out; role and
/// unit of those that are there change. Closed accounts stand in no table. Both outlive it.
std::shared_ptr<register_::TableKind> people_table(Service& service,
                                                   const municipality::Municipalities& municipalities);

}  // namespace digilots::accounts
