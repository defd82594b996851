// The plan for whoever decides, on one side of A4: what is done, why, how far it has come, what comes next.
#include <algorithm>

#include "plan/edition_paper.h"
#include "plan/pages.h"
#include "plan/words.h"
#include "platform/base/text.h"
#include "platform/print/format.h"
#include "platform/print/pdf.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_goal = 140;

/// Goals stand once, below the table, each with its number there.
struct GoalsOnPaper {
    std::vector<std::string> goals = {};

    std::string number_of(const std::string& goal) {
        auto found = std::ranges::find(goals, goal);
        if (found == goals.end()) found = goals.insert(goals.end(), goal);
        return std::to_string(found - goals.begin() + 1);
    }
    /// Those that it says itself: what stands above it is said there. Where nothing is said up to the top, it is unknown.
    std::string said_by(const Plan& plan, const Node& node, const html::Page& page) {
        std::string numbers;
        for (const auto& goal : node.municipal_goals) numbers += (numbers.empty() ? "" : ", ") + number_of(goal);
        std::string targets;
        for (const auto& target : node.targets) targets += (targets.empty() ? "" : ", ") + target;
        std::string text;
        if (!numbers.empty()) text = page.t("goal {numbers}", {{"numbers", numbers}});
        if (!targets.empty()) text += (text.empty() ? "" : "; ") + page.t("UN {targets}", {{"targets", targets}});
        if (!text.empty()) return text;
        const auto says = [](const Node* one) { return !one->municipal_goals.empty() || !one->targets.empty(); };
        const auto above = plan.above(node);
        if (std::ranges::any_of(above, says)) return page.t("as the part above it");
        const auto below = plan.all_below(node);
        const bool has_public_below = std::ranges::any_of(
            below, [&](const Node* one) { return one != &node && says(one) && is_public(plan, *one); });
        return has_public_below ? page.t("through its parts") : "";
    }
};

std::vector<Placed> shown_down_to(const Plan& plan, Kind kind) {
    std::vector<Placed> parts;
    for (const auto& one : plan.placed())
        if (one.node->kind <= kind && is_public(plan, *one.node)) parts.push_back(one);
    return parts;
}

/// The next day that something is to be reached in it or below it, and what.
std::string next_step_of(const Plan& plan, const Node& node, base::Date today, const html::Page& page) {
    const Milestone* next = nullptr;
    for (const auto* part : plan.all_below(node)) {
        if (!is_public(plan, *part)) continue;
        for (const auto* one : plan.milestones_of(part->id)) {
            const bool is_to_come = !one->done && one->deadline && today <= *one->deadline;
            if (is_to_come && (!next || *one->deadline < *next->deadline)) next = one;
        }
    }
    if (!next) return "";
    return page.t("{date}: {what}", {{"date", page.translator().date(*next->deadline)}, {"what", next->title}});
}

struct OnePage {
    const Plan& plan;
    const html::Page& page;
    base::Date today;
    const AskOthers& others;
    std::string approval;

    html::components::Table table(const std::vector<Placed>& parts, GoalsOnPaper& goals) const {
        html::components::Table table{.caption = page.t("What we do, and how far it has come"),
                                      .columns = {{page.t("Part")},
                                                  {page.t("Time")},
                                                  {page.t("Contributes to")},
                                                  {page.t("How it stands")},
                                                  {page.t("What comes next")}},
                                      .empty = page.t("Nothing of the plan is shown to everyone yet.")};
        const auto statuses = statuses_of(plan, parts, today, others);
        for (const auto& [node, depth] : parts) {
            const auto days = days_of(*node, page.translator()), aims = goals.said_by(plan, *node, page);
            const auto next = next_step_of(plan, *node, today, page);
            const auto found = statuses.find(node->id);
            const auto standing = found == statuses.end() ? Standing::unknown : found->second.standing;
            table.rows.push_back({{.text = plan.name_of(*node)},
                                  {.text = days, .unknown = days.empty()},
                                  {.text = aims, .unknown = aims.empty()},
                                  {.text = node->status_note, .mark = mark_of(standing, page.translator())},
                                  {.text = next.empty() ? page.t("no day is said") : next}});
        }
        return table;
    }
    print::Document paper(Kind kind, std::size_t most_rows) const {
        auto document = paper_of(page.t("What we do, why, and how far it has come"), page);
        document.lies = true;
        document.blocks.push_back({print::Paragraph{
            {page.t("Printed {date}.", {{"date", page.translator().date(today)}}) + " " + approval}, print::Emphasis::small}});
        auto parts = shown_down_to(plan, kind);
        const auto left_out = parts.size() > most_rows ? parts.size() - most_rows : 0;
        if (left_out > 0) parts.resize(most_rows);
        GoalsOnPaper goals;
        document.blocks.push_back({on_paper(table(parts, goals), page)});
        print::List list;
        for (std::size_t at = 0; at < goals.goals.size(); ++at)
            list.items.push_back({.text = {std::to_string(at + 1) + ". " + base::cut(goals.goals[at], longest_goal)}});
        if (!list.items.empty()) document.blocks.push_back({std::move(list)});
        document.blocks.push_back({print::Paragraph{{legend(left_out)}, print::Emphasis::small}});
        return document;
    }
    std::string legend(std::size_t left_out) const {
        auto words = page.t("How a part stands is worked out from what is begun, reached and done, not typed. “Contributes "
                            "to” does not say that it causes what happens.");
        const auto number = static_cast<std::int64_t>(left_out);
        if (left_out > 0)
            words += " " + page.tn("{n} part is not on this page: see the page of the plan.",
                                   "{n} parts are not on this page: see the page of the plan.", number);
        return words;
    }
};

}  // namespace

http::Response public_pdf(const Pages& pages, const http::Request& request) {
    constexpr std::size_t rows_tried[] = {40, 24, 16, 12, 8, 5};
    constexpr double small_letters = 8;
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto others = ask_others(*pages.kinds, *request.tenant, page.translator());
    const OnePage one{*plan, page, today_of(pages, request), others,
                      words_of_approval(approved_edition(*pages.kinds, request.tenant->id), page)};
    // Areas where there is room for them, else projects; then smaller letters, then the first parts alone.
    print::Document document;
    const auto fits = [&](Kind kind, std::size_t most, double letters) {
        document = one.paper(kind, most);
        document.body = letters;
        return print::number_of_pages(document) == 1;
    };
    bool is_one = fits(Kind::area, rows_tried[0], 0) || fits(Kind::project, rows_tried[0], 0);
    for (const auto most : rows_tried) is_one = is_one || fits(Kind::project, most, small_letters);
    return print::pdf_answer(document, "plan.pdf");
}

}  // namespace digilots::plan
