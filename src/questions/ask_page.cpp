// Residents ask in three fields, without an account, and follow their question by its code.
#include <algorithm>

#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/ongoing.h"
#include "questions/pages.h"
#include "questions/registers.h"
#include "questions/templates.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

namespace {

using html::components::Field;

std::vector<html::components::Option> topic_options(const std::string& chosen, const html::Page& page) {
    register_::Surroundings around{.municipality_id = page.request().tenant->id, .words = &page.translator()};
    std::vector<html::components::Option> options{{"", page.t("No topic"), chosen.empty()}};
    for (const auto& choice : taxonomy::topic_choices(around))
        options.push_back({choice.key, choice.label, choice.key == chosen, "", choice.group});
    return options;
}

const directory::Place* place_named(const directory::Snapshot& snapshot, const std::string& slug) {
    const auto* place = slug.empty() ? nullptr : snapshot.place(slug);
    return place != nullptr && place->listed() ? place : nullptr;
}

/// The same form, of whoever wants nothing but to be rung.
void fit_to_call(AskView& view, const html::Page& page) {
    view.question.label = page.t("What do you want to talk about?");
    view.question.rows = 3;
    view.contact.label = page.t("Your phone number");
    view.contact.type = view.contact.autocomplete = "tel";
    view.wished.hint = page.t("These are the times when we answer the phone.");
}

http::Response show_form(const Pages& pages, const http::Request& request, const AskTyped& typed, AskView view, int status) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    view.is_call = typed.is_call;
    view.nobody_yet = nobody_yet(pages, page);
    page.title = typed.is_call ? page.t("We can ring you") : page.t("Ask a question");
    page.description = page.t("Ask {municipality} in writing, without an account.", {{"municipality", tenant.name}});
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.title, "", true}};
    const auto now = pages.clock.now();
    view.url = page.tenant_url("/ask");
    view.follow_url = page.tenant_url("/ask/follow");
    view.form_key = base::form_key_for(typed.form_key, now);
    view.promise = promise_words(pages.questions.promised_at(tenant.id, now), tenant.zone, page.translator());
    add_ask_fields(view, typed, page);
    if (!pages.questions.sends_letters()) say_that_steps_are_rung(view.how_often, page);
    view.wished = wish_again_field(pages, "", typed.wished, page).with(view.errors);
    const auto directory = pages.directory.snapshot(tenant.id);
    if (const auto* place = place_named(*directory, typed.place)) {
        view.place = place->name;
        view.place_slug = place->slug;
    }
    if (typed.is_call) fit_to_call(view, page);
    view.code = Field{.name = "code", .label = page.t("Your code"), .value = view.typed_code, .autocomplete = "off"}
                    .with(view.code_errors);
    if (view.is_following) page.title = page.t("Your question");
    page.scripts = {"note_check.js", "comes_with.js"};
    view.warnings = answer_warnings(page.translator());
    return never_kept(html::render_page(page, templates::ask_page(view, page), status));
}

http::Response too_often(const Pages& pages, const http::Request& request, const AskTyped& typed, std::chrono::seconds wait) {
    AskView view;
    view.errors.add("", html::Page(request).t("So much was sent from here that it has to wait a moment. Try again in a minute; "
                                              "what you wrote stands here."));
    auto response = show_form(pages, request, typed, std::move(view), 429);
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
}

std::vector<std::string> paragraphs_of(const std::string& text) { return base::separated(text, '\n'); }

std::string how_text(std::string_view way, bool is_letter_missed, const html::Page& page) {
    if (way == "email" && is_letter_missed) return page.t("The e-mail with the answer has not arrived.");
    if (way == "email") return page.t("The answer was also sent by e-mail.");
    if (way == "phone") return page.t("The answer was given by phone.");
    if (way == "letter") return page.t("The answer was also sent by letter.");
    return "";
}

