#include "organisation/organisation.h"

namespace digilots::organisation {

namespace {

using http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::settings, 150, TEXT("Units"), "/staff/settings/units", Role::administrator},
    {MenuPlace::staff, 850, TEXT("Functions"), "/staff/functions", Role::guide},
};

const audit::Words trail{.actions = {TEXT("function handed over")}};

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::staff,
     TEXT("Colleagues see which functions you hold or stand in for. When your account is closed, you are taken away from them.")},
};

}  // namespace

Slice slice(Organisation& organisation) {
    return {
        .name = "organisation",
        .registers = {&organisation.unit_records(), &organisation.function_records()},
        .menu = menu,
        .trail = trail,
        .privacy = privacy,
    };
}

}  // namespace digilots::organisation
