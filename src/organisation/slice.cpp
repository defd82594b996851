#include "organisation/organisation.h"

namespace digilots::organisation {

namespace {

using http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::settings, 150, TEXT("Units"), "/staff/settings/units", Role::administrator},
    {MenuPlace::settings, 160, TEXT("How often records are checked"), "/staff/settings/rhythms", Role::administrator},
    {MenuPlace::staff, 850, TEXT("Functions"), "/staff/functions", Role::guide},
};

const audit::Words trail{.actions = {TEXT("function handed over")}};

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::staff,
     TEXT("Colleagues see which functions you hold or stand in for. When your account is closed, you are taken away from them.")},
};

DutyKind unheld_functions(const Organisation& organisation) {
    return {.key = "organisation.holder",
            .title = TEXT("A function that nobody holds"),
            .task = TEXT("Say who holds the function: {name}"),
            .gone = TEXT("Somebody holds the function, or it has ended."),
            .of = {{"function", TEXT("Functions")}},
            .now = [&organisation](std::string_view municipality_id) {
                std::vector<Duty> duties;
                for (const auto& function : organisation.without_holder(municipality_id)) {
                    duties.push_back({.id = "function:" + function.id,
                                      .name = function.title,
                                      .why = {{TEXT("Nobody holds it: what it is responsible for is seen to by nobody.")}},
                                      .responsible = "function",
                                      .unit = function.unit,
                                      .record = "function:" + function.id,
                                      .path = "/staff/functions/" + function.id});
                }
                return duties;
            },
            .from = {{"function"}}};
}

}  // namespace

Slice slice(Organisation& organisation) {
    return {
        .name = "organisation",
        .registers = {&organisation.unit_records(), &organisation.function_records(), &organisation.rhythm_records()},
        .menu = menu,
        .trail = trail,
        .privacy = privacy,
        .duties = {unheld_functions(organisation)},
    };
}

}  // namespace digilots::organisation
