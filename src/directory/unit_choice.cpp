#include "directory/unit_choice.h"

#include "directory/registers.h"
#include "platform/register/pages.h"
#include "platform/register/unit_rule.h"

namespace digilots::directory {

namespace {

std::string name_of(RecordKind kind, std::string_view id) {
    return std::string(register_of(kind).key) + ":" + std::string(id);
}

std::set<std::string> held_by(const Pages& pages, const http::Request& request, const std::string& unit) {
    std::set<std::string> held;
    for (const auto kind : all_kinds) {
        const auto& records = pages.directory.records(kind);
        const register_::ListQuery query{.filters = {{"unit", unit}}, .with_ended = true};
        const auto found = records.list(register_::around_of(records, request), query, register_::Records::most_counted, 0);
        for (const auto& record : found.records) held.insert(name_of(kind, record.id));
    }
    return held;
}

}  // namespace

bool UnitChoice::holds(RecordKind kind, std::string_view id) const { return !held || held->contains(name_of(kind, id)); }

UnitChoice unit_choice(const Pages& pages, const html::Page& page, WhereNoneIsChosen otherwise) {
    const auto& request = page.request();
    const auto& records = pages.directory.records(RecordKind::place);
    const auto around = register_::around_of(records, request);
    const auto& field = *records.declaration().find("unit");
    const auto choices = field.type->filter_choices(field, around);
    UnitChoice choice;
    const bool is_asked = request.query.has("unit") || otherwise == WhereNoneIsChosen::own_unit;
    const auto wanted = is_asked ? register_::unit_wanted(request, choices) : register_::UnitWanted{};
    choice.options = register_::unit_options(wanted, choices, page);
    if (choice.options.empty() || wanted.is_all()) return choice;
    choice.chosen = wanted.text;
    if (request.query.has("unit")) choice.query = "unit=" + html::url_encode(choice.chosen);
    const bool is_known = register_::is_known(wanted, choices);
    choice.held = is_known ? held_by(pages, request, choice.chosen) : std::set<std::string>{};
    return choice;
}

}  // namespace digilots::directory
