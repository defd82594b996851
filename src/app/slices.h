#pragma once
// The list of all slices: the one place that a new one is added to.
#include "accounts/accounts.h"
#include "booking/booking.h"
#include "callbacks/callbacks.h"
#include "directory/directory.h"
#include "offline/offline.h"
#include "platform/slice/slice.h"
#include "releases/releases.h"
#include "statistics/statistics.h"
#include "tasks/tasks.h"

namespace digilots::app {

class Application;

/// Who can hold a function, and how one is reached.
organisation::Neighbours neighbours_of_organisation(const Application& app);
/// What there is to be done, and who may open which page.
tasks::Neighbours neighbours_of_tasks(const Slices& slices);
/// What call-backs need of the others.
callbacks::Neighbours neighbours_of_callbacks(const Application& app);
/// What bookings need of the others.
booking::Neighbours neighbours_of_booking(Application& app);
/// What the desk without a network needs of the others.
offline::Neighbours neighbours_of_offline(Application& app);
/// What is handed over with an account that is closed, beside functions: the person's own tasks (a call-back that they have
/// taken is one) and call-backs.
accounts::Leaving what_leavers_have(db::Database& database, const base::Clock& clock);
/// Who is written to about their tasks.
tasks::Readers readers_of_tasks(const Application& app);
/// What records can link to ("directory.contact", "directory.place", "organisation.unit", "organisation.function",
/// "accounts.person"), and the names of those who changed them.
register_::Others others_of(const Application& app);
/// Whose records belong to a unit through their place.
/// With the wheel's own goals, to link to.
register_::Others others_of_goals(const Application& app);
/// With e-services, to link to.
register_::Others others_of_surveys(const Application& app);
register_::Others others_of_places(const Application& app);
/// Which booked times would have nobody there if a visit to a group were made as it is written, in words; "" none.
std::string times_left_by_visit(const Application& app, const register_::Record& tour, const register_::Surroundings& around);
/// By the rota, of the coming seven days.
std::function<releases::StaffedPlaces(const std::string& municipality)> staffed_places_of(const Application& app);
/// Campaigns that are published, and days on which places were closed.
releases::WasSoThen what_everybody_may_know(const Application& app);
/// What is known of the time that figures are of: staffed hours, campaigns, days on which places were closed.
statistics::Around around_figures(const Application& app);
/// Those who may ask for the figures of the month, where letters are sent.
statistics::Letters letters_of_figures(const Application& app);
/// Each after those that it needs.
Slices slices_of(Application& application, const directory::MapTiles& tiles);

}  // namespace digilots::app
