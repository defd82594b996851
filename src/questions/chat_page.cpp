// Residents write to and fro with staff, without an account: who has the code of the chat reads and writes in it.
#include "platform/base/form_key.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/templates.h"

namespace digilots::questions {

namespace {

using html::components::Field;

Field line_field(const std::string& typed, const html::FormErrors& errors, const html::Page& page) {
    return Field{.name = "words",
                 .label = page.t("Write here"),
                 .value = typed,
                 .hint = page.t("Leave out names, personal numbers and what else tells who you are."),
                 .rows = 3}
        .with(errors);
}

/// What was being written while somebody closed the chat: it goes on as a question.
Field unsaid_field(const std::string& typed, const html::Page& page) {
    return Field{.name = "question", .label = page.t("What you were writing"), .value = typed, .rows = 3};
}

http::Response show_start(const Pages& pages, const http::Request& request, const std::string& typed, const std::string& key,
                          html::FormErrors errors, int status) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto now = pages.clock.now();
    page.title = page.t("Chat");
    page.description = page.t("Write with {municipality} while somebody is here, without an account.",
                              {{"municipality", tenant.name}});
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.title, "", true}};
    ChatStartView view{.errors = std::move(errors),
                       .is_open = pages.questions.is_chat_open(tenant),
                       .has_hours = pages.questions.offers_chat(tenant),
                       .nobody_yet = nobody_yet(pages, page),
                       .url = page.tenant_url("/chat"),
                       .ask_url = page.tenant_url("/ask"),
                       .form_key = base::form_key_for(key, now),
                       .promise = promise_words(pages.questions.promised_at(tenant.id, now, "form"), tenant.zone,
                                                page.translator())};
    const auto opens = next_answers(pages.questions.office_hours(tenant.id), now);
    if (opens && !view.is_open && pages.questions.offers_chat(tenant)) {
        const auto civil = base::to_civil(*opens, pages.questions.office_hours(tenant.id).week.zone);
        view.opens = page.translator().weekday(civil.weekday) + " " + page.translator().date_time(*opens, tenant.zone);
    }
    view.question = line_field(typed, view.errors, page);
    view.question.label = page.t("What do you want to ask?");
    return never_kept(html::render_page(page, templates::chat_page(view, page), status));
}

http::Response not_there(const Pages& pages, const http::Request& request) {
    if (const auto wait = wait_after_guess(Inside::of(pages.questions).guessing, request, pages.clock.now()))
        return html::wait_page(request, *wait);
    return never_kept(html::error_page(request, 404));
}

http::Response show_talk(const Pages& pages, const http::Request& request, const Talk& talk, const std::string& typed,
                         const std::string& key, html::FormErrors errors, int status) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    page.title = page.t("Chat with {municipality}", {{"municipality", tenant.name}});
    page.indexable = false;
    page.scripts.push_back("chat.js");
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.t("Chat"), page.tenant_url("/chat")}, {page.title, "", true}};
    const std::string code(request.parameter("code"));
    ChatView view{.errors = std::move(errors),
                  .is_over = talk.state != Followed::State::waiting,
                  .code = code,
                  .url = page.tenant_url("/chat/" + code),
                  .lines_url = page.tenant_url("/chat/" + code + "/lines"),
                  .form_key = base::form_key_for(key, pages.clock.now()),
                  .ask_url = page.tenant_url("/ask"),
                  .last = talk.lines.empty() ? 0 : talk.lines.back().number,
                  .lines = lines_of(talk, false, true, page)};
    view.is_somebody_here = pages.questions.is_chat_open(tenant);
    view.nobody_yet = nobody_yet(pages, page);
    view.promise = promise_words(pages.questions.promised_at(tenant.id, talk.asked_at, "chat"), tenant.zone, page.translator());
    view.words = line_field(typed, view.errors, page);
    if (view.is_over && !typed.empty()) view.unsaid = unsaid_field(typed, page);
    return never_kept(html::render_page(page, templates::talk_page(view, page), status));
}

}  // namespace

std::vector<LineView> lines_of(const Talk& talk, bool for_staff, bool with_question, const html::Page& page) {
    const auto& zone = page.request().tenant->zone;
    const auto time_of = [&](base::Instant at) {
        const auto civil = base::to_civil(at, zone);
        return page.translator().time(civil.hour, civil.minute);
    };
    const auto resident = for_staff ? page.t("Resident") : page.t("You");
    std::vector<LineView> lines;
    if (with_question)
        lines.push_back({0, resident, time_of(talk.asked_at), !for_staff, base::separated(talk.question, '\n')});
    for (const auto& line : talk.lines)
        lines.push_back({line.number, line.is_staff ? page.t("The municipality") : resident, time_of(line.at),
                         line.is_staff == for_staff, base::separated(line.words, '\n')});
    return lines;
}

