#include <algorithm>

#include "booking/clashes.h"
#include "booking/implementation.h"
#include "booking/open_ends.h"
#include "booking/opening.h"
#include "booking/registers.h"
#include "booking/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/wall_time.h"

namespace digilots::booking {

namespace {

constexpr const char* kept_of_plan[] = {"booking_offer", "rota",      "rota_exception",
                                        "resource",      "directory", "municipality", "function"};

/// When somebody is there now, else next; null where the rota knows of none.
const Interval* time_about(const There& there, std::string_view place, base::Instant now) {
    const auto found = there.staffed.find(place);
    if (found == there.staffed.end()) return nullptr;
    const auto time = std::ranges::upper_bound(found->second, now, {}, &Interval::end);
    return time == found->second.end() ? nullptr : &*time;
}

/// Of its place; where that is not said, of its function: as their lists are asked for a unit.
register_::Others with_units(register_::Others others, const directory::Directory& directory,
                             const organisation::Organisation& organisation) {
    others.unit_of = [&directory, &organisation](const register_::Record& record,
                                                 std::string_view municipality) -> std::string {
        const auto place = record.text("place"), function = record.text("function");
        if (place.empty()) return function.empty() ? "" : organisation.unit_of_function(municipality, function);
        const auto snapshot = directory.snapshot(municipality);
        const auto* found = snapshot->place(place);
        return found ? found->unit : "";
    };
    return others;
}

/// Who is away says so themselves, wherever they are in the rota.
register_::Others with_units_and_who_is_named(register_::Others others, const directory::Directory& directory,
                                              const organisation::Organisation& organisation) {
    others.named_as = organisation::named_as(organisation);
    return with_units(std::move(others), directory, organisation);
}

HeldByNobody held_by_nobody(const organisation::Organisation& organisation) {
    return [&organisation](const register_::Record& record, const register_::Surroundings& around) -> std::string {
        const auto id = record.text("function");
        const bool is_named = record.columns.contains("person") && !record.text("person").empty();
        if (id.empty() || is_named) return "";
        const auto function = organisation.function_records().find(around.municipality_id, id);
        if (!function || !function->text("holder").empty() || !function->text("stand_in").empty()) return "";
        return around.words->t(TEXT("Nobody holds the function {function} yet: say who, or residents are not offered its times."),
                               {{"function", function->text("title")}});
    };
}

/// "" where its place is open, and where none is said.
ShutBy shut_by(const directory::Directory& directory) {
    return [&directory](const RotaLine& line, const register_::Surroundings& around) -> std::string {
        const auto snapshot = directory.snapshot(around.municipality_id);
        const auto times = shut_times(line, *snapshot, around);
        if (times.empty()) return "";
        const auto* place = snapshot->place(line.place);
        return around.words->t(place && place->mobile && place->status == directory::Status::open
                                   ? TEXT("{place} stands at no stop then: {times}. No times are offered while it does not.")
                                   : TEXT("{place} is shut then: {times}. No times are offered while it is."),
                               {{"place", place_name(*snapshot, line.place)}, {"times", times}});
    };
}

RotaLine line_there_instead(const register_::Record& record) {
    auto line = line_of_exception(exception_of(record));
    // Who is away is nowhere.
    if (record.text("kind") != "instead") line.hours.clear();
    return line;
}

std::shared_ptr<const BookedFrom> load_booked_from(db::Database& database, std::string_view municipality_id) {
    const auto rows = database.read(
        [&](db::Connection& connection) { return connection.query(sql::booked_from_entries, municipality_id); });
    auto all = std::make_shared<BookedFrom>();
    for (const auto row : rows) (*all)[row.text("booked_from")] = row.text("id");
    return all;
}

std::string clash_in_words(const Clash& clash, const RotaLine& other, const std::string& title,
                           const directory::Snapshot& directory, const i18n::Translator& words) {
    const auto place = place_name(directory, other.place);
    return words.t(TEXT("The same person is at {place} then, by “{line}”: {when} {hours}. Change the hours, the days or the "
                        "person."),
                   {{"place", place.empty() ? other.place : place},
                    {"line", title},
                    {"when", clash.is_weekly ? words.weekday(base::weekday_of(clash.day)) : words.date(clash.day)},
                    {"hours", calendar::ranges_text({clash.hours})}});
}

/// Nobody is at two places at once: held against what else stands of the same person, in the transaction that saves it.
register_::Register one_place_at_a_time(register_::Register lines, const directory::Directory& directory,
                                        const db::Statement& beside, RotaLine (*line_in)(const register_::Record&)) {
    lines.together = [&directory, beside, line_in](const register_::Writing& writing, const register_::Record& after,
                                                   register_::Problems& problems) {
        const auto& around = writing.around;
        const auto line = line_in(after);
        if (line.person.empty() || line.hours.empty()) return;
        const auto rows =
            writing.connection.query(beside, around.municipality_id, line.person, after.id, base::format_date(around.today));
        for (const auto row : rows) {
            register_::Record record;
            for (const char* column : {"kind", "function", "person", "place", "weekdays", "hours", "first_day", "last_day"})
                record.columns[column] = row.text(column);
            const auto other = line_in(record);
            const auto clash = clash_of(line, other);
            if (!clash) continue;
            problems.push_back({.input = "hours",
                                .in_words = clash_in_words(*clash, other, row.text("title"),
                                                           *directory.snapshot(around.municipality_id), *around.words)});
            return;
        }
    };
    return lines;
}

}  // namespace

Bookings::Implementation::Implementation(db::Database& opened, const kept::Versions& known,
                                         const base::Clock& time, Neighbours others)
    : database(opened),
      versions(known),
      clock(time),
      neighbours(std::move(others)),
      offers(offer_register(held_by_nobody(neighbours.organisation)), opened, time,
             with_booked_times(with_units(neighbours.others, neighbours.directory, neighbours.organisation), opened, time)),
      rota(one_place_at_a_time(rota_register(shut_by(neighbours.directory), held_by_nobody(neighbours.organisation),
                                             [this](const RotaLine& changed, const register_::Surroundings& here) {
                                                 return times_hit_by_line(changed, here);
                                             }),
                               neighbours.directory, sql::rota_beside, line_of),
           opened, time,
           with_times_of_line(with_units(neighbours.others, neighbours.directory, neighbours.organisation), *this)),
      exceptions(one_place_at_a_time(exception_register(shut_by(neighbours.directory),
                                                        [this](const RotaException& changed,
                                                               const register_::Surroundings& here) {
                                                            return times_hit(changed, here);
                                                        }),
                                     neighbours.directory,
                                     sql::exceptions_beside, line_there_instead),
                 opened, time,
                 with_units_and_who_is_named(neighbours.others, neighbours.directory, neighbours.organisation)),
      resources(resource_register(shut_by(neighbours.directory)), opened, time,
                with_times_of_thing(with_units(neighbours.others, neighbours.directory, neighbours.organisation), *this)),
      any_shown({&offers, &rota}, versions, time),
      plan(
          time,
          [this](std::string_view id, kept::Stamp& stamp) {
              for (const char* name : kept_of_plan) stamp.take(versions.of(name, id));
              for (const auto& kept : kept_elsewhere) stamp.take(versions.of(kept, id));
          },
          [this](std::string_view id) { return load_plan(id); }),
      taken(
          time,
          [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_bookings, id)); },
          [this](std::string_view id) { return load_taken(id); }),
      there(
          time,
          [this](std::string_view id, kept::Stamp& stamp) {
              for (const char* name : kept_of_plan) stamp.take(versions.of(name, id));
              for (const auto& kept : kept_elsewhere) stamp.take(versions.of(kept, id));
              stamp.take(versions.of(kept_bookings, id));
          },
          [this](std::string_view id) { return load_there(id); }),
      booked_from(
          time,
          [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_bookings, id)); },
          [this](std::string_view id) { return load_booked_from(database, id); }) {}

