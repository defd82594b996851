#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "releases/released_view.h"
#include "releases/templates.h"
#include "releases/was_so.h"
#include "releases/year.h"
#include "taxonomy/taxonomy.h"

namespace digilots::releases {

namespace {

using html::components::ChartPoint;
using html::components::Field;
using html::components::Option;

constexpr std::size_t most_points = 13;         // a year of months and the same one before
constexpr std::size_t most_pairs = 15;          // of a crossed table, on a page
constexpr Value shown_zero{Shown::count};
constexpr const char* kept_mark = "*";          // behind a number that stands as it was told first

std::string crossed_note(std::int64_t more, std::int64_t hidden, const html::Page& page) {
    std::string note;
    if (more > 0) note += page.tn("{n} smaller one stands in the file.", "{n} smaller ones stand in the file.", more) + " ";
    if (hidden > 0) note += page.tn("{n} is hidden.", "{n} are hidden.", hidden) + " ";
    return note + page.t(TEXT("All others are zero."));
}

void fill_parts(ReleasedView& view, const Pages& pages, const Asked& asked, const html::Page& page) {
    const auto parts = pages.releases.parts(asked.whose, asked.period, asked.revision);
    view.parts.caption = page.t(parts_title(asked.whose));
    view.parts.columns = {{page.t(TEXT("Where"))}, {page.t(TEXT("Questions")), true}};
    for (const auto& line : parts.lines) {
        Asked part = asked;
        part.whose = part_of(asked.whose, line.key);
        if (part.whose.of == Whose::Of::place) part.table = Releases::tables().front();
        const bool has_page = part.whose.of != Whose::Of::municipality || pages.municipalities.is_active(line.key);
        view.parts.rows.push_back({html::components::Cell{.text = name_of(pages, part.whose, page.translator()),
                                        .url = has_page ? page.url(path_of(part)) : std::string()},
                                   html::components::Cell{.text = words_of(line.value, page.translator())}});
    }
}

/// Those before it, oldest first.
void fill_months(ReleasedView& view, const Pages& pages, const Asked& asked, const html::Page& page) {
    html::components::ChartSeries series{page.t(TEXT("Questions")), {}};
    for (const auto& one : asked.released) {
        if (periods::kind_of(one) != periods::kind_of(asked.period) || one.from > asked.period.from) continue;
        if (series.points.size() == most_points) break;
        const auto total = pages.releases.read(asked.whose, Releases::tables().front(), one).total;
        series.points.push_back(point_of(periods::name_of(one, page.translator()), total, page.translator()));
    }
    std::ranges::reverse(series.points);
    view.months = {.id = "months",
                   .title = page.t(TEXT("Questions from period to period")),
                   .dimension = page.t(TEXT("Period")),
                   .series = {std::move(series)}};
}

bool stands_there(const ReleasedView& view, const std::string& word) {
    const auto in_chart = [&](const html::components::Chart& chart) {
        return std::ranges::any_of(chart.series, [&](const auto& series) {
            return base::find_in(series.points, word, &ChartPoint::shown) != nullptr;
        });
    };
    const auto in_row = [&](const auto& row) { return base::find_in(row, word, &html::components::Cell::text) != nullptr; };
    return view.total.ends_with(word) || in_chart(view.lines.chart) || in_chart(view.months) ||
           std::ranges::any_of(view.parts.rows, in_row);
}

const std::vector<std::pair<Shown, i18n::Text>>& meanings() {
    static const std::vector<std::pair<Shown, i18n::Text>> all{
        {Shown::hidden, TEXT("“{word}”: some asked, but so few that the number is not told, or that another such number could be "
                             "worked out from it.")},
        {Shown::withheld, TEXT("“{word}”: not even whether anybody asked is told, so that nothing can be worked out.")},
        {Shown::not_reported, TEXT("“{word}”: nobody counted there then. That is not zero.")}};
    return all;
}

/// A word in place of a number is no number: what it means stands on the same page.
std::vector<std::string> words_explained(const ReleasedView& view, const html::Page& page) {
    std::vector<Shown> there;
    for (const auto& [shown, meaning] : meanings())
        if (stands_there(view, words_of({shown, 0}, page.translator()))) there.push_back(shown);
    return meanings_of(there, page);
}

html::Page page_of(const http::Request& request) {
    html::Page page(request);
    page.title = page.t(TEXT("Statistics"));
    page.description = page.t(TEXT("How many asked for help and about what, month by month."));
    if (request.tenant) page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.title, "", true}};
    return page;
}

}  // namespace

