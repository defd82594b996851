#pragma once
// Recorded referrals, one function a query.
#include "referral/referral.h"

namespace digilots::referral {

void insert_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred);
/// Time, place and topic of the one that an inquiry made; false where it made none to this target.
bool correct_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred);
void delete_referral(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id);
bool set_outcome(db::Connection& connection, std::string_view municipality_id, std::string_view id,
                 ReferralOutcome outcome, base::Instant at);
std::vector<Referred> recent_referrals(db::Connection& connection, std::string_view municipality_id, std::size_t limit);

}  // namespace digilots::referral
