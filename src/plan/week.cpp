#include "plan/week.h"

#include <algorithm>

#include "plan/sql.h"
#include "plan/status.h"
#include "platform/base/time.h"

namespace digilots::plan {

namespace {

constexpr std::size_t most_lines = 15;
constexpr int days_ahead_of_week = 14;

/// The first of them; how many more there are stands in the last line.
void shorten(std::vector<std::string>& lines, const i18n::Translator& words) {
    if (lines.size() <= most_lines) return;
    const auto more = static_cast<std::int64_t>(lines.size() - most_lines);
    lines.resize(most_lines);
    lines.push_back(words.tn("and {n} more", "and {n} more", more));
}

std::string with_day(const std::string& name, i18n::Text sentence, base::Date day, const i18n::Translator& words) {
    return name + ": " + words.t(sentence, {{"date", words.date(day)}});
}

std::vector<std::string> changed_parts(const Kinds& kinds, const Plan& plan, const http::Tenant& tenant, const Week& week,
                                       const i18n::Translator& words) {
    const auto from = base::format_utc(base::from_civil(week.from, 0, 0, tenant.zone));
    const auto until = base::format_utc(base::from_civil(base::add_days(week.to, 1), 0, 0, tenant.zone));
    const auto rows = kinds.database.read(
        [&](db::Connection& connection) { return connection.query(sql::parts_changed, tenant.id, from, until); });
    std::vector<std::string> lines;
    for (const auto row : rows)
        if (const auto* node = plan.find(row.text("node")))
            lines.push_back(plan.name_of(*node) + ": " + words.tn("{n} change", "{n} changes", row.integer("times")));
    return lines;
}

void add_days_of_parts(WeekOfPlan& told, const Plan& plan, base::Date today, const i18n::Translator& words) {
    const auto until = base::add_days(today, days_ahead_of_week);
    for (const auto& placed : plan.placed()) {
        const auto& node = *placed.node;
        if (node.is_over() || node.goes_on || !node.ends || *node.ends > until) continue;
        const auto name = plan.name_of(node);
        if (*node.ends < today) told.late.push_back(with_day(name, TEXT("Its time was over on {date}."), *node.ends, words));
        else told.coming.push_back(with_day(name, TEXT("It is to be done by {date}."), *node.ends, words));
    }
    for (const auto& one : plan.milestones()) {
        const auto* node = plan.find(one.node);
        if (one.done || !one.deadline || *one.deadline > until || !node || node->closed) continue;
        const auto name = one.title + " (" + plan.name_of(*node) + ")";
        auto& lines = *one.deadline < today ? told.late : told.coming;
        lines.push_back(with_day(name, TEXT("Its deadline is {date}."), *one.deadline, words));
    }
}

std::vector<std::string> comments_unanswered(const Kinds& kinds, const http::Tenant& tenant) {
    const auto rows =
        kinds.database.read([&](db::Connection& connection) { return connection.query(sql::open_comments, tenant.id); });
    std::vector<std::string> lines;
    for (const auto row : rows) lines.push_back(row.text("title"));
    return lines;
}

}  // namespace

WeekOfPlan week_of_plan(const Kinds& kinds, const http::Tenant& tenant, const Week& week, base::Date today,
                        const i18n::Translator& words) {
    const auto plan = kinds.kept.of(tenant.id);
    WeekOfPlan told{.changed = changed_parts(kinds, *plan, tenant, week, words),
                    .unanswered = comments_unanswered(kinds, tenant)};
    add_days_of_parts(told, *plan, today, words);
    for (auto* lines : {&told.changed, &told.late, &told.coming, &told.unanswered}) shorten(*lines, words);
    return told;
}

}  // namespace digilots::plan
