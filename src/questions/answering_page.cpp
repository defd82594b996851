// Staff read a question and answer it; of two who do so at once the second is told.
#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/pages.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/registers.h"
#include "questions/telling.h"
#include "questions/templates.h"

namespace digilots::questions {

namespace {

using html::components::Field;

struct TypedReply {
    std::string answer, way;
};

bool is_theirs(const Pages& pages, const http::Request& request, const register_::Record& question) {
    const auto& records = pages.questions.questions();
    return records.may_change(register_::around_of(records, request), question);
}

std::string tries_of(const Pages& pages, const register_::Record& question, const html::Page& page) {
    const auto& records = pages.questions.questions();
    const auto& field = *records.declaration().find("tries");
    const auto shown = field.type->show(field, question, register_::around_of(records, page.request()));
    return shown.lines.empty() ? "" : shown.lines.front();
}

Questions::Contact contact_for(const Pages& pages, const http::Request& request, const register_::Record& question,
                               AnsweringView& view, const html::Page& page) {
    auto contact = pages.questions.contact_of(request.tenant->id, question.id);
    if (contact.by == ReplyBy::none) {
        if (question.text("reply_by") != "none")
            view.contact = page.t("How to reach who asked is deleted. The answer stands on the page with the code.");
        else if (question.text("code_hash").empty())
            view.contact = page.t("Nothing was noted of how to reach who asked.");
        else
            view.contact = page.t("Only by the page with the code: they look there themselves.");
        return contact;
    }
    Inside::of(pages.questions).note_reading(request, question.id);
    view.contact = contact.by == ReplyBy::email    ? page.t("Wants the answer by e-mail to {address}",
                                                            {{"address", contact.value}})
                   : contact.by == ReplyBy::letter ? page.t("Wants a letter to {address}", {{"address", contact.value}})
                                                   : page.t("Wants a call: {number}", {{"number", contact.value}});
    const auto office = pages.questions.office_hours(request.tenant->id);
    if (const auto wished = wish_words(office, question.text("wished"), page.translator()); !wished.empty())
        view.contact += " (" + wished + ")";
    if (contact.gone_on)
        view.contact_until = page.t("It is deleted on {date}, or when the question is closed.",
                                    {{"date", page.translator().date(*contact.gone_on)}});
    view.is_rung = contact.by == ReplyBy::phone && question.text("state") == register_::waiting;
    if (view.is_rung) view.tries = tries_of(pages, question, page);
    if (contact.how_often == HowOften::each) view.each_step = page.t("Wants to be told of each step.");
    if (contact.by == ReplyBy::email && !pages.questions.sends_letters())
        view.letter_note = page.t("This installation sends no letters: write the e-mail yourself.");
    return contact;
}

/// Those that fit how whoever asked is reached; of one of whom nothing is noted, each way by which staff may have told them.
std::vector<ReplyWay> ways_that_fit(const Questions::Contact& contact, const register_::Record& question) {
    const bool is_unknown = question.text("reply_by") == "none" && question.text("code_hash").empty();
    std::vector<ReplyWay> ways{ReplyWay::page};
    const auto add = [&](ReplyWay way, ReplyBy by, bool is_possible) {
        const auto word = word_of(way);
        if (contact.by == by || question.text("reply_way") == word || (is_possible && question.text("reply_by") == word) ||
            (is_possible && is_unknown))
            ways.push_back(way);
    };
    add(ReplyWay::email, ReplyBy::email, false);
    add(ReplyWay::phone, ReplyBy::phone, true);
    add(ReplyWay::letter, ReplyBy::letter, true);
    return ways;
}

/// What stands in the bank, as an answer says it.
std::string text_of(const BankAnswer& known) {
    std::string text = known.answer;
    int number = 0;
    for (const auto& step : known.steps) text += "\n" + std::to_string(++number) + ". " + step;
    for (const auto& [title, address] : known.links) text += "\n" + title + ": " + address;
    return text;
}

http::Response show_answering(const Pages& pages, const http::Request& request, const register_::Record& question,
                              const TypedReply& typed, html::FormErrors errors,
                              const std::vector<std::string>& doubts = {}) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    page.title = page.t("Answer a question");
    page.staff = true;
    page.indexable = false;
    const auto list = page.tenant_url("/staff/questions");
    page.breadcrumbs = {{page.t("Questions from residents"), list},
                        {question.text("summary"), list + "/" + question.id},
                        {page.title, "", true}};
    AnsweringView view{.errors = std::move(errors),
                       .url = list + "/" + question.id,
                       .seen = pages.questions.questions().mark_of(question),
                       .question_url = list + "/" + question.id,
                       .question = base::separated(question.text("question"), '\n')};
    const auto promised = base::parse_utc(question.text("promised_at")), asked = base::parse_utc(question.text("asked_at"));
    if (promised) view.promised = promise_words(*promised, tenant.zone, page.translator());
    if (asked) view.asked = page.translator().date_time(*asked, tenant.zone);
    view.is_late = question.text("state") == "waiting" && promised && *promised < pages.clock.now();
    const auto contact = is_theirs(pages, request, question) ? contact_for(pages, request, question, view, page)
                                                             : Questions::Contact{};
    view.answer = Field{.name = "answer",
                        .label = page.t("Answer"),
                        .value = typed.answer,
                        .hint = page.t("In plain words. It is shown to whoever has the code."),
                        .rows = 8}
                      .with(view.errors);
    const bool by_email = contact.by == ReplyBy::email && pages.questions.sends_letters();
    // Nothing is said of a call or a letter that nobody has seen to: then it is chosen.
    const auto usual = by_email ? "email" : contact.by == ReplyBy::none ? "page" : "";
    const auto chosen = typed.way.empty() ? std::string(usual) : typed.way;
    view.way = Field{.name = "way", .label = page.t("How the answer is given")}.with(view.errors);
    const auto ways = ways_that_fit(contact, question);
    const auto offer = [&](ReplyWay way, std::string label) {
        if (!base::holds(ways, way)) return;
        const std::string word(word_of(way));
        view.way.options.push_back({word, std::move(label), word == chosen});
    };
    const bool has_page = !question.text("code_hash").empty();
    offer(ReplyWay::page, has_page ? page.t("On the page with the code") : page.t("Only noted here"));
    const bool own_email = contact.by == ReplyBy::email && !by_email;
    if (own_email) offer(ReplyWay::email, page.t("There, and I write the e-mail myself"));
    else offer(ReplyWay::email, page.t("There, and sent by e-mail now"));
    offer(ReplyWay::phone, has_page ? page.t("There, and I have rung") : page.t("By phone"));
    offer(ReplyWay::letter, has_page ? page.t("There, and by letter") : page.t("By letter"));
    view.button = question.text("state") == "answered" ? page.t("Save the answer") : page.t("Give the answer");
    page.scripts = {"note_check.js"};
    view.refusals = answer_refusals(page.translator());
    view.warnings = answer_warnings(page.translator());
    view.doubts = doubts;
    view.asked_about = doubts.empty() ? request.form.get("asked_about").substr(0, 200) : base::mark_of(doubts);
    if (!doubts.empty()) view.button = page.t("Save anyway");
    const auto bank = pages.questions.answers(tenant.id);
    for (const auto* hit : bank_hits(pages, request, *bank, question.text("question"), 3).answers)
        view.suggestions.push_back({hit->id, hit->question, base::separated(text_of(*hit), '\n')});
    const int status = view.errors.empty() && doubts.empty() ? 200 : 422;
    return html::render_page(page, templates::answering_page(view, page), status);
}

/// What stood in the answer, and what was asked about already, is not asked about again.
std::vector<std::string> doubts_to_ask(const http::Request& request, const register_::Record& question, const TypedReply& typed,
                                       ReplyBy waits_for, const i18n::Translator& words) {
    auto doubts = personal_doubts(typed.answer, ReadBy::asker, words);
    const auto known = personal_doubts(question.text("answer"), ReadBy::asker, words);
    std::erase_if(doubts, [&](const std::string& doubt) { return base::holds(known, doubt); });
    if (waits_for != ReplyBy::none && reply_way_called(typed.way) == ReplyWay::page)
        doubts.push_back(waits_for == ReplyBy::phone
                             ? words.t("Whoever asked waits for a call, and nobody rings when it is saved like this. Ring first, "
                                       "and then choose that you have.")
                             : words.t("Whoever asked waits for a letter or an e-mail, and none goes out when it is saved like "
                                       "this."));
    if (!doubts.empty() && request.form.get("asked_about") == base::mark_of(doubts)) doubts.clear();
    return doubts;
}

std::optional<register_::Record> open_question(const Pages& pages, const http::Request& request) {
    return pages.questions.questions().find(request.tenant->id, request.parameter("id"));
}

http::Response told(const Pages& pages, const http::Request& request, Answering came_of) {
    return register_::told_of_step(pages.questions.questions(), request, came_of, whose_question_it_is);
}

}  // namespace

