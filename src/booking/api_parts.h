#pragma once
// What the answers for programs have in common.
#include <optional>
#include <string>

#include "booking/pages.h"
#include "platform/base/json.h"

namespace digilots::booking {

const i18n::Translator& words_of(const http::Request& request);
/// "2026-12-01T10:00:00+01:00"
std::string with_offset(base::Instant at, std::string_view zone);
/// Problem details with a "code" that programs tell apart by.
http::Response coded_problem(int status, const std::string& title, const std::string& detail,
                             const char* code, const std::string& times);
/// The object that was sent; nothing, and the answer instead, where it is none.
std::optional<base::Json> body_of(const http::Request& request, std::optional<http::Response>& instead);
void write_booking(base::JsonWriter& json, const Booking& booking, const http::Tenant& tenant);

struct Days {
    base::Date from{}, to{};
};
/// Local days, both included; errors by their names where they cannot be used.
Days days_in(const http::Request& request, base::Date today, FieldErrors& errors);
/// 422: what of the address is wrong, by name.
http::Response refused_address(const http::Request& request, FieldErrors errors);

/// What is read of a body, beside what is known of who sends it.
struct ReadBooking {
    Wanted wanted = {};
    FieldErrors errors = {};
    bool is_for_somebody = false;  // by a program of the staff: it may say more
};
http::Response take_booking(const Pages& pages, const http::Request& request, ReadBooking read,
                            const base::Json& json);

}  // namespace digilots::booking