html::components::DangerCard card_of(const referral::Danger& danger) {
    html::components::DangerCard card{danger.title, danger.advice, {}};
    for (const auto& [number, name, about] : danger.numbers) card.numbers.push_back({number, name, about});
    return card;
}

/// While nobody has answered: whom to ring in danger, and what the bank knows already.
void add_help(FollowView& view, const Pages& pages, const Followed& followed, const html::Page& page) {
    const auto& request = page.request();
    const auto bank = pages.questions.answers(request.tenant->id);
    const auto found = bank_hits(pages, request, *bank, followed.question, 3);
    if (found.danger) view.danger = card_of(*found.danger);
    for (const auto* hit : found.answers) view.suggestions.push_back({hit->question, page.tenant_url(hit->path())});
}

}  // namespace

std::optional<NobodyYet> nobody_yet(const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    if (pages.questions.has_said_who_answers(tenant.id)) return std::nullopt;
    const bool has_places = std::ranges::any_of(pages.directory.snapshot(tenant.id)->places, &directory::Place::listed);
    return NobodyYet{.phone = tenant.phone, .places_url = has_places ? page.tenant_url("/places") : ""};
}

AskTyped ask_typed_in(const http::Request& request) {
    const auto& form = request.form;
    AskTyped typed{std::string(form.get("question")), std::string(form.get("topic")), std::string(form.get("reply_by")),
                   std::string(form.get("contact")), std::string(form.get("form_key")),
                   std::string(form.has(how_often_name) ? form.get(how_often_name) : word_of(HowOften::only)),
                   std::string(form.get("wished").substr(0, 40)), std::string(form.get("place").substr(0, 200)),
                   form.get("call") == "1"};
    if (typed.is_call) typed.reply_by = word_of(ReplyBy::phone);
    const bool is_chosen = !typed.reply_by.empty() && typed.reply_by != word_of(ReplyBy::none);
    if (!is_chosen) typed.reply_by = way_meant_by(typed.reply_by, typed.contact, request);
    return typed;
}

std::string way_meant_by(std::string_view chosen, std::string_view contact, const http::Request& request) {
    switch (reach_meant_by(contact, request.tenant->country)) {
        case WayToReach::email: return std::string(word_of(ReplyBy::email));
        case WayToReach::phone: return std::string(word_of(ReplyBy::phone));
        case WayToReach::nothing: break;
    }
    return std::string(chosen);
}

void say_that_steps_are_rung(Field& how_often, const html::Page& page) {
    how_often.options.back().label = page.t("Each step, by phone: also that somebody has taken it on, or that it is late");
}

html::components::Field reply_by_field(std::string_view chosen, const html::Page& page) {
    const auto way = [&](const char* value, std::string label) {
        return html::components::Option{value, std::move(label), chosen == value};
    };
    return {.name = "reply_by",
            .label = page.t("How do you want the answer?"),
            .options = {way("none", page.t("I look here with my code")), way("email", page.t("Also by e-mail")),
                        way("phone", page.t("Ring me"))}};
}

html::components::Field contact_field(std::string_view typed, const html::Page& page) {
    return {.name = "contact",
            .label = page.t("E-mail address or phone number: needed if we are to write to you or ring you"),
            .value = std::string(typed),
            .hint = page.t("It is kept apart from your question, and deleted when the question is closed."),
            .autocomplete = "off"};
}

Field wish_again_field(const Pages& pages, std::string_view stands, std::string_view chosen, const html::Page& page) {
    const auto office = pages.questions.office_hours(page.request().tenant->id);
    return wish_field(wish_options(office, pages.clock.now(), stands, chosen, page.translator()), page);
}

Field how_often_again_field(const Pages& pages, std::string_view chosen, const html::Page& page) {
    auto field = how_often_field(chosen, page, WaitsFor::answer);
    if (!pages.questions.sends_letters()) say_that_steps_are_rung(field, page);
    return field;
}

std::optional<std::string> wished_in(const http::Request& request) {
    if (!request.form.has("wished")) return std::nullopt;
    return std::string(request.form.get("wished").substr(0, 40));
}

