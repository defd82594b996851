// A network reads what everybody reads of it, beside its municipalities, their counties and all, with who has reported.
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "releases/network_levels.h"
#include "releases/released_lines.h"
#include "releases/released_view.h"
#include "releases/templates.h"

namespace digilots::releases {

namespace {

void fill_levels(ReleasedView& view, const Pages& pages, const Asked& asked, const html::Page& page) {
    const auto& translator = page.translator();
    const auto levels = levels_of(pages, asked);
    view.levels.caption = page.t(TEXT("From municipality to nation"));
    view.levels.columns = {{page.t(TEXT("Where"))}, {page.t(TEXT("Questions")), true}, {page.t(TEXT("Reported months")), true}};
    for (const auto& one : levels) {
        const auto name = name_of(pages, one.whose, translator);
        const auto reported = page.t(TEXT("{n} of {all}"), {{"n", translator.number(static_cast<double>(one.reported))},
                                                          {"all", translator.number(static_cast<double>(one.expected))}});
        std::vector<html::components::Cell> row;
        for (const auto& text : {name, words_of(one.value, translator), reported}) row.push_back({.text = text});
        view.levels.rows.push_back(std::move(row));
        if (!one.takes_part) {
            view.missing.push_back(page.t(TEXT("{municipality} does not take part yet."), {{"municipality", name}}));
        } else if (!one.missing.empty()) {
            std::vector<std::string> months;
            for (const auto& month : one.missing) months.push_back(periods::name_of(month, translator));
            view.missing.push_back(name + ": " + base::joined(months, ", "));
        }
    }
    if (const auto hidden = hidden_members(levels); hidden > 0)
        view.facts.insert(view.facts.begin() + 1,
                          page.tn("The number of {n} municipality is hidden.", "The numbers of {n} municipalities are hidden.",
                                  hidden));
    const auto least = pages.releases.read(asked.whose, Releases::tables().front(), asked.period).least_shown;
    view.facts.insert(view.facts.begin() + 1, page.t(TEXT("Of the network nothing under {n} is told."),
                                                     {{"n", translator.number(static_cast<double>(least))}}));
}

}  // namespace

http::Response network_page(const Pages& pages, const http::Request& request) {
    const auto network = pages.municipalities.network(request.parameter("network"));
    if (!network) return html::error_page(request, 404);
    const auto read = read_table(pages, {Whose::Of::network, network->key}, request.query);
    const auto* asked = std::get_if<Asked>(&read);
    if (!asked) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t(TEXT("Statistics of the network {name}"), {{"name", network->name}});
    if (is_made_up(*network)) page.made_up = network->name;
    page.staff = true;
    page.indexable = false;
    const std::string path = "/staff/network/" + network->key + "/statistics";
    ReleasedView view;
    view.form_url = page.url(path);
    view.lead = page.t(TEXT("A network sees what is released of closed months, quarters and years."));
    const auto table = asked->released.empty() ? Table{} : pages.releases.read(asked->whose, asked->table, asked->period);
    if (!asked->released.empty()) view.choices = {table_choice(*asked, page), period_choice(*asked, page)};
    view.nothing = nothing_text(*asked, table, page);
    if (view.nothing.empty()) {
        fill_released(view, pages, *asked, table, page);
        view.parts = {};
        fill_levels(view, pages, *asked, page);
        view.csv_url = page.url(path + ".csv?table=" + asked->table + "&period=" + periods::key_of(asked->period));
    }
    return html::render_page(page, templates::released_page(view, page));
}

http::Response network_csv(const Pages& pages, const http::Request& request) {
    const auto network = pages.municipalities.network(request.parameter("network"));
    if (!network) return html::error_page(request, 404);
    const auto read = read_table(pages, {Whose::Of::network, network->key}, request.query);
    const auto* asked = std::get_if<Asked>(&read);
    if (!asked) return html::error_page(request, 404);
    ReleasedCsv csv(pages, i18n::translator(request.language));
    csv.add(*asked, pages.releases.read(asked->whose, asked->table, asked->period));
    for (const auto& one : levels_of(pages, *asked)) {
        if (one.whose.of == Whose::Of::network) continue;
        Asked of = *asked;
        of.whose = one.whose;
        auto table = pages.releases.read(of.whose, Releases::tables().front(), of.period);
        table.total = one.value;
        table.reported = one.reported;
        table.expected = one.expected;
        csv.add_total(of, table);
    }
    return std::move(csv).download(*asked);
}

}  // namespace digilots::releases
