// What colleagues say to each other about a part of the plan or one of its documents.
#include "plan/kinds.h"
#include "platform/register/types.h"

namespace digilots::plan {

namespace {

using register_::Problems, register_::Record;

constexpr std::size_t longest_comment = 500, longest_answer = 2000;

void note_who_wrote(const register_::Writing& writing, Record& record) {
    if (!writing.before) record.columns["written_by"] = std::string(writing.actor);
}

void check_section(const register_::Checked& checked, Problems& problems) {
    if (checked.record.whole("section") && checked.record.text("document").empty())
        problems.push_back({"document", TEXT("Choose the document that has the section, or leave the section empty.")});
}

register_::Field written_by() {
    auto field = register_::stored("written_by", TEXT("Written by"));
    field.source = "accounts.person";
    return field;
}

}  // namespace

register_::Register comment_register() {
    using register_::link, register_::long_text, register_::text;
    return {.key = "plan_comment",
            .table = "plan_comment",
            .names = {TEXT("Comments on the plan"), TEXT("Comment on the plan")},
            .change = http::Role::guide,
            .path = "/staff/plan/comments",
            .above = {{TEXT("The plan"), "/staff/plan"}},
            .fields = {text("title", TEXT("Comment"), longest_comment).required().listed().searched().sorted(),
                       link("node", TEXT("Part of the plan"), "plan.node")
                           .typed_too()
                           .required()
                           .listed()
                           .filter()
                           .from_address("part")
                           .when_missing(TEXT("Choose the part of the plan.")),
                       link("document", TEXT("Which document"), "plan.document")
                           .from_address("document")
                           .hint(TEXT("Needed where the number of a section is written."))
                           .when_none(TEXT("None: it is about the part itself")),
                       register_::whole_number("section", TEXT("Number of the section"), 1,
                                               static_cast<std::int64_t>(most_sections)),
                       link("function", TEXT("Whose answer is asked for"), "organisation.function")
                           .listed()
                           .filter()
                           .when_none(TEXT("Nobody’s in particular"))
                           .hint(TEXT("Whoever holds the function gets a task, and a reminder as they have chosen.")),
                       long_text("answer", TEXT("Answer"), longest_answer)
                           .only_when_changed()
                           .hint(TEXT("With an answer the task is closed.")),
                       written_by()},
            .rules = check_section,
            .complete = note_who_wrote,
            .endings = register_::Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_plan,
            .words = {.about = TEXT("What colleagues say to each other about parts of the plan and their documents."),
                      .caption = TEXT("Comments on the plan"),
                      .empty = TEXT("No comment yet."),
                      .add = TEXT("Write a comment")}};
}

}  // namespace digilots::plan
