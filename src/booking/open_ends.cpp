#include "booking/open_ends.h"

#include "booking/booking.h"
#include "booking/sql.h"
#include "platform/base/clock.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"

namespace digilots::booking {

namespace {

struct BookedTimes {
    std::int64_t all = 0, to_come = 0;
};

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

}  // namespace digilots::booking
