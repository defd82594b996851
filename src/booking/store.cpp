// What is booked, moved, cancelled: each decided by the database itself, whoever else does so at that moment.
#include <algorithm>
#include <stdexcept>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "booking/wanted_faults.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/mail/outbox.h"

namespace digilots::booking {

namespace {

constexpr int most_listed = 2000;

std::string content_of(const http::Tenant& tenant, const Wanted& wanted) {
    const std::string parts[] = {"booking",
                                 tenant.id,
                                 wanted.offer,
                                 wanted.place,
                                 std::to_string(wanted.minutes),
                                 base::format_utc(wanted.starts),
                                 wanted.topic,
                                 wanted.way,
                                 wanted.contact,
                                 wanted.name,
                                 wanted.address,
                                 wanted.client_code,
                                 wanted.has_consented ? "1" : "",
                                 wanted.two_people ? "1" : "",
                                 wanted.how_often == HowOften::only ? "only" : ""};
    std::string all;
    for (const auto& part : parts) all += part + "\n";
    // Nothing where it is not said, so that what was sent before it could be is still the same.
    if (!wanted.audience.empty()) all += wanted.audience + "\n" + std::to_string(wanted.persons.value_or(0)) + "\n";
    if (!wanted.booked_from.empty()) all += wanted.booked_from + "\n";
    if (!wanted.found_us.empty()) all += "found_us " + wanted.found_us + "\n";
    return all;
}

Booking new_booking(const Wanted& wanted, std::string id, int minutes, std::string_view zone, base::Instant now) {
    return {.id = std::move(id),
            .offer = wanted.offer,
            .place = wanted.place,
            .topic = wanted.topic,
            .lane = "",
            .day = base::format_date(base::to_civil(wanted.starts, zone).date),
            .state = "booked",
            .channel = wanted.channel,
            .way = wanted.way,
            .language = wanted.language,
            .client_code = wanted.client_code,
            .entry = "",
            .reminded_on = "",
            .starts = wanted.starts,
            .ends = wanted.starts + std::chrono::minutes(minutes),
            .minutes = minutes,
            .has_consented = wanted.has_consented,
            .two_people = wanted.two_people,
            .audience = wanted.audience,
            .persons = wanted.persons,
            .booked_from = wanted.booked_from,
            .changed = now,
            .version = 1,
            .found_us = wanted.found_us};
}

/// How somebody is reached and visited, apart from the booking.
void keep_contact(db::Connection& connection, const std::string& municipality_id, const Booking& booking,
                  const Wanted& wanted) {
    const auto ends = base::format_utc(booking.ends);
    if (wanted.way != "none" || !wanted.name.empty())
        connection.execute(sql::insert_contact, municipality_id, booking.id, wanted.name, wanted.contact, ends,
                           word_of(wanted.how_often));
    if (!wanted.address.empty())
        connection.execute(sql::insert_address, municipality_id, booking.id, wanted.address, ends);
}

/// The time is somebody else's: nothing is kept.
struct Gone : std::runtime_error {
    Gone() : std::runtime_error("the time is taken") {}
};

}  // namespace

bool take_lane(db::Connection& connection, std::string_view municipality_id, std::string_view booking, const std::string& lane,
               Interval kept) {
    const auto pieces = pieces_of(kept);
    const bool is_free = std::ranges::all_of(pieces, [&](std::int64_t piece) {
        return connection.execute(sql::take_piece, municipality_id, lane, piece, booking) == 1;
    });
    if (!is_free) connection.execute(sql::give_back_lane, municipality_id, booking, lane);
    return is_free;
}

std::vector<std::string> take_lanes(db::Connection& connection, std::string_view municipality_id,
                                    std::string_view booking, const std::vector<std::string>& lanes, Interval kept,
                                    std::size_t people) {
    std::vector<std::string> taken;
    for (const auto& lane : lanes) {
        if (base::holds(taken, lane)) continue;
        if (take_lane(connection, municipality_id, booking, lane, kept)) taken.push_back(lane);
        if (taken.size() == people) return taken;
    }
    connection.execute(sql::give_back, municipality_id, booking);
    return {};
}

void count(db::Connection& connection, std::string_view municipality_id, const Booking& booking,
           const Numbers& numbers) {
    connection.execute(sql::add_count, municipality_id, booking.day, booking.place, booking.offer,
                       booking.topic, booking.channel, numbers.booked, numbers.seen, numbers.did_not_come, numbers.cancelled,
                       numbers.minutes);
    // Who sits down at a computer is not asked.
    const bool is_asked = !booking.found_us.empty() || !booking.lane.starts_with("resource:");
    if (is_asked && (numbers.booked != 0 || numbers.seen != 0))
        connection.execute(sql::add_found_us, municipality_id, booking.day, booking.place, booking.offer, booking.found_us,
                           numbers.booked, numbers.seen);
}

std::optional<int> persons_in(const db::Row& row) {
    const auto persons = row.get<std::optional<std::int64_t>>("persons");
    return persons ? std::optional(static_cast<int>(*persons)) : std::nullopt;
}

Booking booking_of(const db::Row& row) {
    return {.id = row.text("id"),
            .offer = row.text("offer"),
            .place = row.text("place"),
            .topic = row.text("topic"),
            .lane = row.text("lane"),
            .day = row.text("day"),
            .state = row.text("state"),
            .channel = row.text("channel"),
            .way = row.text("way"),
            .language = row.text("language"),
            .client_code = row.text("client_code"),
            .entry = row.text("entry"),
            .reminded_on = row.text("reminded_on"),
            .starts = base::parse_utc(row.text("starts_at")).value_or(base::Instant{}),
            .ends = base::parse_utc(row.text("ends_at")).value_or(base::Instant{}),
            .minutes = static_cast<int>(row.integer("minutes")),
            .has_consented = row.flag("has_consented"),
            .two_people = row.flag("two_people"),
            .audience = row.text("audience"),
            .persons = persons_in(row),
            .booked_from = row.text("booked_from"),
            .changed = base::parse_utc(row.text("changed_at")).value_or(base::Instant{}),
            .version = row.integer("version"),
            .second_lane = row.text("second_lane"),
            .reason = row.text("reason"),
            .found_us = row.text("found_us")};
}

std::optional<Booking> find_in(db::Connection& connection, std::string_view municipality_id,
                               std::string_view id) {
    const auto rows = connection.query(sql::find_booking, municipality_id, id);
    const auto row = rows.only();
    return row ? std::optional(booking_of(*row)) : std::nullopt;
}

base::Result<Booked, NotBooked> Bookings::book(const http::Tenant& tenant, const Wanted& asked,
                                               const i18n::Translator& words) {
    auto& self = *implementation_;
    const auto read = read_wanted(*this, tenant, asked, words);
    if (!read.errors.empty()) return base::failure(NotBooked{.errors = read.errors});
    const auto& wanted = read.wanted;
    const auto now = self.clock.now();
    const auto content = content_of(tenant, wanted);
    const auto body_hash = base::sha256_hex(content);
    const auto keyed = wanted.is_key_of_program ? "booking\n" + tenant.id + "\n" + wanted.by : content;
    const auto secret = base::secret_for_code(wanted.form_key, keyed);
    const auto code = base::code_of(booking_code, secret);
    const auto terms = terms_of(read.offer, wanted.minutes, wanted.channel == "staff");
    const auto booking = new_booking(wanted, base::id_from_form(wanted.form_key, keyed, now), terms.minutes, tenant.zone, now);
    const auto kept = kept_of(wanted.starts, terms);
    // Only who is there is asked of what is in memory; what is taken the database says.
    const auto shifts = shifts_for(*self.plan.of(tenant.id), read.offer);
    const auto lanes = is_reached_in_time(wanted.starts, terms, now)
                           ? lanes_for(shifts, {}, terms, wanted.place, wanted.starts, now)
                           : std::vector<std::string>{};
    return self.database.write([&](db::Connection& connection) -> base::Result<Booked, NotBooked> {
        // Whoever books in this municipality waits here: what is read below is all that is booked.
        kept::raise(connection, kept_bookings, tenant.id);
        const auto there = connection.query(sql::find_booking, tenant.id, booking.id);
        if (const auto row = there.only()) {
            if (row->text("body_hash") != body_hash) return base::failure(NotBooked{.is_key_reused = true});
            const auto known = base::code_known(booking_code, secret, row->text("code_hash"));
            return Booked{booking_of(*row), known.empty() ? code : known, true};
        }
        if (connection.query(sql::is_offered, tenant.id, booking.offer)[0].integer("number") == 0)
            return base::failure(
                NotBooked{.errors = {{"offer", words.t(TEXT("That cannot be booked. Choose what you want to book."))}}});
        auto stored = booking;
        const auto taken = take_lanes(connection, tenant.id, booking.id, lanes, kept, people_of(booking));
        if (taken.empty()) return base::failure(NotBooked{.is_taken = true});
        stored.lane = taken.front();
        if (taken.size() > 1) stored.second_lane = taken.back();
        connection.execute(
            sql::insert_booking, tenant.id, stored.id, stored.offer, stored.place, stored.topic, stored.lane,
            stored.day, base::format_utc(stored.starts), base::format_utc(stored.ends),
            base::format_utc(kept.begin), base::format_utc(kept.end), stored.minutes, stored.channel,
            stored.way, stored.language, stored.client_code, stored.has_consented, stored.two_people,
            base::hash_of_code(booking_code, code), body_hash, wanted.by, base::format_utc(now),
            wanted.audience, wanted.persons, wanted.booked_from, wanted.found_us);
        keep_contact(connection, tenant.id, stored, wanted);
        count(connection, tenant.id, stored, {.booked = 1});
        return Booked{stored, code, false};
    });
}

std::optional<Booking> Bookings::find(std::string_view municipality_id, std::string_view id) const {
    if (!base::is_uuid(id)) return std::nullopt;
    return implementation_->database.read(
        [&](db::Connection& connection) { return find_in(connection, municipality_id, id); });
}

std::optional<Booking> Bookings::follow(const http::Tenant& tenant, std::string_view code) const {
    const auto& self = *implementation_;
    const auto hashes = base::hashes_of_code(booking_code, code);
    if (hashes.empty()) return std::nullopt;
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::find_by_code, tenant.id, hashes.now, hashes.before); });
    const auto row = rows.only();
    if (!row) return std::nullopt;
    auto booking = booking_of(*row);
    booking.moved_from = base::parse_utc(row->text("moved_from"));
    if (booking.ends + std::chrono::days(code_days) < self.clock.now()) return std::nullopt;
    return booking;
}

