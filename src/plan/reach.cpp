// Parts whose days lie outside of the part above them, and the button that lets that one reach over all that is below it.
#include <algorithm>

#include "plan/pages.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"
#include "platform/register/steps.h"

namespace digilots::plan {

namespace {

struct Reach {
    std::optional<base::Date> starts = {}, ends = {};  // of a part as it would have to be; nothing: it reaches already
    std::string first = {}, last = {};                 // the parts that ask for it
};

/// What is closed stays as it is; what goes on ends after any day and is no reason for another one.
Reach reach_over(const Plan& plan, const Node& node) {
    Reach reach;
    if (node.closed) return reach;
    for (const auto* part : plan.below(node.id)) {
        const bool is_before = part->starts && node.starts && *part->starts < reach.starts.value_or(*node.starts);
        const bool is_after = part->ends && node.ends && *part->ends > reach.ends.value_or(*node.ends);
        if (is_before) reach.starts = part->starts, reach.first = plan.name_of(*part);
        if (is_after) reach.ends = part->ends, reach.last = plan.name_of(*part);
    }
    return reach;
}

bool is_outside(const Reach& reach) {
    return reach.starts || reach.ends;
}

}  // namespace

std::vector<ReachView> parts_to_lengthen(const Pages& pages, const Plan& plan, const Node& node, const html::Page& page) {
    std::vector<ReachView> views;
    const auto* parent = plan.find(node.parent);
    for (const auto* part : {parent, &node}) {
        const auto reach = part ? reach_over(plan, *part) : Reach{};
        const auto record =
            is_outside(reach) ? pages.kinds->nodes.find(page.request().tenant->id, part->id) : std::nullopt;
        if (!record) continue;
        ReachView view{.url = page.tenant_url("/staff/plan/" + part->id + "/reach"),
                       .seen = page.seen(pages.kinds->nodes.mark_of(*record)),
                       .button = page.t("Let {part} reach over what is below it", {{"part", plan.name_of(*part)}})};
        const auto day = [&](const base::Date& date) { return page.translator().date(date); };
        if (reach.starts)
            view.lines.push_back(page.t("{below} begins on {date}, before {part} does, which stands above it.",
                                        {{"below", reach.first}, {"date", day(*reach.starts)}, {"part", plan.name_of(*part)}}));
        if (reach.ends)
            view.lines.push_back(page.t("{below} ends on {date}, after {part} does, which stands above it.",
                                        {{"below", reach.last}, {"date", day(*reach.ends)}, {"part", plan.name_of(*part)}}));
        views.push_back(std::move(view));
    }
    return views;
}

http::Response lengthen_part(const Pages& pages, const http::Request& request) {
    const auto& municipality = request.tenant->id;
    const auto plan = pages.kinds->kept.of(municipality);
    const auto* node = plan->find(request.parameter("id"));
    if (!node) return html::error_page(request, 404);
    auto& records = pages.kinds->nodes;
    const auto reach = reach_over(*plan, *node);
    const auto came_of =
        register_::step(records, register_::around_of(records, request), pages.kinds->around(municipality), node->id,
                        request.identity->account_id, base::Seen::mark(request.form.get("seen")),
                        [&](db::Connection&, register_::Record& record) {
                            if (reach.starts) record.columns["starts"] = base::format_date(*reach.starts);
                            if (reach.ends) record.columns["ends"] = base::format_date(*reach.ends);
                            return is_outside(reach);
                        });
    if (came_of == register_::Stepped::done)
        return http::see_other(html::Page(request).tenant_url("/staff/plan/" + node->id));
    return register_::told_of_step(records, request, came_of, TEXT("It belongs to the whole municipality."));
}

}  // namespace digilots::plan
