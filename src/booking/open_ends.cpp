#include "booking/open_ends.h"

#include <algorithm>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/clock.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"

namespace digilots::booking {

namespace {

constexpr int most_times_counted = 5000;

struct BookedTimes {
    std::int64_t all = 0, to_come = 0;
};

/// Of those that somebody waits for.
std::int64_t left_alone(const Bookings::Implementation& self, db::Connection& connection, const std::string& municipality,
                        const std::function<bool(const Booking&)>& is_left) {
    const auto rows = connection.query(sql::list_bookings, municipality, base::format_date(self.today(municipality)), "9999", "",
                                       "", most_times_counted);
    const auto now = self.clock.now();
    std::int64_t left = 0;
    for (const auto row : rows) {
        const auto booking = booking_of(row);
        const bool is_waited_for = (booking.state == "booked" || booking.state == "arrived") && booking.ends > now;
        left += is_waited_for && is_left(booking) ? 1 : 0;
    }
    return left;
}

std::int64_t left_without_line(const Bookings::Implementation& self, db::Connection& connection,
                               const std::string& municipality, const std::string& line) {
    return std::ssize(self.hit_without(connection, municipality, line));
}

std::int64_t left_without_thing(const Bookings::Implementation& self, db::Connection& connection,
                                const std::string& municipality, const std::string& thing) {
    const auto lanes = "resource:" + thing + ":";
    return left_alone(self, connection, municipality, [&](const Booking& booking) { return booking.lane.starts_with(lanes); });
}

using LeftAlone = std::int64_t (*)(const Bookings::Implementation&, db::Connection&, const std::string&, const std::string&);

register_::Others with_times_left(register_::Others others, const Bookings::Implementation& self, LeftAlone left) {
    others.open_ends = [&self, left](const register_::Record& record, const html::Page& page) -> std::vector<std::string> {
        const auto number = self.database.read(
            [&](db::Connection& connection) { return left(self, connection, page.request().tenant->id, record.id); });
        if (number == 0) return {};
        return {page.tn("{n} time is booked and to come. Hold it, move it or cancel it",
                        "{n} times are booked and to come. Hold them, move or cancel them", number)};
    };
    others.has_open_ends = [&self, left](db::Connection& connection, std::string_view municipality, std::string_view id) {
        kept::raise(connection, kept_bookings, municipality);
        return left(self, connection, std::string(municipality), std::string(id)) > 0;
    };
    return others;
}

BookedTimes booked_times(db::Connection& connection, const base::Clock& clock, std::string_view municipality,
                         std::string_view id) {
    const auto rows = connection.query(sql::booked_of_offer, municipality, id, base::format_utc(clock.now()));
    return {rows[0].integer("number"), rows[0].integer("to_come")};
}

/// In the turn of those who book: whoever books after it finds the offer ended, whoever booked before is counted.
BookedTimes booked_in_turn(db::Connection& connection, const base::Clock& clock, std::string_view municipality,
                           std::string_view id) {
    kept::raise(connection, kept_bookings, municipality);
    return booked_times(connection, clock, municipality, id);
}

}  // namespace

register_::Others with_booked_times(register_::Others others, db::Database& database,
                                    const base::Clock& clock) {
    const auto booked = [&database, &clock](const register_::Record& offer, const html::Page& page) {
        return database.read([&](db::Connection& connection) {
            return booked_times(connection, clock, page.request().tenant->id, offer.id);
        });
    };
    others.holds = [booked](const register_::Record& offer,
                            const html::Page& page) -> std::vector<std::string> {
        const auto number = booked(offer, page).all;
        if (number == 0) return {};
        return {page.tn("{n} booked time", "{n} booked times", number)};
    };
    others.is_held = [&clock](db::Connection& connection, std::string_view municipality,
                              std::string_view id) {
        return booked_in_turn(connection, clock, municipality, id).all > 0;
    };
    others.open_ends = [booked](const register_::Record& offer,
                                const html::Page& page) -> std::vector<std::string> {
        const auto number = booked(offer, page).to_come;
        if (number == 0) return {};
        return {page.tn("{n} time is booked and to come. Hold it, move it or cancel it",
                        "{n} times are booked and to come. Hold them, move or cancel them", number)};
    };
    others.has_open_ends = [&clock](db::Connection& connection, std::string_view municipality,
                                    std::string_view id) {
        return booked_in_turn(connection, clock, municipality, id).to_come > 0;
    };
    return others;
}

register_::Others with_times_of_line(register_::Others others, const Bookings::Implementation& self) {
    return with_times_left(std::move(others), self, left_without_line);
}

register_::Others with_times_of_thing(register_::Others others, const Bookings::Implementation& self) {
    return with_times_left(std::move(others), self, left_without_thing);
}

std::string Bookings::waiting_at(const register_::Surroundings& around, std::string_view place) const {
    const auto& self = *implementation_;
    const auto known = self.plan.of(around.municipality_id);
    const auto number = self.database.read([&](db::Connection& connection) {
        return left_alone(self, connection, around.municipality_id, [&](const Booking& booking) {
            const auto* offer = base::find_in(known->offers, booking.offer, &Offer::id);
            // To somebody's home one comes from another place as well.
            return booking.place == place && !(offer && offer->is_at_home());
        });
    });
    if (number == 0) return "";
    return around.words->tn("{n} time is booked there and to come. It stays booked and becomes a task: move it or cancel it, and "
                            "tell whoever booked.",
                            "{n} times are booked there and to come. They stay booked and become tasks: move or cancel them, and "
                            "tell those who booked.",
                            number);
}

void Bookings::know_also_to_tell(AlsoToTellOf others) { implementation_->also_to_tell = std::move(others); }

}  // namespace digilots::booking
