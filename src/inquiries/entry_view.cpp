#include "inquiries/entry_view.h"

#include <algorithm>

#include "inquiries/units.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/http/may.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

/// "3 persons", "Pair or group" where nobody counted; "" of others.
std::string persons_in_words(const Inquiry& inquiry, const i18n::Translator& translator) {
    if (!inquiry.is_group()) return "";
    if (!inquiry.persons.are_counted()) return taxonomy::label(taxonomy::List::entry_kind, inquiry.kind, translator);
    return translator.tn("{n} person", "{n} people", inquiry.persons.total());
}

}  // namespace

EntryView view_of(const StoredInquiry& stored, const Service& service, const html::Page& page) {
    const auto directory = service.directory.snapshot(page.request().tenant->id);
    const auto own = service.own_topics.of(page.request().tenant->id);
    const i18n::Translator& translator = page.translator();
    const Inquiry& inquiry = stored.inquiry;
    const base::CivilTime local = base::to_civil(inquiry.at, page.request().tenant->zone);
    const std::string url = page.tenant_url("/staff/inquiries/" + inquiry.id);
    EntryView view;
    view.id = inquiry.id;
    view.time = inquiry.no_time ? page.t(TEXT("no time given")) : translator.time(local.hour, local.minute);
    view.date = translator.short_date(local.date);
    view.topics = topic_labels(inquiry.topics, *own, translator);
    view.outcome = inquiry.is_tally() ? taxonomy::label(taxonomy::List::entry_kind, inquiry.kind, translator)
                                      : taxonomy::label(taxonomy::List::outcome, inquiry.outcome, translator);
    view.persons = persons_in_words(inquiry, translator);
    if (!inquiry.asker.empty()) view.asker = taxonomy::label(taxonomy::List::asker, inquiry.asker, translator);
    view.channel = taxonomy::label(taxonomy::List::channel, inquiry.channel, translator);
    view.place = inquiry.place.empty() ? "" : place_name(*directory, inquiry.place);
    if (inquiry.referred_to.empty()) view.referred_to = inquiry.outcome == "referred" ? page.t(TEXT("receiver not noted")) : "";
    else view.referred_to = title_of_target(*directory, *own, inquiry.referred_to, translator);
    view.minutes = inquiry.minutes ? std::to_string(*inquiry.minutes) : "";
    view.note = inquiry.note;
    view.url = url;
    view.delete_url = url + "/delete";
    view.undo_url = url + "/undo";
    view.repeat_url = url + "/repeat";
    view.form_key = base::random_token(12);
    return view;
}

std::string change_message(const http::Fields& query, const html::Page& page) {
    if (query.has("corrected")) return page.t(TEXT("The entry is corrected. The figures have changed with it."));
    if (query.has("imported")) return page.t(TEXT("The table is taken in."));
    if (query.has("deleted")) return page.t(TEXT("The entry is deleted. The figures have changed with it."));
    return "";
}

bool sees_all(const http::Request& request) { return http::may(request, http::Role::coordinator); }

bool may_change(const Service& service, const http::Request& request, const StoredInquiry& stored) {
    if (sees_all(request)) {
        const auto limit = places_within_limit(service, request);
        if (!limit || std::ranges::find(*limit, stored.inquiry.place) != limit->end()) return true;
    }
    const base::CivilTime today = base::to_civil(request.received, request.tenant->zone);
    const base::CivilTime recorded = base::to_civil(stored.created_at, request.tenant->zone);
    return request.identity && stored.created_by == actor_of(*request.identity) &&
           recorded.date >= base::add_days(today.date, -own_days);
}

bool asks_for_reason(const http::Request& request, const StoredInquiry& stored) {
    const auto& zone = request.tenant->zone;
    const bool is_of_today = base::to_civil(stored.created_at, zone).date == base::to_civil(request.received, zone).date;
    return !is_of_today || !request.identity || stored.created_by != actor_of(*request.identity);
}

}  // namespace digilots::inquiries
