#include "inquiries/recording.h"

#include "inquiries/inquiry_form.h"
#include "referral/referral.h"

namespace digilots::inquiries {

AlongWith recording(const referral::Referral& referral, const Service& service, const http::Tenant& tenant,
                    const Inquiry& inquiry, const i18n::Translator& translator) {
    if (inquiry.referred_to.empty()) return {};
    const std::size_t colon = inquiry.referred_to.find(':');
    referral::Referred referred;
    referred.target_kind = inquiry.referred_to.substr(0, colon);
    referred.target_id = inquiry.referred_to.substr(colon + 1);
    referred.target_title = title_of_target(*service.directory.snapshot(tenant.id), *service.own_topics.of(tenant.id),
                                            inquiry.referred_to, translator);
    referred.topic = inquiry.topics.front();
    return [&referral, referred, tenant](db::Connection& connection, const Inquiry& logged) {
        referral::Referred own = referred;
        own.at = logged.at;
        own.from_place = logged.place;
        own.inquiry_id = logged.id;
        referral.record(connection, tenant, own);
    };
}

}  // namespace digilots::inquiries
