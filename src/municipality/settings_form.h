#pragma once
// What an administrator fills in, field by field as typed, and what of it holds.
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "municipality/phone_hours.h"
#include "platform/html/page.h"
#include "platform/http/request.h"

namespace digilots::municipality {

struct SettingsForm {
    std::vector<std::string> languages;
    std::string default_language, zone, phone, colour, response_limit, response_unit, fallback_place, reviewed;
    PhoneHours hours;
};

SettingsForm form_of(const Settings& settings);
SettingsForm read_form(const http::Fields& fields);
/// `settings` with the form's values. Where `errors` is not empty afterwards, nothing may be saved.
Settings apply_form(const SettingsForm& form, const Settings& settings, const std::vector<DeskChoice>& desks,
                    const html::Page& page, html::FormErrors& errors);

}  // namespace digilots::municipality