ChartPoint point_of(std::string label, const Value& value, const i18n::Translator& translator) {
    ChartPoint point{.label = std::move(label), .shown = words_of(value, translator)};
    if (value.shown == Shown::count) point.value = static_cast<double>(value.count);
    return point;
}

Field whose_choice(const Pages& pages, const Asked& asked, const html::Page& page) {
    Field field{.name = "of", .label = page.t(TEXT("Where"))};
    const auto add = [&](const Whose& whose, std::string group) {
        field.options.push_back({.value = text_of(whose),
                                 .label = name_of(pages, whose, page.translator()),
                                 .selected = text_of(whose) == text_of(asked.whose),
                                 .group = std::move(group)});
    };
    add({}, "");
    for (const auto& key : pages.releases.counties()) add({Whose::Of::county, key}, page.t(TEXT("County")));
    for (const auto& key : pages.releases.networks()) add({Whose::Of::network, key}, page.t(TEXT("Networks")));
    return field;
}

Field place_choice(const Pages& pages, const Asked& asked, const html::Page& page) {
    Field field{.name = "place", .label = page.t(TEXT("Where"))};
    field.options.push_back({"", page.t(TEXT("The whole municipality")), asked.whose.of == Whose::Of::municipality});
    const Whose all{Whose::Of::municipality, asked.whose.key};
    for (const auto& line : pages.releases.parts(all, asked.period).lines) {
        const Whose place{Whose::Of::place, asked.whose.key, line.key};
        field.options.push_back({line.key.empty() ? "-" : line.key, name_of(pages, place, page.translator()),
                                 asked.whose.of == Whose::Of::place && asked.whose.place == line.key});
    }
    return field;
}

Whose part_of(const Whose& whose, const std::string& key) {
    if (whose.of == Whose::Of::all) return {Whose::Of::county, key};
    return whose.of == Whose::Of::municipality ? Whose{Whose::Of::place, whose.key, key} : Whose{Whose::Of::municipality, key};
}

i18n::Text parts_title(const Whose& whose) {
    if (whose.of == Whose::Of::all) return TEXT("County by county");
    return whose.of == Whose::Of::municipality ? TEXT("Place by place") : TEXT("Municipality by municipality");
}

ReleasedLines lines_of(const Asked& asked, const Table& table, const html::Page& page, std::string id) {
    const auto& translator = page.translator();
    auto lines = table.lines;
    std::ranges::stable_sort(lines, [](const Line& one, const Line& other) { return one.value.count > other.value.count; });
    html::components::ChartSeries series{page.t(TEXT("Questions")), {}};
    std::vector<std::string> hidden, zeros;
    if (table.is_untold) lines.clear();
    for (const auto& line : lines) {
        auto label = label_of(asked.table, line.key, translator);
        if (line.value == shown_zero) {
            zeros.push_back(std::move(label));
        } else if (line.value.shown != Shown::count) {
            hidden.push_back(std::move(label));
        } else {
            series.points.push_back(point_of(std::move(label), line.value, translator));
            if (asked.table == "body" && asked.whose.of != Whose::Of::place && !line.key.empty())
                series.points.back().url = page.url(path_of_all(asked, "statistics/bodies/" + line.key));
        }
    }
    ReleasedLines shown;
    const auto more = static_cast<std::int64_t>(series.points.size()) - static_cast<std::int64_t>(most_pairs);
    if (table.is_untold) {
        shown.note = page.t(title_of(asked.table)) + ": " +
                     page.t(TEXT("Nothing of this table is told of this period: with these numbers small ones of the year "
                                 "could be worked out."));
    } else if (is_crossed(asked.table)) {
        if (more > 0) series.points.resize(most_pairs);
        shown.note = crossed_note(std::max<std::int64_t>(more, 0), static_cast<std::int64_t>(hidden.size()), page);
    } else {
        shown.hidden = base::joined(hidden, ", ");
        shown.zeros = base::joined(zeros, ", ");
    }
    shown.has_chart = !series.points.empty();
    shown.chart = {.id = std::move(id),
                   .title = page.t(title_of(asked.table)),
                   .dimension = page.t(title_of(asked.table)),
                   .series = {std::move(series)}};
    return shown;
}

