#include "inquiries/desk_page.h"

#include <algorithm>

#include "inquiries/code_at_desk.h"
#include "inquiries/desk_hits.h"
#include "inquiries/desk_pins.h"
#include "inquiries/desk_topics.h"
#include "inquiries/entry_details.h"
#include "inquiries/logged_today.h"
#include "inquiries/onward.h"
#include "inquiries/recording.h"
#include "inquiries/refer_targets.h"
#include "inquiries/set_up_view.h"
#include "inquiries/topic_rules.h"
#include "inquiries/units.h"
#include "inquiries/templates.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/html/form_again.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

constexpr const char* usual_outcome = "answered";

/// What the commonest case needs nobody to type. Nothing that would have to be guessed, such as how long it took.
FormInput defaults(const Service& service, const http::Request& request) {
    FormInput input;
    const auto directory = service.directory.snapshot(request.tenant->id);
    input.inquiry.place = usual_place(service, request);
    input.inquiry.channel = "visit";
    input.inquiry.outcome = usual_outcome;
    use_pins(input, *directory, request);
    if (const auto target = request.query.find("refer")) {
        input.inquiry.outcome = "referred";
        input.inquiry.referred_to = *target;
        fill_unit(input.inquiry, service, *request.tenant);
    }
    const auto own = service.own_topics.of(request.tenant->id);
    if (const auto topic = request.query.find("topic"); topic && taxonomy::shared_topic(*own, *topic)) {
        input.inquiry.topics.emplace_back(*topic);
        fill_body(input.inquiry, service, *request.tenant);
    }
    return input;
}

/// "Referred on: the citizens' office"; "" where nothing is said.
std::string outcome_in_words(const Inquiry& entry, const std::string& target, const html::Page& page) {
    if (entry.outcome.empty()) return "";
    const auto outcome = taxonomy::label(taxonomy::List::outcome, entry.outcome, page.translator());
    return entry.referred_to.empty() ? outcome : outcome + ": " + target;
}

void show_done(DeskView& view, const Service& service, const referral::Referral& referral, const html::Page& page) {
    const http::Request& request = page.request();
    const std::string_view id = request.query.get("logged");
    view.done = change_message(request.query, page);
    if (!base::is_uuid(id)) return;
    const auto stored = service.database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, id); });
    if (!stored) return;
    const auto own = service.own_topics.of(request.tenant->id);
    view.done = page.t(TEXT("Logged: {topics}"),
                       {{"topics", topic_labels(stored->inquiry.topics, *own, page.translator())}});
    const auto referred = referred_now(referral, *request.tenant, stored->inquiry);
    const auto target = title_by_now(referred, service, page);
    if (const auto outcome = outcome_in_words(stored->inquiry, target, page);
        !outcome.empty() && stored->inquiry.outcome != usual_outcome)
        view.done += " · " + outcome;
    view.done_url = page.tenant_url("/staff/inquiries/" + stored->inquiry.id);
    if (may_change(service, request, *stored) && !asks_for_reason(request, *stored)) view.undo_url = view.done_url + "/undo";
    if (!view.undo_url.empty() && !referred.is_sent_back) {
        view.repeat_url = view.done_url + "/repeat";
        view.repeat_key = base::random_token(12);
        view.repeats_referral = target;
    }
    view.slip_url = view.done_url + "/slip";
    view.sent_to = referral_card(referral, service, stored->inquiry, page);
    for (auto& line : lines_beside(service, page, stored->inquiry))
        (line.is_missing ? view.missing : view.beside).push_back(std::move(line.way));
}

bool are_keys_off(const Service& service, const http::Request& request) {
    return service.database.read([&](db::Connection& connection) {
        return store::keys_off(connection, request.tenant->id, request.identity->account_id);
    });
}

/// What stands in the form, and what was just done.
struct DeskState {
    FormInput input;
    std::string form_key;
    std::string done = "";
    int status = 200;
    std::string searched = "";
    referral::Spelling spelling = referral::Spelling::corrected;
    std::vector<html::Link> stays = {};     // of the entry that was taken back
    std::optional<SavedFirstView> saved_first = {};
    CodeTyped code = {};                    // in place of words
};

/// Something stands where the form hides it until it is opened: what will be saved is visible.
bool has_details(const FormInput& input) {
    const Inquiry& inquiry = input.inquiry;
    const auto given = {&inquiry.support_given, &inquiry.barrier, &inquiry.age_band, &inquiry.gender,
                        &inquiry.note};
    return inquiry.returning == true || has_further_details(inquiry) ||
           std::ranges::any_of(given, [](const std::string* text) { return !text->empty(); });
}

