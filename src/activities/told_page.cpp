// How sessions are told, on every page.
#include <algorithm>

#include "activities/implementation.h"
#include "activities/pages.h"
#include "platform/base/time.h"
#include "platform/html/tags.h"
#include "platform/html/writer.h"
#include "platform/http/limiter.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

std::string time_text(base::Instant instant, std::string_view zone, const i18n::Translator& words) {
    const auto civil = base::to_civil(instant, zone);
    return words.time(civil.hour, civil.minute);
}

std::string known(std::string_view value, taxonomy::List list) {
    return value.empty() || !taxonomy::find(list, value) ? "" : std::string(value);
}

}  // namespace

const std::vector<std::string>& filter_query() {
    static const std::vector<std::string> names{"topic", "kind",   "place", "language", "group", "from",
                                                "to",    "remote", "free",  "view",     "month",
                                                "when",  "role_group", "campaign"};
    return names;
}

Filter filter_of(const http::Request& request) {
    const auto& query = request.query;
    return {.topic = known(query.get("topic"), taxonomy::List::topic),
            .kind = known(query.get("kind"), taxonomy::List::activity_kind),
            .place = std::string(query.get("place").substr(0, 200)),
            .language = known(query.get("language"), taxonomy::List::language),
            .group = known(query.get("group"), taxonomy::List::target_group),
            .role_group = role_group_text(query.get("role_group"), i18n::translator("en")).empty()
                              ? ""
                              : std::string(query.get("role_group")),
            .campaign = std::string(query.get("campaign").substr(0, 200)),
            .from = base::parse_date(query.get("from")),
            .to = base::parse_date(query.get("to")),
            .remote = query.get("remote") == "1",
            .with_free_seats = query.get("free") == "1"};
}

std::string query_of(const Filter& filter) {
    std::string query;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) query += (query.empty() ? "" : "&") + std::string(name) + "=" + html::url_encode(value);
    };
    add("topic", filter.topic);
    add("kind", filter.kind);
    add("place", filter.place);
    add("language", filter.language);
    add("group", filter.group);
    add("campaign", filter.campaign);
    add("from", filter.from ? base::format_date(*filter.from) : "");
    add("to", filter.to ? base::format_date(*filter.to) : "");
    add("remote", filter.remote ? "1" : "");
    add("free", filter.with_free_seats ? "1" : "");
    return query;
}

bool is_told_undated(const Activity& activity, const Filter& filter, base::Instant now) {
    const bool has_dates = std::ranges::any_of(activity.sessions, [&](const Session& session) {
        return session.ends > now && session.status != Status::cancelled;
    });
    const bool is_known = !filter.remote && !filter.with_free_seats && !filter.from && !filter.to &&
                          (filter.place.empty() || filter.place == activity.place);
    return activity.is_listed() && activity.is_undated() && !has_dates && is_known && fits(activity, filter);
}

std::string when_text(const Session& session, std::string_view zone, const i18n::Translator& words) {
    const auto first = base::to_civil(session.starts, zone), last = base::to_civil(session.ends, zone);
    const auto day = words.weekday(first.weekday) + " " + words.date(first.date);
    const auto from = time_text(session.starts, zone, words);
    auto to = time_text(session.ends, zone, words);
    if (last.date != first.date) to = words.date(last.date) + " " + to;
    return words.t("{day}, {from}–{to}", {{"day", day}, {"from", from}, {"to", to}});
}

std::string hours_text(const Session& session, std::string_view zone, const i18n::Translator& words) {
    return words.t("{from}–{to}", {{"from", time_text(session.starts, zone, words)},
                                   {"to", time_text(session.ends, zone, words)}});
}

std::string where_text(const Activities& activities, std::string_view municipality_id,
                       const Session& session) {
    const auto snapshot = Inside::of(activities).neighbours.directory.snapshot(municipality_id);
    const auto* place = session.place.empty() ? nullptr : snapshot->place(session.place);
    if (!place) return session.address;
    return session.address.empty() ? place->name : place->name + ", " + session.address;
}

std::string address_text(const Activities& activities, std::string_view municipality_id, const Session& session) {
    const auto snapshot = Inside::of(activities).neighbours.directory.snapshot(municipality_id);
    const auto* place = session.place.empty() ? nullptr : snapshot->place(session.place);
    if (!place || place->address.empty()) return where_text(activities, municipality_id, session);
    // A postal address ends with the locality.
    const bool is_said = place->locality.empty() || place->address.ends_with(place->locality);
    return place->address + (is_said ? "" : ", " + place->locality);
}

std::string where_with_street(const Activities& activities, std::string_view municipality_id, const Session& session) {
    const auto where = where_text(activities, municipality_id, session);
    const auto street = address_text(activities, municipality_id, session);
    return street.empty() || street == where ? where : where + ", " + street;
}

bool waits_for_a_place(const Activities& activities, std::string_view municipality_id, const Session& session) {
    const auto& self = Inside::of(activities);
    const bool is_to_be_held = session.status == Status::planned && session.ends > self.clock.now();
    return is_to_be_held && is_at_closed_place(*self.neighbours.directory.snapshot(municipality_id), session);
}

