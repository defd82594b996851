#include "questions/duties.h"

#include "platform/base/lists.h"
#include "platform/base/months.h"
#include "platform/base/time.h"
#include "platform/register/pages.h"
#include "questions/registers.h"
#include "questions/telling.h"

namespace digilots::questions {

namespace {

/// Asked for so long before, so that it can be done in time.
constexpr int days_ahead = 14, rest_days = 90;

struct Here {
    std::string zone;
    const i18n::Translator& words;
    base::Date today;
};

Here here_of(const municipality::Municipalities& municipalities, std::string_view municipality_id, base::Instant now) {
    const auto settings = municipalities.settings(municipality_id);
    const auto zone = base::is_known_zone(settings.zone) ? settings.zone : "Europe/Stockholm";
    const auto& words = i18n::translator(settings.languages.empty() ? "sv" : settings.languages.front());
    return {zone, words, base::to_civil(now, zone).date};
}

/// What a function says of one record itself, or else of its kind.
std::string seen_to_by(const std::string& function, const std::string& kind) {
    return function.empty() ? kind : "function:" + function;
}

/// Never its words: the task may be kept longer than the question.
std::string name_of(const Waiting::Question& question, const Here& here) {
    const auto when = here.words.date_time(question.asked_at, here.zone);
    if (question.topic.empty()) return when;
    return taxonomy::label(taxonomy::List::topic, question.topic, here.words) + ", " + when;
}

std::vector<Duty> to_answer(const Questions& questions, const Here& here, std::string_view municipality_id) {
    std::vector<Duty> duties;
    const auto office = questions.office_hours(municipality_id);
    for (const auto held = questions.waiting(municipality_id); const auto& question : held->questions) {
        const auto day = base::format_date(base::to_civil(question.promised_at, here.zone).date);
        Sentence why{TEXT("Whoever asked is promised an answer by {date}."), {{"date", day}}};
        if (const auto hours = wish_hours(office, question.wished, here.words); !hours.empty())
            why = {TEXT("Wants to be rung on {date}, {hours}: that is promised."), {{"date", day}, {"hours", hours}}};
        duties.push_back({.id = "question:" + question.id,
                          .name = name_of(question, here),
                          .why = {std::move(why)},
                          .due = day,
                          .responsible = seen_to_by(question.function, "question"),
                          .unit = question.unit,
                          .record = "question:" + question.id,
                          .path = "/staff/questions/" + question.id + "/answer"});
    }
    return duties;
}

/// What no letter tells.
std::vector<Duty> to_tell(const Questions& questions, const Here& here, std::string_view municipality_id) {
    std::vector<Duty> duties;
    for (const auto held = questions.waiting(municipality_id); const auto& question : held->questions) {
        if (question.to_tell.empty()) continue;
        duties.push_back(
            {.id = question.to_tell + ":" + question.id,
             .name = name_of(question, here),
             .why = {{question.to_tell == word_of(Told::taken)
                          ? TEXT("They chose to be told of each step: somebody has taken it on now.")
                          : TEXT("They chose to be told of each step: the answer will be late.")}},
             .due = base::format_date(here.today),
             .responsible = question.person.empty() ? seen_to_by(question.function, "question") : "person:" + question.person,
             .unit = question.unit,
             .record = "question:" + question.id,
             .path = "/staff/questions/" + question.id + "/answer"});
    }
    return duties;
}

bool mark_told(const Questions& questions, const http::Request& request, std::string_view duty) {
    const auto colon = duty.find(':');
    if (colon == duty.npos || !request.identity) return false;
    const auto& records = questions.questions();
    const auto question = records.find(request.tenant->id, duty.substr(colon + 1));
    if (!question || !records.may_change(register_::around_of(records, request), *question)) return false;
    return note_told_of_step(questions, request.tenant->id, question->id, duty.substr(0, colon));
}

std::vector<Duty> to_look_through(const Questions& questions, int months, const Here& here, std::string_view municipality_id) {
    std::vector<Duty> duties;
    const auto soon = base::add_days(here.today, days_ahead);
    for (const auto held = questions.answers(municipality_id); const auto& answer : *held) {
        const auto verified = base::parse_date(answer.verified_on);
        const auto due = verified ? std::optional(base::add_months(*verified, months)) : std::nullopt;
        if (due && *due > soon) continue;
        Duty duty{.id = "answer:" + answer.id,
                  .name = answer.question,
                  .due = due ? base::format_date(*due) : std::string(),
                  .responsible = seen_to_by(answer.function, "answer"),
                  .unit = answer.unit,
                  .record = "answer:" + answer.id,
                  .path = "/staff/answers/" + answer.id};
        const std::pair<std::string, std::string> every{"months", std::to_string(months)};
        if (verified)
            duty.why = {{TEXT("It was last checked on {date}. Such records are checked every {months} months."),
                         {{"date", answer.verified_on}, every}}};
        else
            duty.why = {{TEXT("Nobody has checked it yet. Such records are checked every {months} months."), {every}}};
        duties.push_back(std::move(duty));
    }
    return duties;
}

bool mark_looked_through(Questions& questions, const http::Request& request, std::string_view duty) {
    constexpr std::string_view kind = "answer:";
    if (!duty.starts_with(kind) || !request.identity) return false;
    auto& bank = questions.bank();
    const auto around = register_::around_of(bank, request);
    const auto record = bank.find(request.tenant->id, duty.substr(kind.size()));
    if (!record || !bank.may_change(around, *record)) return false;
    return bank.verify(around, record->id, request.identity->account_id);
}

}  // namespace

std::vector<DutyKind> duty_kinds(Questions& questions, const organisation::Organisation& organisation,
                                 const municipality::Municipalities& municipalities, const base::Clock& clock) {
    DutyKind answering{.key = "questions.answer",
                       .title = TEXT("A resident’s question to answer"),
                       .task = TEXT("Answer the question: {name}"),
                       .gone = TEXT("The question is answered or closed."),
                       .of = {{"question", TEXT("Questions from residents")}},
                       .now =
                           [&](std::string_view id) {
                               return to_answer(questions, here_of(municipalities, id, clock.now()), id);
                           },
                       .from = {{kept_questions}, {"municipality"}},
                       .days = 2,
                       .is_promise = true,
                       .rests = 1};
    DutyKind checking{.key = "questions.check",
                      .title = TEXT("An answer to check again"),
                      .task = TEXT("Check that all is still right: {name}"),
                      .gone = TEXT("It was checked, or residents are not shown it any more."),
                      .of = {{"answer", TEXT("Answer bank")}},
                      .now =
                          [&](std::string_view id) {
                              const auto months = organisation::rhythm_of(*organisation.rhythms(id), "answer").months;
                              return to_look_through(questions, months, here_of(municipalities, id, clock.now()), id);
                          },
                      .from = {{kept_answers}, {"rhythm"}, {"municipality"}},
                      .rests = rest_days,
                      .settle = [&](const http::Request& request,
                                    std::string_view duty) { return mark_looked_through(questions, request, duty); },
                      .settled = TEXT("Checked today: all is right")};
    DutyKind receiving{.key = "questions.receiver",
                       .title = TEXT("Questions that nobody sees to"),
                       .task = TEXT("Say which function sees to: {name}"),
                       .gone = TEXT("A function sees to them."),
                       .of = {{"rhythm", TEXT("How often records are checked")}},
                       .now = [&](std::string_view id) -> std::vector<Duty> {
                           if (!organisation::rhythm_of(*organisation.rhythms(id), "question").function.empty()) return {};
                           const auto here = here_of(municipalities, id, clock.now());
                           return {{.id = "question",
                                    .name = here.words.t(TEXT("Questions from residents")),
                                    .why = {{TEXT("Anybody can ask. What comes in is a task of the function that sees to it.")}},
                                    .responsible = "rhythm",
                                    .path = "/staff/settings/rhythms"}};
                       },
                       .from = {{"rhythm"}, {"municipality"}}};
    DutyKind telling{.key = "questions.tell",
                     .title = TEXT("Somebody to be told of their question"),
                     .task = TEXT("Tell who asked how it stands: {name}"),
                     .gone = TEXT("Somebody has told them, or the question is answered."),
                     .of = {{"question", TEXT("Questions from residents")}},
                     .now =
                         [&](std::string_view id) { return to_tell(questions, here_of(municipalities, id, clock.now()), id); },
                     .from = {{kept_questions}, {"municipality"}},
                     .days = 1,
                     .rests = 1,
                     .settle = [&](const http::Request& request,
                                   std::string_view duty) { return mark_told(questions, request, duty); },
                     .settled = TEXT("Told")};
    return {std::move(answering), std::move(telling), std::move(receiving), std::move(checking)};
}

}  // namespace digilots::questions