int lines_after(const http::Request& request) {
    return base::whole_number_up_to(request.query.get("after"), 0, 100'000).value_or(0);
}

http::Response lines_as_json(const Talk& talk, bool for_staff, const html::Page& page, bool is_somebody_here) {
    base::JsonWriter json;
    json.begin_object().member("state", word_of(talk.state)).member("here", is_somebody_here).key("lines").begin_array();
    for (const auto& line : lines_of(talk, for_staff, false, page)) {
        json.begin_object().member("number", line.number).member("who", line.who).member("time", line.time);
        json.member("own", line.is_own).key("words").begin_array();
        for (const auto& paragraph : line.words) json.value(paragraph);
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return never_kept(http::json(std::move(json).take()));
}

http::Response chat_page(const Pages& pages, const http::Request& request) {
    return show_start(pages, request, "", "", {}, 200);
}

http::Response begin_chat(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const std::string typed(request.form.get("words")), key(request.form.get("form_key"));
    html::FormErrors errors;
    if (wait_of(Inside::of(pages.questions).asking, request, pages.clock.now())) {
        errors.add(
            "",
            page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what you wrote stands "
                   "here."));
        return show_start(pages, request, typed, key, std::move(errors), 429);
    }
    if (base::length(base::clean(typed)) > Questions::longest_line) {
        errors.add("words", page.t("That is too long for one line: write at most 1000 characters."));
        return show_start(pages, request, typed, key, std::move(errors), 422);
    }
    const bool is_open = pages.questions.is_chat_open(*request.tenant);
    const auto asked = pages.questions.ask(*request.tenant,
                                           {.question = typed,
                                            .channel = is_open ? "chat" : "form",
                                            .form_key = key,
                                            .language = request.language},
                                           page.translator());
    if (asked && asked->is_code_replaced) {
        errors.add("", page.t("Your question has arrived before, and you were given a new code since. Use that one."));
        return show_start(pages, request, typed, key, std::move(errors), 409);
    }
    if (asked) {
        const auto talk = pages.questions.talk(*request.tenant, asked->code);
        return http::see_other(page.tenant_url(talk ? "/chat/" + asked->code : "/ask/" + asked->code + "?new=1"));
    }
    if (asked.error().is_full)
        errors.add(
            "", page.t("So many questions wait that we could not keep our promise. Ring us, or come to a place that helps."));
    for (const auto& [field, message] : asked.error().errors) errors.add(field == "question" ? "words" : field, message);
    return show_start(pages, request, typed, key, std::move(errors), asked.error().is_full ? 503 : 422);
}

http::Response talk_page(const Pages& pages, const http::Request& request) {
    const auto talk = pages.questions.talk(*request.tenant, request.parameter("code"));
    return talk ? show_talk(pages, request, *talk, "", "", {}, 200) : not_there(pages, request);
}

http::Response say_in_chat(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto talk = pages.questions.talk(*request.tenant, request.parameter("code"));
    if (!talk) return not_there(pages, request);
    const std::string typed(request.form.get("words")), key(request.form.get("form_key"));
    html::FormErrors errors;
    if (wait_of(Inside::of(pages.questions).saying, request, pages.clock.now())) {
        errors.add(
            "",
            page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what you wrote stands "
                   "here."));
        return show_talk(pages, request, *talk, typed, key, std::move(errors), 429);
    }
    const auto said = pages.questions.say(*request.tenant, talk->question_id, "", typed, key, page.translator());
    switch (said.came_of) {
        case Said::kept: return http::see_other(page.tenant_url("/chat/" + std::string(request.parameter("code"))));
        case Said::wrong: errors.add("words", said.fault); break;
        case Said::over: errors.add("", page.t("The chat was closed while you wrote. What you were writing is not sent: "
                                                    "it stands below, and you can send it as a new question.")); break;
        case Said::full: errors.add("", page.t("The chat is full. Ring us, or ask a new question.")); break;
    }
    const int status = said.came_of == Said::wrong ? 422 : 409;
    const auto now = pages.questions.talk(*request.tenant, request.parameter("code"));
    return show_talk(pages, request, now ? *now : *talk, typed, key, std::move(errors), status);
}

http::Response new_lines(const Pages& pages, const http::Request& request) {
    if (const auto wait = wait_of(Inside::of(pages.questions).following, request, pages.clock.now()))
        return html::wait_page(request, *wait);
    const auto talk = pages.questions.talk(*request.tenant, request.parameter("code"), lines_after(request));
    return talk ? lines_as_json(*talk, false, html::Page(request), pages.questions.is_chat_open(*request.tenant))
                : not_there(pages, request);
}

}  // namespace digilots::questions
