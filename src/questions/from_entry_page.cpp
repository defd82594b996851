// The visit grows: staff make a question of an entry of the log, with what the entry says already. Whoever asked gets its code.
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/html/error_page.h"
#include "platform/personal/personal_data.h"
#include "questions/asking.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/registers.h"
#include "questions/templates.h"

namespace digilots::questions {

namespace {

using inquiries::Inquiry;

/// How the entry came in, as questions say it.
std::string way_in_of(const Inquiry& entry) {
    static constexpr std::pair<std::string_view, const char*> ways[] = {
        {"phone", "phone"}, {"switchboard", "phone"}, {"email", "email"}, {"post", "letter"}};
    for (const auto& [channel, way] : ways)
        if (entry.channel == channel) return way;
    return "visit";
}

/// The note, where nothing in it may be personal.
std::string question_in(const Inquiry& entry) {
    const bool is_free = personal::find_personal_data(entry.note) == personal::PersonalData::none &&
                         personal::doubts_about(entry.note).empty();
    return is_free ? entry.note : "";
}

std::string shared_topic_of(const Inquiry& entry) {
    for (const auto& topic : entry.topics)
        if (taxonomy::find(taxonomy::List::topic, topic) != nullptr) return topic;
    return "";
}

/// The language of the conversation where the municipality offers it, else its first.
std::string language_for(const Inquiry& entry, const http::Tenant& tenant) {
    if (base::holds(tenant.languages, entry.language)) return entry.language;
    return tenant.languages.empty() ? "sv" : tenant.languages.front();
}

std::string url_of(const Inquiry& entry, const html::Page& page) {
    return page.tenant_url("/staff/questions/from-entry/" + entry.id);
}

html::Page page_from_entry(const http::Request& request, const Inquiry& entry) {
    html::Page page(request);
    page.title = page.t("Make a question of an entry");
    page.staff = true;
    page.indexable = false;
    page.scripts = {"comes_with.js"};
    page.breadcrumbs = {{page.t("Questions from residents"), page.tenant_url("/staff/questions")},
                        {page.t("The entry in the questions log"), page.tenant_url("/staff/inquiries/" + entry.id)},
                        {page.title, "", true}};
    return page;
}

/// What came of it: the code, told in this answer alone; or, without one, that the entry has a question already.
http::Response show_made(const Pages& pages, const http::Request& request, const Inquiry& entry,
                         const register_::Record& question, const std::string& code) {
    const auto page = page_from_entry(request, entry);
    const auto entry_url = page.tenant_url("/staff/inquiries/" + entry.id);
    FromEntryView view{.question_url = page.tenant_url("/staff/questions/" + question.id),
                       .entry_url = entry_url,
                       .slip_url = entry_url + "/slip"};
    view.code = code;
    const auto line = Inside::of(pages.questions).line_beside(page, entry);
    if (line) view.standing = line->standing;
    return never_kept(html::render_page(page, templates::made_from_entry(view, page)));
}

http::Response show_form(const Pages& pages, const http::Request& request, const Inquiry& entry, const AskTyped& typed,
                         html::FormErrors errors, int status, std::vector<std::string> doubts = {}) {
    const auto page = page_from_entry(request, entry);
    AskView view{.errors = std::move(errors), .url = url_of(entry, page)};
    view.asked_about = doubts.empty() ? request.form.get("asked_about").substr(0, 200) : base::mark_of(doubts);
    view.doubts = std::move(doubts);
    const auto now = pages.clock.now();
    view.form_key = base::form_key_for(typed.form_key, now);
    view.promise = promise_words(pages.questions.promised_at(request.tenant->id, now, way_in_of(entry)), request.tenant->zone,
                                 page.translator());
    add_ask_fields(view, typed, page);
    view.question.label = page.t("What is asked");
    view.question.hint = page.t("Without names, numbers and addresses: how to reach who asks stands apart.");
    view.reply_by = reply_by_of_staff(typed.reply_by, page).with(view.errors);
    view.contact = contact_of_staff(typed.contact, page).with(view.errors);
    view.how_often.label = page.t("How often do we tell them?");
    if (!pages.questions.sends_letters()) say_that_steps_are_rung(view.how_often, page);
    view.wished = wish_again_field(pages, "", typed.wished, page).with(view.errors);
    word_wish_for_staff(view.wished, page);
    view.follow_url = page.tenant_url("/staff/inquiries/" + entry.id);
    return never_kept(html::render_page(page, templates::from_entry_page(view, page), status));
}

/// Asked about once, and again where it is another doubt.
std::vector<std::string> doubts_to_ask_about(const http::Request& request, const AskTyped& typed, const i18n::Translator& words) {
    auto doubts = personal_doubts(typed.question, ReadBy::asker, words);
    if (request.form.get("asked_about") == base::mark_of(doubts)) doubts.clear();
    return doubts;
}

std::optional<Inquiry> entry_named(const Pages& pages, const http::Request& request) {
    return pages.log.find_for(request, request.parameter("id"));
}

}  // namespace

http::Response from_entry_page(const Pages& pages, const http::Request& request) {
    const auto entry = entry_named(pages, request);
    if (!entry) return html::error_page(request, 404);
    if (const auto there = Inside::of(pages.questions).of_entry(request.tenant->id, entry->id))
        return show_made(pages, request, *entry, *there, "");
    return show_form(pages, request, *entry, {.question = question_in(*entry), .topic = shared_topic_of(*entry)}, {}, 200);
}

http::Response make_question_of_entry(const Pages& pages, const http::Request& request) {
    const auto entry = entry_named(pages, request);
    if (!entry) return html::error_page(request, 404);
    const html::Page page(request);
    const auto typed = ask_typed_in(request);
    html::FormErrors errors;
    const auto reply_by = reply_by_called(typed.reply_by);
    if (!reply_by) {
        errors.add("reply_by", page.t("Choose how they want the answer."));
        return show_form(pages, request, *entry, typed, std::move(errors), 422);
    }
    const auto how_often = how_often_called(typed.how_often);
    if (!how_often) {
        errors.add(how_often_name, how_often_fault(page.translator()));
        return show_form(pages, request, *entry, typed, std::move(errors), 422);
    }
    const auto doubts = doubts_to_ask_about(request, typed, page.translator());
    const Asking asking{.question = typed.question,
                        .topic = typed.topic,
                        .reply_by = *reply_by,
                        .contact = typed.contact,
                        .how_often = *how_often,
                        .channel = way_in_of(*entry),
                        .form_key = typed.form_key,
                        .language = language_for(*entry, *request.tenant),
                        .entry = entry->id,
                        .unit = pages.log.unit_of(*request.tenant, *entry),
                        .wished = typed.wished};
    // What is wrong is said first: what may be wrong is asked about once all else is right.
    if (!doubts.empty() && faults_of(pages.questions, *request.tenant, asking, page.translator()).empty())
        return show_form(pages, request, *entry, typed, {}, 422, doubts);
    const auto asked = pages.questions.ask(*request.tenant, asking, page.translator());
    const auto made = asked ? Inside::of(pages.questions).of_entry(request.tenant->id, entry->id) : std::nullopt;
    if (asked && made) return show_made(pages, request, *entry, *made, asked->code);
    if (asked) return html::error_page(request, 404);
    if (asked.error().has_one) {
        errors.add("", page.t("A colleague has made a question of the entry meanwhile. What you wrote stands here: look at the "
                              "question first, and write into it what it lacks."));
        return show_form(pages, request, *entry, typed, std::move(errors), 409);
    }
    if (asked.error().is_full) {
        errors.add("", page.t("So many questions wait that we could not keep our promise. Answer some first, or get back to "
                              "this person yourself."));
        return show_form(pages, request, *entry, typed, std::move(errors), 503);
    }
    for (const auto& [field, message] : asked.error().errors) errors.add(field, message);
    return show_form(pages, request, *entry, typed, std::move(errors), 422);
}

}  // namespace digilots::questions