void add_ask_fields(AskView& view, const AskTyped& typed, const html::Page& page) {
    view.question = Field{.name = "question",
                          .label = page.t("Your question"),
                          .value = typed.question,
                          .hint = page.t("In your own words, at most 2000 characters. Leave out names, personal numbers and what "
                                         "else tells who you are."),
                          .rows = 6}
                        .with(view.errors);
    view.topic = Field{.name = "topic", .label = page.t("What it is about"), .optional = true,
                       .options = topic_options(typed.topic, page)}
                     .with(view.errors);
    view.reply_by = reply_by_field(typed.reply_by, page).with(view.errors);
    view.contact = contact_field(typed.contact, page).with(view.errors);
    view.how_often = how_often_field(typed.how_often, page, WaitsFor::answer).with(view.errors);
}

http::Response ask_page(const Pages& pages, const http::Request& request) {
    AskTyped typed;
    if (const auto by = reply_by_offered(request.query.get("by"))) typed.reply_by = word_of(*by);
    typed.is_call = typed.reply_by == word_of(ReplyBy::phone);
    typed.place = request.query.get("place").substr(0, 200);
    return show_form(pages, request, typed, {}, 200);
}

http::Response ask(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = ask_typed_in(request);
    // From a chat that was closed meanwhile: it stands in the form, and nothing is sent yet.
    if (request.form.get("carried") == "1") return show_form(pages, request, typed, {}, 200);
    if (const auto wait = wait_of(Inside::of(pages.questions).asking, request, pages.clock.now()))
        return too_often(pages, request, typed, *wait);
    AskView view;
    const auto reply_by = reply_by_offered(typed.reply_by.empty() ? "none" : typed.reply_by);
    const auto how_often = how_often_called(typed.how_often);
    if (!reply_by) view.errors.add("reply_by", page.t("Choose how you want the answer."));
    if (!how_often) view.errors.add(how_often_name, how_often_fault(page.translator()));
    if (!reply_by || !how_often) return show_form(pages, request, typed, std::move(view), 422);
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto* place = place_named(*snapshot, typed.place);
    const auto asked = pages.questions.ask(*request.tenant,
                                           {.question = typed.question,
                                            .topic = typed.topic,
                                            .reply_by = *reply_by,
                                            .contact = typed.contact,
                                            .how_often = *how_often,
                                            .form_key = typed.form_key,
                                            .language = request.language,
                                            .unit = place ? place->unit : "",
                                            .wished = typed.wished},
                                           page.translator());
    if (asked && asked->is_code_replaced) {
        view.errors.add("", page.t("Your question has arrived before, and you were given a new code since. Use that one."));
        return show_form(pages, request, typed, std::move(view), 409);
    }
    if (asked) return http::see_other(page.tenant_url("/ask/" + asked->code + "?new=1"));
    if (asked.error().is_full) {
        view.errors.add("", page.t("So many questions wait that we could not keep our promise. Ring us, or come to a place that "
                                   "helps."));
        return show_form(pages, request, typed, std::move(view), 503);
    }
    for (const auto& [field, message] : asked.error().errors) view.errors.add(field, message);
    return show_form(pages, request, typed, std::move(view), 422);
}

http::Response code_form(const Pages& pages, const http::Request& request) {
    AskView view;
    view.is_following = true;
    return show_form(pages, request, {}, std::move(view), 200);
}

http::Response find_code(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::trim(request.form.get("code"));
    const auto code = base::tidy_code(code_kind, typed);
    if (!code.empty()) return http::see_other(page.tenant_url("/ask/" + code));
    AskView view;
    view.code_errors.add("code", page.t("Write the code as you got it: 16 letters and digits, such as k7m2-9xqd-4tfh-p3wz."));
    view.is_following = true;
    view.typed_code = base::cut(typed, 40);
    return show_form(pages, request, {}, std::move(view), 422);
}

