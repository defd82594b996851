// Editions of the plan: kept as it was, approved by the project group, then the owners, then the steering group.
#include "plan/edition_paper.h"
#include "plan/pages.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/personal/personal_data.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_about = 300;

std::string input_of_step(std::size_t step) {
    return "function_" + std::to_string(step + 1);
}

std::vector<html::components::Field> fields_of_functions(const Kinds& kinds, const http::Request& request, const html::Page& page) {
    const auto choices = functions_to_choose(kinds, request.tenant->id);
    std::vector<html::components::Field> fields;
    for (std::size_t step = 0; step < steps_of_approval && !choices.empty(); ++step) {
        html::components::Field field{.name = input_of_step(step),
                                      .label = page.t("Who notes what they say: {who}", {{"who", page.t(title_of_step(step))}}),
                                      .optional = true};
        const auto typed = request.form.get(field.name);
        field.options.push_back({.value = "", .label = page.t("Any coordinator"), .selected = typed.empty()});
        for (const auto& choice : choices)
            field.options.push_back({.value = choice.key, .label = choice.label, .selected = choice.key == typed});
        fields.push_back(std::move(field));
    }
    return fields;
}

std::string moment(const std::string& stored, const html::Page& page) {
    const auto at = base::parse_utc(stored);
    return at ? page.translator().date_time(*at, page.request().tenant->zone) : "";
}

http::Response show_editions(const Pages& pages, const http::Request& request, html::FormErrors errors) {
    const auto page = plan_page_of(request, html::Page(request).t("Editions"));
    EditionsView view{.table = {.caption = page.t("Editions of the plan, the newest first"),
                                .columns = {{page.t("Edition")}, {page.t("Made on")}, {page.t("Approval")}, {page.t("About it")}},
                                .empty = page.t("No edition has been made.")}};
    for (const auto& edition : all_editions(*pages.kinds, request.tenant->id))
        view.table.rows.push_back(
            {{.text = title_of_edition(edition, page), .url = page.tenant_url("/staff/plan/editions/" + edition.id)},
             {.text = moment(edition.made_at, page)},
             {.text = state_of_edition(edition, page)},
             {.text = edition.about, .unknown = edition.about.empty()}});
    if (http::may(request, http::Role::coordinator)) {
        view.url = page.tenant_url("/staff/plan/editions");
        view.functions = fields_of_functions(*pages.kinds, request, page);
    }
    view.about = html::components::Field{.name = "about",
                                         .label = page.t("About this edition"),
                                         .value = std::string(request.form.get("about")),
                                         .optional = true}
                     .with(errors);
    view.errors = std::move(errors);
    return html::render_page(page, templates::editions_page(view, page), view.errors.empty() ? 200 : 422);
}

void check_text(html::FormErrors& errors, const char* input, const std::string& text, const html::Page& page) {
    if (base::length(text) > longest_about)
        errors.add(input, page.tn("Write at most {n} character.", "Write at most {n} characters.", longest_about));
    else if (personal::find_personal_data(text) != personal::PersonalData::none)
        errors.add(input, page.t("Remove the number or address: nothing here tells of a person."));
}

/// Of each step, who alone notes it; what no list holds is nobody.
Edition begun_edition(const Kinds& kinds, const http::Request& request, const std::string& id) {
    Edition edition{.id = id};
    const auto choices = functions_to_choose(kinds, request.tenant->id);
    for (std::size_t step = 0; step < steps_of_approval; ++step)
        for (const auto& choice : choices)
            if (choice.key == request.form.get(input_of_step(step))) edition.steps[step].function = choice.key;
    return edition;
}

}  // namespace

http::Response editions_page(const Pages& pages, const http::Request& request) {
    return show_editions(pages, request, {});
}

http::Response make_edition(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto about = base::clean(request.form.get("about"));
    html::FormErrors errors;
    check_text(errors, "about", about, page);
    if (!errors.empty()) return show_editions(pages, request, std::move(errors));
    const auto& municipality = request.tenant->id;
    const auto now = pages.kinds->clock.now();
    const auto plan = load_plan(*pages.kinds, municipality);
    const auto content = as_json(parts_to_keep(*plan, names_of_today(*pages.kinds, municipality)));
    const auto begun = begun_edition(*pages.kinds, request, base::new_uuid(now));
    pages.kinds->database.write(
        [&](db::Connection& connection) {
            const auto number = connection.query(sql::last_number, municipality)[0].integer("number") + 1;
            connection.execute(sql::add_edition, municipality, begun.id, number, about, request.identity->account_id,
                               base::format_utc(now), content);
            for (std::size_t step = 0; step < steps_of_approval; ++step)
                if (!begun.steps[step].function.empty()) write_step(connection, municipality, begun, step);
            const auto& account = request.identity->account_id;
            audit::record(connection, {municipality, account, "edition made", "plan_edition:" + begun.id, ""}, now);
        },
        db::Isolation::deciding);
    return http::see_other(page.tenant_url("/staff/plan/editions/" + begun.id));
}

}  // namespace digilots::plan
