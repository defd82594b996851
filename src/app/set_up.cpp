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

/// Done where residents find a time.
inquiries::SetUpStep booking_step(const Application& app, const std::string& municipality) {
    using http::Role;
    constexpr const char* offers = "/staff/booking/offers";
    if (app.bookings.is_any_bookable(municipality)) return {TEXT("What can be booked"), offers, Role::editor, true};
    if (app.bookings.offers(municipality, true).empty()) return {TEXT("What can be booked"), offers, Role::editor, false};
    const auto offers_of_all = app.bookings.offers(municipality, true);
    if (std::ranges::any_of(offers_of_all, &booking::Offer::lacks_holder))
        return {TEXT("What can be booked: nobody holds the function that gives it"), "/staff/functions", Role::coordinator,
                false};
    if (app.bookings.offers(municipality).empty())
        return {TEXT("What can be booked: it is only for staff yet, residents do not see it"), offers, Role::editor, false};
    return {TEXT("What can be booked: no times yet, the rota says when somebody is there"), "/staff/booking/rota", Role::editor,
            false};
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
        const auto helps_with_something = [](const directory::Place& place) { return place.listed() && !place.topics.empty(); };
        return {
            {TEXT("Phone number for residents"), "/staff/settings", Role::administrator, !settings.phone.empty()},
            {TEXT("Phone hours"), "/staff/settings", Role::administrator, !settings.phone_hours.empty()},
            {TEXT("Places that help"), "/staff/directory/places", Role::editor,
             std::ranges::any_of(directory->places, &directory::Place::listed)},
            {TEXT("What the places help with: else nobody finds them by it"), "/staff/directory/places", Role::editor,
             std::ranges::any_of(directory->places, helps_with_something)},
            {TEXT("Opening hours of places"), "/staff/directory/places", Role::editor,
             std::ranges::any_of(directory->places, has_hours)},
            {TEXT("Functions"), "/staff/functions", Role::coordinator, of_functions->are_there},
            {TEXT("People who hold the functions"), "/staff/functions", Role::coordinator, of_functions->are_held},
            {TEXT("Who answers questions: a function that sees to them, or by when you answer"), "/staff/settings/rhythms",
             Role::administrator, app.questions.has_said_who_answers(tenant.id)},
            booking_step(app, tenant.id)};
    };
}

}  // namespace digilots::app
