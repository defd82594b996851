#include "directory/unit_choice.h"

#include <algorithm>

#include "directory/registers.h"
#include "platform/register/pages.h"

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
    if (choices.size() <= 1) return choice;
    if (request.query.has("unit")) {
        choice.chosen = request.query.get("unit").substr(0, 100);
        choice.query = "unit=" + html::url_encode(choice.chosen);
    } else if (otherwise == WhereNoneIsChosen::own_unit && request.identity && request.identity->only_unit) {
        choice.chosen = request.identity->unit;
    }
    choice.options.push_back({"", page.t("All"), choice.chosen.empty()});
    for (const auto& one : choices) choice.options.push_back({one.key, one.label, one.key == choice.chosen});
    const bool is_known = std::ranges::find(choices, choice.chosen, &register_::Choice::key) != choices.end();
    if (choice.chosen.empty()) return choice;
    if (!is_known) choice.options.push_back({choice.chosen, page.t("A unit that is no longer here"), true});
    choice.held = is_known ? held_by(pages, request, choice.chosen) : std::set<std::string>{};
    return choice;
}

}  // namespace digilots::directory
