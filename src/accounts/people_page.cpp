#include <algorithm>
#include <array>

#include "accounts/pages.h"
#include "accounts/people_form.h"
#include "accounts/people_view.h"
#include "accounts/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/page.h"
#include "platform/register/unit_rule.h"

namespace digilots::accounts {

namespace {

using html::components::Cell;

std::vector<Cell> row_of(const Account& account, const organisation::Units& units, const html::Page& page) {
    auto role = account.role ? page.t(role_name(*account.role)) : "";
    if (account.sees_privacy) role += " · " + page.t("Sees to privacy");
    const auto state = account.disabled                ? page.t("closed")
                       : account.password_hash.empty() ? page.t("no password yet")
                       : account.totp_secret.empty() ? page.t("password")
                                                     : page.t("password and code");
    std::vector<Cell> row{{account.shown_name(), page.tenant_url("/staff/people/" + account.id)}, {account.email}, {role}};
    const auto unit = organisation::full_name(units, account.unit);
    if (!units.empty()) row.push_back({account.only_unit ? page.t("{unit} (changes only this)", {{"unit", unit}}) : unit});
    row.push_back({state});
    return row;
}

http::Response show(const http::Request& request, Service& service, PeopleView view, std::string_view role) {
    html::Page page(request);
    page.title = page.t("People");
    page.staff = true;
    page.breadcrumbs = {{page.t("Settings"), page.tenant_url("/staff/settings")}, {page.title, ""}};
    view.roles = role_options(role, page);
    view.people.caption = page.t("Accounts");
    const auto units = service.units(request.tenant->id);
    view.people.columns = {{page.t("Name")}, {page.t("E-mail address")}, {page.t("Role")}};
    if (!units->empty()) view.people.columns.push_back({page.t("Unit")});
    view.people.columns.push_back({page.t("Sign-in")});
    std::vector<register_::Choice> choices;
    for (const auto& unit : *units) choices.push_back({.key = unit.id, .label = organisation::full_name(*units, unit.id)});
    const auto asked = units->empty() ? register_::UnitWanted{} : register_::unit_wanted(request, choices);
    const auto& wanted = asked.text;
    for (const auto& account : service.list(request.tenant->id)) {
        if (works_in(*units, wanted, account.unit)) view.people.rows.push_back(row_of(account, *units, page));
    }
    view.people.empty = page.t("Nobody works in this unit.");
    view.sends_letters = service.sends_letters();
    view.url = page.tenant_url("/staff/people");
    const auto shown = wanted.empty() ? "" : "?unit=" + html::url_encode(wanted);
    view.ways = {{page.t("Download as a table (CSV)"), view.url + "/table" + shown},
                 {page.t("Download as a spreadsheet (XLSX)"), view.url + "/table.xlsx" + shown},
                 {page.t("Take in a table"), view.url + "/import"}};
    view.units = unit_options(*units, request.form.get("unit"), page.t("No unit"), page.t("A unit that is no longer here"));
    view.of_units = register_::unit_options(asked, choices, page);
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::people_page(view, page), status);
}

}  // namespace

bool works_in(const organisation::Units& units, std::string_view asked, std::string_view unit) {
    const auto wanted = register_::read_unit(asked);
    if (wanted.is_all()) return true;
    if (unit.empty()) return wanted.is_of_none;
    return !wanted.unit.empty() && base::holds(organisation::within(units, wanted.unit), unit);
}

std::optional<http::Role> read_role(std::string_view text) {
    for (const auto role : all_roles) {
        if (text == role_key(role)) return role;
    }
    return std::nullopt;
}

std::string_view role_key(http::Role role) {
    switch (role) {
        case http::Role::guide:
            return "guide";
        case http::Role::editor:
            return "editor";
        case http::Role::coordinator:
            return "coordinator";
        case http::Role::administrator:
            break;
    }
    return "administrator";
}

std::vector<html::components::Option> role_options(std::string_view chosen, const html::Page& page) {
    constexpr std::array hints{TEXT("Answers and logs questions."),
                               TEXT("Also changes places, hours and services."),
                               TEXT("Also corrects all entries and exports figures."),
                               TEXT("Also adds people and changes settings.")};
    std::vector<html::components::Option> options;
    for (std::size_t index = 0; index < all_roles.size(); ++index) {
        const auto key = std::string(role_key(all_roles[index]));
        options.push_back({key, page.t(role_name(all_roles[index])), key == chosen, page.t(hints[index])});
    }
    return options;
}

std::vector<html::components::Option> unit_options(const organisation::Units& units, std::string_view chosen, std::string none,
                                                  std::string gone) {
    std::vector<html::components::Option> options;
    if (units.empty()) return options;
    options.push_back({"", std::move(none), chosen.empty()});
    for (const auto& unit : units) options.push_back({unit.id, organisation::full_name(units, unit.id), unit.id == chosen});
    if (!chosen.empty() && !organisation::find_unit(units, chosen))
        options.push_back({std::string(chosen), std::move(gone), true});
    return options;
}

http::Response people_page(const Pages& pages, const http::Request& request) {
    PeopleView view;
    if (request.query.has("invited")) view.done = html::Page(request).t("A letter with a link is on its way to the person.");
    if (request.query.has("imported"))
        view.done = html::Page(request).t(pages.service.sends_letters()
                                              ? TEXT("The table is taken in. New people get a letter with a link, by which "
                                                     "they choose a password.")
                                              : TEXT("The table is taken in."));
    if (request.query.has("added"))
        view.done = html::Page(request).t(
            "The person can sign in now. Tell them the password in another way than by e-mail.");
    return show(request, pages.service, std::move(view), "guide");
}

http::Response add_person(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    NewAccount account;
    account.municipality_id = request.tenant->id;
    account.email = base::clean(request.form.get("email"));
    account.name = base::clean(request.form.get("name"));
    account.password = request.form.get("password");
    account.by_link = account.password.empty();
    account.role = read_role(request.form.get("role"));
    account.unit = request.form.get("unit");
    account.only_unit = request.form.has("only_unit");
    account.sees_privacy = request.form.has("sees_privacy");
    auto faults = pages.service.faults_of(account);
    if (faults.empty()) {
        const auto added = pages.service.add(account, request.identity->account_id);
        if (added && account.by_link) return give_link(pages, request, *added, "/staff/people?invited=1");
        if (added) return http::see_other(page.tenant_url("/staff/people?added=1"));
        // Somebody else was faster: with that address, or with the unit.
        faults.push_back({is_about_unit(added.error()) ? "unit" : "email", added.error()});
    }
    PeopleView view;
    view.email = account.email;
    view.name = account.name;
    view.only_unit = account.only_unit;
    view.sees_privacy = account.sees_privacy;
    for (const auto& fault : faults) view.errors.add(fault.field, page.t(fault.text));
    return show(request, pages.service, std::move(view), request.form.get("role"));
}

}  // namespace digilots::accounts
