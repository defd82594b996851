#include "network/terms.h"

#include "platform/base/lists.h"
#include "platform/personal/personal_data.h"
#include "platform/register/types.h"

namespace digilots::network {

using namespace register_;

Choices levels() {
    return fixed_terms({{"municipality", TEXT("Our municipality alone")},
                        {"network", TEXT("All in the network")},
                        {"public", TEXT("Everybody")}});
}

Choices levels_from_a_unit() {
    return fixed_terms({{"unit", TEXT("Our unit alone")},
                        {"municipality", TEXT("Our municipality alone")},
                        {"network", TEXT("All in the network")},
                        {"public", TEXT("Everybody")}});
}

Choices kinds_of_mandates() {
    return fixed_terms({{"letter_of_intent", TEXT("Letter of intent")},
                        {"decision", TEXT("Political decision")},
                        {"agreement", TEXT("Agreement")},
                        {"assignment", TEXT("Assignment")}});
}

Choices steps_of_a_start() {
    return fixed_terms({{"function", TEXT("A function is responsible")},
                        {"settings", TEXT("Phone, hours and promise are set")},
                        {"places", TEXT("The places that help are in the list")},
                        {"staff", TEXT("Those at the desk have accounts")},
                        {"log", TEXT("The first questions are logged")},
                        {"goals", TEXT("Goals are chosen")},
                        {"public", TEXT("Residents are told of the page")}});
}

Choices members_near(const municipality::Municipalities& municipalities) {
    return [&municipalities](const Surroundings& around) {
        std::vector<std::string> ids{around.municipality_id};
        for (const auto& network : municipalities.networks()) {
            if (!base::holds(network.members, around.municipality_id)) continue;
            for (const auto& member : network.members) base::add_once(ids, member);
        }
        std::vector<Choice> choices;
        for (const auto& id : ids)
            if (const auto about = municipalities.about(id)) choices.push_back({.key = id, .label = about->name});
        return choices;
    };
}

Field name_field(i18n::Text title, std::size_t most_characters) {
    return text("title", title, most_characters).required().listed().searched().sorted();
}

Field network_field() {
    return link("network", TEXT("Network"), "network.mine").listed().filter().when_none(TEXT("No network"));
}

Field function_field(i18n::Text title) {
    return link("function", title, "organisation.function")
        .filter()
        .when_none(TEXT("No function"))
        .when_wrong(TEXT("Choose a function from the list."));
}

namespace {

Field level_term(Choices choices) {
    return term("level", TEXT("Who sees it"), std::move(choices))
        .listed()
        .filter()
        .when_none(TEXT("As we chose for this kind"))
        .not_checked();
}

}  // namespace

Field level_field() { return level_term(levels()); }

Field level_from_a_unit_field() { return level_term(levels_from_a_unit()); }

Field unit_field() {
    return link("unit", TEXT("Unit"), "organisation.unit")
        .filter()
        .when_none(TEXT("No unit"))
        .hint(TEXT("Needed where our unit alone sees it."))
        .not_checked();
}

void need_unit(const Checked& checked, Problems& problems) {
    if (checked.record.text("level") == "unit" && checked.record.text("unit").empty())
        problems.push_back({"unit", TEXT("Choose the unit that sees it, or somebody else above.")});
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

}  // namespace digilots::network