std::vector<html::Link> told_in(const Pages& pages, const Asked& asked, const html::Page& page) {
    std::vector<html::Link> links;
    for (const auto kind : {periods::Kind::quarter, periods::Kind::year}) {
        for (const auto& one : asked.released) {
            if (periods::kind_of(one) != kind || one == asked.period) continue;
            const auto table = pages.releases.read(asked.whose, asked.table, one);
            if (table.revision == 0 || table.is_untold || table.total.shown != Shown::count) continue;
            Asked then = asked;
            then.period = one;
            then.revision = newest_revision;
            links.push_back({periods::name_of(one, page.translator()), page.url(path_of(then))});
            break;
        }
    }
    return links;
}

std::vector<std::string> facts_of(const Asked& asked, const Table& table, const html::Page& page) {
    std::vector<std::string> facts;
    const auto& translator = page.translator();
    facts.push_back(page.t(TEXT("Small numbers are hidden, and so are others from which they could be worked out.")));
    if (!table.is_untold && table.hidden > 0)
        facts.push_back(page.tn("{n} number of this table is hidden.", "{n} numbers of this table are hidden.", table.hidden));
    if (table.for_the_year > 0 && !table.is_untold)
        facts.push_back(page.tn("{n} of these is withheld so that the year can be shown.",
                                "{n} of these are withheld so that the year can be shown.", table.for_the_year));
    if (table.others && !table.is_untold)
        facts.push_back(page.tn("Those that are hidden are {n} question together.",
                                "Those that are hidden are {n} questions together.", *table.others));
    if (table.least > 0)
        facts.push_back(page.t(TEXT("“At least” is what the municipalities tell together; what is hidden there is not in "
                                    "it.")));
    if (table.kept > 0)
        facts.push_back(kept_mark + std::string(" ") +
                        page.tn("{n} number of this table stands as it was told first: if it was corrected since, the "
                                "change is too small or too close to others to be told.",
                                "{n} numbers of this table stand as they were told first: if they were corrected since, the "
                                "change is too small or too close to others to be told.",
                                table.kept));
    const bool is_of_several = asked.whose.of != Whose::Of::municipality && asked.whose.of != Whose::Of::place;
    if (is_of_several || table.reported < table.expected)
        facts.push_back(page.t(TEXT("Reported: {n} of {all} months of municipalities. What is not reported is not zero."),
                               {{"n", translator.number(static_cast<double>(table.reported))},
                                {"all", translator.number(static_cast<double>(table.expected))}}));
    facts.push_back(page.t(TEXT("Each question is counted once, by its first topic.")));
    const auto made_on = table.made_at ? translator.date(base::to_civil(*table.made_at, released_zone).date) : std::string();
    // Of a year that was released anew nobody says that its numbers stay.
    facts.push_back(page.t(table.is_changed ? TEXT("Released {date} with version {version} of the code lists.")
                                            : TEXT("Released {date} with version {version} of the code lists. A released number "
                                                   "does not change."),
                           {{"date", made_on}, {"version", table.code_lists}}));
    if (table.revision > 0 && table.code_lists != taxonomy::version())
        facts.push_back(page.t(TEXT("Possibly outdated: since then the code lists were changed, to version {version}. What was "
                                    "counted under a term may be counted under another one now."),
                               {{"version", std::string(taxonomy::version())}}));
    if (table.is_changed && !table.reason.empty())
        facts.push_back(page.t(TEXT("The year was released anew: {reason}"), {{"reason", table.reason}}));
    return facts;
}

std::vector<std::string> meanings_of(const std::vector<Shown>& shown, const html::Page& page) {
    std::vector<std::string> explained;
    for (const auto& [which, meaning] : meanings())
        if (base::holds(shown, which)) explained.push_back(page.t(meaning, {{"word", words_of({which, 0}, page.translator())}}));
    return explained;
}

std::string words_of(const Value& value, const i18n::Translator& translator) {
    switch (value.shown) {
        case Shown::count: {
            const auto number = translator.number(static_cast<double>(value.count)) + (value.is_kept ? kept_mark : "");
            return value.is_least ? translator.t(TEXT("at least {number}"), {{"number", number}}) : number;
        }
        case Shown::hidden: return translator.t(TEXT("hidden"));
        case Shown::withheld: return translator.t(TEXT("not told"));
        case Shown::not_reported: return translator.t(TEXT("not reported"));
        case Shown::not_released: break;
    }
    return translator.t(TEXT("not released"));
}

