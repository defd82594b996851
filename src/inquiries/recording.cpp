#include "inquiries/recording.h"

#include "inquiries/inquiry_form.h"
#include "referral/referral.h"

namespace digilots::inquiries {

namespace {

/// With an empty target where it refers to nobody.
referral::Referred referred_by(const Service& service, const http::Tenant& tenant, const Inquiry& inquiry,
                               const i18n::Translator& translator) {
    referral::Referred referred;
    if (inquiry.referred_to.empty()) return referred;
    const auto directory = service.directory.snapshot(tenant.id);
    const std::string target = target_by_id(*directory, inquiry.referred_to);
    const std::size_t colon = target.find(':');
    referred.target_kind = target.substr(0, colon);
    referred.target_id = target.substr(colon + 1);
    referred.target_title = title_of_target(*directory, *service.own_topics.of(tenant.id), target, translator);
    referred.topic = inquiry.topics.front();
    referred.handover = referral::handover_named(inquiry.further.handover);
    referred.reason = inquiry.further.referral_reason;
    return referred;
}

referral::Referred at_that_time(referral::Referred referred, const Inquiry& inquiry) {
    referred.at = inquiry.at;
    referred.from_place = inquiry.place;
    referred.inquiry_id = inquiry.id;
    referred.asker = inquiry.asker;
    return referred;
}

}  // namespace

AlongWith recording(const referral::Referral& referral, const Service& service, const http::Tenant& tenant,
                    const Inquiry& inquiry, const i18n::Translator& translator) {
    if (inquiry.referred_to.empty()) return {};
    return [&referral, referred = referred_by(service, tenant, inquiry, translator), tenant](db::Connection& connection,
                                                                                           const Inquiry& logged) {
        referral.record(connection, tenant, at_that_time(referred, logged));
    };
}

AlongWith correcting(const referral::Referral& referral, const Service& service, const http::Tenant& tenant,
                     const Inquiry& inquiry, const i18n::Translator& translator) {
    return [&referral, referred = referred_by(service, tenant, inquiry, translator), tenant](db::Connection& connection,
                                                                                           const Inquiry& corrected) {
        referral.correct(connection, tenant, at_that_time(referred, corrected));
    };
}

AlongWith withdrawing(const referral::Referral& referral, const http::Tenant& tenant) {
    return [&referral, tenant](db::Connection& connection, const Inquiry& removed) {
        referral.correct(connection, tenant, at_that_time({}, removed));
    };
}

}  // namespace digilots::inquiries