http::Response answering_page(const Pages& pages, const http::Request& request) {
    const auto question = open_question(pages, request);
    if (!question) return html::error_page(request, 404);
    // There stands who closed it, and it can be opened again.
    if (question->text("state") == "closed")
        return http::see_other(html::Page(request).tenant_url("/staff/questions/" + question->id));
    if (!is_theirs(pages, request, *question)) return html::not_theirs_page(request, whose_question_it_is);
    const auto way = question->text("reply_way");
    return show_answering(pages, request, *question, {question->text("answer"), way}, {});
}

http::Response give_answer(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto question = open_question(pages, request);
    if (!question) return html::error_page(request, 404);
    const TypedReply typed{base::clean(request.form.get("answer").substr(0, 8 * Questions::longest_answer)),
                           std::string(request.form.get("way"))};
    if (const auto chosen = request.form.get("from_bank"); !chosen.empty()) {
        const auto bank = pages.questions.answers(request.tenant->id);
        auto both = typed;
        if (const auto* known = base::find_in(*bank, chosen, &BankAnswer::id)) {
            both.answer += (both.answer.empty() ? "" : "\n\n") + text_of(*known);
            pages.questions.note_used(request.tenant->id, {request.identity->unit}, known->id);
        }
        return show_answering(pages, request, *question, both, {});
    }
    html::FormErrors errors;
    if (!is_theirs(pages, request, *question)) errors.add("answer", page.t(whose_question_it_is));
    if (const auto fault = personal_data_fault(typed.answer, true); fault.id[0]) errors.add("answer", page.t(fault));
    if (typed.answer.empty()) errors.add("answer", page.t("Write the answer."));
    if (base::length(typed.answer) > Questions::longest_answer)
        errors.add("answer", page.t("The answer is too long: write at most 8000 characters."));
    const auto way = reply_way_called(typed.way);
    const auto contact = pages.questions.contact_of(request.tenant->id, question->id);
    const auto ways = ways_that_fit(contact, *question);
    if (!way || !base::holds(ways, *way)) errors.add("way", page.t("Choose how the answer is given."));
    if (!errors.empty()) return show_answering(pages, request, *question, typed, std::move(errors));
    if (const auto doubts = doubts_to_ask(request, *question, typed, contact.by, page.translator()); !doubts.empty())
        return show_answering(pages, request, *question, typed, {}, doubts);
    const auto around = register_::around_of(pages.questions.questions(), request);
    return told(pages, request,
                pages.questions.answer(around, *request.tenant, question->id, {typed.answer, *way}, request.identity->account_id,
                                       base::Seen::mark(request.form.get("seen"))));
}

