// Which municipalities have adopted which shared quality goals, and when.
#include <algorithm>

#include "goals/goals_view.h"
#include "goals/pages.h"
#include "goals/quality.h"
#include "goals/sql.h"
#include "goals/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"

namespace digilots::goals {

namespace {

using html::components::Cell;

struct SharedRow {
    std::string municipality, id, title, about, origin, adopted_on;
    std::string key() const { return municipality + "/" + id; }
};

std::vector<SharedRow> shared_rows(const Goals::Implementation& self) {
    const auto rows =
        self.database.read([](db::Connection& connection) { return connection.query(sql::shared_quality); });
    std::vector<SharedRow> all;
    for (const auto row : rows)
        all.push_back({row.text("municipality_id"), row.text("id"), row.text("title"), row.text("about"),
                       row.text("origin"), row.text("adopted_on")});
    return all;
}

std::string adopted_text(const SharedQuality& goal, const html::Page& page) {
    std::vector<std::string> said;
    for (const auto& one : goal.adopted)
        said.push_back(
            one.on ? page.t(TEXT("{municipality} on {date}"),
                            {{"municipality", one.municipality}, {"date", page.translator().date(*one.on)}})
                   : one.municipality);
    return said.empty() ? page.t(TEXT("Nobody yet")) : base::joined(said, ", ");
}

}  // namespace

std::vector<SharedQuality> shared_quality(const Goals::Implementation& self) {
    std::map<std::string, std::string> names;
    for (const auto& one : self.neighbours.municipalities.active()) names[one.id] = one.name;
    std::vector<SharedQuality> all;
    const auto rows = shared_rows(self);
    for (const auto& row : rows) {
        if (!row.origin.empty() || !names.contains(row.municipality)) continue;
        all.push_back({row.key(), row.title, row.about, names[row.municipality], row.municipality});
    }
    for (const auto& row : rows) {
        auto* goal = base::find_in(all, row.origin.empty() ? row.key() : row.origin, &SharedQuality::key);
        const auto day = base::parse_date(row.adopted_on);
        if (goal && day && names.contains(row.municipality))
            goal->adopted.push_back({names[row.municipality], day});
    }
    for (auto& goal : all) std::ranges::stable_sort(goal.adopted, {}, &Adopted::municipality);
    return all;
}

register_::Choices quality_of_others(const Goals::Implementation& self) {
    return [&self](const register_::Surroundings& around) {
        std::vector<register_::Choice> choices;
        for (const auto& one : shared_quality(self))
            if (one.owner_id != around.municipality_id)
                choices.push_back({.key = one.key, .label = one.owner + ": " + one.title});
        // What was adopted stays, also where its owner has taken it back.
        if (around.record != nullptr)
            if (const auto stands = around.record->text("origin");
                !stands.empty() && !base::find_in(choices, stands, &register_::Choice::key))
                choices.push_back({.key = stands,
                                   .label = around.t(TEXT("One that its owner shows no more")),
                                   .is_offered = false});
        return choices;
    };
}

http::Response quality_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto page = goals_page_of(request, html::Page(request).t(TEXT("Shared quality goals")));
    QualityView view{.records_url = page.tenant_url("/staff/goals/quality")};
    view.table = {.caption = page.t(TEXT("Quality goals, and who has adopted them")),
                  .columns = {{page.t(TEXT("The quality goal"))},
                              {page.t(TEXT("Whose it is"))},
                              {page.t(TEXT("Adopted by"))},
                              {page.t(TEXT("Here"))}},
                  .empty = page.t(TEXT("No municipality shares a quality goal yet."))};
    for (const auto& goal : shared_quality(self)) {
        const bool is_here =
            base::find_in(goal.adopted, request.tenant->name, &Adopted::municipality) != nullptr;
        Cell here{.text = page.t(is_here ? TEXT("Adopted here") : TEXT("Not adopted here"))};
        if (!is_here && goal.owner_id != request.tenant->id && http::may(request, http::Role::coordinator))
            here = {.text = page.t(TEXT("Adopt it here")),
                    .url = page.tenant_url("/staff/goals/quality/new?origin=" + html::url_encode(goal.key) +
                                           "&title=" + html::url_encode(goal.title))};
        const auto what = goal.about.empty() ? goal.title : goal.title + ": " + goal.about;
        view.table.rows.push_back(
            {Cell{.text = what}, Cell{.text = goal.owner}, Cell{.text = adopted_text(goal, page)}, here});
    }
    return html::render_page(page, templates::quality_page(view, page));
}

}  // namespace digilots::goals
