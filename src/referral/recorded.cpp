// What is kept of who was sent on, and the rules by which one is.
#include "platform/base/uuid.h"
#include "platform/kept/versions.h"
#include "referral/implementation.h"
#include "referral/measures.h"
#include "referral/referral_store.h"

namespace digilots::referral {

std::string Referral::record(const http::Tenant& tenant, const Referred& referred) {
    return implementation_->database.write([&](db::Connection& connection) { return record(connection, tenant, referred); });
}

std::string Referral::record(db::Connection& connection, const http::Tenant& tenant, const Referred& referred) const {
    auto kept = referred;
    const auto now = implementation_->clock.now();
    kept.id = base::new_uuid(now);
    if (kept.at == base::Instant{}) kept.at = now;
    insert_referral(connection, tenant.id, kept);
    return kept.id;
}

void Referral::correct(db::Connection& connection, const http::Tenant& tenant, const Referred& referred) const {
    kept::raise(connection, kept_outcomes, tenant.id);
    if (correct_referral(connection, tenant.id, referred)) return;
    delete_referral(connection, tenant.id, referred.inquiry_id);
    if (!referred.target_id.empty()) record(connection, tenant, referred);
}

bool Referral::withdraw_untold(db::Connection& connection, const http::Tenant& tenant, std::string_view inquiry_id) const {
    kept::raise(connection, kept_outcomes, tenant.id);
    delete_untold_referral(connection, tenant.id, inquiry_id);
    return !referral_of_inquiry(connection, tenant.id, inquiry_id);
}

bool Referral::set_outcome(const http::Tenant& tenant, std::string_view id, ReferralOutcome seen,
                           ReferralOutcome outcome) {
    return implementation_->database.write([&](db::Connection& connection) {
        if (!referral::set_outcome(connection, tenant.id, id, seen, outcome, implementation_->clock.now())) return false;
        kept::raise(connection, kept_outcomes, tenant.id);
        return true;
    });
}

std::optional<std::string> Referral::refer_on(const http::Tenant& tenant, const Referred& next) {
    return implementation_->database.write([&](db::Connection& connection) -> std::optional<std::string> {
        if (!hold_sent_back(connection, tenant.id, next.follows)) return std::nullopt;
        const auto before = referral::find_referral(connection, tenant.id, next.follows);
        if (!before || !before->onward.empty()) return std::nullopt;
        kept::raise(connection, kept_outcomes, tenant.id);
        return record(connection, tenant, next);
    });
}

bool Referral::take_back_onward(const http::Tenant& tenant, std::string_view id) {
    return implementation_->database.write([&](db::Connection& connection) {
        if (!delete_onward(connection, tenant.id, id)) return false;
        kept::raise(connection, kept_outcomes, tenant.id);
        return true;
    });
}

std::vector<Referred> Referral::recent(const http::Tenant& tenant, std::size_t limit) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return list_referrals(connection, tenant.id, {}, limit, 0); });
}

std::vector<Referred> Referral::list(const http::Tenant& tenant, const ReferralFilter& filter, std::size_t limit,
                                     std::size_t offset) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return list_referrals(connection, tenant.id, filter, limit, offset); });
}

std::optional<Referred> Referral::find_referral(const http::Tenant& tenant, std::string_view id) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return referral::find_referral(connection, tenant.id, id); });
}

std::optional<Referred> Referral::referral_of(const http::Tenant& tenant, std::string_view inquiry_id) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return referral_of_inquiry(connection, tenant.id, inquiry_id); });
}

std::vector<measures::Measure> Referral::measures() const {
    return measures_of({implementation_->database, implementation_->directory, implementation_->municipalities,
                        implementation_->own_topics});
}

std::shared_ptr<const TopicRules> Referral::topic_rules(std::string_view municipality_id) const {
    return implementation_->known_rules.of(municipality_id);
}

register_::Records& Referral::rule_records() const { return implementation_->rules; }

}  // namespace digilots::referral
