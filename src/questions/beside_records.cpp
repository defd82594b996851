// What stands beside the fields of a question and of an answer: what can be done next, and what came of it.
#include <algorithm>
#include <iterator>

#include "platform/base/digits.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/http/may.h"
#include "platform/register/missed_letters.h"
#include "platform/register/pages.h"
#include "questions/implementation.h"
#include "questions/sql.h"
#include "questions/telling.h"

namespace digilots::questions {

namespace {

std::string name_of_unit(const organisation::Organisation& organisation, const std::string& municipality_id,
                         const std::string& unit, const html::Page& page) {
    if (unit.empty()) return page.t("No unit");
    const auto name = organisation::full_name(*organisation.units(municipality_id), unit);
    return name.empty() ? page.t("Not there any more") : name;
}

/// Enough to see whether it is an address or a number, and to tell two apart: "a•••@example.se", "••• 47".
std::string masked(const StoredContact& contact) {
    const auto& value = contact.value;
    if (contact.by == ReplyBy::letter) return "•••";
    if (contact.by == ReplyBy::email) {
        const auto at = std::min(value.rfind('@'), value.size());
        return base::cut(value.substr(0, at), 1) + "•••" + value.substr(at);
    }
    std::string digits;
    std::ranges::copy_if(value, std::back_inserter(digits), base::is_digit);
    return "••• " + digits.substr(digits.size() - std::min<std::size_t>(digits.size(), 2));
}

std::vector<std::string> ways_to_reach(const StoredContact& contact, const register_::Record& question, bool may_answer,
                                       const html::Page& page) {
    const auto wanted = question.text("reply_by");
    if (contact.by != ReplyBy::none) {
        const auto way = contact.by == ReplyBy::email    ? page.t("E-mail")
                         : contact.by == ReplyBy::letter ? page.t("Letter")
                                                         : page.t("Phone");
        if (!may_answer) return {way};
        return {way + ": " + masked(contact),
                page.t("The whole of it stands where the question is answered. Who looks is noted.")};
    }
    if (wanted != "none") return {page.t("How to reach who asked is deleted. The answer stands on the page with the code.")};
    if (question.text("code_hash").empty()) return {page.t("Nothing was noted of how to reach who asked.")};
    return {page.t("Only by the page with the code: they look there themselves.")};
}

/// Without a function of its own it is a task of the one that sees to questions; "" where none does.
std::string usual_function(const organisation::Organisation& organisation, const register_::Surroundings& around) {
    const auto function = organisation::rhythm_of(*organisation.rhythms(around.municipality_id), "question").function;
    if (function.empty()) return "";
    const auto functions = organisation.link_sources().at("organisation.function").choices(around);
    const auto* found = register_::find_choice(functions, function);
    return found ? found->label : "";
}

bool is_answered_by_email(const register_::Record& question, const StoredContact& contact) {
    return question.text("state") == "answered" && question.text("reply_way") == word_of(ReplyWay::email) &&
           contact.by == ReplyBy::email;
}

/// No letter has gone: whoever writes it needs the address for as long as it is kept.
register_::More::Part where_to_write(const StoredContact& contact, const html::Page& page) {
    return {page.t("The e-mail that you write yourself"),
            {page.t("E-mail address: {address}", {{"address", contact.value}}),
             page.t("It is deleted when the question is closed. Who looks is noted.")}};
}

void add_steps_while_waiting(const register_::Record& question, const StoredContact& contact, const std::string& url,
                             const std::string& seen, const html::Page& page, register_::More& more) {
    if (question.text("person") != page.request().identity->account_id)
        more.steps.push_back({page.t("Do you see to it?"),
                              page.t("Colleagues see that it is yours, so that nobody does it twice."), page.t("I take it"),
                              url + "/take", false, seen});
    if (contact.by == ReplyBy::phone)
        more.steps.push_back({page.t("Did nobody answer?"), page.t("The try is noted with its time, and it still waits."),
                              page.t("Nobody answered"), url + "/tried", false, seen});
    if (contact.to_tell.empty()) return;
    more.steps.push_back({page.t("Have you told who asked?"),
                          contact.to_tell == word_of(Told::taken)
                              ? page.t("They chose to be told of each step: somebody has taken it on now.")
                              : page.t("They chose to be told of each step: the answer will be late."),
                          page.t("I have told them"), url + "/told", false, contact.to_tell});
}

}  // namespace

register_::More Questions::Implementation::more_of_question(const register_::Record& question, const html::Page& page) const {
    register_::More more;
    const auto& request = page.request();
    const auto url = page.tenant_url("/staff/questions/" + question.id);
    const auto state = question.text("state");
    const bool may_answer = request.identity && questions.may_change(register_::around_of(questions, request), question);
    const auto contact = database.read(
        [&](db::Connection& connection) { return contact_in(connection, request.tenant->id, question.id); });
    const bool is_of_none = state == "waiting" && question.text("function").empty();
    const auto usual = is_of_none ? usual_function(organisation, register_::around_of(questions, request)) : "";
    if (!usual.empty())
        more.above.push_back({page.t("Whose task the answer is"), {usual}});
    if (state == "waiting")
        more.below.push_back({page.t("How to reach who asked"), ways_to_reach(contact, question, may_answer, page)});
    if (may_answer && !sends_letters && is_answered_by_email(question, contact)) {
        note_reading(request, question.id);
        more.below.push_back(where_to_write(contact, page));
    }
    if (may_answer) {
        const auto missed = register_::missed_letters_about(database, "/staff/questions/" + question.id, clock.now(),
                                                            questions.others().name_of, page);
        if (!missed.empty()) note_reading(request, question.id);
        register_::add_missed_letters(more, missed, page);
    }
    const auto done = base::parse_utc(question.text("closed_at"));
    const auto kept = period(request.tenant->id, question_rule);
    if (done && kept) {
        const auto day = gone_on(*kept, base::to_civil(*done, zone_of(request.tenant->id)).date);
        more.below.push_back({page.t("How long it is kept"),
                              {page.t("The question is deleted on {date}.", {{"date", page.translator().date(day)}})}});
    }
    const auto entry = question.text("entry");
    // A guide reaches own entries only; who sees all has the way to each.
    if (!entry.empty() && http::may(request, http::Role::coordinator))
        more.links.push_back({page.t("The entry in the questions log"), page.tenant_url("/staff/inquiries/" + entry)});
    if (!may_answer) return more;
    const auto seen = questions.mark_of(question);
    if (state == "waiting" && question.text("channel") == "chat") more.links.push_back({page.t("Open the chat"), url + "/chat"});
    if (state == "waiting" && question.text("channel") != "chat")
        more.links.push_back({question.text("code_hash").empty() ? page.t("Note how to reach who asked, and show the code")
                                                                 : page.t("Note how to reach who asked"),
                              url + "/reach"});
    if (can_have_new_code(question, contact.by))
        more.links.push_back({page.t("They have lost the code: give a new one"), url + "/code"});
    if (state == "waiting") more.links.push_back({page.t("Answer the question"), url + "/answer"});
    if (state == "answered" && contact.by == ReplyBy::letter)
        more.links.push_back({page.t("The letter, to print"), url + "/letter.pdf"});
    if (state == "answered") more.links.push_back({page.t("Change the answer"), url + "/answer"});
    if (!question.text("answer").empty()) more.links.push_back({page.t("Make an answer of it for the bank"), url + "/bank"});
    if (state == "waiting") add_steps_while_waiting(question, contact, url, seen, page, more);
    if (state == "waiting") more.links.push_back({page.t("Close without an answer"), url + "/close"});
    if (state == "answered") more.links.push_back({page.t("Close the question"), url + "/close"});
    if (state == "closed")
        more.steps.push_back({page.t("Is it not done after all?"),
                              page.t("It stands in the inbox again. How to reach who asked stays deleted."),
                              page.t("Open it again"), url + "/open", false, seen});
    return more;
}

register_::More Questions::Implementation::more_of_answer(const register_::Record& answer, const html::Page& page) const {
    register_::More more;
    const auto& id = page.request().tenant->id;
    if (answer.flag("is_published") && !answer.has_ended())
        more.links.push_back({page.t("As residents see it"), page.tenant_url("/answers/" + answer.text("slug"))});
    const auto rows =
        database.read([&](db::Connection& connection) { return connection.query(sql::find_helped, id, answer.id); });
    const auto row = rows.only();
    if (row)
        more.below.push_back({page.t("Did it help?"),
                              {page.t("{yes} said yes, {no} said no.", {{"yes", std::to_string(row->integer("yes"))},
                                                                       {"no", std::to_string(row->integer("no"))}})}});
    const auto used =
        database.read([&](db::Connection& connection) { return connection.query(sql::used_of_answer, id, answer.id); });
    if (!used.empty()) {
        std::vector<std::string> lines;
        for (const auto desk : used) {
            const auto unit = name_of_unit(organisation, id, desk.text("unit"), page);
            lines.push_back(page.tn("{unit}: {n} time", "{unit}: {n} times", desk.integer("used"), {{"unit", unit}}));
        }
        more.below.push_back({page.t("How often desks have used it"), lines});
    }
    if (page.request().identity && !page.request().identity->account_id.empty() && !answer.has_ended())
        more.steps.push_back({page.t("Have you told it to somebody?"),
                              page.t("It is counted for your unit, nothing else is kept."), page.t("Told the resident"),
                              page.tenant_url("/staff/answers/" + answer.id + "/told"), false, bank.mark_of(answer)});
    return more;
}

}  // namespace digilots::questions
