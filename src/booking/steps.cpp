// What staff do with a booking: how it went, its entry in the log, reminding.
#include <algorithm>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "booking/telling.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"

namespace digilots::booking {

namespace {

constexpr std::string_view after_booked[] = {"arrived",         "seen",     "did_not_come", "excused",
                                             "cancelled_by_us", "cancelled"};
constexpr std::string_view after_arrived[] = {"booked", "seen", "excused", "cancelled_by_us"};
constexpr std::chrono::hours reminder_of_use{36};

bool may_follow(std::string_view state, std::string_view next) {
    if (state == "booked") return base::holds(after_booked, next);
    if (state == "arrived") return base::holds(after_arrived, next);
    // Pressed by mistake: the time is still theirs.
    return (state == "seen" || state == "did_not_come") && next == "booked";
}

bool gives_back(std::string_view state) {
    return state == "excused" || state == "cancelled_by_us" || state == "cancelled";
}

Numbers counted_in(std::string_view state, const Booking& booking, int sign) {
    if (state == "seen") return {.seen = sign, .minutes = sign * booking.minutes};
    if (state == "did_not_come") return {.did_not_come = sign};
    if (gives_back(state)) return {.cancelled = sign};
    return {};
}

mail::Letter reminder_of(const Booking& booking, const std::string& recipient, const Offer& offer,
                         const std::string& place, const http::Tenant& tenant, base::Instant now) {
    const auto& words = i18n::translator(booking.language);
    const auto when = time_in_words(booking.starts, tenant.zone, words);
    std::string text =
        words.t(TEXT("You have a time tomorrow: {what}, {when}."), {{"what", offer.title}, {"when", when}}) +
        "\n";
    if (!place.empty()) text += words.t(TEXT("Place: {place}"), {{"place", place}}) + "\n";
    text +=
        "\n" +
        words.t(TEXT(
            "If you cannot come, cancel with your code, or tell us, so that somebody else gets the time.")) +
        "\n\n" + words.t("{municipality} municipality", {{"municipality", tenant.name}}) + "\n";
    if (!tenant.phone.empty()) text += tenant.phone + "\n";
    return {.municipality_id = tenant.id,
            .kind = "reminder of a booking",
            .recipient = recipient,
            .subject = words.t(TEXT("Tomorrow: {what}"), {{"what", offer.title}}),
            .text = std::move(text),
            .language = booking.language,
            .valid_until = now + reminder_of_use};
}

}  // namespace

Step Bookings::set_state(const http::Tenant& tenant, std::string_view id, std::int64_t seen,
                         std::string_view state, std::string_view actor) {
    auto& self = *implementation_;
    const auto now = base::format_utc(self.clock.now());
    return self.database.write([&](db::Connection& connection) {
        kept::raise(connection, kept_bookings, tenant.id);
        const auto before = find_in(connection, tenant.id, id);
        if (!before) return Step::not_there;
        if (before->state == state && before->version == seen + 1) return Step::done;  // pressed twice
        if (before->version != seen || !may_follow(before->state, state)) return Step::changed;
        connection.execute(sql::set_state, tenant.id, id, seen, state, actor, now);
        count(connection, tenant.id, *before, counted_in(before->state, *before, -1));
        count(connection, tenant.id, *before, counted_in(state, *before, 1));
        if (state == "cancelled_by_us") tell_changed(connection, self, tenant, *before, Changed::cancelled);
        if (gives_back(state)) {
            connection.execute(sql::give_back, tenant.id, id);
            connection.execute(sql::delete_contact, tenant.id, id);
            connection.execute(sql::delete_address, tenant.id, id);
        }
        return Step::done;
    });
}

std::string Bookings::log(const http::Tenant& tenant, std::string_view id, std::string_view account) {
    auto& self = *implementation_;
    const auto booking = find(tenant.id, id);
    if (!booking || booking->state != "seen") return "";
    if (!booking->entry.empty()) return booking->entry;
    const auto offer = this->offer(tenant.id, booking->offer);
    inquiries::Inquiry entry;
    entry.at = std::min(booking->starts, self.clock.now());     // who came early is logged now
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    if (snapshot->place(booking->place)) entry.place = booking->place;
    entry.channel = offer && offer->kind == "home_visit" ? "home_visit" : "booked";
    entry.outcome = "answered";
    entry.support_given = "guidance";
    entry.minutes = booking->minutes;
    const auto topic = !booking->topic.empty()           ? booking->topic
                       : offer && !offer->topics.empty() ? offer->topics.front()
                                                         : std::string();
    if (!topic.empty()) entry.topics = {topic};
    if (!self.neighbours.inquiries.validate(tenant, entry, i18n::translator("en")).empty()) return "";
    // The booking is the key: pressed twice, or again after a fault between the two writes, it is the same
    // entry.
    const auto logged = self.neighbours.inquiries.log(tenant, entry, account, "booking:" + booking->id,
                                                      base::sha256_hex(booking->id));
    if (!logged) return "";
    self.database.write([&](db::Connection& connection) {
        kept::raise(connection, kept_bookings, tenant.id);
        connection.execute(sql::set_entry, tenant.id, booking->id, logged->id);
    });
    return logged->id;
}

bool Bookings::note_reminded(const http::Tenant& tenant, std::string_view id, std::string_view) {
    const auto today = base::format_date(base::to_civil(implementation_->clock.now(), tenant.zone).date);
    return implementation_->database.write([&](db::Connection& connection) {
        kept::raise(connection, kept_bookings, tenant.id);
        return connection.execute(sql::note_reminded, tenant.id, id, today) == 1;
    });
}

int Bookings::remind(const http::Tenant& tenant) {
    auto& self = *implementation_;
    if (!self.neighbours.sends_letters) return 0;
    const auto now = self.clock.now();
    const auto today = base::to_civil(now, tenant.zone).date;
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::to_remind, tenant.id, base::format_date(base::add_days(today, 1)));
    });
    int sent = 0;
    for (const auto row : rows) {
        const auto id = row.text("id");
        const auto booking = find(tenant.id, id);
        const auto to = reached(tenant.id, id);
        const auto what = booking ? offer(tenant.id, booking->offer) : std::nullopt;
        if (!what || !mail::is_reachable(to.value)) continue;
        sent += self.database.write([&](db::Connection& connection) {
            if (connection.execute(sql::note_reminded, tenant.id, id, base::format_date(today)) != 1)
                return 0;
            kept::raise(connection, kept_bookings, tenant.id);
            mail::add(
                connection,
                reminder_of(*booking, to.value, *what, place_name(*snapshot, booking->place), tenant, now),
                now);
            return 1;
        });
    }
    return sent;
}

jobs::Kinds job_kinds(Bookings& bookings) {
    const auto work = [&bookings](jobs::Run& run) {
        const auto& municipalities = Inside::of(bookings).neighbours.municipalities;
        for (const auto& one : municipalities.active()) {
            run.go_on();
            if (const auto tenant = municipalities.find_tenant(municipality::Municipalities::slug_of(one.id)))
                bookings.remind(*tenant);
        }
    };
    return {{.name = "booking_remind",
             .title = TEXT("Remind those who come tomorrow"),
             .work = work,
             .schedule = jobs::Daily{.hour = 9, .minute = 0, .zone = "Europe/Stockholm"}}};
}

}  // namespace digilots::booking
