// All that is under way in a municipality, whichever slice it is of: what is late first.
#include <algorithm>
#include <tuple>

#include "matters/pages.h"
#include "matters/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/http/target.h"
#include "platform/register/unit_rule.h"

namespace digilots::matters {

namespace {

using html::components::Cell, html::components::Filter, html::components::Mark, html::components::MarkColour;

constexpr int lines_of_page = 50;

struct Line {
    const OngoingKind* kind;
    OngoingMatter matter;
};

/// What the address chooses, the unit by the rule of all lists; a kind that is unknown chooses nothing.
struct Wanted {
    std::string kind;
    register_::UnitWanted unit = {};
    bool is_limited = false;
};

std::vector<register_::Choice> choices_of(const organisation::Units& units) {
    std::vector<register_::Choice> choices;
    for (const auto& unit : units) choices.push_back({.key = unit.id, .label = organisation::full_name(units, unit.id)});
    return choices;
}

Wanted wanted_in(const Pages& pages, const http::Request& request, const organisation::Units& units) {
    Wanted wanted;
    const auto kind = request.query.get("kind");
    if (base::find_in(pages.ongoing, kind, &OngoingKind::key)) wanted.kind = kind;
    wanted.is_limited = request.identity && request.identity->only_unit;
    if (!units.empty()) wanted.unit = register_::unit_wanted(request, choices_of(units));
    return wanted;
}

/// Late first; then by when it was promised or takes place; then what has no such time, the oldest first.
bool comes_before(const Line& one, const Line& other) {
    const auto place = [](const Line& line) {
        return std::tuple(!line.matter.is_late, !line.matter.until, line.matter.until.value_or(base::Instant{}),
                          line.matter.since.value_or(base::Instant{}));
    };
    return place(one) < place(other);
}

std::vector<Line> lines_of(const Pages& pages, const Wanted& wanted, const organisation::Units& units, const html::Page& page) {
    const auto& chosen = wanted.unit.unit;
    const auto within = chosen.empty() ? std::vector<std::string>{} : organisation::within(units, chosen);
    const auto is_of_unit = [&](const std::string& unit) {
        return unit.empty() ? wanted.unit.is_of_none : base::holds(within, unit);
    };
    std::vector<Line> lines;
    for (const auto& kind : pages.ongoing) {
        if (!wanted.kind.empty() && kind.key != wanted.kind) continue;
        for (auto& matter : kind.now(page)) {
            if (wanted.unit.is_all() || is_of_unit(matter.unit)) lines.push_back({&kind, std::move(matter)});
        }
    }
    std::ranges::stable_sort(lines, comes_before);
    return lines;
}

html::components::FilterForm filter_of(const Pages& pages, const Wanted& wanted, const organisation::Units& units,
                                       const html::Page& page) {
    Filter kinds{.name = "kind", .label = page.t("Kind"), .options = {{"", page.t("All"), wanted.kind.empty()}}};
    for (const auto& kind : pages.ongoing) kinds.options.push_back({kind.key, page.t(kind.title), kind.key == wanted.kind});
    html::components::FilterForm form{.url = page.tenant_url("/staff/ongoing"),
                                      .filters = {std::move(kinds)},
                                      .active = (wanted.kind.empty() ? 0 : 1) + (wanted.unit.is_all() ? 0 : 1)};
    if (units.empty()) return form;
    Filter of_unit{.name = "unit", .label = page.t("Unit")};
    of_unit.options = register_::unit_options(wanted.unit, choices_of(units), page);
    // The questions log is read unit by unit, and with it whom its entries refer to.
    if (wanted.is_limited) of_unit.options.front().label = page.t("All, but the referrals of other units");
    form.filters.push_back(std::move(of_unit));
    return form;
}

/// Functions by their ids, and what sees to a kind where nothing else is said.
class Owners {
public:
    Owners(const organisation::Organisation& organisation, const html::Page& page)
        : rhythms_(organisation.rhythms(page.request().tenant->id)) {
        const register_::Surroundings around{.municipality_id = page.request().tenant->id, .words = &page.translator()};
        functions_ = organisation.link_sources().at("organisation.function").choices(around);
    }
    std::string of(const Line& line) const {
        auto id = line.matter.function;
        if (id.empty() && !line.kind->of.empty()) id = organisation::rhythm_of(*rhythms_, line.kind->of).function;
        const auto* function = id.empty() ? nullptr : register_::find_choice(functions_, id);
        return function ? function->label : "";
    }

private:
    std::shared_ptr<const organisation::Rhythms> rhythms_;
    std::vector<register_::Choice> functions_;
};

Cell time_cell(const std::optional<base::Instant>& at, bool is_late, const html::Page& page) {
    if (!at) return {};
    Cell cell{.text = page.translator().date_time(*at, page.request().tenant->zone)};
    if (is_late) cell.mark = Mark{.colour = MarkColour::red, .word = page.t("Late")};
    return cell;
}

html::components::Table table_of(const Pages& pages, const std::vector<Line>& lines, const organisation::Units& units,
                                 const html::Page& page) {
    html::components::Table table{.caption = page.t("Under way, what is late first"),
                                  .columns = {{page.t("What")},
                                              {page.t("Kind")},
                                              {page.t("When")},
                                              {page.t("Since")},
                                              {page.t("Responsible function")},
                                              {page.t("Unit")}},
                                  .empty = page.t("Nothing is under way.")};
    const Owners owners(pages.organisation, page);
    for (const auto& line : lines)
        table.rows.push_back({Cell{.text = line.matter.what, .url = page.tenant_url(line.matter.path)},
                              Cell{.text = page.t(line.kind->one)}, time_cell(line.matter.until, line.matter.is_late, page),
                              time_cell(line.matter.since, false, page), Cell{.text = owners.of(line)},
                              Cell{.text = organisation::full_name(units, line.matter.unit)}});
    return table;
}

std::string count_of(const std::vector<Line>& lines, const html::Page& page) {
    const auto late = std::ranges::count_if(lines, [](const Line& line) { return line.matter.is_late; });
    const auto all = page.tn("{n} matter is under way.", "{n} matters are under way.", std::ssize(lines));
    return late == 0 ? all : all + " " + page.tn("{n} is late.", "{n} are late.", late);
}

}  // namespace

http::Response ongoing_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Under way");
    page.staff = true;
    page.indexable = false;
    const auto units = pages.organisation.units(request.tenant->id);
    const auto wanted = wanted_in(pages, request, *units);
    auto lines = lines_of(pages, wanted, *units, page);
    OngoingView view{.count = count_of(lines, page), .filter = filter_of(pages, wanted, *units, page)};
    const auto number = std::ssize(lines);
    const int at = html::components::page_number(request.query.get("page"), number, lines_of_page);
    auto url = view.filter.url + "?kind=" + http::percent_encode(wanted.kind) + "&unit=" + http::percent_encode(wanted.unit.text);
    view.pages = html::components::paginate(number, at, lines_of_page, url);
    const auto before = std::min<std::ptrdiff_t>(number, (at - 1) * lines_of_page);
    lines.erase(lines.begin(), lines.begin() + before);
    lines.resize(std::min<std::size_t>(lines.size(), lines_of_page));
    view.table = table_of(pages, lines, *units, page);
    return html::render_page(page, templates::ongoing_page(view, page));
}

}  // namespace digilots::matters
