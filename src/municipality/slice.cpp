#include "municipality/demo.h"
#include "municipality/municipality.h"

namespace digilots::municipality {

namespace {

using http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::staff, 900, TEXT("Settings"), "/staff/settings", Role::administrator, {"/staff/people"}},
};

const audit::Words trail{
    .actions = {TEXT("municipality activated"), TEXT("own municipality saved"), TEXT("network saved"),
                TEXT("network joined"), TEXT("settings changed")},
    .records = {{"municipality", TEXT("Municipality")}, {"network", TEXT("Network")}},
    .fields = {{"name", TEXT("Name")},
               {"members", TEXT("Municipalities")},
               {"languages", TEXT("Languages")},
               {"zone", TEXT("Time zone")},
               {"phone", TEXT("Phone")},
               {"phone_hours", TEXT("Phone hours")},
               {"primary_colour", TEXT("Colour")},
               {"response_limit", TEXT("Response promise")},
               {"fallback_place", TEXT("Desk when nobody answers")},
               {"figures_hold", TEXT("How long figures hold")}},
};

const SitePages site{
    .common = [] { return std::vector<std::string>{"/", "/accessibility", "/open-data"}; },
    .of = [](const http::Tenant&) { return std::vector<std::string>{"/accessibility"}; },
};

void examine_settings(const Municipality& municipality, const Settings& settings, std::vector<Finding>& findings) {
    const auto page = "/" + municipality.slug + "/staff/settings.";
    if (municipality.country == "NO" && settings.zone == "Europe/Stockholm") {
        findings.push_back({Health::hint, "country", municipality.name + " is in Norway and has Sweden's time zone. Where "
                            "nobody chose that, this puts it right: digilots municipality activate " + municipality.id});
    }
    if (settings.phone.empty()) {
        findings.push_back({Health::hint, "phone", municipality.name + " has no phone number: pages show the desk with address "
                            "and hours instead. An administrator sets it under " + page});
    } else if (settings.phone_is_example) {
        findings.push_back({Health::hint, "phone", municipality.name + " shows an example number. An administrator sets the true "
                            "one under " + page});
    }
}

std::vector<Finding> examine(const Municipalities& municipalities) {
    const auto active = municipalities.active_real();
    if (active.empty()) {
        return {{Health::hint, "municipalities", "none is active. Import a mapping: digilots import mapping FILE"}};
    }
    std::vector<Finding> findings{{Health::good, "municipalities", std::to_string(active.size()) + " active"}};
    for (const auto& one : active) examine_settings(one, municipalities.settings(one.id), findings);
    return findings;
}

/// What residents meet as soon as a municipality is open, and nobody has said yet.
DutyKind settings_to_fill_in(const Municipalities& municipalities) {
    return {.key = "municipality.settings",
            .title = TEXT("A setting that nobody has filled in"),
            .task = TEXT("Fill in the settings: {name}"),
            .gone = TEXT("It is filled in."),
            .of = {{"setting", TEXT("Settings")}},
            .now = [&municipalities](std::string_view municipality_id) {
                const auto settings = municipalities.settings(municipality_id);
                const auto& words = i18n::translator(settings.languages.empty() ? "sv" : settings.languages.front());
                std::vector<Duty> duties;
                const auto add = [&](const char* field, i18n::Text name, i18n::Text why) {
                    duties.push_back({.id = std::string("setting:") + field,
                                      .name = words.t(name),
                                      .why = {{why}},
                                      .responsible = "setting",
                                      .path = "/staff/settings"});
                };
                if (settings.phone.empty())
                    add("phone", TEXT("Phone"),
                        TEXT("Residents see the number of the switchboard where there is one, else only the desk."));
                if (!settings.response_limit)
                    add("response_limit", TEXT("We answer within"),
                        TEXT("Until you say how soon you answer, who asks is promised 2 working days, and nothing while no "
                             "function sees to questions."));
                return duties;
            },
            .from = {{"municipality"}}};
}

}  // namespace

Slice slice(Municipalities& municipalities, const DeskChoices& desks) {
    return {
        .name = "municipality",
        .routes = [&municipalities, desks](const Slices&) { return routes(municipalities, desks); },
        .registers = {&municipalities.records()},
        .menu = menu,
        .trail = trail,
        .duties = {settings_to_fill_in(municipalities)},
        .site = site,
        .examine = [&municipalities] { return examine(municipalities); },
        .load_demo = [&municipalities](const Demo& demo) { load_demo(municipalities, demo); },
    };
}

}  // namespace digilots::municipality