std::string form_key_of(const http::Request& request) { return base::cut(request.form.get("form_key"), longest_form_key); }

http::Response show_desk(Inquiries& inquiries, referral::Referral& referral, const http::Request& request, DeskState state) {
    const Pages pages{inquiries, referral};
    Service& service = Inside::service(inquiries);
    html::Page page(request);
    page.title = page.t(TEXT("The desk"));
    page.staff = true;
    page.indexable = false;
    page.scripts = {"note_check.js", "desk_body.js", "desk_entries.js", "desk_told.js", "desk.js"};
    const auto answer = referral.search(*request.tenant, state.searched, page.translator(), 8, directory::Audience::staff,
                                        state.spelling);
    DeskView view;
    view.search = {.url = page.tenant_url("/staff/"), .label = page.t(TEXT("What is it about, or who can help?")),
                   .value = answer.query, .live = page.tenant_url("/staff/"), .live_target = "desk-hits", .key = "/"};
    view.hits = make_hits(answer, state.input.inquiry.place, page, service.clock.now());
    add_topics(view.hits, topics_found(answer, *service.own_topics.of(request.tenant->id), page.translator()), page);
    if (!answer.half_typed) view.hits.rules = rules_for_topics(pages, page, answer.topics);
    // Whom to ring stands once: above, where the words say it.
    if (view.hits.danger) std::erase_if(view.hits.rules, [](const RuleShown& rule) { return !rule.numbers.empty(); });
    const auto directory = service.directory.snapshot(request.tenant->id);
    for (auto& hit : view.hits.hits) {
        add_form_help(hit, service.form_help, page);
        add_owner_says(hit, service.owners_say, page);
        add_renewals(hit, service.form_help, *directory, page);
        add_phone_hours(hit, *directory, page);
    }
    view.hits.fallback = make_fallback(answer.fallback, page, service.clock.now());
    say_nothing_found(view.hits, referral, service, state.input.inquiry, page);
    show_code(view, state.code, page);
    if (request.query.has("fragment")) return http::html(templates::desk_hits(view.hits, page).html());
    view.form = make_log_form(service, page, state.input, desk_topics(service, *request.tenant, state.input.inquiry.place));
    view.form.url = page.tenant_url("/staff/inquiries");
    view.form.form_key = std::move(state.form_key);
    view.form.taken_back = state.input.taken_back;
    view.form.topic_rules = rules_for_form(pages, page, state.input.inquiry, true);
    const bool is_asked = !view.form.doubts.empty() || view.form.asks_for_receiver;
    view.form.submit = is_asked ? page.t(TEXT("Save anyway")) : page.t(TEXT("Log it"));
    if (view.form.doubts.empty()) view.form.submit_answered = page.t(TEXT("Log it"));
    view.form.details_open = !state.input.errors.empty() || has_details(state.input);
    view.form.pinned = pin_field(view.form, state.input, page);
    view.form.may_search = true;
    view.form.searched = answer.query;
    view.errors = std::move(state.input.errors);
    show_today(view, service, referral, page);
    view.keys_url = page.tenant_url("/staff/desk-keys");
    view.keys_off = are_keys_off(service, request);
    if (!view.keys_off) page.early_script = "early_keys.js";
    show_done(view, service, referral, page);
    if (const auto missing = what_is_missing(service, page); missing && view.done.empty())
        view.steps_left = std::ssize(missing->steps) - static_cast<std::ptrdiff_t>(missing->done);
    view.undone = !state.done.empty();
    view.stays = std::move(state.stays);
    view.saved_first = std::move(state.saved_first);
    if (view.form.form_key == form_key_of(request)) view.unsent = request.form.get("unsent");   // the same form, again
    if (view.undone) view.done = std::move(state.done);
    return html::render_page(page, templates::desk_page(view, page), state.status);
}

http::Response search_at_desk(const Pages& pages, const http::Request& request, FormInput input) {
    input.errors = {};
    if (request.form.get("then") == "refer_away") refer_away(input.inquiry, usual_outcome);
    Service& service = Inside::service(pages.inquiries);
    const auto before = input.inquiry.topics;
    use_hit(input, request.form.get("refer"), *service.own_topics.of(request.tenant->id));
    take_body_of_rule(input.inquiry, request.form.get("refer"), service, *request.tenant);
    if (input.inquiry.topics != before) fill_body(input.inquiry, service, *request.tenant);
    if (!request.form.get("refer").empty()) fill_unit(input.inquiry, service, *request.tenant);
    DeskState state{std::move(input), form_key_of(request)};
    const auto as_written = request.form.find("as_written");
    state.searched = as_written.value_or(searched_in(request.form));
    if (as_written) state.spelling = referral::Spelling::as_written;
    state.code = taken_for_code(pages.followed, state.searched, html::Page(request));
    http::Response response = show_desk(pages.inquiries, pages.referral, request, std::move(state));
    html::mark_unsaved(response);
    return response;
}

