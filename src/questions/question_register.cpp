#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/promised.h"
#include "questions/question_fields.h"
#include "questions/questions.h"
#include "questions/registers.h"
#include "questions/sql.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

namespace {

using namespace register_;

constexpr std::size_t longest_summary = 120;

std::vector<Field> fields_of_question(const Behind& behind) {
    return {read_text("summary", {}).listed().heading(TEXT("Question")),
            long_text("question", TEXT("What is asked"), Questions::longest_question)
                .required()
                .searched()
                .hint(TEXT("Without names, numbers and addresses: how to reach who asks stands apart."))
                .when_missing(TEXT("Write what is asked.")),
            state_of_promised("state", TEXT("How it stands"), behind.clock,
                              {.waits = TEXT("Waits for an answer"),
                               .soon = TEXT("Waits, and is to be answered soon"),
                               .late = TEXT("Late: the promise is broken"),
                               .done = {{"answered", TEXT("Answered")}, {"closed", TEXT("Closed")}}})
                .listed()
                .filter(),
            wished_call("wished", TEXT("Wants to be rung"), behind.office).listed(),
            promise("place_in_line", TEXT("Promised no later than")).listed().sorted(),
            term("topic", TEXT("Topic"), taxonomy::topic_choices).listed().filter().when_none(TEXT("No topic")),
            link("unit", TEXT("Unit"), "organisation.unit").listed().filter().when_none(TEXT("No unit")),
            link("function", TEXT("Function"), "organisation.function")
                .filter()
                .when_none(TEXT("None of its own"))
                .hint(TEXT("Whose task the answer is. Without one: that of the function that sees to questions."))
                .when_wrong(TEXT("Choose a function from the list.")),
            link("person", TEXT("Taken by"), "accounts.person")
                .listed()
                .filter()
                .when_none(TEXT("Nobody yet"))
                .when_wrong(TEXT("Choose a person from the list.")),
            term("channel", TEXT("Came by"), fixed_terms(ways_in())).filter().usually("phone"),
            read_term("reply_by", TEXT("Wants the answer by"),
                      {{"none", TEXT("The page with the code")},
                       {"email", TEXT("E-mail")},
                       {"phone", TEXT("Phone")},
                       {"letter", TEXT("Letter")}})
                .listed(),
            read_moment("asked_at", TEXT("Asked")),
            tries("tries", TEXT("Tries")),
            read_text("answer", TEXT("Answer")),
            answered("answered_at", TEXT("Answered on"), behind.name_of),
            read_term("reply_way", TEXT("How the answer was given"),
                      {{"page", TEXT("On the page with the code")},
                       {"email", TEXT("By e-mail")},
                       {"phone", TEXT("By phone")},
                       {"letter", TEXT("By letter")}}),
            stored("closed_at", {}),
            stored("code_hash", {}),
            stored("entry", {}),
            stored("language", {}, Storage::text, "sv")};
}

void check_question(const Checked& checked, Problems& problems) {
    const auto fault = personal_data_fault(checked.record.text("question"), false);
    if (fault.id[0]) problems.push_back({"question", fault});
}

/// What staff write down is asked about once; what residents write is theirs, and refused nothing.
void doubt_question(const Checked& checked, Problems& problems) {
    for (auto& doubt : personal_doubts(checked.record.text("question"), ReadBy::asker, *checked.around.words))
        problems.push_back({.input = "question", .in_words = std::move(doubt)});
}

std::string summary_of(std::string_view question) {
    std::string line;
    for (const auto& word : base::separated(question, '\n')) line += (line.empty() ? "" : " ") + word;
    return base::length(line) <= longest_summary ? line : base::cut(line, longest_summary - 1) + "…";
}

/// A question that somebody else wrote down has its promise from now on, as one that came by itself.
void fill_in(const Behind& behind, const Writing& writing, Record& question) {
    question.columns["summary"] = summary_of(question.text("question"));
    if (writing.before != nullptr || !question.text("asked_at").empty()) return;
    const auto promised =
        base::format_utc(behind.promised_at(writing.around.municipality_id, writing.now, question.text("channel")));
    question.columns["asked_at"] = base::format_utc(writing.now);
    question.columns["promised_at"] = promised;
    question.columns["state"] = std::string("waiting");
    question.columns["place_in_line"] = place_in_line("waiting", promised, writing.now);
    question.columns["reply_by"] = std::string("none");
}

void count_asked(const Behind& behind, const Writing& writing, const Record& question) {
    const auto asked = base::parse_utc(question.text("asked_at"));
    if (writing.before != nullptr || !asked) return;
    count(writing.connection, writing.around.municipality_id, behind.day_of(writing.around.municipality_id, *asked),
          question.text("unit"), {.asked = 1});
}

void tell_who_asked(const Behind& behind, const Writing& writing, const Record& question) {
    if (writing.before == nullptr || question.text("state") != "waiting") return;
    if (writing.before->text("person").empty() && !question.text("person").empty())
        behind.taken(writing.connection, writing.around.municipality_id, question);
}

}  // namespace

std::vector<register_::FixedTerm> ways_in() {
    return {{"form", TEXT("The form on our pages")}, {"api", TEXT("Another program")}, {"phone", TEXT("Phone")},
            {"email", TEXT("E-mail")},               {"letter", TEXT("Letter")},       {"chat", TEXT("Chat")},
            {"visit", TEXT("Visit")}};
}

void count(db::Connection& connection, std::string_view municipality_id, std::string_view day, std::string_view unit,
           const Happened& happened) {
    connection.execute(sql::add_count, municipality_id, day, unit, happened.asked, happened.answered, happened.in_time);
}

Register question_register(const Behind& behind) {
    return {.key = "question",
            .table = "questions_question",
            .names = {TEXT("Questions from residents"), TEXT("Question")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/questions",
            .fields = fields_of_question(behind),
            .rules = check_question,
            .doubts = doubt_question,
            .complete = [behind](const Writing& writing, Record& record) { fill_in(behind, writing, record); },
            .beside =
                [behind](const Writing& writing, const Record& record) {
                    count_asked(behind, writing, record);
                    tell_who_asked(behind, writing, record);
                },
            .endings = Endings::none,
            .is_deleted = false,
            .kept = kept_questions,
            .words = {.about = TEXT("What residents ask in writing, the one that was promised first in front. What is late "
                                    "stands above all. Working days, hours and public holidays are counted as the municipality "
                                    "has promised."),
                      .caption = TEXT("Questions, the most urgent first"),
                      .empty = TEXT("Nobody has asked anything."),
                      .add = TEXT("Write down a question"),
                      .change = TEXT("Change the question"),
                      .added = TEXT("The question is added, and its time runs. Note how to reach who asked, and hand them the "
                                    "code."),
                      .saved = TEXT("The question is saved.")}};
}

}  // namespace digilots::questions