Reached Bookings::reached(std::string_view municipality_id, std::string_view id) const {
    return implementation_->database.read([&](db::Connection& connection) {
        Reached reached;
        const auto contacts = connection.query(sql::find_contact, municipality_id, id);
        if (const auto row = contacts.only()) {
            reached.name = row->text("name");
            reached.value = row->text("value");
            reached.how_often = how_often_called(row->text("how_often")).value_or(HowOften::each);
        }
        const auto addresses = connection.query(sql::find_address, municipality_id, id);
        if (const auto row = addresses.only()) reached.address = row->text("value");
        return reached;
    });
}

void Bookings::choose_how_often(const http::Tenant& tenant, std::string_view code, HowOften often) {
    const auto hashes = base::hashes_of_code(booking_code, code);
    if (hashes.empty()) return;
    implementation_->database.write([&](db::Connection& connection) {
        connection.execute(sql::set_how_often, tenant.id, hashes.now, word_of(often), hashes.before);
    });
}

std::vector<Booking> Bookings::list(std::string_view municipality_id, base::Date from, base::Date to) const {
    return list(municipality_id, from, to, {}, most_listed);
}

std::vector<Booking> Bookings::list(std::string_view municipality_id, base::Date from, base::Date to,
                                    const Behind& behind, int most) const {
    const auto rows = implementation_->database.read([&](db::Connection& connection) {
        return connection.query(sql::list_bookings, municipality_id, base::format_date(from),
                                base::format_date(to), base::format_utc(behind.starts), behind.id, most);
    });
    std::vector<Booking> all;
    for (const auto row : rows) all.push_back(booking_of(row));
    return all;
}

