// All amounts of a budget in one form: lines and sources by years. Of two who save at once the second sees both values.
#include "budget/amounts.h"
#include "budget/templates.h"
#include "budget/views.h"
#include "platform/base/exact.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"

namespace digilots::budget {

namespace {

constexpr std::size_t longest_typed = 60;

/// As one types it: "830000", "212,50".
std::string typed_text(const std::optional<std::int64_t>& ore) {
    if (!ore) return "";
    auto text = base::exact_text(*ore, 2);
    if (text.ends_with(".00")) return text.substr(0, text.size() - 3);
    text[text.size() - 3] = ',';
    return text;
}

AmountRow row_of(const Budget& budget, const std::string& id, const std::string& title, const Amounts& amounts,
                 const http::Fields& typed, const html::FormErrors& errors) {
    AmountRow row{.title = title, .years = {}};
    for (std::size_t at = 0; at < budget.years(); ++at) {
        const auto name = field_of_amount(id, at);
        auto value = typed.has(name) ? base::cut(typed.get(name), longest_typed) : typed_text(amounts[at]);
        html::components::Field field{.name = name,
                                      .label = std::to_string(budget.year(at)),
                                      .value = std::move(value),
                                      .autocomplete = "off",
                                      .input_mode = "decimal",
                                      .suffix = "kr"};
        row.years.push_back(field.with(errors));
    }
    return row;
}

http::Response show_amounts(const http::Request& request, const Budget& budget, const http::Fields& typed,
                            html::FormErrors errors) {
    html::Page page(request);
    page.title = page.t("Amounts of {title}", {{"title", budget.title}});
    page.staff = true;
    page.indexable = false;
    const auto here = page.tenant_url("/staff/budgets/" + budget.id);
    page.breadcrumbs = {{page.t("Budgets"), page.tenant_url("/staff/budgets")}, {budget.title, here}};
    AmountsView view{.url = here + "/amounts", .back_url = here, .seen = mark_of_amounts(budget)};
    for (const auto& line : budget.lines)
        view.lines.push_back(row_of(budget, line.id, line.title, line.amounts, typed, errors));
    for (const auto& source : budget.sources)
        view.sources.push_back(row_of(budget, source.id, source.title, source.amounts, typed, errors));
    for (const auto& rows : {view.lines, view.sources})
        for (const auto& row : rows)
            for (const auto& field : row.years) errors.name(field.name, row.title + ", " + field.label);
    view.errors = std::move(errors);
    return html::render_page(page, templates::amounts_page(view, page), view.errors.empty() ? 200 : 422);
}

TypedAmounts typed_in(const Budget& budget, const http::Fields& form) {
    TypedAmounts typed;
    const auto take = [&](const std::string& id, const Amounts& amounts) {
        auto& row = typed[id];
        for (std::size_t at = 0; at < most_years; ++at) {
            const auto name = field_of_amount(id, at);
            row[at] = form.has(name) ? std::string(form.get(name)) : typed_text(amounts[at]);
        }
    };
    for (const auto& line : budget.lines) take(line.id, line.amounts);
    for (const auto& source : budget.sources) take(source.id, source.amounts);
    return typed;
}

}  // namespace

http::Response amounts_page(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    return budget ? show_amounts(request, *budget, {}, {}) : html::error_page(request, 404);
}

http::Response save_amounts_page(const Pages& pages, const http::Request& request) {
    const auto budget = asked_budget(pages, request);
    if (!budget) return html::error_page(request, 404);
    const html::Page page(request);
    const auto around = register_::around_of(pages.kinds->lines, request);
    const auto saved = save_amounts(*pages.kinds, around, budget->id, typed_in(*budget, request.form),
                                    base::Seen::mark(request.form.get("seen")), request.identity->account_id);
    if (!saved) {
        html::FormErrors errors;
        for (const auto& [field, message] : saved.error()) errors.add(field, message);
        return show_amounts(request, *budget, request.form, std::move(errors));
    }
    if (*saved == SavedAmounts::not_there) return html::error_page(request, 404);
    if (*saved == SavedAmounts::changed_meanwhile)
        return http::changed_meanwhile(saved_last(*pages.kinds, *budget, request.tenant->id));
    return http::see_other(page.tenant_url("/staff/budgets/" + budget->id));
}

}  // namespace digilots::budget