register_::Surroundings Bookings::Implementation::around(std::string_view municipality_id) const {
    return municipality::surroundings_of(neighbours.municipalities, offers, municipality_id, clock.now());
}

base::Date Bookings::Implementation::today(std::string_view municipality_id) const {
    return around(municipality_id).today;
}

Bookings::Bookings(db::Database& database, const kept::Versions& versions, const base::Clock& clock,
                   Neighbours neighbours)
    : implementation_(new Implementation(database, versions, clock, std::move(neighbours))) {}
Bookings::~Bookings() = default;

void Bookings::know_held(std::function<std::vector<HeldElsewhere>(std::string_view)> held,
                         std::vector<std::string> kept) {
    implementation_->held_elsewhere = std::move(held);
    implementation_->kept_elsewhere = std::move(kept);
}

std::vector<register_::Records*> Bookings::registers() const {
    auto& self = *implementation_;
    return {&self.offers, &self.rota, &self.exceptions, &self.resources};
}

std::vector<Offer> Bookings::offers(std::string_view municipality_id, bool all) const {
    auto found = implementation_->plan.of(municipality_id)->offers;
    if (!all) std::erase_if(found, [](const Offer& offer) { return !offer.is_published; });
    return found;
}

bool Bookings::is_any_bookable(std::string_view municipality_id) const {
    const auto plan = implementation_->plan.of(municipality_id);
    return std::ranges::any_of(plan->offers,
                               [&](const Offer& offer) { return offer.is_published && !shifts_for(*plan, offer).empty(); });
}

std::optional<Offer> Bookings::offer(std::string_view municipality_id, std::string_view id) const {
    const auto plan = implementation_->plan.of(municipality_id);
    const auto* found = base::find_in(plan->offers, id, &Offer::id);
    return found ? std::optional(*found) : std::nullopt;
}