http::Response closing_page(const Pages& pages, const http::Request& request) {
    const auto question = open_question(pages, request);
    if (!question) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t("Close the question");
    page.staff = true;
    page.indexable = false;
    const auto list = page.tenant_url("/staff/questions"), url = list + "/" + question->id;
    page.breadcrumbs = {{page.t("Questions from residents"), list}, {question->text("summary"), url}, {page.title, "", true}};
    const bool is_answered = question->text("state") == "answered";
    const ClosingView view{
        .is_over = question->text("state") == "closed",
        .url = url + "/close",
        .back_url = url,
        .seen = pages.questions.questions().mark_of(*question),
        .question = base::separated(question->text("question"), '\n'),
        .what_follows = is_answered
                            ? page.t("The answer stays for whoever has the code. How to reach them is deleted.")
                            : page.t("Whoever asked reads that it is closed without an answer. How to reach them is deleted."),
        .button = is_answered ? page.t("Close the question") : page.t("Close without an answer")};
    return html::render_page(page, templates::closing_page(view, page));
}

http::Response open_question_again(const Pages& pages, const http::Request& request) {
    const auto around = register_::around_of(pages.questions.questions(), request);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    const auto came_of = pages.questions.open_again(around, request.parameter("id"), request.identity->account_id, seen);
    return told(pages, request, came_of);
}

