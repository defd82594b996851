#include "referral/referral_store.h"

#include <array>

#include "platform/base/ensure.h"
#include "platform/base/time.h"
#include "referral/sql.h"

namespace digilots::referral {
namespace {

constexpr std::array outcomes{ReferralOutcome::unknown, ReferralOutcome::reached, ReferralOutcome::answered,
                              ReferralOutcome::bounced};

Referred read(const db::Row& row) {
    Referred referred;
    referred.id = row.text("id");
    const auto at = base::parse_utc(row.text("at"));
    ENSURE(at);
    referred.at = *at;
    referred.from_place = row.text("from_place");
    referred.target_kind = row.text("target_kind");
    referred.target_id = row.text("target_id");
    referred.target_title = row.text("target_title");
    referred.topic = row.text("topic");
    referred.handover = row.text("handover") == "warm" ? Handover::warm : Handover::cold;
    referred.reason = row.text("reason");
    referred.outcome = outcome_named(row.text("outcome")).value_or(ReferralOutcome::unknown);
    referred.inquiry_id = row.text_or_empty("inquiry_id");
    return referred;
}

}  // namespace

std::string_view name_of(Handover handover) { return handover == Handover::warm ? "warm" : "cold"; }

std::string_view name_of(ReferralOutcome outcome) {
    switch (outcome) {
        case ReferralOutcome::reached: return "reached";
        case ReferralOutcome::answered: return "answered";
        case ReferralOutcome::bounced: return "bounced";
        case ReferralOutcome::unknown: return "unknown";
    }
    return "unknown";
}

std::optional<ReferralOutcome> outcome_named(std::string_view name) {
    for (const auto outcome : outcomes) {
        if (name_of(outcome) == name) return outcome;
    }
    return std::nullopt;
}

void insert_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred) {
    const auto inquiry = referred.inquiry_id.empty() ? std::nullopt : std::optional(referred.inquiry_id);
    connection.execute(sql::insert_referral, municipality_id, referred.id, base::format_utc(referred.at),
                       referred.from_place, referred.target_kind, referred.target_id, referred.target_title,
                       referred.topic, name_of(referred.handover), referred.reason, name_of(referred.outcome), inquiry);
}

bool correct_referral(db::Connection& connection, std::string_view municipality_id, const Referred& referred) {
    return connection.execute(sql::correct_referral, municipality_id, referred.inquiry_id, referred.target_kind,
                              referred.target_id, base::format_utc(referred.at), referred.from_place, referred.topic) > 0;
}

void delete_referral(db::Connection& connection, std::string_view municipality_id, std::string_view inquiry_id) {
    connection.execute(sql::delete_referral, municipality_id, inquiry_id);
}

bool set_outcome(db::Connection& connection, std::string_view municipality_id, std::string_view id,
                 ReferralOutcome outcome, base::Instant at) {
    return connection.execute(sql::set_outcome, municipality_id, id, name_of(outcome), base::format_utc(at)) > 0;
}

std::vector<Referred> recent_referrals(db::Connection& connection, std::string_view municipality_id, std::size_t limit) {
    std::vector<Referred> result;
    for (const auto& row : connection.query(sql::recent_referrals, municipality_id, limit)) result.push_back(read(row));
    return result;
}

}  // namespace digilots::referral
