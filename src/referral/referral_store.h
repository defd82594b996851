#pragma once
// Recorded referrals, one function a query.
#include "referral/referral.h"

namespace digilots::referral {

void insert_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred);
bool set_outcome(db::Connection& connection, std::string_view municipality_id, std::string_view id,
                 ReferralOutcome outcome, base::Instant at);
std::vector<Referred> recent_referrals(db::Connection& connection, std::string_view municipality_id, std::size_t limit);

}  // namespace digilots::referral
