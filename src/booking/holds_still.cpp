#include "booking/holds_still.h"

#include "booking/implementation.h"
#include "platform/base/lists.h"

namespace digilots::booking {

namespace {

bool is_closed_for_good(const directory::Snapshot& directory, const std::string& id) {
    const auto* place = directory.place(id);
    return place && place->status == directory::Status::closed;
}

/// Who left nothing learns it here alone.
std::string how_they_learn(const Booking& booking, const http::Tenant& tenant, const i18n::Translator& words) {
    if (booking.way != "none") return words.t(TEXT("We get in touch in the way that you chose."));
    if (tenant.phone.empty()) return words.t(TEXT("You left no way to reach you: look here again before you go."));
    return words.t(TEXT("You left no way to reach you: look here again before you go, or ring us: {phone}."),
                   {{"phone", tenant.phone}});
}

}  // namespace

Hitch hitch_of(const Bookings& bookings, std::string_view municipality_id, const Booking& booking) {
    const auto& self = Inside::of(bookings);
    if (booking.state != "booked" || booking.starts <= self.clock.now()) return Hitch::none;
    const auto plan = self.plan.of(municipality_id);
    const auto* offer = base::find_in(plan->offers, booking.offer, &Offer::id);
    const bool is_at_home = offer && offer->is_at_home();
    if (!is_at_home && is_closed_for_good(*self.neighbours.directory.snapshot(municipality_id), booking.place))
        return Hitch::place_closed;
    if (offer && offer->lacks_holder) return Hitch::nobody_there;
    const auto& shifts = offer ? shifts_about(*plan, *offer) : plan->shifts;
    return holds_both_times(shifts, booking) ? Hitch::none : Hitch::nobody_there;
}

std::string hitch_in_words(Hitch hitch, const Booking& booking, const http::Tenant& tenant, const i18n::Translator& words) {
    switch (hitch) {
        case Hitch::none: return "";
        case Hitch::place_closed:
            return words.t(TEXT("The place has closed. The time is moved to another place, or cancelled.")) +
                   " " + how_they_learn(booking, tenant, words);
        case Hitch::nobody_there: break;
    }
    return words.t(TEXT("As it stands now nobody of us is free then. If we find nobody the time is moved, or cancelled.")) + " " +
           how_they_learn(booking, tenant, words);
}

}  // namespace digilots::booking
