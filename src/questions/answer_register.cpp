#include "platform/base/text.h"
#include "questions/questions.h"
#include "questions/registers.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

namespace {

using namespace register_;

constexpr std::size_t longest_question_of_bank = 200, longest_slug = 60;

std::vector<Field> fields_of_answer() {
    return {text("question", TEXT("Question"), longest_question_of_bank)
                .required()
                .listed()
                .searched()
                .sorted()
                .hint(TEXT("As people ask it: “How do I get BankID?”"))
                .when_missing(TEXT("Write the question.")),
            lines("words", TEXT("Other words for it"), {.lines = 20, .characters = 60})
                .not_asked_about()
                .searched()
                .hint(TEXT("What people also write when they look for this. One a line.")),
            formatted_text("answer", TEXT("Answer"), Questions::longest_answer)
                .required()
                .searched()
                .hint(TEXT("Nothing about a person who asked. Phone numbers and e-mail addresses of desks may stand here, as the "
                           "directory has them."))
                .when_missing(TEXT("Write the answer.")),
            lines("steps", TEXT("Step by step"), {.lines = 20, .characters = 300}).hint(TEXT("One step a line.")),
            web_links("links", TEXT("Links")),
            terms("topics", TEXT("Topics"), taxonomy::topic_choices).filter(),
            terms("languages", TEXT("Languages in which it is answered"), taxonomy::language_choices),
            link("function", TEXT("Function that answers for it"), "organisation.function")
                .filter()
                .when_none(TEXT("No function"))
                .when_wrong(TEXT("Choose a function from the list."))
                .not_checked(),
            link("unit", TEXT("Unit"), "organisation.unit").listed().filter().when_none(TEXT("No unit")).not_checked(),
            flag("is_published", TEXT("Shown to residents"), TEXT("Shown to residents"), TEXT("Only for staff"))
                .listed()
                .filter()
                .not_checked(),
            stored("slug", {}),
            stored("verified_on", TEXT("Checked"))};
}

void check_answer(const PublishedContacts& published, const Checked& checked, Problems& problems) {
    for (const auto* field : {"question", "words"}) {
        const auto fault = personal_data_fault(checked.record.text(field), false);
        if (fault.id[0]) problems.push_back({field, fault});
    }
    const auto of_desks = published(checked.around.municipality_id);
    for (const auto* field : {"answer", "steps"}) {
        const auto text = checked.record.text(field);
        auto fault = personal_data_fault(text, true);
        if (!fault.id[0] && personal_data_fault(without_published(text, of_desks), false).id[0])
            fault = TEXT("There is a phone number or an e-mail address here that is no desk’s. Take it out if it is a person’s; "
                         "else put it into the directory first, as a contact or at its place.");
        if (fault.id[0]) problems.push_back({field, fault});
    }
}

void doubt_answer(const Checked& checked, Problems& problems) {
    const auto read_by = checked.record.flag("is_published") ? ReadBy::residents : ReadBy::asker;
    for (const auto* field : {"question", "words", "answer", "steps", "links"})
        for (auto& doubt : personal_doubts(checked.record.text(field), read_by, *checked.around.words))
            problems.push_back({.input = field, .in_words = std::move(doubt)});
}

/// Stays when the question is put in other words: who has the link finds the answer.
void name_in_addresses(const Writing&, Record& answer) {
    if (!answer.text("slug").empty()) return;
    auto slug = base::slug(answer.text("question")).substr(0, longest_slug);
    while (slug.ends_with('-')) slug.pop_back();
    answer.columns["slug"] = slug + "-" + (answer.id.size() > 8 ? answer.id.substr(answer.id.size() - 8) : answer.id);
}

}  // namespace

Register answer_register(const PublishedContacts& published) {
    return {.key = "answer",
            .table = "questions_answer",
            .names = {TEXT("Answer bank"), TEXT("Answer")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/answers",
            .published = "is_published",
            .fields = fields_of_answer(),
            .rules = [published](const Checked& checked,
                                 Problems& problems) { check_answer(published, checked, problems); },
            .doubts = doubt_answer,
            .complete = name_in_addresses,
            .verified = "verified_on",
            .kept = kept_answers,
            .words = {.about = TEXT("Questions that come again, with an answer that all desks share. What is shown to residents "
                                    "stands under “Common questions” and is found by their search, above places and services."),
                      .caption = TEXT("Answers"),
                      .empty = TEXT("There are no answers yet. Make one of a question that you have answered."),
                      .add = TEXT("New answer"),
                      .added = TEXT("The answer is added."),
                      .saved = TEXT("The answer is saved.")}};
}

}  // namespace digilots::questions
