#include <algorithm>
#include <array>

#include "indicators/meaning/manage_view.h"
#include "indicators/meaning/standing_words.h"
#include "indicators/templates.h"
#include "platform/html/error_page.h"

namespace digilots::indicators {
namespace {

constexpr int most_runs = 100, most_changes = 500;

struct Word {
    std::string_view key;
    i18n::Text text;
};

constexpr std::array<Word, 8> run_words{{{"sync", TEXT("Fetched what is new")},
                                         {"full sync", TEXT("Fetched everything")},
                                         {"import", TEXT("Read from files")},
                                         {"shipped", TEXT("Came with Digilots")},
                                         {"made up", TEXT("Made-up test figures, came with Digilots")},
                                         {"running", TEXT("Under way")},
                                         {"done", TEXT("Done")},
                                         {"failed", TEXT("Failed")}}};

constexpr std::array<Word, 8> change_words{{{"indicator added", TEXT("Indicator added")},
                                            {"indicator removed", TEXT("Indicator taken away")},
                                            {"indicator retitled", TEXT("Indicator given a new title")},
                                            {"indicator unknown", TEXT("Not in the catalogue, figures not taken")},
                                            {"status unknown", TEXT("Unknown status, kept as not reported")},
                                            {"value added", TEXT("Figure added")},
                                            {"value revised", TEXT("Figure corrected")},
                                            {"value withdrawn", TEXT("Figure withdrawn")}}};

template <std::size_t n>
std::string say(const std::array<Word, n>& words, std::string_view key, const html::Page& page) {
    const auto found = std::ranges::find(words, key, &Word::key);
    return found == words.end() ? std::string(key) : page.t(found->text);
}

std::string source_title(const std::string& source, const html::Page& page) {
    if (source == "kolada") return "Kolada";
    return source == "kostra" ? page.t("Statistics Norway, KOSTRA") : source;
}

TableCell count_cell(std::int64_t n, const html::Page& page) {
    return {.text = page.translator().number(static_cast<double>(n))};
}

void add_count(RunView& view, std::int64_t n, std::string term, const html::Page& page) {
    if (n > 0) view.facts.push_back({std::move(term), {page.translator().number(static_cast<double>(n))}});
}

void fill_facts(RunView& view, const Run& run, const std::string& zone, const html::Page& page) {
    view.facts = {{page.t("Source"), {source_title(run.source, page)}},
                  {page.t("What was done"), {say(run_words, run.kind, page)}},
                  {page.t("Started"), {page.translator().date_time(run.started, zone)}}};
    if (run.finished) view.facts.push_back({page.t("Finished"), {page.translator().date_time(*run.finished, zone)}});
    view.facts.push_back({page.t("How it went"), {say(run_words, run.outcome, page)}});
    if (!run.note.empty()) view.facts.push_back({page.t("Note"), {run.note}});
    add_count(view, run.indicators_added, page.t("Indicators added"), page);
    add_count(view, run.indicators_removed, page.t("Indicators taken away"), page);
    add_count(view, run.indicators_retitled, page.t("Indicators with a new title"), page);
    add_count(view, run.values_added, page.t("Figures added"), page);
    add_count(view, run.values_revised, page.t("Figures corrected"), page);
    add_count(view, run.values_withdrawn, page.t("Figures withdrawn"), page);
    add_count(view, run.rows_refused, page.t("Rows refused"), page);
    add_count(view, run.unknown_statuses, page.t("Rows with an unknown status"), page);
}

TableCell indicator_cell(const RunChange& change, const html::Page& page) {
    if (change.indicator.empty()) return {.text = "–"};
    if (change.kind == "indicator unknown") return {.text = change.indicator};
    return {.text = change.indicator, .url = page.url("/indicators/" + html::url_encode(change.indicator))};
}

std::string gender_word(std::string_view key, const html::Page& page) {
    const auto gender = gender_of(key);
    if (!gender) return "–";
    if (*gender == Gender::women) return page.t("Women");
    return *gender == Gender::men ? page.t("Men") : page.t("Everyone");
}

void fill_changes(RunView& view, std::vector<RunChange> changes, const html::Page& page) {
    view.more = changes.size() > most_changes;
    if (view.more) changes.resize(most_changes);
    view.changes = {.caption = page.t("What changed"),
                    .columns = {{page.t("What")}, {page.t("Indicator")}, {page.t("Municipality")}, {page.t("Year")},
                                {page.t("Gender")}, {page.t("Before")}, {page.t("Now")}},
                    .rows = {},
                    .empty = page.t("Nothing changed, or the changes are only counted.")};
    for (const auto& change : changes) {
        view.changes.rows.push_back({{.text = say(change_words, change.kind, page)},
                                     indicator_cell(change, page),
                                     {.text = change.municipality.empty() ? "–" : name_of(change.municipality)},
                                     {.text = change.year != 0 ? std::to_string(change.year) : "–"},
                                     {.text = gender_word(change.gender, page)},
                                     {.text = change.before.empty() ? "–" : change.before},
                                     {.text = change.after.empty() ? "–" : change.after}});
    }
}

}  // namespace

http::Response runs_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Fetched figures");
    page.staff = true;
    page.breadcrumbs = {{page.t("Indicators"), page.tenant_url("/staff/indicators")}, {page.title, "", true}};
    RunsView view;
    view.runs = {.caption = page.t("Latest first"),
                 .columns = {{page.t("When")}, {page.t("Source")}, {page.t("What was done")}, {page.t("How it went")},
                             {page.t("Added"), true}, {page.t("Corrected"), true}, {page.t("Withdrawn"), true}},
                 .rows = {},
                 .empty = page.t("No figures have been fetched yet.")};
    for (const auto& run : pages.indicators.runs(most_runs)) {
        view.runs.rows.push_back({{.text = page.translator().date_time(run.started, request.tenant->zone),
                                   .url = page.tenant_url("/staff/indicator-updates/" + html::url_encode(run.id))},
                                  {.text = source_title(run.source, page)},
                                  {.text = say(run_words, run.kind, page)},
                                  {.text = say(run_words, run.outcome, page)},
                                  count_cell(run.values_added, page),
                                  count_cell(run.values_revised, page),
                                  count_cell(run.values_withdrawn, page)});
    }
    return html::render_page(page, templates::runs_page(view, page));
}

http::Response run_page(const Pages& pages, const http::Request& request) {
    const auto runs = pages.indicators.runs(most_runs);
    const auto run = std::ranges::find(runs, request.parameter("run"), &Run::id);
    if (run == runs.end()) return html::error_page(request, 404);
    html::Page page(request);
    page.staff = true;
    const std::string when = page.translator().date_time(run->started, request.tenant->zone);
    page.title = page.t("Figures from {source}, {when}", {{"source", source_title(run->source, page)}, {"when", when}});
    page.breadcrumbs = {{page.t("Indicators"), page.tenant_url("/staff/indicators")},
                        {page.t("Fetched figures"), page.tenant_url("/staff/indicator-updates")},
                        {page.title, "", true}};
    RunView view;
    fill_facts(view, *run, request.tenant->zone, page);
    fill_changes(view, pages.indicators.changes(run->id, most_changes + 1), page);
    return html::render_page(page, templates::run_page(view, page));
}

}  // namespace digilots::indicators
