#include "inquiries/hand_overs.h"

#include <algorithm>
#include <map>

#include "inquiries/implementation.h"
#include "platform/base/time.h"

namespace digilots::inquiries {

namespace {

constexpr std::size_t most_handed_over = 5000;

struct OfOnePlace {
    std::int64_t late = 0;
    base::Instant first = base::Instant::max();
};

std::map<std::string, OfOnePlace> late_by_place(const Pages& pages, const http::Tenant& tenant, base::Instant now) {
    const auto& service = Inside::service(pages.inquiries);
    const auto settings = service.municipalities.settings(tenant.id);
    const referral::ReferralFilter filter{.from = now - days_of_waiting, .outcome = referral::ReferralOutcome::unknown};
    std::map<std::string, OfOnePlace> places;
    for (const auto& referred : pages.referral.list(tenant, filter, most_handed_over)) {
        const auto until = to_be_known_by(referred, settings, tenant.country);
        if (!until || now <= *until) continue;
        auto& place = places[referred.from_place];
        ++place.late;
        place.first = std::min(place.first, referred.at);
    }
    return places;
}

std::vector<Duty> to_find_out(const Pages& pages, std::string_view municipality_id) {
    const auto& service = Inside::service(pages.inquiries);
    const auto about = service.municipalities.about(municipality_id);
    const auto tenant = about ? service.municipalities.find_tenant(about->slug) : std::nullopt;
    if (!tenant) return {};
    const auto directory = service.directory.snapshot(municipality_id);
    std::vector<Duty> duties;
    for (const auto& [id, late] : late_by_place(pages, *tenant, service.clock.now())) {
        const auto* place = id.empty() ? nullptr : directory->place(id);
        const auto since = base::format_date(base::to_civil(late.first, tenant->zone).date);
        duties.push_back({.id = id.empty() ? "-" : id,
                          .name = place ? place->name : tenant->name,
                          .why = {{TEXT("Nobody has told whether whoever was handed over got an answer. How many: {n}. The first "
                                        "on {date}."),
                                   {{"n", std::to_string(late.late)}, {"date", since}}}},
                          .responsible = std::string(hand_over_owner),
                          .unit = place ? place->unit : "",
                          .path = "/staff/referrals?outcome=unknown" + (place ? "&desk=" + id : "")});
    }
    return duties;
}

}  // namespace

std::optional<base::Instant> to_be_known_by(const referral::Referred& referred, const municipality::Settings& settings,
                                            std::string_view country) {
    const bool is_sent_back = referred.outcome == referral::ReferralOutcome::bounced;
    if (referred.handover == referral::Handover::cold && !is_sent_back) return std::nullopt;
    return municipality::promised_by(municipality::usual_promise(settings), settings.zone, country, referred.at);
}

DutyKind duty_to_find_out(const Pages& pages) {
    return {.key = "inquiries.hand_over",
            .title = TEXT("Hand-overs that nobody knows the end of"),
            .task = TEXT("Find out whether those handed over got an answer: {name}"),
            .gone = TEXT("Somebody has told how they went."),
            .of = {{std::string(hand_over_owner), TEXT("Hand-overs that nobody knows the end of")}},
            .now = [pages](std::string_view id) { return to_find_out(pages, id); },
            .from = {{referral::kept_outcomes}, {"directory"}, {"municipality"}},
            .days = 5,
            .rests = 7};
}

}  // namespace digilots::inquiries