/// And what went on without the entry that this stood in belongs to it, where whoever logs it took that back.
AlongWith taking_over(const Service& service, const http::Request& request, std::string before, AlongWith along_with) {
    if (!base::is_uuid(before)) return along_with;
    return [&service, tenant = *request.tenant, own = actor_of(*request.identity), before = std::move(before),
            along_with = std::move(along_with)](db::Connection& connection, const Inquiry& logged) {
        if (along_with) along_with(connection, logged);
        const auto changes = store::list_changes(connection, tenant.id, before);
        const bool is_own = std::ranges::any_of(
            changes, [&](const Change& change) { return change.action == "deleted" && change.actor == own; });
        if (!is_own) return;
        for (const auto& companion : service.companions)
            if (companion.taken_over) companion.taken_over(connection, tenant, before, logged.id);
    };
}

http::Response log_and_return(Service& service, const referral::Referral& referral, const http::Request& request,
                              Inquiry inquiry, const std::string& taken_back = "") {
    const html::Page page(request);
    const AlongWith along_with = taking_over(service, request, taken_back,
                                             recording(referral, service, *request.tenant, inquiry, page.translator()));
    const std::string content = base::sha256_hex(canonical_text(inquiry));
    const std::string actor = actor_of(*request.identity);
    const auto key = key_of_form(request.form, content);
    const auto logged = log_inquiry(service, *request.tenant, std::move(inquiry), actor, key, content, along_with);
    ENSURE(logged.has_value());
    const auto address = page.tenant_url("/staff/?logged=" + logged->id + "#done");
    // The page that sent it goes there itself (desk_saving.mjs).
    if (request.accepts("application/json")) {
        base::JsonWriter json;
        json.begin_object().member("location", address).end_object();
        return http::json(std::move(json).take());
    }
    return http::see_other(address);
}

/// A time that is not "just now" stands in the form again; else the new entry is of now.
void leave_out_now(FormInput& input, const StoredInquiry& stored) {
    using namespace std::chrono_literals;
    if (stored.created_at - stored.inquiry.at > 1min) return;
    input.typed_date.clear();
    input.typed_time.clear();
}

}  // namespace

http::Response desk_page(const Pages& pages, const http::Request& request) {
    FormInput input = defaults(Inside::service(pages.inquiries), request);
    DeskState state{std::move(input), base::random_token(12)};
    state.searched = request.query.get("q");
    state.code = taken_for_code(pages.followed, state.searched, html::Page(request));
    return show_desk(pages.inquiries, pages.referral, request, std::move(state));
}

http::Response log_at_desk(const Pages& pages, const http::Request& request) {
    const i18n::Translator& translator = i18n::translator(request.language);
    FormInput input = read_form(request, translator);
    if (only_searches(request)) return search_at_desk(pages, request, std::move(input));
    add_validation(input, pages.inquiries, *request.tenant, translator);
    if (input.errors.empty()) add_doubts(input, pages.inquiries, request);
    if (input.errors.empty()) ask_for_receiver(input, request);
    if (!input.errors.empty() || !input.doubts.empty() || input.asks_for_receiver)
        return show_desk(pages.inquiries, pages.referral, request,
                         {std::move(input), form_key_of(request), "", 422, std::string(searched_in(request.form))});
    Service& service = Inside::service(pages.inquiries);
    if (const auto first = saved_first(service, request, input.inquiry); first && !is_another(request)) {
        const html::Page page(request);
        if (correct_first(pages, request, *first, input.inquiry))
            return http::see_other(page.tenant_url("/staff/?logged=" + first->inquiry.id + "#done"));
        DeskState state{std::move(input), form_key_of(request), "", 409, std::string(searched_in(request.form))};
        state.saved_first = saved_first_view(*first, service, page);
        return show_desk(pages.inquiries, pages.referral, request, std::move(state));
    }
    const http::Cookie pinned = pin(input);
    http::Response response = log_and_return(service, pages.referral, request, std::move(input.inquiry),
                                             input.taken_back);
    response.cookies = {pinned};
    return response;
}

