#include "app/set_up.h"

#include <algorithm>

#include "platform/kept/kept.h"

namespace digilots::app {

namespace {

/// What the register of functions says: asked of the database only where one of them has changed.
struct Functions {
    bool are_there = false, are_held = false;
};

Functions functions_of(const Application& app, std::string_view municipality) {
    const auto& records = app.organisation.function_records();
    const auto number = records.list(records.around(std::string(municipality)), {}, 1, 0).found;
    const auto unheld = std::ssize(app.organisation.without_holder(municipality));
    return {number > 0, number > unheld};
}

}  // namespace

inquiries::SetUp set_up_of(const Application& app) {
    const auto functions = std::make_shared<kept::Kept<Functions>>(
        app.clock,
        [&app](std::string_view municipality, kept::Stamp& stamp) {
            stamp.take(app.versions.of(app.organisation.function_records().declaration().kept_name(), municipality));
        },
        [&app](std::string_view municipality) { return std::make_shared<const Functions>(functions_of(app, municipality)); });
    return [&app, functions](const http::Tenant& tenant) -> std::vector<inquiries::SetUpStep> {
        using http::Role;
        const auto settings = app.municipalities.settings(tenant.id);
        const auto directory = app.directory.snapshot(tenant.id);
        const auto of_functions = functions->of(tenant.id);
        const auto has_hours = [](const directory::Place& place) { return place.listed() && !place.hours.rule.empty(); };
        return {
            {TEXT("Phone number for residents"), "/staff/settings", Role::administrator, !settings.phone.empty()},
            {TEXT("Phone hours"), "/staff/settings", Role::administrator, !settings.phone_hours.empty()},
            {TEXT("Places that help"), "/staff/directory/places", Role::editor,
             std::ranges::any_of(directory->places, &directory::Place::listed)},
            {TEXT("Opening hours of places"), "/staff/directory/places", Role::editor,
             std::ranges::any_of(directory->places, has_hours)},
            {TEXT("Functions"), "/staff/functions", Role::coordinator, of_functions->are_there},
            {TEXT("People who hold the functions"), "/staff/functions", Role::coordinator, of_functions->are_held},
            {TEXT("Who answers questions: a function that sees to them, or by when you answer"), "/staff/settings/rhythms",
             Role::administrator, app.questions.has_said_who_answers(tenant.id)},
            {TEXT("What can be booked"), "/staff/booking/offers", Role::editor, !app.bookings.offers(tenant.id, true).empty()}};
    };
}

}  // namespace digilots::app
