#include "municipality/settings_form.h"

#include <algorithm>
#include <optional>

#include "platform/base/colour.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"

namespace digilots::municipality {

namespace {

constexpr int longest_promise = 365;

std::string unit_word(PromiseUnit unit) {
    return unit == PromiseUnit::hours ? "hours" : unit == PromiseUnit::days ? "days" : "working_days";
}

bool holds(const std::vector<std::string>& list, std::string_view wanted) {
    return std::ranges::find(list, wanted) != list.end();
}

void apply_languages(const SettingsForm& form, Settings& settings, const html::Page& page,
                     html::FormErrors& errors) {
    std::vector<std::string> chosen;
    for (const auto& code : form.languages) {
        if (!i18n::has_language(code)) {
            return errors.add("page_languages", page.t("What was chosen is not in the list. Choose again."));
        }
        if (!holds(chosen, code)) chosen.push_back(code);
    }
    if (chosen.empty()) return errors.add("page_languages", page.t("Choose at least one language."));
    if (!holds(chosen, form.default_language)) {
        return errors.add("default_language",
                          page.t("The first language must be one of the chosen languages."));
    }
    std::ranges::stable_partition(chosen,
                                  [&](const std::string& code) { return code == form.default_language; });
    settings.languages = std::move(chosen);
}

void apply_phone(const SettingsForm& form, Settings& settings, const html::Page& page,
                 html::FormErrors& errors) {
    const auto phone = base::read_phone(form.phone, base::country_of_zone(form.zone));
    if (base::trim(form.phone).empty()) return errors.add("phone", page.t("Write the phone number that residents can call."));
    if (!phone)
        return errors.add("phone",
                          page.t("Write the phone number with digits and spaces, such as 0980-319 20 05."));
    settings.phone = phone->written;
    settings.phone_is_example = is_example_phone(settings.phone);
}

// One group of days: both times or none, and in order.
std::optional<std::string> time_fault(std::string& opens, std::string& closes, const html::Page& page) {
    const auto first = parse_time(opens);
    const auto second = parse_time(closes);
    if (!first || !second) return page.t("Write the times as hours and minutes, such as 8:00 and 16:30.");
    if (first->empty() != second->empty())
        return page.t("Write both when the phone opens and when it closes.");
    if (!first->empty() && *first >= *second) return page.t("The phone must close after it opens.");
    opens = *first;
    closes = *second;
    return std::nullopt;
}

void apply_hours(const SettingsForm& form, Settings& settings, const html::Page& page,
                 html::FormErrors& errors) {
    auto hours = form.hours;
    const auto monday = time_fault(hours.monday_opens, hours.monday_closes, page);
    const auto friday = time_fault(hours.friday_opens, hours.friday_closes, page);
    if (monday) errors.add("monday_opens", *monday);
    if (friday) errors.add("friday_opens", *friday);
    if (monday || friday) return;
    const bool shown_elsewhere = hours == PhoneHours{} && !parse_phone_hours(settings.phone_hours);
    if (!shown_elsewhere) settings.phone_hours = format_phone_hours(hours);
}

void apply_colour(const SettingsForm& form, Settings& settings, const html::Page& page,
                  html::FormErrors& errors) {
    const auto text = base::trim(form.colour);
    if (text.empty()) {
        settings.primary_colour.clear();
        return;
    }
    const auto colour = base::parse_colour(text);
    if (!colour)
        return errors.add("primary_colour",
                          page.t("Write the colour as # and six digits or letters a to f, such as #005b99."));
    const double ratio = base::contrast(*colour, base::white);
    if (ratio < base::least_contrast) {
        // Rounded down, so that 4.49 is not shown as the 4.5 that would do.
        const double shown = static_cast<double>(static_cast<int>(ratio * 10)) / 10;
        return errors.add("primary_colour",
                          page.t("White text on this colour has a contrast of {ratio} to 1. It must be at "
                                 "least {least} to 1. Choose a darker colour.",
                                 {{"ratio", page.translator().number(shown, 1)},
                                  {"least", page.translator().number(base::least_contrast, 1)}}));
    }
    settings.primary_colour = base::format_colour(*colour);
}

void apply_promise(const SettingsForm& form, Settings& settings, const html::Page& page,
                   html::FormErrors& errors) {
    const auto text = base::trim(form.response_limit);
    settings.response_limit.reset();
    settings.response_unit = form.response_unit == "hours"  ? PromiseUnit::hours
                             : form.response_unit == "days" ? PromiseUnit::days
                                                            : PromiseUnit::working_days;
    if (text.empty()) return;
    const auto limit = base::whole_number(text, 1, longest_promise);
    if (!limit) {
        return errors.add("response_limit",
                          page.t("Write a whole number from 1 to {most}, or leave the field empty.",
                                 {{"most", std::to_string(longest_promise)}}));
    }
    settings.response_limit = limit;
}

void apply_zone(const SettingsForm& form, Settings& settings, const html::Page& page,
                html::FormErrors& errors) {
    if (form.zone.empty() || !base::is_known_zone(form.zone))
        return errors.add("zone", page.t("Choose a time zone from the list."));
    settings.zone = form.zone;
}

void apply_desk(const SettingsForm& form, Settings& settings, const std::vector<DeskChoice>& desks,
                const html::Page& page, html::FormErrors& errors) {
    const bool known = form.fallback_place.empty() ||
                       std::ranges::find(desks, form.fallback_place, &DeskChoice::id) != desks.end();
    if (!known) return errors.add("fallback_place", page.t("Choose a place from the list."));
    settings.fallback_place = form.fallback_place;
}

void apply_review(const SettingsForm& form, Settings& settings, const html::Page& page, html::FormErrors& errors) {
    const auto text = base::trim(form.reviewed);
    settings.accessibility_reviewed = base::parse_date(text);
    if (text.empty()) return;
    const auto today = base::to_civil(page.request().received, page.request().tenant->zone).date;
    if (!settings.accessibility_reviewed || *settings.accessibility_reviewed > today) {
        errors.add("accessibility_reviewed",
                   page.t("Write the date as {example}, today at the latest.", {{"example", base::format_date(today)}}));
    }
}

}  // namespace

std::string promise_text(const Settings& settings, const i18n::Translator& translator) {
    if (!settings.response_limit) return "";
    const std::int64_t limit = *settings.response_limit;
    switch (settings.response_unit) {
        case PromiseUnit::hours: return translator.tn("We answer within {n} hour.", "We answer within {n} hours.", limit);
        case PromiseUnit::days: return translator.tn("We answer within {n} day.", "We answer within {n} days.", limit);
        case PromiseUnit::working_days: break;
    }
    return translator.tn("We answer within {n} working day.", "We answer within {n} working days.", limit);
}

SettingsForm form_of(const Settings& settings) {
    SettingsForm form;
    form.languages = settings.languages;
    form.default_language = settings.languages.empty() ? "" : settings.languages.front();
    form.zone = settings.zone;
    form.phone = settings.phone;
    form.colour = settings.primary_colour;
    form.response_limit = settings.response_limit ? std::to_string(*settings.response_limit) : "";
    form.response_unit = unit_word(settings.response_unit);
    form.fallback_place = settings.fallback_place;
    form.reviewed = settings.accessibility_reviewed ? base::format_date(*settings.accessibility_reviewed) : "";
    form.hours = parse_phone_hours(settings.phone_hours).value_or(PhoneHours{});
    return form;
}

SettingsForm read_form(const http::Fields& fields) {
    SettingsForm form;
    for (const auto code : fields.all("page_languages")) form.languages.emplace_back(code);
    form.default_language = fields.get("default_language");
    form.zone = fields.get("zone");
    form.phone = base::clean(fields.get("phone"));
    form.colour = fields.get("primary_colour");
    form.response_limit = fields.get("response_limit");
    form.response_unit = fields.get("response_unit");
    form.fallback_place = fields.get("fallback_place");
    form.reviewed = fields.get("accessibility_reviewed");
    form.hours = {std::string(fields.get("monday_opens")), std::string(fields.get("monday_closes")),
                  std::string(fields.get("friday_opens")), std::string(fields.get("friday_closes"))};
    return form;
}

Settings apply_form(const SettingsForm& form, const Settings& settings, const std::vector<DeskChoice>& desks,
                    const html::Page& page, html::FormErrors& errors) {
    Settings changed = settings;
    apply_phone(form, changed, page, errors);
    apply_hours(form, changed, page, errors);
    apply_desk(form, changed, desks, page, errors);
    apply_review(form, changed, page, errors);
    apply_promise(form, changed, page, errors);
    apply_languages(form, changed, page, errors);
    apply_zone(form, changed, page, errors);
    apply_colour(form, changed, page, errors);
    return changed;
}

}  // namespace digilots::municipality
