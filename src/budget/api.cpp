// Budgets for programs: amounts are decimal strings, so that nothing is lost on the way.
#include <algorithm>

#include "budget/kinds.h"
#include "platform/base/exact.h"
#include "platform/base/json.h"
#include "platform/html/error_page.h"

namespace digilots::budget {

namespace {

using base::JsonWriter;

/// Of the years of the budget; the others are none.
struct ToPrograms {
    JsonWriter& json;
    const Budget& budget;
    const i18n::Translator& words;

    void amount(const char* key, const std::optional<std::int64_t>& ore) {
        json.key(key);
        if (ore)
            json.value(base::exact_text(*ore, 2));
        else
            json.null();
    }
    void hundredths(const char* key, const std::optional<std::int64_t>& value) { amount(key, value); }
    void by_years(const char* key, const Amounts& amounts) {
        json.key(key).begin_object();
        for (std::size_t at = 0; at < budget.years(); ++at)
            if (amounts[at]) json.member(std::to_string(budget.year(at)), base::exact_text(*amounts[at], 2));
        json.end_object();
    }
};

void write_calculations(ToPrograms& to, const Line& line) {
    to.json.key("calculations").begin_array();
    for (const auto& one : line.calculations) {
        to.json.begin_object().member("kind", one.kind).member("role", one.role);
        to.amount("hourly_wage", one.hourly_wage);
        const bool is_share = one.kind == "share";
        to.hundredths("overhead_percent", is_share ? std::nullopt : one.percent);
        to.hundredths("hours", is_share ? std::nullopt : one.hours);
        if (is_share) {
            to.hundredths("percent", one.percent);
            to.amount("base", one.base);
        }
        to.amount("computed", one.computed(to.budget.rounding));
        to.amount("stated", one.stated);
        to.json.end_object();
    }
    to.json.end_array();
}

void write_line(ToPrograms& to, const Line& line) {
    const auto computed = line.computed(to.budget.rounding), entered = line.entered();
    to.json.begin_object().member("id", line.id).member("kind", line.kind).member("title", line.title);
    to.by_years("amounts", line.amounts);
    to.amount("total", entered);
    to.amount("computed", computed);
    to.amount("entered", entered);
    to.amount("difference", computed && entered ? std::optional(*entered - *computed) : std::nullopt);
    to.json.member("note", line.rounding_note.empty() ? line.note : line.rounding_note);
    write_calculations(to, line);
    to.json.end_object();
}

void write_sums(ToPrograms& to, const Amounts& sums) {
    to.by_years("sums", sums);
    to.amount("total", sum_of(sums));
}

void write_financing(ToPrograms& to) {
    to.json.key("financing").begin_object().key("sources").begin_array();
    for (const auto& source : to.budget.sources) {
        to.json.begin_object().member("id", source.id).member("kind", source.kind).member("title", source.title);
        to.by_years("amounts", source.amounts);
        to.amount("total", sum_of(source.amounts));
        to.amount("in_kind", source.in_kind);
        to.amount("cash", source.cash);
        to.json.end_object();
    }
    to.json.end_array();
    write_sums(to, to.budget.financing());
    to.json.member("balanced", to.budget.is_balanced()).end_object();
}

void write_years(JsonWriter& json, const Budget& budget) {
    json.key("years").begin_array();
    for (std::size_t at = 0; at < budget.years(); ++at) json.value(std::int64_t{budget.year(at)});
    json.end_array();
}

void write_budget(JsonWriter& json, const Budget& budget, const i18n::Translator& words) {
    ToPrograms to{json, budget, words};
    json.begin_object().member("id", budget.id).member("title", budget.title).member("currency", budget.currency);
    write_years(json, budget);
    json.key("lines").begin_array();
    for (const auto& line : budget.lines) write_line(to, line);
    json.end_array();
    write_sums(to, budget.costs());
    write_financing(to);
    json.key("checks").begin_array();
    for (const auto& check : checks_of(budget, words))
        json.begin_object()
            .member("code", check.code)
            .member("level", word_of(check.level))
            .member("text", check.text)
            .end_object();
    json.end_array().end_object();
}

/// Who brings a key sees all, everyone else what is published.
bool is_seen(const Budget& budget, const http::Request& request) {
    return request.identity.has_value() || budget.is_published;
}

}  // namespace

http::Response list_for_api(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    JsonWriter json;
    json.begin_object().key("budgets").begin_array();
    for (const auto held = pages.kinds->kept.of(request.tenant->id); const auto& budget : *held) {
        if (!is_seen(budget, request)) continue;
        ToPrograms to{json, budget, page.translator()};
        json.begin_object().member("id", budget.id).member("title", budget.title).member("currency", budget.currency);
        write_years(json, budget);
        write_sums(to, budget.costs());
        json.member("balanced", budget.is_balanced());
        json.member("url", "/api/v1/" + request.tenant->slug + "/budgets/" + budget.id).end_object();
    }
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

http::Response budget_for_api(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget || !is_seen(*budget, request)) return html::error_page(request, 404);
    const html::Page page(request);
    JsonWriter json;
    write_budget(json, *budget, page.translator());
    return http::json(std::move(json).take());
}

}  // namespace digilots::budget