std::vector<Time> Bookings::times(const http::Tenant& tenant, const Offer& offer, int minutes,
                                  std::string_view place, base::Date from, base::Date to, bool staff,
                                  int people) const {
    const auto& self = *implementation_;
    const auto plan = self.plan.of(tenant.id);
    const auto taken = self.taken.of(tenant.id);
    const Interval window{calendar::to_instant(calendar::wall_time(from, 0), tenant.zone),
                          calendar::to_instant(calendar::wall_time(base::add_days(to, 1), 0), tenant.zone)};
    auto shifts = shifts_for(*plan, offer);
    if (!place.empty()) std::erase_if(shifts, [&](const Shift& shift) { return shift.place != place; });
    std::vector<Time> times;
    for (const auto& free :
         free_times(shifts, *taken, terms_of(offer, minutes, staff), window, self.clock.now()))
        if (free.left >= people)
            times.push_back({free.at.begin, free.at.end, std::string(free.place), free.left});
    return times;
}

std::vector<Bookings::Staffed> Bookings::staffed(const http::Tenant& tenant, base::Date from,
                                                 int days) const {
    const auto& self = *implementation_;
    const auto plan = self.plan.of(tenant.id);
    std::vector<Staffed> all;
    const RotaDays about{tenant.zone, tenant.country, from, days};
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    for (const auto& shift : while_open(shifts_of(plan->rota, about, self.travel(tenant.id)), *snapshot, about))
        all.push_back({shift.place, shift.function, shift.at.begin, shift.at.end});
    std::ranges::stable_sort(all, {}, &Staffed::begin);
    return all;
}

std::optional<base::Instant> Bookings::staffed_until(std::string_view municipality_id,
                                                     std::string_view place) const {
    const auto now = implementation_->clock.now();
    const auto there = implementation_->there.of(municipality_id);
    const auto* time = time_about(*there, place, now);
    return time && time->begin <= now ? std::optional(time->end) : std::nullopt;
}

bool Bookings::has_offers_at(std::string_view municipality_id, std::string_view place) const {
    const auto plan = implementation_->plan.of(municipality_id);
    const auto found = plan->bookable_until.find(place);
    return found != plan->bookable_until.end() && found->second > implementation_->clock.now();
}

std::optional<base::Instant> Bookings::next_change(std::string_view municipality_id, std::string_view place) const {
    const auto now = implementation_->clock.now();
    const auto there = implementation_->there.of(municipality_id);
    const auto* time = time_about(*there, place, now);
    if (!time) return std::nullopt;
    return time->begin > now ? time->begin : time->end;
}

std::optional<bool> Bookings::staffed_now(std::string_view municipality_id, std::string_view place) const {
    const auto now = implementation_->clock.now();
    const auto plan = implementation_->plan.of(municipality_id);
    const auto there = implementation_->there.of(municipality_id);
    const auto* time = time_about(*there, place, now);
    if (time && time->begin <= now) return true;
    const auto today = base::format_date(plan->today());
    const bool is_said = std::ranges::any_of(plan->rota.lines, [&](const RotaLine& line) {
        return line.place == place && (line.first_day.empty() || line.first_day <= today) &&
               (line.last_day.empty() || today <= line.last_day);
    });
    return is_said ? std::optional(false) : std::nullopt;
}

std::string place_name(const directory::Snapshot& directory, std::string_view place) {
    const auto* found = place.empty() ? nullptr : directory.place(place);
    return found ? found->name : "";
}

std::string time_in_words(base::Instant at, std::string_view zone, const i18n::Translator& words) {
    const auto civil = base::to_civil(at, zone);
    return words.t(TEXT("{weekday} {date}, {time}"), {{"weekday", words.weekday(civil.weekday)},
                                                      {"date", words.date(civil.date)},
                                                      {"time", words.time(civil.hour, civil.minute)}});
}

i18n::Text way_in_words(std::string_view way) {
    if (way == "email") return TEXT("By e-mail");
    if (way == "phone") return TEXT("By phone");
    if (way == "letter") return TEXT("By letter");
    return TEXT("Not at all: the code is enough");
}

bool is_state_of_staff(std::string_view state) {
    constexpr std::string_view states[] = {"booked",       "arrived", "seen",
                                           "did_not_come", "excused", "cancelled_by_us"};
    return base::holds(states, state);
}

i18n::Text state_in_words(std::string_view state) {
    if (state == "booked") return TEXT("Booked");
    if (state == "arrived") return TEXT("Arrived");
    if (state == "seen") return TEXT("Helped");
    if (state == "did_not_come") return TEXT("Did not come");
    if (state == "excused") return TEXT("Told us in time");
    if (state == "cancelled_by_us") return TEXT("Cancelled by us");
    return TEXT("The time is cancelled");
}

}  // namespace digilots::booking
