#include <algorithm>

#include "platform/base/colour.h"
#include "municipality/pages.h"
#include "municipality/settings_view.h"
#include "municipality/templates.h"
#include "platform/i18n/translator.h"

namespace digilots::municipality {

namespace {

using html::components::Option;

bool is_in(const std::vector<std::string>& list, std::string_view wanted) {
    return std::ranges::find(list, wanted) != list.end();
}

void add_languages(SettingsView& view) {
    for (const auto& language : i18n::languages()) {
        view.languages.push_back(
            {language.code, language.own_name, is_in(view.form.languages, language.code)});
        view.default_languages.push_back(
            {language.code, language.own_name, view.form.default_language == language.code});
    }
}

void add_choices(SettingsView& view, const html::Page& page, const std::vector<DeskChoice>& desks) {
    for (const auto* zone : {"Europe/Stockholm", "Europe/Oslo"})
        view.zones.push_back({zone, zone, view.form.zone == zone});
    const auto& unit = view.form.response_unit;
    view.units = {{"working_days", page.t("working days"), unit == "working_days"},
                  {"days", page.t("days"), unit == "days"},
                  {"hours", page.t("hours"), unit == "hours"}};
    view.desks = {{"", page.t("The proposed one: contact centre, citizens’ office or main library"),
                   view.form.fallback_place.empty()}};
    for (const auto& desk : desks) {
        const auto closed = page.t("{place} (not open: choose another one)", {{"place", desk.name}});
        view.desks.push_back({desk.id, desk.is_open ? desk.name : closed, view.form.fallback_place == desk.id});
    }
}

void add_state(SettingsView& view, const Settings& settings, const html::Page& page) {
    view.seen = mark_of(settings);
    view.phone_missing = settings.phone.empty();
    view.phone_is_example = settings.phone_is_example;
    if (!parse_phone_hours(settings.phone_hours)) view.kept_hours = settings.phone_hours;
    const auto colour = base::parse_colour(settings.primary_colour);
    if (!colour) return;
    view.colour_note = page.t("The contrast of the saved colour to white text is {ratio} to 1.",
                              {{"ratio", page.translator().number(base::contrast(*colour, base::white), 1)}});
}

void add_networks(SettingsView& view, const Municipalities& municipalities, std::string_view id) {
    for (const auto& network : municipalities.networks()) {
        if (is_in(network.members, id)) view.networks.push_back(network.name);
    }
}

http::Response show(const http::Request& request, const Municipalities& municipalities,
                    const std::vector<DeskChoice>& desks, SettingsView view) {
    html::Page page(request);
    page.title = page.t("Settings");
    page.staff = true;
    add_languages(view);
    add_choices(view, page, desks);
    add_state(view, municipalities.settings(request.tenant->id), page);
    add_networks(view, municipalities, request.tenant->id);
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::settings_page(view, page), status);
}

std::vector<DeskChoice> desks_of(const http::Request& request, const DeskChoices& desks) {
    return desks ? desks(request.tenant->id) : std::vector<DeskChoice>{};
}

}  // namespace

http::Response settings_page(const http::Request& request, const Municipalities& municipalities,
                             const DeskChoices& desks) {
    SettingsView view;
    view.form = form_of(municipalities.settings(request.tenant->id));
    view.saved = request.query.has("saved");
    return show(request, municipalities, desks_of(request, desks), std::move(view));
}

http::Response save_settings(const http::Request& request, Municipalities& municipalities,
                             const DeskChoices& desks) {
    const html::Page page(request);
    const auto choices = desks_of(request, desks);
    SettingsView view;
    view.form = read_form(request.form);
    const auto changed =
        apply_form(view.form, municipalities.settings(request.tenant->id), choices, page, view.errors);
    if (!view.errors.empty()) return show(request, municipalities, choices, std::move(view));
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (!municipalities.save_settings(request.tenant->id, changed, request.identity->account_id, seen))
        return http::changed_meanwhile("municipality:" + request.tenant->id);
    return http::see_other(page.tenant_url("/staff/settings?saved=1"));
}

}  // namespace digilots::municipality