http::Response follow_page(const Pages& pages, const http::Request& request) {
    const auto followed = pages.questions.follow(*request.tenant, request.parameter("code"));
    const auto now = pages.clock.now();
    html::Page page(request);
    if (!followed) {
        if (const auto wait = wait_after_guess(Inside::of(pages.questions).guessing, request, now))
            return html::wait_page(request, *wait);
        AskView view;
        view.is_following = true;
        view.typed_code = base::cut(request.parameter("code"), 40);
        view.code_errors.add("code", page.t("No question has this code. Look at each sign of it: it has 16 letters and digits. A "
                                            "question is shown for 90 days after it was answered."));
        return show_form(pages, request, {}, std::move(view), 404);
    }
    if (followed->is_open_chat)
        return never_kept(http::see_other(page.tenant_url("/chat/" + std::string(request.parameter("code")))));
    const auto& tenant = *request.tenant;
    const auto& words = page.translator();
    page.title = page.t("Your question");
    page.indexable = false;
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")},
                        {page.t("Ask a question"), page.tenant_url("/ask")},
                        {page.title, "", true}};
    FollowView view{.is_new = request.query.has("new"),
                    .code = base::tidy_code(code_kind, request.parameter("code")),
                    .state = std::string(word_of(followed->state)),
                    .question = followed->question,
                    .asked = words.date_time(followed->asked_at, tenant.zone),
                    .promised = promise_words(followed->promised_at, tenant.zone, words),
                    .how = how_text(followed->reply_way, followed->is_letter_missed, page),
                    .answer = paragraphs_of(followed->answer),
                    .ask_url = page.tenant_url("/ask"),
                    .wished = wish_words(pages.questions.office_hours(tenant.id), followed->wished, words)};
    view.papers = code_papers(page.tenant_url("/ask/" + view.code), page);
    view.is_rung = followed->told_by == ReplyBy::phone;
    view.is_late = followed->state == Followed::State::waiting && followed->promised_at < now;
    view.is_wish_promised = followed->is_wish_promised;
    if (followed->state == Followed::State::waiting) view.nobody_yet = nobody_yet(pages, page);
    if (followed->answered_at) {
        view.answered = words.date_time(*followed->answered_at, tenant.zone);
        const auto until = *followed->answered_at + std::chrono::days(Questions::code_days);
        view.kept_until = words.date(base::to_civil(until, tenant.zone).date);
    }
    if (view.is_new) view.named = personal_doubts(followed->question, ReadBy::staff, words);
    if (followed->state == Followed::State::waiting) {
        view.rung = rung_words(*followed, now, page);
        add_help(view, pages, *followed, page);
        view.reached = how_reached(*followed, words);
        view.reach_url = page.tenant_url("/ask/" + view.code + "/reach");
        const bool is_told_each = followed->how_often == HowOften::each;
        const bool can_be_told = followed->told_by == ReplyBy::phone || pages.questions.sends_letters() || is_told_each;
        if (followed->told_by != ReplyBy::none && can_be_told)
            view.how_often = how_often_field(word_of(followed->how_often), page, WaitsFor::answer);
        view.how_often_url = page.tenant_url("/ask/" + view.code + "/how-often");
        if (request.query.has("chosen")) view.notice = page.t("What you chose holds from now on.");
    }
    return never_kept(html::render_page(page, templates::follow_page(view, page)));
}

http::Response choose_how_often(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.t("Ask a question"), page.tenant_url("/ask")}};
    const auto own = page.tenant_url("/ask/" + std::string(request.parameter("code")));
    const auto often = how_often_in(request);
    if (!often) return how_often_again(std::move(page), request, own, WaitsFor::answer);
    // A code that is none is told so, and counted as a guess, by the page that it leads to.
    pages.questions.choose_how_often(*request.tenant, request.parameter("code"), *often);
    return never_kept(http::see_other(own + "?chosen=1"));
}

}  // namespace digilots::questions
