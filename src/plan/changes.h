#pragma once
// What has happened to the plan, in the order of commits: for programs that ask what is new, and for the week's letter.
#include "platform/register/register.h"

namespace digilots::plan {

/// The register tells the feed of each record that is added, changed or deleted, in the transaction that does it.
register_::Register told_in_feed(register_::Register one);

}  // namespace digilots::plan
