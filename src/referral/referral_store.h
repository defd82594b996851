#pragma once
// Recorded referrals, one function a query.
#include "referral/referral.h"

namespace digilots::referral {

void insert_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred);
/// Time, place, topic and asker of the one that an inquiry made; false where it made none to this target.
bool correct_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred);
void delete_referral(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id);
/// Only while nobody has told how it went.
void delete_untold_referral(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id);
bool set_outcome(db::Connection& connection, std::string_view municipality_id, std::string_view id,
                 ReferralOutcome seen, ReferralOutcome outcome, base::Instant at);
/// Inside a transaction: false where it was not sent back; else nobody else refers on from it until that has ended.
bool hold_sent_back(db::Connection& connection, std::string_view municipality_id, std::string_view id);
bool delete_onward(db::Connection& connection, std::string_view municipality_id, std::string_view id);
/// The newest first; what is open, the longest waiting.
std::vector<Referred> list_referrals(db::Connection& connection, std::string_view municipality_id,
                                     const ReferralFilter& filter, std::size_t limit, std::size_t offset);
std::int64_t count_referrals(db::Connection& connection, std::string_view municipality_id, base::Instant from,
                             base::Instant until);
std::optional<Referred> find_referral(db::Connection& connection, std::string_view municipality_id, std::string_view id);
std::optional<Referred> referral_of_inquiry(db::Connection& connection, std::string_view municipality_id,
                                            std::string_view inquiry_id);
std::optional<base::Instant> last_referral(db::Connection& connection, std::string_view municipality_id);

}  // namespace digilots::referral