Field period_choice(const Asked& asked, const html::Page& page) {
    Field field{.name = "period", .label = page.t(TEXT("Period"))};
    for (const auto& one : asked.released)
        field.options.push_back({.value = periods::key_of(one),
                                 .label = periods::name_of(one, page.translator()),
                                 .selected = one == asked.period,
                                 .group = page.t(periods::title_of(periods::kind_of(one)))});
    return field;
}

Field table_choice(const Asked& asked, const html::Page& page) {
    Field field{.name = "table", .label = page.t(TEXT("What is shown"))};
    for (const auto& key : Releases::tables())
        field.options.push_back({.value = key, .label = page.t(title_of(key)), .selected = key == asked.table});
    return field;
}

std::string nothing_text(const Asked& asked, const Table& table, const html::Page& page) {
    if (asked.whose.of == Whose::Of::place && asked.table != Releases::tables().front())
        return page.t(TEXT("Of a single place how many asked is released by month and quarter, everything else by year."));
    const bool is_by_month = periods::kind_of(asked.period) == periods::Kind::month;
    if (table.total.shown == Shown::not_released && is_by_month && !asked.released.empty() &&
        !base::holds(asked.released, asked.period) && !is_told(asked.table, 0, false))
        return page.t(TEXT("This table is released by quarter and year. Choose one of those."));
    if (asked.released.empty()) return page.t(TEXT("Nothing is released yet. The figures of a month come during the next one."));
    if (table.total.shown == Shown::not_reported) return page.t(TEXT("Nothing was reported in this period. That is not zero."));
    if (table.total.shown == Shown::not_released)
        return page.t(TEXT("The figures of this period are not released. Choose another one."));
    return "";
}

void fill_released(ReleasedView& view, const Pages& pages, const Asked& asked, const Table& table, const html::Page& page) {
    const auto& translator = page.translator();
    view.whose = name_of(pages, asked.whose, translator);
    view.period = periods::name_of(asked.period, translator);
    view.total = table.total.shown == Shown::count
                     ? page.tn("{n} question", "{n} questions", table.total.count) + (table.total.is_kept ? kept_mark : "")
                     : page.t(TEXT("How many questions: {number}"), {{"number", words_of(table.total, translator)}});
    view.lines = lines_of(asked, table, page);
    if (table.is_untold) view.lines.told_in = told_in(pages, asked, page);
    fill_months(view, pages, asked, page);
    fill_parts(view, pages, asked, page);
    view.facts = facts_of(asked, table, page);
    if (const auto outdated = outdated_text(pages, asked, page); !outdated.empty()) view.facts.push_back(outdated);
    view.was_so = lines_of_was_so(pages, asked, page);
    view.words_for_numbers = words_explained(view, page);
}

http::Response released_page(const Pages& pages, const http::Request& request) {
    const auto read = read_asked(pages, request);
    const auto* asked = std::get_if<Asked>(&read);
    if (!asked) return html::error_page(request, 404);
    const auto page = page_of(request);
    ReleasedView view;
    view.lead = page.t(TEXT("How many asked for help and about what, month by month. Counted by desks and on the phone; never "
                            "who asked."));
    view.form_url = request.tenant ? page.tenant_url("/statistics") : page.url("/statistics");
    if (request.tenant) {
        view.other_url = page.url("/statistics");
        view.other_title = page.t(TEXT("All municipalities together"));
    }
    const auto table = 
        asked->released.empty() ? Table{} : pages.releases.read(asked->whose, asked->table, asked->period, asked->revision);
    if (!asked->released.empty() || asked->whose.of == Whose::Of::place)
        view.choices = {request.tenant ? place_choice(pages, *asked, page) : whose_choice(pages, *asked, page),
                        table_choice(*asked, page), period_choice(*asked, page)};
    view.nothing = nothing_text(*asked, table, page);
    if (!view.nothing.empty()) return html::render_page(page, templates::released_page(view, page));
    fill_released(view, pages, *asked, table, page);
    view.csv_url = page.url(path_of(*asked, "statistics.csv"));
    view.overview_url = page.url(path_of_all(*asked, "statistics/overview"));
    view.json_url = "/api/v1/released-statistics?of=" + html::url_encode(text_of(asked->whose)) + "&table=" + asked->table +
                    "&period=" + periods::key_of(asked->period) +
                    (asked->revision == newest_revision ? "" : "&revision=" + std::to_string(asked->revision));
    return html::render_page(page, templates::released_page(view, page));
}

}  // namespace digilots::releases
