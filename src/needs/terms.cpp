#include "needs/terms.h"

#include "platform/personal/personal_data.h"
#include "platform/register/register.h"
#include "taxonomy/taxonomy.h"

namespace digilots::needs {

using namespace register_;

Choices areas() {
    return fixed_terms({{"support", TEXT("Support")},
                        {"residents", TEXT("What residents learn")},
                        {"internal", TEXT("Our own skills and aids")}});
}

Choices parts() {
    return fixed_terms({{"current", TEXT("How it is")},
                        {"desired", TEXT("How it should be")},
                        {"between", TEXT("The way there")}});
}

Choices certainties() {
    return fixed_terms({{"confirmed", TEXT("Confirmed")},
                        {"stated", TEXT("Stated")},
                        {"assumed", TEXT("Assumed")},
                        {"partly_assumed", TEXT("Assumed in part")},
                        {"hearsay", TEXT("Heard from others")},
                        {"incomplete", TEXT("Incomplete")}});
}

Choices classes() {
    return fixed_terms({{"fact", TEXT("How things are")},
                        {"plan", TEXT("A plan")},
                        {"idea", TEXT("An idea")},
                        {"wish", TEXT("A wish")},
                        {"decision", TEXT("A decision")},
                        {"conclusion", TEXT("A conclusion")},
                        {"gap", TEXT("A gap")},
                        {"guideline", TEXT("A guideline")}});
}

Field unit_field() {
    return link("unit", TEXT("Unit"), "organisation.unit").filter().when_none(TEXT("No unit")).not_checked();
}

Field activity_field() {
    return link("activity", TEXT("Activity that came of it"), "activities.activity").filter().when_none(TEXT("None"));
}

Field part_of_plan_field() {
    return link("node", TEXT("Part of the plan that it became"), "plan.node")
        .typed_too()
        .filter()
        .from_address("part")
        .when_none(TEXT("No part of the plan"))
        .when_wrong(TEXT("Choose a part of the plan from the list."));
}

Field barriers_field(i18n::Text title) {
    return terms("barriers", title, taxonomy::choices_of(taxonomy::List::barrier)).filter();
}

Field function_field(i18n::Text title) {
    return link("function", title, "organisation.function")
        .filter()
        .when_none(TEXT("No function"))
        .when_wrong(TEXT("Choose a function from the list."));
}

Field name_field(i18n::Text title, std::size_t most_characters) {
    return text("title", title, most_characters).required().listed().searched().sorted();
}

Field state_field(std::vector<FixedTerm> terms, std::string_view usually) {
    return term("state", TEXT("How it stands"), fixed_terms(std::move(terms)))
        .usually(usually)
        .listed()
        .filter();
}

void refuse_people(const Checked& checked, Problems& problems, std::initializer_list<const char*> fields) {
    for (const char* field : fields)
        if (personal::find_personal_data(checked.record.text(field)) != personal::PersonalData::none)
            problems.push_back(
                {field, TEXT("Remove the number or address: nothing here tells of a person.")});
}

}  // namespace digilots::needs
