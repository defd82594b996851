#pragma once
// What is wrong with a booking before anybody books.
#include "booking/booking.h"

namespace digilots::booking {

/// As it is kept; what is wrong with it is among the errors, by the names of the form.
struct ReadWanted {
    Wanted wanted;
    Offer offer;
    FieldErrors errors = {};
};
ReadWanted read_wanted(const Bookings& bookings, const http::Tenant& tenant, const Wanted& wanted,
                       const i18n::Translator& words);
/// Nothing is kept. Errors by the names of the form, as those of Bookings::book.
FieldErrors faults_of(const Bookings& bookings, const http::Tenant& tenant, const Wanted& wanted, const i18n::Translator& words);

}  // namespace digilots::booking
