#include "inquiries/desk_hits.h"
#include "inquiries/desk_page.h"
#include "inquiries/follow_ups.h"
#include "inquiries/further.h"
#include "inquiries/hand_overs.h"
#include "inquiries/inquiries_page.h"
#include "inquiries/onward.h"
#include "inquiries/reason.h"
#include "inquiries/recording.h"
#include "inquiries/referrals_page.h"
#include "inquiries/refer_targets.h"
#include "inquiries/templates.h"
#include "inquiries/topic_rules.h"
#include "inquiries/way_back.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"

namespace digilots::inquiries {

namespace {

struct Opened {
    StoredInquiry stored;
    std::vector<Change> changes;
};

std::optional<Opened> find_inquiry(const Service& service, const http::Request& request) {
    const std::string_view id = request.parameter("id");
    return service.database.read([&](db::Connection& connection) -> std::optional<Opened> {
        auto stored = store::find(connection, request.tenant->id, id);
        if (!stored) return std::nullopt;
        return Opened{std::move(*stored), store::list_changes(connection, request.tenant->id, id)};
    });
}

/// Nothing where it is not there or not for this person: both look the same.
std::optional<Opened> open_inquiry(const Service& service, const http::Request& request) {
    auto opened = find_inquiry(service, request);
    if (opened && !may_change(service, request, opened->stored)) return std::nullopt;
    return opened;
}

html::Page staff_page(const http::Request& request, i18n::Text title) {
    html::Page page(request);
    page.title = page.t(title);
    page.staff = true;
    page.indexable = false;
    return page;
}

std::string summary_of(const StoredInquiry& stored, const Service& service, const html::Page& page) {
    const EntryView entry = view_of(stored, service, page);
    std::string text = entry.date + " " + entry.time + ": " + entry.topics;
    for (const auto* part : {&entry.outcome, &entry.persons, &entry.asker, &entry.channel, &entry.place})
        if (!part->empty()) text += ", " + *part;
    return text;
}

/// The form knows minutes only: a time that was not touched keeps its seconds. A day without a time keeps the time it
/// had; another day has none, and today's is now.
void keep_seconds(FormInput& input, const StoredInquiry& stored, const Service& service, const http::Request& request) {
    const FormInput before = input_of(stored, service, *request.tenant);
    const bool same_day = input.typed_date.empty() || input.typed_date == before.typed_date;
    const bool same_time = input.typed_time.empty() || input.typed_time == before.typed_time;
    if (same_day && same_time) {
        input.inquiry.at = stored.inquiry.at;
        input.inquiry.no_time = stored.inquiry.no_time;
    } else if (input.inquiry.at == unstated) {
        input.inquiry.at = request.received;
    }
}

std::string words_for(const Change& change, const html::Page& page) {
    const i18n::Translator& translator = page.translator();
    const std::string when = translator.date_time(change.at, page.request().tenant->zone);
    const std::string why = change.reason.empty() ? "" : " – " + change.reason;
    if (change.action == "corrected")
        return page.t(TEXT("{time}: corrected ({fields})"),
                      {{"time", when}, {"fields", field_labels(change.fields, translator)}}) + why;
    if (change.action == "note_removed") return page.t(TEXT("{time}: note deleted as its time had come"), {{"time", when}});
    return page.t(TEXT("{time}: deleted"), {{"time", when}}) + why;
}

/// As the desk's search, with hours, limits and how they are reached. Once one is chosen they leave the page to the entry.
DeskHits find_targets(const Pages& pages, const html::Page& page, const Inquiry& entry) {
    const auto& request = page.request();
    const auto as_written = request.form.find("as_written");
    // While somebody types the words stand in the address, and nothing else of the form.
    const std::string typed(request.query.get("fragment").empty() ? searched_in(request.form) : request.query.get("q"));
    const std::string searched(as_written.value_or(typed));
    if (searched.empty() || has_chosen(request)) return {};
    Service& service = Inside::service(pages.inquiries);
    const auto answer = pages.referral.search(*request.tenant, searched, page.translator(), 8, directory::Audience::staff,
                                              as_written ? referral::Spelling::as_written : referral::Spelling::corrected);
    auto hits = make_hits(answer, entry.place, page, service.clock.now());
    for (auto& hit : hits.hits) hit.told_url.clear();   // told at the desk; here the hits stand in a form
    const auto directory = service.directory.snapshot(request.tenant->id);
    for (auto& hit : hits.hits) add_renewals(hit, service.form_help, *directory, page);
    hits.fallback = make_fallback(answer.fallback, page, service.clock.now());
    say_nothing_found(hits, pages.referral, service, entry, page);
    if (hits.nobody.empty()) say_nobody_else(hits, pages.referral, service, entry, page);
    return hits;
}

http::Response show_inquiry(const Pages& pages, const http::Request& request, const Opened& opened, FormInput input, int status) {
    Service& service = Inside::service(pages.inquiries);
    html::Page page = staff_page(request, TEXT("Correct an entry"));
    page.scripts = {"note_check.js", "find_target.js"};
    const Inquiry& inquiry = opened.stored.inquiry;
    InquiryView view;
    view.form = make_log_form(service, page, input, desk_topics(service, *request.tenant, input.inquiry.place));
    view.form.url = page.tenant_url("/staff/inquiries/" + inquiry.id);
    const bool is_asked = !input.doubts.empty() || input.asks_for_receiver;
    view.form.submit = is_asked ? page.t(TEXT("Save anyway")) : page.t(TEXT("Save"));
    view.form.referred_title = target_title(service, *request.tenant, input.inquiry.referred_to, page.translator());
    view.form.referred_to.options = target_options(service, *request.tenant, input.inquiry.referred_to, page.translator());
    view.stands = inquiry.referred_to;
    view.hits = find_targets(pages, page, input.inquiry);
    view.has_chosen = has_chosen(request);
    view.form.searched = view.hits.query;
    view.form.find_target = templates::find_target(view, page);
    view.form.details_open = true;
    view.form.seen = request.form.has("seen") ? std::string(request.form.get("seen")) : mark_of(inquiry);
    view.slip_url = view.form.url + "/slip";
    view.form.topic_rules = rules_for_form(pages, page, input.inquiry, false);
    view.form.reason = reason_field(page, opened.stored, input.errors, page.t(TEXT("Why it is changed")));
    view.sent_to = referral_card(pages.referral, service, inquiry, page);
    view.referral = referral_of_entry(pages, inquiry, page);
    view.follow_up = follow_up_of(service, opened.stored, page);
    if (request.query.has("told")) view.done = page.t(TEXT("Noted how it went."));
    view.errors = std::move(input.errors);
    view.summary = summary_of(opened.stored, service, page);
    view.delete_url = page.tenant_url("/staff/inquiries/" + inquiry.id + "/delete") + from_list(request);
    const auto kept = notes_kept(service, request.tenant->id);
    if (!inquiry.note.empty() && kept)
        view.note_until = page.translator().date(gone_on(*kept, base::to_civil(inquiry.at, request.tenant->zone).date));
    view.trace.push_back(page.t(TEXT("{time}: logged"),
                                {{"time", page.translator().date_time(opened.stored.created_at, request.tenant->zone)}}));
    for (const Change& change : opened.changes) view.trace.push_back(words_for(change, page));
    for (auto& line : onward_lines(pages, inquiry, page)) view.trace.push_back(std::move(line));
    view.beside = lines_beside(service, page, inquiry);
    return html::render_page(page, templates::inquiry_page(view, page), status);
}

/// For whoever sees to it without having logged it: what it was about and how it went, without its note.
http::Response show_to_follow_up(const Pages& pages, const http::Request& request, const StoredInquiry& stored) {
    const auto& service = Inside::service(pages.inquiries);
    const html::Page page = staff_page(request, TEXT("To be followed up"));
    FollowingView view{.summary = summary_of(stored, service, page)};
    view.follow_up = follow_up_of(service, stored, page);
    view.sent_to = referral_card(pages.referral, service, stored.inquiry, page);
    view.beside = lines_beside(service, page, stored.inquiry);
    const auto since = base::to_civil(service.clock.now() - days_of_waiting, request.tenant->zone).date;
    view.list_url = page.tenant_url("/staff/inquiries?follow_up=" + std::string(still_open)) + "&from=" +
                    base::format_date(since);
    if (request.query.has("told")) view.done = page.t(TEXT("Noted how it went."));
    return html::render_page(page, templates::following_page(view, page));
}

/// The form stands there again with what was found or chosen; nothing is saved.
http::Response search_to_refer(const Pages& pages, const http::Request& request, const Opened& opened, FormInput input) {
    input.errors = {};
    if (request.form.get("then") == "refer_away") refer_away(input.inquiry, input.inquiry.outcome);
    use_hit(input, request.form.get("refer"), *Inside::service(pages.inquiries).own_topics.of(request.tenant->id));
    take_body_of_rule(input.inquiry, request.form.get("refer"), Inside::service(pages.inquiries), *request.tenant);
    http::Response response = show_inquiry(pages, request, opened, std::move(input), 200);
    html::mark_unsaved(response);
    return response;
}

}  // namespace

http::Response inquiry_page(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    const auto opened = find_inquiry(service, request);
    if (!opened) return html::error_page(request, 404);
    if (!may_change(service, request, opened->stored))
        return may_follow_up(service, request, opened->stored) ? show_to_follow_up(pages, request, opened->stored)
                                                               : html::error_page(request, 404);
    if (request.query.has("fragment")) {
        const html::Page page(request);
        return http::html(templates::desk_hits(find_targets(pages, page, opened->stored.inquiry), page).html());
    }
    return show_inquiry(pages, request, *opened, input_of(opened->stored, service, *request.tenant), 200);
}

http::Response correct_inquiry(const Pages& pages, const http::Request& request) {
    const auto opened = open_inquiry(Inside::service(pages.inquiries), request);
    const i18n::Translator& translator = i18n::translator(request.language);
    FormInput input = read_form(request, translator);
    if (!opened) return gone_inquiry(pages.inquiries, request, input);
    if (only_searches(request)) return search_to_refer(pages, request, *opened, std::move(input));
    keep_seconds(input, opened->stored, Inside::service(pages.inquiries), request);
    add_validation(input, pages.inquiries, *request.tenant, translator, &opened->stored.inquiry);
    auto moved = opened->stored;
    moved.inquiry.place = input.inquiry.place;
    if (!may_change(Inside::service(pages.inquiries), request, moved))
        input.errors.add("place", translator.t(TEXT("Choose a place of your own unit: you could not mend the entry elsewhere.")));
    const auto reason = read_reason(request, opened->stored, input.errors);
    if (input.errors.empty()) add_doubts(input, pages.inquiries, request, &opened->stored.inquiry);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    // What somebody else has saved meanwhile is asked about first.
    const bool is_as_seen = seen.is(mark_of(opened->stored.inquiry));
    if (input.errors.empty() && is_as_seen) ask_for_receiver(input, request, &opened->stored.inquiry);
    if (!input.errors.empty() || !input.doubts.empty() || input.asks_for_receiver)
        return show_inquiry(pages, request, *opened, std::move(input), 422);
    input.inquiry.id = opened->stored.inquiry.id;
    keep_order(input.inquiry, opened->stored.inquiry);
    keep_noes(input.inquiry, opened->stored.inquiry);
    const AlongWith referral_too =
        correcting(pages.referral, Inside::service(pages.inquiries), *request.tenant, input.inquiry, translator);
    if (!pages.inquiries.correct(*request.tenant, input.inquiry, actor_of(*request.identity), seen, referral_too, reason)) {
        if (!pages.inquiries.find(*request.tenant, input.inquiry.id)) return gone_inquiry(pages.inquiries, request, input);
        return http::changed_meanwhile("inquiry:" + input.inquiry.id);
    }
    return http::see_other(way_back(html::Page(request), "corrected"));
}

namespace {

http::Response ask_to_delete(const Service& service, const http::Request& request, const Opened& opened, html::FormErrors errors) {
    const html::Page page = staff_page(request, TEXT("Delete an entry"));
    const std::string url = page.tenant_url("/staff/inquiries/" + opened.stored.inquiry.id);
    DeleteView view;
    view.summary = summary_of(opened.stored, service, page);
    view.stays = what_stays(service, page, opened.stored.inquiry);
    view.reason = reason_field(page, opened.stored, errors, page.t(TEXT("Why it is deleted")));
    view.errors = std::move(errors);
    view.question = {.url = url + "/delete",
                     .text = page.t(TEXT("Delete this entry? It leaves all figures; a trace without its content stays.")),
                     .confirm = page.t(TEXT("Delete")),
                     .cancel_url = url + from_list(request),
                     .hidden = {{"seen", mark_of(opened.stored.inquiry)}}};
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::delete_inquiry_page(view, page), status);
}

}  // namespace

http::Response delete_inquiry_page(const Pages& pages, const http::Request& request) {
    Service& service = Inside::service(pages.inquiries);
    const auto opened = open_inquiry(service, request);
    return opened ? ask_to_delete(service, request, *opened, {}) : html::error_page(request, 404);
}

http::Response delete_inquiry(const Pages& pages, const http::Request& request) {
    const auto opened = open_inquiry(Inside::service(pages.inquiries), request);
    if (!opened) return html::error_page(request, 404);
    html::FormErrors errors;
    const auto reason = read_reason(request, opened->stored, errors);
    if (!errors.empty()) return ask_to_delete(Inside::service(pages.inquiries), request, *opened, std::move(errors));
    const auto& id = opened->stored.inquiry.id;
    const auto seen = base::Seen::mark(request.form.get("seen"));
    const AlongWith referral_too = withdrawing(pages.referral, *request.tenant);
    if (!pages.inquiries.remove(*request.tenant, id, actor_of(*request.identity), seen, referral_too, reason))
        return http::changed_meanwhile("inquiry:" + id);
    return http::see_other(way_back(html::Page(request), "deleted"));
}

}  // namespace digilots::inquiries
