#include "platform/register/asked_unit.h"

#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/register/unit_rule.h"

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
    const auto wanted = unit_wanted(request, choices);
    asked.chosen = wanted.text;
    if (request.query.has("unit")) asked.query = "unit=" + html::url_encode(asked.chosen);
    asked.field = {.name = "unit", .label = page.t(TEXT("Unit")), .options = unit_options(wanted, choices, page)};
    if (wanted.is_all()) return asked;
    asked.ids = std::vector<std::string>{};
    const auto& within = of_unit->second.within;
    if (!wanted.unit.empty() && is_known(wanted, choices)) asked.ids = within(around, wanted.unit);
    if (!wanted.is_of_none) return asked;
    const auto of_none = within(around, of_no_unit);
    asked.ids->insert(asked.ids->end(), of_none.begin(), of_none.end());
    asked.ids->emplace_back();
    return asked;
}

}  // namespace digilots::register_
