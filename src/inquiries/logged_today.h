#pragma once
// What somebody has logged today stands at the desk: to be mended, taken back, or logged once more.
#include "inquiries/desk.h"
#include "inquiries/onward.h"

namespace digilots::inquiries {

/// The last ones first, of whatever day they are, each with whom it refers to by now.
void show_today(DeskView& view, const Service& service, const referral::Referral& referral, const html::Page& page);
/// As it is called; "" where nobody is referred to.
std::string title_by_now(const ReferredNow& now, const Service& service, const html::Page& page);

}  // namespace digilots::inquiries