std::string closed_place_text(const Activities& activities, std::string_view municipality_id, const Session& session,
                              const i18n::Translator& words) {
    if (!waits_for_a_place(activities, municipality_id, session)) return "";
    return words.t("The place has closed: nobody can sign up until it is held somewhere else.");
}

std::string seats_text(const Session& session, const i18n::Translator& words) {
    const auto free = session.free();
    if (!free || session.status != Status::planned) return "";
    if (*free > 0) return words.tn("{n} seat left", "{n} seats left", *free);
    if (session.waiting > 0)
        return words.tn("Full, {n} waits for a seat", "Full, {n} wait for a seat", session.waiting);
    return words.t("Full: you can wait for a seat");
}

std::string amount_text(std::int64_t hundredths, const i18n::Translator& words) {
    return words.t("{amount} kr",
                   {{"amount", words.number(static_cast<double>(hundredths) / 100, hundredths % 100 == 0 ? 0 : 2)}});
}

std::string price_text(const Activity& activity, const i18n::Translator& words) {
    if (!activity.price || *activity.price == 0) return words.t("Free of charge");
    return amount_text(*activity.price, words);
}

std::string how_often_text(const Activity& activity, const i18n::Translator& words) {
    if (!activity.frequency.empty()) return activity.frequency;
    return activity.per_term ? words.tn("About {n} a term. The day is set later.",
                                        "About {n} a term. The days are set later.", *activity.per_term)
                             : "";
}

std::string state_text(const Activity& activity, const i18n::Translator& words) {
    if (activity.state == "planned") return words.t("Planned, not held yet");
    return activity.state == "paused" ? words.t("Not held for now") : "";
}

std::string undated_text(const Activities& activities, std::string_view municipality_id, const Activity& activity,
                         const i18n::Translator& words) {
    const auto snapshot = Inside::of(activities).neighbours.directory.snapshot(municipality_id);
    const auto* place = activity.place.empty() ? nullptr : snapshot->place(activity.place);
    // Where it is held in words says more than where it usually is.
    const auto where = activity.held_at.empty() && place ? place->name : activity.held_at;
    std::string text;
    for (const auto& part : {how_often_text(activity, words), where})
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    return text;
}

std::string cancelled_text(const Session& session, const html::Page& page) {
    return session.reason.empty() ? page.t("Cancelled") : page.t("Cancelled: {reason}", {{"reason", session.reason}});
}

SessionLine line_of(const Pages& pages, const Activity& activity, const Session& session,
                    const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& self = Inside::of(pages.activities);
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    const auto* place = session.place.empty() ? nullptr : snapshot->place(session.place);
    SessionLine line{.title = activity.title,
                     .url = page.tenant_url(activity.path()),
                     .when = when_text(session, tenant.zone, page.translator()),
                     .where = where_text(pages.activities, tenant.id, session),
                     .where_url = place ? page.tenant_url("/places/" + place->slug) : "",
                     .remote_url = session.remote,
                     .is_cancelled = session.status == Status::cancelled,
                     .is_full = with_seats_along(activity, session, self.clock.now()).free() == 0};
    line.staff_url = page.tenant_url("/staff/sessions/" + session.id);
    if (line.is_cancelled) {
        line.state = cancelled_text(session, page);
        return line;
    }
    if (line.state = closed_place_text(pages.activities, tenant.id, session, page.translator()); !line.state.empty())
        return line;
    if (activity.state == "paused") return line;
    if (!session.reason.empty()) line.state = page.t("Held after all: {reason}", {{"reason", session.reason}});
    if (!activity.needs_sign_up) {
        line.seats = page.t("You need not sign up: just come");
        line.way_in = session.remote;
        return line;
    }
    if (session.ends <= self.clock.now()) return line;
    line.seats = seats_text(with_seats_along(activity, session, self.clock.now()), page.translator());
    line.sign_up_url = page.tenant_url(activity.path() + "/sessions/" + session.id + "/sign-up");
    return line;
}

std::string words_of(NotSignedUp::Why why, const i18n::Translator& words) {
    using Why = NotSignedUp::Why;
    switch (why) {
        case Why::not_there:
            return words.t("There is no such session, or one cannot sign up for it.");
        case Why::not_held:
            return words.t("It is not held any more: it was ended or hidden. Choose another one among the activities.");
        case Why::place_closed:
            return words.t("The place has closed: nobody can sign up until it is held somewhere else.");
        case Why::over:
            return words.t("The session is over. Choose a later one.");
        case Why::cancelled:
            return words.t("The session is cancelled. Choose another one.");
        case Why::full:
            return words.t("So many wait already that nobody more gets a seat. Choose another session.");
        case Why::key_reused:
            return words.t("This Idempotency-Key was sent with another sign-up");
        case Why::wrong:
            break;
    }
    return "";
}

html::Page staff_page(const http::Request& request, std::string title) {
    html::Page page(request);
    page.title = std::move(title);
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Activities"), page.tenant_url("/staff/activities")}, {page.title, "", true}};
    return page;
}

}  // namespace digilots::activities
