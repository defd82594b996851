#include "bodies/terms.h"

namespace digilots::bodies {

using namespace register_;

Field name_field(i18n::Text title, std::size_t most_characters) {
    return text("title", title, most_characters).required().listed().searched().sorted();
}

Field group_field() {
    return link("body", TEXT("Group"), "bodies.group")
        .listed()
        .filter()
        .from_address("body")
        .when_wrong(TEXT("Choose a group from the list."));
}

Field meeting_field() {
    return link("meeting", TEXT("Meeting"), "bodies.meeting")
        .listed()
        .filter()
        .from_address("meeting")
        .when_wrong(TEXT("Choose a meeting from the list."));
}

Field function_field(i18n::Text title) {
    return link("function", title, "organisation.function")
        .filter()
        .when_none(TEXT("No function"))
        .when_wrong(TEXT("Choose a function from the list."));
}

Field part_field() {
    return link("node", TEXT("Part of the plan"), "plan.node")
        .typed_too()
        .filter()
        .from_address("part")
        .when_none(TEXT("No part of the plan"))
        .when_wrong(TEXT("Choose a part of the plan from the list."));
}

Field budget_field() {
    return link("budget", TEXT("Budget"), "budget.budget")
        .filter()
        .from_address("budget")
        .when_none(TEXT("No budget"))
        .when_wrong(TEXT("Choose a budget from the list."));
}

Field state_field(std::vector<FixedTerm> terms, std::string_view usually) {
    return term("state", TEXT("How it stands"), fixed_terms(std::move(terms)))
        .usually(usually)
        .listed()
        .filter();
}

}  // namespace digilots::bodies
