#include "platform/register/asked_unit.h"

#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/base/lists.h"

namespace digilots::register_ {

bool AskedUnit::holds(std::string_view id) const { return !ids || base::holds(*ids, id); }

html::components::Filter AskedUnit::filter() const {
    return {.name = field.name, .label = field.label, .options = field.options};
}

html::components::FilterForm AskedUnit::form(std::string url, std::vector<std::pair<std::string, std::string>> kept) const {
    html::components::FilterForm form{.url = std::move(url), .active = chosen.empty() ? 0 : 1, .kept = std::move(kept)};
    if (!field.name.empty()) form.filters.push_back(filter());
    return form;
}

std::string AskedUnit::link(std::string url) const {
    if (query.empty()) return url;
    return url + (url.find('?') == std::string::npos ? "?" : "&") + query;
}

AskedUnit asked_unit(const LinkSources& links, std::string_view source, const html::Page& page) {
    const auto& request = page.request();
    const auto units = links.find("organisation.unit"), of_unit = links.find(source);
    ENSURE(units != links.end() && of_unit != links.end() && of_unit->second.within);
    const Surroundings around{.municipality_id = request.tenant->id, .words = &page.translator(), .links = &links};
    const auto choices = units->second.choices(around);
    AskedUnit asked;
    if (choices.empty()) return asked;
    const bool is_said = request.query.has("unit");
    if (is_said) asked.chosen = request.query.get("unit").substr(0, 100);
    else if (request.identity && request.identity->only_unit) asked.chosen = request.identity->unit;
    if (is_said) asked.query = "unit=" + html::url_encode(asked.chosen);
    asked.field = {.name = "unit", .label = page.t(TEXT("Unit")), .options = {{"", page.t(TEXT("All")), asked.chosen.empty()}}};
    for (const auto& one : choices) asked.field.options.push_back({one.key, one.label, one.key == asked.chosen});
    if (asked.chosen.empty()) return asked;
    asked.ids = std::vector<std::string>{};
    if (find_choice(choices, asked.chosen)) asked.ids = of_unit->second.within(around, asked.chosen);
    else asked.field.options.push_back({asked.chosen, page.t(TEXT("A unit that is no longer here")), true});
    return asked;
}

}  // namespace digilots::register_
