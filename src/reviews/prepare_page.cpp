// What the last month's log shows of a unit, with the way to each figure; and a new review meeting that begins with it, as text
// that people change.
#include <algorithm>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "reviews/implementation.h"
#include "reviews/templates.h"

namespace digilots::reviews {

namespace {

constexpr std::size_t most_lines = 6, longest_findings = 8000;

struct Part {
    const char* dimension;
    i18n::Text title;
};
constexpr Part parts[] = {{"topic", TEXT("Most asked about")},
                          {"barrier", TEXT("What stood in the way")},
                          {"outcome", TEXT("How it went")},
                          {"place", TEXT("Where")}};

/// The commonest first; what is not stated is no line.
std::vector<measures::Row> commonest(const measures::Measure& measure, const measures::Query& query) {
    const auto& dimension = query.by.front();
    auto rows = measure.figures(query);
    std::erase_if(rows, [&](const measures::Row& row) { return row.dimensions.at(dimension).empty(); });
    std::ranges::stable_sort(rows, std::greater{}, [](const measures::Row& row) { return row.value.amount; });
    if (rows.size() > most_lines) rows.resize(most_lines);
    return rows;
}

/// Of a unit alone where the log knows units.
measures::Query asked_of(const measures::Measure& log, const http::Tenant& tenant, const periods::Period& period,
                         const std::string& unit) {
    measures::Query query{.municipalities = {tenant.id}, .period = period, .by = {}, .where = {}};
    if (!unit.empty() && log.find("unit")) query.where["unit"] = unit;
    return query;
}

std::string number_text(const measures::Row& row, const i18n::Translator& words) {
    return words.number(static_cast<double>(row.value.amount));
}

std::string statistics_url(const periods::Period& period, const std::string& unit, std::string_view by) {
    return "/staff/statistics?measure=inquiries&period=" + periods::key_of(period) +
           (unit.empty() ? "" : "&unit=" + html::url_encode(unit)) + (by.empty() ? "" : "&by=" + std::string(by));
}

FoundPart found_part(const measures::Measure& log, measures::Query query, const Part& part, const html::Page& page) {
    query.by = {part.dimension};
    FoundPart found{.id = part.dimension, .title = page.t(part.title)};
    const auto unit = query.where.contains("unit") ? query.where.at("unit") : "";
    found.url = page.tenant_url(statistics_url(query.period, unit, part.dimension));
    const bool may_open = http::may(page.request(), http::Role::coordinator) && log.rows_url;
    for (const auto& row : commonest(log, query)) {
        const auto& key = row.dimensions.at(part.dimension);
        auto behind = query;
        behind.by.clear();
        behind.where[part.dimension] = key;
        const auto url = may_open ? log.rows_url(behind) : "";
        found.lines.push_back({measures::dimension_label(log, part.dimension, key, page.request().tenant->id, page.translator()),
                               number_text(row, page.translator()), url.empty() ? "" : page.tenant_url(url)});
    }
    return found;
}

std::string unit_title(const Reviews::Implementation& self, const http::Request& request, const std::string& unit) {
    return unit.empty() ? "" : organisation::full_name(*self.neighbours.organisation.units(request.tenant->id), unit);
}

/// Asked for, else that of who asks; one that there is not is none.
std::string unit_in(const Reviews::Implementation& self, const http::Request& request) {
    const auto asked = request.query.find("unit");
    const std::string unit(asked ? *asked : std::string_view(request.identity->unit));
    return unit_title(self, request, unit).empty() ? "" : unit;
}

html::components::Field unit_field(const Reviews::Implementation& self, const std::string& unit, const html::Page& page) {
    html::components::Field field{.name = "unit", .label = page.t("Unit")};
    field.options.push_back({"", page.t("The whole municipality"), unit.empty()});
    const auto units = self.neighbours.organisation.units(page.request().tenant->id);
    for (const auto& one : *units)
        field.options.push_back({one.id, organisation::full_name(*units, one.id), one.id == unit});
    return field;
}

http::Response filled_form(const Pages& pages, const http::Request& request, const periods::Period& month,
                           const std::string& unit) {
    const auto& self = Inside::of(pages.reviews);
    const html::Page page(request);
    auto findings = findings_of(pages.measures, *request.tenant, month, page.translator(), unit, unit_title(self, request, unit));
    findings += "\n" + page.t("The figures: {address}",
                              {{"address", "/" + request.tenant->slug + statistics_url(month, unit, "")}});
    if (self.heard) {
        const auto heard = self.heard(*request.tenant, month, unit, page.translator());
        if (!heard.empty()) findings += "\n\n" + page.t("Heard at sessions of activities");
        for (const auto& [title, text, path] : heard) findings += "\n- " + title + ": " + text;
        findings = base::cut(findings, longest_findings);
    }
    const auto today = register_::around_of(self.reviews, request).today;
    return register_::new_page_filled(
        self.reviews, request,
        {{"title", {page.t("Review of {period}", {{"period", periods::name_of(month, page.translator())}})}},
         {"held_on", {base::format_date(today)}},
         {"unit", {unit}},
         {"findings", {findings}}});
}

}  // namespace

std::string findings_of(const std::vector<measures::Measure>& measures, const http::Tenant& tenant,
                        const periods::Period& period, const i18n::Translator& words, const std::string& unit,
                        const std::string& unit_name) {
    const auto* log = measures::find_measure(measures, "inquiries");
    if (!log) return "";
    auto query = asked_of(*log, tenant, period, unit);
    const auto all = measures::total_of(*log, log->figures(query));
    auto text = (unit_name.empty() ? "" : unit_name + ", ") + periods::name_of(period, words) + ": " +
                words.tn("{n} inquiry", "{n} inquiries", all.amount) + "\n";
    for (const auto& [dimension, title] : parts) {
        query.by = {dimension};
        const auto rows = commonest(*log, query);
        if (rows.empty()) continue;
        text += "\n" + words.t(title) + "\n";
        for (const auto& row : rows)
            text += "- " + measures::dimension_label(*log, dimension, row.dimensions.at(dimension), tenant.id, words) + ": " +
                    number_text(row, words) + "\n";
    }
    return text;
}

http::Response prepare_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.reviews);
    html::Page page(request);
    const auto today = register_::around_of(self.reviews, request).today;
    const auto month = periods::previous(periods::holding(periods::Kind::month, today));
    const auto unit = unit_in(self, request);
    if (request.query.has("begin")) return filled_form(pages, request, month, unit);
    page.title = page.t("Prepare a review");
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Review meetings"), page.tenant_url("/staff/reviews")}, {page.title, "", true}};
    PrepareView view{.url = page.tenant_url("/staff/prepare-review"),
                     .unit = unit_field(self, unit, page),
                     .of = unit.empty() ? page.t("The whole municipality") : unit_title(self, request, unit),
                     .period = periods::name_of(month, page.translator())};
    view.begin_url = view.url + "?begin=1&unit=" + html::url_encode(unit);
    if (const auto* log = measures::find_measure(pages.measures, "inquiries")) {
        const auto query = asked_of(*log, *request.tenant, month, unit);
        const auto all = measures::total_of(*log, log->figures(query));
        view.all = page.tn("{n} inquiry", "{n} inquiries", all.amount);
        view.all_url = page.tenant_url(statistics_url(month, unit, ""));
        for (const auto& part : parts)
            if (auto found = found_part(*log, query, part, page); !found.lines.empty()) view.parts.push_back(std::move(found));
    }
    if (self.heard)
        for (const auto& [title, text, path] : self.heard(*request.tenant, month, unit, page.translator()))
            view.heard.push_back({title, text, page.tenant_url(path)});
    return html::render_page(page, templates::prepare_page(view, page));
}

}  // namespace digilots::reviews