http::Response repeat_inquiry(const Pages& pages, const http::Request& request) {
    Service& service = Inside::service(pages.inquiries);
    const auto stored = service.database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, request.parameter("id")); });
    if (!stored || !may_change(service, request, *stored)) return html::error_page(request, 404);
    const auto referred = referred_now(pages.referral, *request.tenant, stored->inquiry);
    // Nobody else is sent to who sent back: to whom instead is chosen on its page.
    if (referred.is_sent_back) return http::see_other(html::Page(request).tenant_url("/staff/inquiries/" + stored->inquiry.id));
    Inquiry again = stored->inquiry;
    if (referred.target != again.referred_to) again.further.handover = again.further.referral_reason = "";
    again.referred_to = referred.target;
    again.id.clear();
    again.at = unstated;
    again.no_time = false;
    again.note.clear();
    again.further.followed_up.clear();
    return log_and_return(service, pages.referral, request, std::move(again));
}

/// The desk that stands there after an entry was taken back has the address of that: a link to another language leads here.
http::Response back_to_desk(const Pages&, const http::Request& request) {
    return http::see_other(html::Page(request).tenant_url("/staff/"));
}

/// What happened to an entry since it was logged.
std::vector<Change> changes_of(const Service& service, const http::Request& request) {
    return service.database.read([&](db::Connection& connection) {
        return store::list_changes(connection, request.tenant->id, request.parameter("id"));
    });
}

/// Others have put it right, or told how those who were sent on fared; else its referral is withdrawn.
Unless touched_by_others(const referral::Referral& referral, const http::Request& request) {
    return [&referral, tenant = *request.tenant, own = actor_of(*request.identity)](db::Connection& connection,
                                                                                   const Inquiry& entry) {
        const auto changes = store::list_changes(connection, tenant.id, entry.id);
        return std::ranges::any_of(changes, [&](const Change& change) { return change.actor != own; }) ||
               !referral.withdraw_untold(connection, tenant, entry.id);
    };
}

http::Response undo_inquiry(const Pages& pages, const http::Request& request) {
    Service& service = Inside::service(pages.inquiries);
    const html::Page page(request);
    const auto stored = service.database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, request.parameter("id")); });
    // Pressed twice: it is gone, which is what was meant. What never was here is not there.
    if (!stored && !changes_of(service, request).empty()) return http::see_other(page.tenant_url("/staff/?deleted=1"));
    if (!stored) return html::error_page(request, 404);
    if (!may_change(service, request, *stored)) return html::error_page(request, 404);
    // Of another day, another's, or put right by somebody else meanwhile: whoever takes it back sees what stands there now.
    const auto looked_at = page.tenant_url("/staff/inquiries/" + stored->inquiry.id + "/delete");
    if (asks_for_reason(request, *stored)) return http::see_other(looked_at);
    FormInput input = input_of(*stored, service, *request.tenant);
    leave_out_now(input, *stored);
    // Whoever goes back to the form that logged it and sends it again wants it logged.
    const AlongWith forget_keys = [&](db::Connection& connection, const Inquiry& removed) {
        store::forget_keys_of(connection, request.tenant->id, removed.id);
    };
    const auto seen = base::Seen::mark(mark_of(stored->inquiry));
    const bool is_gone = pages.inquiries.remove(*request.tenant, stored->inquiry.id, actor_of(*request.identity), seen,
                                                forget_keys, {}, touched_by_others(pages.referral, request));
    if (!is_gone) {
        const bool is_taken_back = std::ranges::any_of(changes_of(service, request),
                                                       [](const Change& change) { return change.action == "deleted"; });
        return http::see_other(is_taken_back ? page.tenant_url("/staff/?deleted=1") : looked_at);
    }
    const auto& entry = stored->inquiry;
    const auto topics = topic_labels(entry.topics, *service.own_topics.of(request.tenant->id), page.translator());
    const std::string done = page.t(TEXT("Undone: {entry} is gone from the log. What stood in it stands in the form again."),
                                    {{"entry", page.translator().date_time(entry.at, request.tenant->zone) +
                                                   (topics.empty() ? "" : ", " + topics)}});
    DeskState state{std::move(input), base::random_token(12), done};
    state.stays = what_stays(service, page, stored->inquiry);
    if (!state.stays.empty()) state.input.taken_back = stored->inquiry.id;
    return show_desk(pages.inquiries, pages.referral, request, std::move(state));
}

http::Response switch_keys(const Pages& pages, const http::Request& request) {
    const bool off = request.form.get("keys") == "off";
    Inside::service(pages.inquiries).database.write([&](db::Connection& connection) {
        store::set_keys_off(connection, request.tenant->id, request.identity->account_id, off);
    });
    return http::see_other(html::Page(request).tenant_url("/staff/"));
}

}  // namespace digilots::inquiries
