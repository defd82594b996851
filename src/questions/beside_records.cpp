// What stands beside the fields of a question and of an answer: what can be done next, and what came of it.
#include "platform/base/time.h"
#include "platform/http/may.h"
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

}  // namespace

register_::More Questions::Implementation::more_of_question(const register_::Record& question, const html::Page& page) const {
    register_::More more;
    const auto& request = page.request();
    const auto url = page.tenant_url("/staff/questions/" + question.id);
    const auto state = question.text("state");
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
    if (!request.identity || !questions.may_change(register_::around_of(questions, request), question)) return more;
    const auto seen = questions.mark_of(question);
    if (state == "waiting" && question.text("channel") == "chat") more.links.push_back({page.t("Open the chat"), url + "/chat"});
    if (state == "waiting") more.links.push_back({page.t("Answer the question"), url + "/answer"});
    if (state == "answered") more.links.push_back({page.t("Change the answer"), url + "/answer"});
    if (!question.text("answer").empty()) more.links.push_back({page.t("Make an answer of it for the bank"), url + "/bank"});
    if (state == "waiting" && question.text("person") != request.identity->account_id)
        more.steps.push_back({page.t("Do you see to it?"),
                              page.t("Colleagues see that it is yours, so that nobody does it twice."), page.t("I take it"),
                              url + "/take", false, seen});
    const auto to_tell = state != "waiting" ? "" : database.read([&](db::Connection& connection) {
        return contact_in(connection, request.tenant->id, question.id).to_tell;
    });
    if (!to_tell.empty())
        more.steps.push_back({page.t("Have you told who asked?"),
                              to_tell == word_of(Told::taken)
                                  ? page.t("They chose to be told of each step: somebody has taken it on now.")
                                  : page.t("They chose to be told of each step: the answer will be late."),
                              page.t("I have told them"), url + "/told", false, to_tell});
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
