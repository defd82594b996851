#pragma once
// What the settings page shows around its form.
#include <string>
#include <vector>

#include "municipality/settings_form.h"
#include "platform/html/components.h"

namespace digilots::municipality {

struct SettingsView {
    SettingsForm form;
    html::FormErrors errors;
    std::vector<html::components::Option> languages, default_languages, zones, units, desks;
    std::vector<std::string> networks;  // names
    std::string kept_hours;             // hours that the form cannot show
    bool phone_missing = false;
    bool phone_is_example = false;
    bool saved = false;
    std::string seen;         // mark of what is saved
    std::string colour_note;  // the contrast of what is saved
};

}  // namespace digilots::municipality
