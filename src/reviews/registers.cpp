#include "platform/personal/personal_data.h"
#include "reviews/implementation.h"

namespace digilots::reviews {

namespace {

using namespace register_;

constexpr i18n::Text a_person = TEXT("Remove the number or address: nothing here tells of a person.");

void check_texts(const Checked& checked, Problems& problems, std::initializer_list<const char*> fields) {
    for (const char* field : fields)
        if (personal::find_personal_data(checked.record.text(field)) != personal::PersonalData::none)
            problems.push_back({field, a_person});
}

void check_review(const Checked& checked, Problems& problems) {
    check_texts(checked, problems, {"findings", "decided"});
}

void check_improvement(const Checked& checked, Problems& problems) {
    check_texts(checked, problems, {"why", "effect"});
    const auto status = checked.record.text("status");
    if ((status == "decided" || status == "in_work") && checked.record.is_unknown("due"))
        problems.push_back({"due", TEXT("Say by when: what is decided has a day.")});
}

}  // namespace

Register review_register() {
    return {.key = "review",
            .table = "reviews_review",
            .names = {TEXT("Review meetings"), TEXT("Review meeting")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/reviews",
            .fields =
                {text("title", TEXT("Name")).required().listed().searched(),
                 date("held_on", TEXT("Held on")).listed().newest_first().filter(),
                 link("unit", TEXT("Unit"), "organisation.unit").listed().filter().when_none(TEXT("No unit")),
                 long_text("findings", TEXT("What the log showed"), 8000)
                     .searched()
                     .hint(TEXT("Topics, barriers, places, what was not solved. No persons.")),
                 long_text("decided", TEXT("What was said and decided"), 8000)},
            .rules = check_review,
            .endings = Endings::none,
            .words = {.about = TEXT("A unit looks at its log regularly and decides what to improve. What is "
                                    "improved has a function "
                                    "that sees to it and a day. How often a unit does so stands with the unit; “When reviews are "
                                    "due” shows when it is next, and then it is a task."),
                      .caption = TEXT("Review meetings"),
                      .empty = TEXT(
                          "No review meeting yet. “Prepare a review” begins one with what the log shows."),
                      .add = TEXT("Add a review meeting"),
                      .added = TEXT("The review meeting is added."),
                      .saved = TEXT("The review meeting is saved.")}};
}

Register improvement_register() {
    return {.key = "improvement",
            .table = "reviews_improvement",
            .names = {TEXT("Improvements"), TEXT("Improvement")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/improvements",
            .above = {{TEXT("Review meetings"), "/staff/reviews"}},
            .fields =
                {text("title", TEXT("What is improved")).required().listed().searched(),
                 long_text("why", TEXT("Why"), 2000),
                 term("status", TEXT("How it stands"),
                      fixed_terms({{"idea", TEXT("An idea")},
                                   {"decided", TEXT("Decided")},
                                   {"in_work", TEXT("In work")},
                                   {"done", TEXT("Done")},
                                   {"dropped", TEXT("Not to be done")}}))
                     .usually("idea")
                     .listed()
                     .filter(),
                 date("due", TEXT("By when")).listed().sorted().hint(TEXT("Needed once it is decided.")),
                 link("function", TEXT("Who sees to it"), "organisation.function")
                     .listed()
                     .filter()
                     .when_none(TEXT("No function"))
                     .hint(TEXT(
                         "A function, not a person: it becomes a task of whoever holds it when it is late.")),
                 link("unit", TEXT("Unit"), "organisation.unit").filter().when_none(TEXT("No unit")),
                 long_text("effect", TEXT("What came of it"), 2000),
                 link("review", TEXT("From the review meeting"), "reviews.review")
                     .filter()
                     .from_address("review")
                     .when_none(TEXT("None"))},
            .rules = check_improvement,
            .endings = Endings::none,
            .words = {.about = TEXT("What the log and review meetings led to."),
                      .caption = TEXT("Improvements, the first due in front"),
                      .empty = TEXT("No improvements yet."),
                      .add = TEXT("Add an improvement"),
                      .added = TEXT("The improvement is added."),
                      .saved = TEXT("The improvement is saved.")}};
}

}  // namespace digilots::reviews