std::vector<Booking> Bookings::unsaid(const http::Tenant& tenant) const {
    constexpr int days_back = 60;
    const auto& self = *implementation_;
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::unsaid, tenant.id, base::format_date(base::add_days(today, -days_back)),
                                base::format_date(today));
    });
    std::vector<Booking> all;
    for (const auto row : rows) all.push_back(booking_of(row));
    return all;
}

std::vector<Bookings::Demand> Bookings::demand(std::string_view municipality_id, base::Date from,
                                               base::Date to) const {
    const auto rows = implementation_->database.read([&](db::Connection& connection) {
        return connection.query(sql::demand, municipality_id, base::format_date(from), base::format_date(to));
    });
    std::vector<Demand> all;
    for (const auto row : rows)
        all.push_back({row.text("place"), row.text("state"), row.integer("number"), row.integer("minutes")});
    return all;
}

Step Bookings::move(const http::Tenant& tenant, std::string_view id, std::int64_t seen, base::Instant starts,
                    bool staff, std::string_view actor) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    const auto plan = self.plan.of(tenant.id);
    const auto known = find(tenant.id, id);
    if (!known) return Step::not_there;
    // Where it is then: a bus stands at another stop.
    auto then = *known;
    then.starts = starts;
    const auto place = self.where_of(tenant.id, then, i18n::translator(known->language));
    try {
        return self.database.write([&](db::Connection& connection) {
            kept::raise(connection, kept_bookings, tenant.id);
            const auto before = find_in(connection, tenant.id, id);
            if (!before) return Step::not_there;
            const auto* offer = base::find_in(plan->offers, before->offer, &Offer::id);
            if (before->version != seen || before->state != "booked" || !offer) return Step::changed;
            const auto terms = terms_of(*offer, before->minutes, staff);
            const auto kept = kept_of(starts, terms);
            if (!is_reached_in_time(starts, terms, now)) return Step::taken;
            connection.execute(sql::give_back, tenant.id, id);
            const auto lanes = lanes_for(shifts_for(*plan, *offer), {}, terms, before->place, starts, now);
            auto after = *before;
            const auto taken = take_lanes(connection, tenant.id, id, lanes, kept, people_of(*before));
            if (taken.empty()) throw Gone{};
            after.lane = taken.front();
            after.day = base::format_date(base::to_civil(starts, tenant.zone).date);
            const auto ends = base::format_utc(starts + std::chrono::minutes(before->minutes));
            connection.execute(sql::move_booking, tenant.id, id, seen, after.lane, after.day,
                               base::format_utc(starts), ends, base::format_utc(kept.begin),
                               base::format_utc(kept.end), actor, base::format_utc(now), staff);
            if (!staff) mail::overtake(connection, tenant.id, matter_of_booking(id), now);
            connection.execute(sql::move_contact, tenant.id, id, ends);
            connection.execute(sql::move_address, tenant.id, id, ends);
            count(connection, tenant.id, *before, {.booked = -1});
            count(connection, tenant.id, after, {.booked = 1});
            after.starts = starts;
            after.ends = starts + std::chrono::minutes(before->minutes);
            if (staff) self.tell(connection, tenant, after, News::moved, offer->title, place);
            return Step::done;
        });
    } catch (const Gone&) {
        return Step::taken;
    }
}

}  // namespace digilots::booking
