#include "inquiries/ongoing.h"

#include "inquiries/hand_overs.h"
#include "inquiries/inquiry_form.h"
#include "inquiries/refer_targets.h"
#include "inquiries/units.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/page.h"
#include "platform/http/target.h"

namespace digilots::inquiries {

namespace {

constexpr std::size_t most_under_way = 500;

OngoingMatter matter_of(const referral::Referred& referred, const Service& service, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto directory = service.directory.snapshot(tenant.id);
    const auto own = service.own_topics.of(tenant.id);
    const auto target = referred.target_kind + ":" + referred.target_id;
    auto title = title_of_target(*directory, *own, target, page.translator());
    if (title == target) title = referred.target_title;
    const auto topic = taxonomy::topic_label(*own, referred.topic, page.translator());
    auto what = topic.empty() ? title : page.t("{topic}, to {target}", {{"topic", topic}, {"target", title}});
    const bool is_sent_back = referred.outcome == referral::ReferralOutcome::bounced;
    if (is_sent_back) what = page.t(TEXT("Sent back, refer on: {what}"), {{"what", what}});
    OngoingMatter matter{.what = std::move(what),
                         .since = referred.at};
    const auto* from = referred.from_place.empty() ? nullptr : directory->place(referred.from_place);
    if (from) matter.unit = from->unit;
    matter.until = to_be_known_by(referred, service.municipalities.settings(tenant.id), tenant.country);
    matter.is_late = matter.until && *matter.until < service.clock.now();
    matter.path = referred.inquiry_id.empty() ? "/staff/referrals?outcome=open&target=" + http::percent_encode(target)
                                              : "/staff/inquiries/" + referred.inquiry_id;
    return matter;
}

}  // namespace

OngoingKind referrals_under_way(const Pages& pages) {
    return {.key = "referral",
            .title = TEXT("Referrals"),
            .one = TEXT("Referral that nobody knows of yet"),
            .of = std::string(hand_over_owner),
            .now = [pages](const html::Page& page) {
                const auto& service = Inside::service(pages.inquiries);
                const referral::ReferralFilter filter{.from = service.clock.now() - days_of_waiting,
                                                      .places = places_within_limit(service, page.request()),
                                                      .is_open = true};
                std::vector<OngoingMatter> matters;
                for (const auto& referred : pages.referral.list(*page.request().tenant, filter, most_under_way, 0))
                    matters.push_back(matter_of(referred, service, page));
                return matters;
            }};
}

}  // namespace digilots::inquiries