http::Response close_question(const Pages& pages, const http::Request& request) {
    const auto around = register_::around_of(pages.questions.questions(), request);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    return told(pages, request, pages.questions.close(around, request.parameter("id"), request.identity->account_id, seen));
}

http::Response take_question(const Pages& pages, const http::Request& request) {
    const auto around = register_::around_of(pages.questions.questions(), request);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    return told(pages, request, pages.questions.take(around, request.parameter("id"), request.identity->account_id, seen));
}

http::Response note_question_tried(const Pages& pages, const http::Request& request) {
    const auto around = register_::around_of(pages.questions.questions(), request);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    return told(pages, request, pages.questions.note_try(around, request.parameter("id"), request.identity->account_id, seen));
}

http::Response note_step_told(const Pages& pages, const http::Request& request) {
    const auto question = open_question(pages, request);
    if (!question) return html::error_page(request, 404);
    if (!is_theirs(pages, request, *question)) return told(pages, request, Answering::not_theirs);
    note_told_of_step(pages.questions, request.tenant->id, question->id, request.form.get("seen"));
    return told(pages, request, Answering::done);
}

http::Response note_told(const Pages& pages, const http::Request& request) {
    const auto& bank = pages.questions.bank();
    const auto answer = bank.find(request.tenant->id, request.parameter("id"));
    if (!answer || answer->has_ended()) return html::error_page(request, 404);
    // Of the desk where it was told; on the answer's own page nobody says where they are.
    const std::string place(request.form.get("told_at"));
    const bool is_known = pages.directory.snapshot(request.tenant->id)->place(place) != nullptr;
    pages.questions.note_used(request.tenant->id, {request.identity->unit, is_known ? place : ""}, answer->id);
    // The desk stays as it is: it has sent this beside what is being typed.
    if (request.accepts("application/json")) return http::json("{}");
    return http::see_other(html::Page(request).tenant_url("/staff/answers/" + answer->id));
}

http::Response make_answer_of(const Pages& pages, const http::Request& request) {
    const auto question = open_question(pages, request);
    if (!question || question->text("answer").empty()) return html::error_page(request, 404);
    // Their own words are theirs: they are a proposal to rewrite, and stand in no title by themselves.
    register_::Draft draft{{"answer", {question->text("answer")}},
                           {"topics", {}},
                           {"languages", {request.tenant->languages.front()}},
                           {"unit", {question->text("unit")}},
                           {"function", {question->text("function")}}};
    if (!question->text("topic").empty()) draft["topics"] = {question->text("topic")};
    // The form is that of the bank, where it is sent and shown again; what is in it stands in no address.
    auto as_new = request;
    as_new.path = "/" + request.tenant->slug + "/staff/answers/new";
    const auto hint = html::Page(request).t("Somebody asked: “{question}”. Write it as many would ask it, without what tells who "
                                            "that was.", {{"question", question->text("summary")}});
    return register_::new_page_filled(pages.questions.bank(), as_new, draft, {{"question", hint}});
}

}  // namespace digilots::questions
