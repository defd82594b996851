#include "booking/examination.h"

#include <string>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/time.h"

namespace digilots::booking {

std::vector<Finding> examine(const Bookings& bookings) {
    const auto& self = Inside::of(bookings);
    const auto now = base::format_utc(self.clock.now());
    std::vector<Finding> findings;
    for (const auto& municipality : self.neighbours.municipalities.active()) {
        const auto rows = self.database.read(
            [&](db::Connection& connection) { return connection.query(sql::booked_of_none, municipality.id, now); });
        const auto number = rows[0].integer("number");
        if (number == 0) continue;
        findings.push_back({Health::wrong, "bookings",
                            std::to_string(number) + " booked in " + municipality.name + ", the first on " +
                                rows[0].text("first_day") +
                                ", for what is not in use any more. Hold them, move or cancel them under /" + municipality.slug +
                                "/staff/bookings, and tell whoever booked."});
    }
    return findings;
}

}  // namespace digilots::booking
