#include "organisation/registers.h"

#include <algorithm>

#include "organisation/organisation.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"

namespace digilots::organisation {

namespace {

using namespace register_;

constexpr std::size_t longest_name = 100, longest_note = 1000, most_units = 300, deepest = 6,
                      most_rhythms = 50;
constexpr std::int64_t most_months = 60;

/// How far below the top it would stand; nothing where it would stand below itself.
std::optional<std::size_t> depth_of(const Record& unit, const std::vector<Record>& others) {
    std::size_t depth = 0;
    for (auto parent = unit.text("parent"); !parent.empty(); ++depth) {
        if (parent == unit.id || depth > others.size()) return std::nullopt;
        const auto* above = base::find_in(others, parent, &Record::id);
        parent = above ? above->text("parent") : "";
    }
    return depth;
}

void check_unit(const Checked& checked, Problems& problems) {
    const auto& unit = checked.record;
    const auto depth = depth_of(unit, checked.others);
    if (!depth) problems.push_back({"parent", TEXT("A unit cannot belong to itself or to one below it. Choose another.")});
    if (depth && *depth >= deepest)
        problems.push_back({.input = "parent", .text = TEXT("Units can stand at most {n} deep."), .number = deepest});
    const bool is_there = std::ranges::any_of(checked.others, [&](const Record& other) {
        return other.text("parent") == unit.text("parent") && base::fold(other.text("name")) == base::fold(unit.text("name"));
    });
    if (is_there) problems.push_back({"name", TEXT("There is already a unit with this name there.")});
}

/// What belongs to `parent` with all below it; what belongs to none that is there stands at the top.
void add_below(std::string_view parent, const std::vector<Record>& all, std::vector<Record>& ordered) {
    for (const auto& unit : all) {
        const auto above = unit.text("parent");
        const bool is_top = base::find_in(all, above, &Record::id) == nullptr;
        const bool is_here = parent.empty() ? is_top : above == parent;
        if (!is_here || base::find_in(ordered, unit.id, &Record::id)) continue;
        ordered.push_back(unit);
        add_below(unit.id, all, ordered);
    }
}

/// Each behind the one that it belongs to.
std::vector<Record> as_a_tree(std::vector<Record> all) {
    std::vector<Record> ordered;
    add_below("", all, ordered);
    // Two who saved at the same time may have made a ring: its units are not lost.
    for (auto& unit : all)
        if (!base::find_in(ordered, unit.id, &Record::id)) ordered.push_back(std::move(unit));
    return ordered;
}

void check_function(const Checked& checked, Problems& problems) {
    const auto holder = checked.record.text("holder");
    if (!holder.empty() && holder == checked.record.text("stand_in"))
        problems.push_back({"stand_in", TEXT("Nobody stands in for themselves. Choose somebody else, or nobody.")});
}

}  // namespace

Choices unit_kinds() {
    return fixed_terms({{"library", TEXT("Library")},
                        {"contact_centre", TEXT("Contact centre or switchboard")},
                        {"social_care", TEXT("Social services and care")},
                        {"education", TEXT("School and adult education")},
                        {"culture_leisure", TEXT("Culture and leisure")},
                        {"work", TEXT("Work and integration")},
                        {"it", TEXT("IT and digitalisation")},
                        {"communication", TEXT("Communication")},
                        {"management", TEXT("Management and administration")},
                        {"other", TEXT("Something else")}});
}

Choices function_kinds() {
    return fixed_terms({{"guide", TEXT("Guides residents")},
                        {"first_line", TEXT("Answers first")},
                        {"specialist", TEXT("Knows a subject or an e-service")},
                        {"coordinator", TEXT("Coordinates the guiding")},
                        {"editor", TEXT("Keeps the pages and lists right")},
                        {"trainer", TEXT("Teaches staff or residents")},
                        {"decides", TEXT("Decides on people and money")},
                        {"other", TEXT("Something else")}});
}

Register unit_register() {
    return {.key = "unit",
            .table = "organisation_unit",
            .names = {TEXT("Units"), TEXT("Unit")},
            .see = http::Role::guide,
            .change = http::Role::administrator,
            .path = "/staff/settings/units",
            .above = {{TEXT("Settings"), "/staff/settings"}},
            .fields = {text("name", TEXT("Name"), longest_name)
                           .required()
                           .listed()
                           .sorted()
                           .when_missing(TEXT("Write what the unit is called.")),
                       link("parent", TEXT("Belongs to"), "organisation.unit")
                           .listed()
                           .when_none(TEXT("The municipality itself"))
                           .when_wrong(TEXT("Choose a unit from the list.")),
                       term("kind", TEXT("Shared kind of unit"), unit_kinds())
                           .when_none(TEXT("Not stated"))
                           .hint(TEXT("Call the unit what you like: networks compare by this.")),
                       whole_number("review_months", TEXT("Review meeting every so many months"), 1, most_months)
                           .listed()
                           .hint(TEXT("After how many months the unit looks at its log again. Left empty, nobody is reminded."))},
            .rules = check_unit,
            .size = Size::few,
            .at_most = most_units,
            .arranged = as_a_tree,
            .endings = Endings::removed,
            .kept = kept_units,
            .words = {.about = TEXT("Departments and units of your municipality. Places, contacts, e-services, people and "
                                    "functions can belong to one: lists and figures can then be limited to it, and so can what "
                                    "somebody may change."),
                      .caption = TEXT("Units"),
                      .empty = TEXT("There are no units yet. A small municipality can do without."),
                      .add = TEXT("Add a unit"),
                      .change = TEXT("Change a unit"),
                      .save = TEXT("Save the unit"),
                      .added = TEXT("The unit is added."),
                      .saved = TEXT("The unit is saved."),
                      .remove = TEXT("Delete the unit"),
                      .deleted = TEXT("The unit is deleted."),
                      .full = TEXT("There are 300 units already. Delete one that is not used.")}};
}

Register function_register() {
    return {.key = "function",
            .table = "organisation_function",
            .names = {TEXT("Functions"), TEXT("Function")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/functions",
            .fields = {text("title", TEXT("Function"), longest_name)
                           .required()
                           .listed()
                           .searched()
                           .sorted()
                           .hint(TEXT("A role, such as “Digital guide, main library”."))
                           .when_missing(TEXT("Write what the function is called.")),
                       link("unit", TEXT("Unit"), "organisation.unit").listed().filter(),
                       term("kind", TEXT("Shared kind of function"), function_kinds())
                           .filter()
                           .when_none(TEXT("Not stated"))
                           .hint(TEXT("Call the function what you like: networks compare by this.")),
                       link("holder", TEXT("Held by"), "accounts.person")
                           .listed()
                           .filter()
                           .when_none(TEXT("Nobody yet"))
                           .when_wrong(TEXT("Choose a person from the list.")),
                       link("stand_in", TEXT("Stands in"), "accounts.person")
                           .listed()
                           .when_none(TEXT("Nobody"))
                           .when_wrong(TEXT("Choose a person from the list.")),
                       link("contact", TEXT("How it is reached"), "directory.contact")
                           .listed()
                           .filter()
                           .when_wrong(TEXT("Choose a contact from the list.")),
                       // A function may be one person: what it costs is for those who see what help time costs.
                       money("hour_cost", TEXT("Cost of an hour"))
                           .for_who_changes()
                           .hint(TEXT("On average, with social charges: never what one person earns. Help time then has its cost "
                                      "by unit in the statistics. Left empty, it has none.")),
                       long_text("note", TEXT("What belongs to it"), longest_note)},
            .rules = check_function,
            .words = {.about = TEXT("Who is responsible for what. When somebody’s account is closed, their functions are handed "
                                    "over or stand here without a holder."),
                      .caption = TEXT("Functions"),
                      .empty = TEXT("There are no functions yet."),
                      .add = TEXT("New function"),
                      .added = TEXT("The function is added."),
                      .saved = TEXT("The function is saved.")}};
}

Register rhythm_register() {
    return {.key = "rhythm",
            .table = "organisation_rhythm",
            .names = {TEXT("How often records are checked"), TEXT("How often a kind of record is checked")},
            .see = http::Role::guide,
            .change = http::Role::administrator,
            .path = "/staff/settings/rhythms",
            .above = {{TEXT("Settings"), "/staff/settings"}},
            .fields = {link("kind", TEXT("Kind of record"), "organisation.kind")
                           .required()
                           .listed()
                           .sorted()
                           .unique(TEXT("It is said already how often this kind is checked. Change that line."))
                           .when_missing(TEXT("Choose a kind of record.")),
                       whole_number("months", TEXT("Checked again after so many months"), 1, most_months)
                           .listed()
                           .hint(TEXT("Without a number: 6. After that a task asks for it, and residents read that it has not "
                                      "been checked since.")),
                       link("seen_to_by", TEXT("Function that sees to it"), "organisation.function")
                           .listed()
                           .when_none(TEXT("No function"))
                           .when_wrong(TEXT("Choose a function from the list."))},
            .size = Size::few,
            .at_most = most_rhythms,
            .endings = Endings::removed,
            .kept = kept_rhythms,
            .words = {.about = TEXT("Places, services, e-services and contacts are checked again every six months. Say here "
                                    "where it is to be more often or more seldom, and which function sees to it: its tasks "
                                    "are then those of whoever holds it."),
                      .caption = TEXT("What is said for each kind of record"),
                      .empty = TEXT("Nothing is said: every kind is checked again after six months, and no function sees to it."),
                      .add = TEXT("Add a kind of record"),
                      .change = TEXT("Change how often it is checked"),
                      .save = TEXT("Save"),
                      .remove = TEXT("Delete"),
                      .full = TEXT("There is no room for more.")}};
}

}  // namespace digilots::organisation
