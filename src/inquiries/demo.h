#pragma once
// The log of the demo's made-up municipalities.
#include "inquiries/inquiries.h"

namespace digilots::inquiries {

/// Up to now, for those who have no log yet; all of a municipality's or nothing.
void load_demo(Inquiries& inquiries, const referral::Referral& referral, const Demo& demo);

}  // namespace digilots::inquiries
