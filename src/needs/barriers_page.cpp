// Obstacles, by the words of the log: which groups they meet, how often the desk noted them, what is done about each.
#include <map>

#include "needs/pages.h"
#include "needs/templates.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::needs {

namespace {

using html::components::Cell;
using register_::Record, register_::Records;

/// By obstacle, in the order of the list.
using AtBarriers = std::map<std::string, std::vector<Record>>;

AtBarriers at_barriers(const Records& records, const http::Request& request) {
    AtBarriers found;
    for (const auto& one : records.list(register_::around_of(records, request), {}, Records::most_counted, 0).records) {
        if (one.has_ended()) continue;
        for (const auto& barrier : one.list("barriers")) found[barrier].push_back(one);
    }
    return found;
}

/// Titles, with how each stands where the kind says it; opens the list of them.
Cell cell_at(const Records& records, const AtBarriers& all, const std::string& barrier, const html::Page& page) {
    const auto found = all.find(barrier);
    if (found == all.end()) return {.text = page.t("None")};
    const auto& declaration = records.declaration();
    const auto* state = declaration.find("state");
    const auto around = register_::around_of(records, page.request());
    std::vector<std::string> titles;
    for (const auto& one : found->second) {
        auto title = one.text("title");
        if (state != nullptr) title += " (" + base::joined(state->type->show(*state, one, around).lines, ", ") + ")";
        titles.push_back(std::move(title));
    }
    return {.text = base::joined(titles, "; "), .url = page.tenant_url(std::string(declaration.path) + "?barriers=" + barrier)};
}

bool is_decided(const AtBarriers& recommended, const std::string& barrier) {
    const auto found = recommended.find(barrier);
    if (found == recommended.end()) return false;
    for (const auto& one : found->second)
        if (const auto state = one.text("state"); state == "decided" || state == "done") return true;
    return false;
}

}  // namespace

http::Response barriers_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("What stands in the way"));
    const auto& kinds = *pages.kinds;
    const auto groups = at_barriers(kinds.groups, request), challenges = at_barriers(kinds.challenges, request),
               recommended = at_barriers(kinds.recommendations, request);
    const auto noted = pages.arranged.contacts_by_barrier ? pages.arranged.contacts_by_barrier(request.tenant->id)
                                                          : std::map<std::string, std::int64_t>{};
    BarriersView view{.log_url = page.tenant_url("/staff/statistics?measure=inquiries&by=barrier")};
    view.table = {.caption = page.t("Obstacles, whom they meet, and what is done about them"),
                  .columns = {{page.t("Obstacle")},
                              {page.t("Groups that it meets")},
                              {page.t("Noted in the log"), true},
                              {page.t("Challenges")},
                              {page.t("What is recommended")}}};
    for (const auto& term : taxonomy::terms(taxonomy::List::barrier)) {
        const auto label = page.t(term.label);
        const auto in_log = noted.find(term.key);
        const auto number = in_log == noted.end() ? 0 : in_log->second;
        view.table.rows.push_back({{.text = label},
                                   cell_at(kinds.groups, groups, term.key, page),
                                   // Where no entry says any obstacle, nobody has noted what there was.
                                   noted.empty() ? Cell{.text = page.t("Unknown"), .unknown = true}
                                                 : Cell{.text = page.translator().number(number)},
                                   cell_at(kinds.challenges, challenges, term.key, page),
                                   cell_at(kinds.recommendations, recommended, term.key, page)});
        const bool meets_somebody = number > 0 || groups.contains(term.key) || challenges.contains(term.key);
        if (meets_somebody && !is_decided(recommended, term.key)) view.untouched.push_back(label);
    }
    return html::render_page(page, templates::barriers_page(view, page));
}

}  // namespace digilots::needs
