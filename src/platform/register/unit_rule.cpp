#include "platform/register/unit_rule.h"

#include <algorithm>

namespace digilots::register_ {

namespace {

constexpr std::string_view and_of_none = ",-";
constexpr std::size_t longest = 100;

bool is_there(std::string_view unit, const std::vector<Choice>& units) {
    return !unit.empty() && unit != of_no_unit && find_choice(units, unit) != nullptr;
}

/// Where it is gone, what belongs to none is all that is left to them.
std::string own_and_of_none(const std::string& own, const std::vector<Choice>& units) {
    return is_there(own, units) ? own + std::string(and_of_none) : std::string(of_no_unit);
}

}  // namespace

UnitWanted read_unit(std::string_view text) {
    text = text.substr(0, longest);
    UnitWanted wanted{.text = std::string(text)};
    if (text == of_no_unit) {
        wanted.is_of_none = true;
    } else if (text.ends_with(and_of_none)) {
        wanted.is_of_none = true;
        wanted.unit = text.substr(0, text.size() - and_of_none.size());
    } else {
        wanted.unit = text;
    }
    return wanted;
}

UnitWanted unit_wanted(const http::Request& request, const std::vector<Choice>& units) {
    if (request.query.has("unit")) return read_unit(request.query.get("unit"));
    if (!request.identity || !request.identity->only_unit) return {};
    return read_unit(own_and_of_none(request.identity->unit, units));
}

bool is_known(const UnitWanted& wanted, const std::vector<Choice>& units) {
    return wanted.unit.empty() || is_there(wanted.unit, units);
}

std::vector<html::components::Option> unit_options(const UnitWanted& wanted, const std::vector<Choice>& units,
                                                   const html::Page& page) {
    std::vector<html::components::Option> options;
    if (std::ranges::all_of(units, [](const Choice& one) { return one.key == of_no_unit; })) return options;
    const auto add = [&](std::string key, std::string label) {
        const bool is_chosen = key == wanted.text;
        options.push_back({std::move(key), std::move(label), is_chosen});
    };
    add("", page.t(TEXT("All")));
    const auto& identity = page.request().identity;
    if (identity && is_there(identity->unit, units))
        add(identity->unit + std::string(and_of_none), page.t(TEXT("My unit, and what belongs to none")));
    add(std::string(of_no_unit), page.t(TEXT("No unit")));
    for (const auto& one : units)
        if (one.key != of_no_unit) add(one.key, one.label);
    if (!is_known(wanted, units)) add(wanted.text, page.t(TEXT("A unit that is no longer here")));
    else if (std::ranges::none_of(options, &html::components::Option::selected))
        add(wanted.text, page.t(TEXT("{unit}, and what belongs to none"), {{"unit", find_choice(units, wanted.unit)->label}}));
    return options;
}

}  // namespace digilots::register_
