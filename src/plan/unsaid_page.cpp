// What parts of the plan do not say: goals, targets, who answers for them, time. What stands above a part says it for it.
#include <algorithm>
#include <array>

#include "plan/pages.h"
#include "plan/templates.h"
#include "plan/words.h"

namespace digilots::plan {

namespace {

constexpr std::size_t most_unsaid = 200;

bool says_a_goal(const Node& node) { return !node.municipal_goals.empty() || !node.goals.empty(); }
bool says_a_target(const Node& node) { return !node.targets.empty(); }
bool says_who(const Node& node) { return !node.owner.empty(); }
bool says_a_time(const Node& node) { return node.starts || node.ends || node.begun || node.goes_on; }
bool says_resources(const Node& node) { return !node.resources.empty(); }
bool says_a_horizon(const Node& node) { return !node.horizon.empty(); }
bool says_a_phase(const Node& node) { return !node.phase.empty(); }
bool is_frame(const Node& node) { return node.kind < Kind::project; }

struct Asked {
    i18n::Text what;
    Kind first, last;  // of what kinds it is asked
    bool (*says)(const Node& node);
    bool is_own = false;  // what stands above does not say it
};

constexpr std::array asked_of_parts{
    Asked{TEXT("A goal"), Kind::project, Kind::activity, says_a_goal},
    Asked{TEXT("A target of the UN"), Kind::project, Kind::activity, says_a_target},
    Asked{TEXT("Who answers for it"), Kind::project, Kind::activity, says_who},
    Asked{TEXT("A time"), Kind::project, Kind::activity, says_a_time, true},
    Asked{TEXT("Resources"), Kind::activity, Kind::activity, says_resources},
    Asked{TEXT("Horizon"), Kind::activity, Kind::activity, says_a_horizon},
    Asked{TEXT("Phase"), Kind::area, Kind::activity, says_a_phase},
    Asked{TEXT("A strategy or action plan above it"), Kind::project, Kind::project, is_frame}};

bool is_asked_of(const Asked& asked, const Node& node) {
    return !node.is_over() && asked.first <= node.kind && node.kind <= asked.last;
}

bool is_unsaid(const Asked& asked, const Plan& plan, const Node& node) {
    if (!is_asked_of(asked, node) || asked.says(node)) return false;
    const auto above = plan.above(node);
    return asked.is_own || std::ranges::none_of(above, [&](const Node* one) { return asked.says(*one); });
}

std::string sum_of_unsaid(const Asked& asked, const Plan& plan, const html::Page& page) {
    std::int64_t all = 0, without = 0;
    for (const auto& placed : plan.placed()) {
        all += is_asked_of(asked, *placed.node) ? 1 : 0;
        without += is_unsaid(asked, plan, *placed.node) ? 1 : 0;
    }
    const auto number = [&](std::int64_t one) { return page.translator().number(static_cast<double>(one)); };
    return page.t("{what}: not said by {n} of {all}",
                  {{"what", page.t(asked.what)}, {"n", number(without)}, {"all", number(all)}});
}

}  // namespace

http::Response unsaid_page(const Pages& pages, const http::Request& request) {
    const auto page = plan_page_of(request, html::Page(request).t("What parts do not say"));
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    SumsView view;
    for (const auto& asked : asked_of_parts) view.sums.push_back(sum_of_unsaid(asked, *plan, page));
    html::components::Table table{.caption = page.t("Parts of which something is not said"),
                                  .columns = {{page.t("Part")}, {page.t("Kind of part")}, {page.t("What is not said")}},
                                  .empty = page.t("Nothing is missing of any part that is under way or to come.")};
    std::int64_t left_out = 0;
    for (const auto& placed : plan->placed()) {
        const auto& node = *placed.node;
        std::string unsaid;
        for (const auto& asked : asked_of_parts)
            if (is_unsaid(asked, *plan, node)) unsaid += (unsaid.empty() ? "" : ", ") + page.t(asked.what);
        if (unsaid.empty()) continue;
        if (table.rows.size() == most_unsaid) {
            ++left_out;
            continue;
        }
        table.rows.push_back({{.text = plan->name_of(node), .url = page.tenant_url("/staff/plan/" + node.id)},
                              {.text = page.t(title_of(node.kind))},
                              {.text = unsaid}});
    }
    view.tables.push_back(std::move(table));
    if (left_out > 0) view.more = page.tn("and {n} more", "and {n} more", left_out);
    return html::render_page(page, templates::sums_page(view, page));
}

}  // namespace digilots::plan
