#include "inquiries/desk_hits.h"

#include "platform/base/time.h"
#include "platform/html/writer.h"

namespace digilots::inquiries {

namespace {

using html::components::OpenState;

std::string date_text(const std::string& date, const i18n::Translator& translator) {
    const auto parsed = base::parse_date(date);
    return parsed ? translator.short_date(*parsed) : "";
}

DeskHit view_of(const referral::ReferralHit& hit, const std::string& topic, const html::Page& page, base::Instant now) {
    DeskHit view;
    view.title = hit.title;
    view.url = page.url(hit.url);
    view.why = hit.why;
    view.limits = {hit.refusals, hit.good_to_know};
    view.verified = date_text(hit.verified_on, page.translator());
    view.phone = hit.phone;
    view.has_open = hit.open.now != directory::Openness::unknown || hit.kind == "place";
    view.open.state = hit.open.now == directory::Openness::open     ? OpenState::open
                      : hit.open.now == directory::Openness::closed ? OpenState::closed
                                                                    : OpenState::unknown;
    view.open.next_change = directory::next_change_text(hit.open, now, page.request().tenant->zone, page.translator());
    std::string query = hit.kind == "topic" ? "topic=" + html::url_encode(hit.id)
                                            : "refer=" + html::url_encode(hit.kind + ":" + hit.id);
    if (hit.kind != "topic" && !topic.empty()) query += "&topic=" + html::url_encode(topic);
    view.refer_url = page.tenant_url("/staff/?" + query + "#log");
    view.refer = page.t(hit.kind == "topic" ? TEXT("Log this topic") : TEXT("Refer here"));
    return view;
}

}  // namespace

DeskHits make_hits(const referral::SearchAnswer& answer, const html::Page& page, base::Instant now) {
    DeskHits view;
    // What the question is about goes into the form along with where to.
    const std::string topic = answer.topics.empty() ? "" : answer.topics.front();
    for (const referral::ReferralHit& hit : answer.hits) view.hits.push_back(view_of(hit, topic, page, now));
    view.corrected = answer.corrected;
    if (!answer.query.empty()) view.status = page.tn("{n} hit", "{n} hits", static_cast<std::int64_t>(view.hits.size()));
    return view;
}

}  // namespace digilots::inquiries
