// Made-up offers, a rota and bookings: past, today and to come; of the year before that the counts alone.
#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::booking {

namespace {

constexpr int days_back = 21, days_ahead = 14, places_staffed = 3, days_of_year = 364, minutes_of_guidance = 30;

/// Nobody is at the desk then, whichever weekday it is.
bool is_day_off(base::Date day) {
    const auto month = static_cast<unsigned>(day.month()), of_month = static_cast<unsigned>(day.day());
    return (month == 12 && of_month >= 24 && of_month <= 26) || (month == 1 && (of_month == 1 || of_month == 6));
}

struct Words {
    const char *function, *guidance, *about, *visit, *about_visit, *computer, *room, *equipment, *monday,
        *roams, *course, *show, *about_show;
};
constexpr Words swedish{"Digital guide på plats",
                        "Handledning",
                        "Vi hjälper dig med telefon, dator och e-tjänster.",
                        "Hembesök",
                        "Vi kommer hem till dig och hjälper till.",
                        "Dator",
                        "Grupprum",
                        "skärm, kamera, högtalare",
                        "Vardagar",
                        "Runt i kommunen",
                        "Kurs",
                        "Visa och prova välfärdsteknik",
                        "Se och prova larm, påminnare och hjälpmedel, själv, med en anhörig eller som personalgrupp."};
constexpr Words norwegian{"Digital veileder på stedet",
                          "Veiledning",
                          "Vi hjelper deg med telefon, datamaskin og e-tjenester.",
                          "Hjemmebesøk",
                          "Vi kommer hjem til deg og hjelper til.",
                          "Datamaskin",
                          "Grupperom",
                          "skjerm, kamera, høyttaler",
                          "Hverdager",
                          "Rundt i kommunen",
                          "Kurs",
                          "Vis og prøv velferdsteknologi",
                          "Se og prøv alarmer, påminnere og hjelpemidler, selv, med en pårørende eller som ansattgruppe."};

/// Not where the demo shows a place that is paused or closed.
bool can_be_staffed(const directory::Place& place) { return place.listed() && place.status == directory::Status::open; }

class Maker {
public:
    Maker(Bookings& bookings, const std::string& municipality, const Demo& demo)
        : bookings_(bookings),
          self_(Inside::of(bookings)),
          around_(self_.around(municipality)),
          words_(around_.country == "NO" ? norwegian : swedish),
          account_(demo.account ? demo.account(municipality, http::Role::guide) : "") {
        tenant_.id = municipality;
        tenant_.zone = around_.zone;
        tenant_.country = around_.country;
        const auto snapshot = self_.neighbours.directory.snapshot(municipality);
        // The desk stands in a house; what moves around has its own round.
        for (const auto& place : snapshot->places)
            if (can_be_staffed(place) && !place.mobile && places_.empty()) places_.push_back(place.id);
        for (const auto& place : snapshot->places)
            if (can_be_staffed(place) && !base::holds(places_, place.id)) places_.push_back(place.id);
        if (std::ssize(places_) > places_staffed) places_.resize(places_staffed);
    }

    void make() {
        if (places_.empty()) return;
        auto& functions = self_.neighbours.organisation.function_records();
        const auto made = functions.add(functions.around(tenant_.id),
                                        {{"title", {words_.function}}, {"holder", {account_}}}, account_);
        ENSURE(made.has_value());
        function_ = made->id;
        make_registers();
        for (int day = -days_back; day <= days_ahead; ++day)
            book_day(base::add_days(around_.today, day), day);
        count_year_before();
        bookings_.keep_staffed_time(tenant_);
        queue();
    }

private:
    std::string add(register_::Records& records, const register_::Draft& draft) {
        const auto added = records.add(around_, draft, account_);
        ENSURE(added.has_value());
        return added->id;
    }

    void make_registers() {
        const register_::Draft weekdays{{"title", {words_.monday}},
                                        {"function", {function_}},
                                        {"place", {places_.front()}},
                                        {"people", {"2"}},
                                        {"drop_in", {"yes"}},
                                        {"topics", {"print", "mobile", "e_id"}},
                                        {"weekdays", {"mo", "tu", "we", "th", "fr"}},
                                        {"hours", {"9-12, 13-16"}}};
        add(self_.rota, weekdays);
        if (places_.size() > 1) add_round();
        add(self_.exceptions, {{"title", {words_.course}},
                               {"kind", {"away"}},
                               {"person", {account_}},
                               {"function", {function_}},
                               {"first_day", {base::format_date(base::add_days(around_.today, 9))}}});
        // As the place is open, where that is known.
        const bool has_hours = self_.neighbours.directory.snapshot(tenant_.id)->place(places_.front())->hours.complete;
        const std::vector<std::string> hours{has_hours ? "" : "10-16"};
        add(self_.resources, {{"title", {words_.computer}},
                              {"kind", {"computer"}},
                              {"place", {places_.front()}},
                              {"number", {"6"}},
                              {"hours", hours}});
        add(self_.resources, {{"title", {words_.room}},
                              {"kind", {"room"}},
                              {"place", {places_.front()}},
                              {"persons", {"8"}},
                              {"equipment", {words_.equipment}},
                              {"hours", hours}});
        make_offers();
    }

    /// A bus is staffed while it stands at its stops, another place all day.
    void add_round() {
        constexpr const char* days[] = {"mo", "tu", "we", "th", "fr", "sa", "su"};
        const auto line = [&](const std::string& title, std::vector<std::string> weekdays, const std::string& hours) {
            add(self_.rota, {{"title", {title}},
                             {"function", {function_}},
                             {"person", {account_}},
                             {"place", {places_[1]}},
                             {"weekdays", std::move(weekdays)},
                             {"hours", {hours}}});
        };
        const auto snapshot = self_.neighbours.directory.snapshot(tenant_.id);
        const auto& stops = snapshot->place(places_[1])->stops;
        if (stops.empty()) line(words_.roams, {"tu", "th"}, "10-15");
        for (const auto& stop : stops)
            line(std::string(words_.roams) + ": " + stop.name, {days[stop.weekday]}, calendar::ranges_text({stop.time}));
    }

    void make_offers() {
        guidance_ = add(self_.offers, {{"title", {words_.guidance}},
                                       {"kind", {"guidance"}},
                                       {"about", {words_.about}},
                                       {"lengths", {"30", "60"}},
                                       {"topics", {"bank", "mobile"}},
                                       {"function", {function_}},
                                       {"drop_in_percent", {"25"}},
                                       {"is_published", {"1"}}});
        visit_ = add(self_.offers, {{"title", {words_.visit}},
                                    {"kind", {"home_visit"}},
                                    {"about", {words_.about_visit}},
                                    {"lengths", {"60"}},
                                    {"function", {function_}},
                                    {"lead_hours", {"24"}},
                                    {"travel_minutes", {"20"}},
                                    {"is_published", {"1"}}});
        add(self_.offers, {{"title", {words_.show}},
                           {"kind", {"show_and_try"}},
                           {"about", {words_.about_show}},
                           {"lengths", {"60"}},
                           {"function", {function_}},
                           {"lead_hours", {"48"}},
                           {"is_published", {"1"}}});
        computer_ = add(self_.offers, {{"title", {words_.computer}},
                                       {"kind", {"computer"}},
                                       {"lengths", {"30", "60"}},
                                       {"lead_hours", {"0"}},
                                       {"is_published", {"1"}}});
        add(self_.offers, {{"title", {words_.room}},
                           {"kind", {"room"}},
                           {"lengths", {"60", "120"}},
                           {"is_published", {"1"}}});
    }

    /// Each at its own hour; what is past has gone somehow.
    void book_day(base::Date day, int from_today) {
        if (base::weekday_of(day) >= 5) return;
        const std::string* const offers[] = {&guidance_, &computer_, &guidance_, &visit_};
        for (int at = 0; at < 4; ++at) {
            if ((at + from_today + days_back) % 5 == 4) continue;
            const auto starts = base::from_civil(day, at == 3 ? 13 : 9 + at,
                                                 at == 3   ? 20
                                                 : at == 1 ? 0
                                                           : 30,
                                                 around_.zone);
            put(*offers[at], starts, at, from_today);
        }
    }

    void put(const std::string& offer_id, base::Instant starts, int at, int from_today) {
        Wanted wanted{.offer = offer_id, .place = places_.front(), .starts = starts};
        wanted.topic = at == 0 ? "bank" : at == 2 ? "mobile" : "";
        wanted.way = at == 3 ? "phone" : "none";
        wanted.form_key = base::new_uuid(self_.clock.now());
        wanted.channel = "staff";
        wanted.by = account_;
        if (at == 3) {
            wanted.contact = around_.country == "NO" ? "+47 00 00 00 00" : "08-465 004 00";
            wanted.address = around_.country == "NO" ? "Havnegata 4" : "Storgatan 4";
        }
        if (from_today < 0) return put_past(wanted, at, from_today);
        bookings_.book(tenant_, wanted, *around_.words);  // taken by another: it is full, as it happens
    }

    /// Whoever, or whichever thing, was there then by the rota of today.
    std::string lane_then(const Offer& offer, const std::string& id, Interval at, base::Date day) {
        const RotaDays days{tenant_.zone, tenant_.country, day, 1};
        const auto plan = self_.plan.of(tenant_.id);
        const auto shifts = offer.is_thing() ? self_.shifts_of_things(tenant_.id, *plan, days)
                                             : shifts_of(plan->rota, days, self_.travel(tenant_.id));
        for (const auto& shift : shifts) {
            const bool fits = offer.is_thing() ? shift.function == "kind:" + offer.kind : shift.place == places_.front();
            if (fits && shift.at.begin <= at.begin && at.end <= shift.at.end) return shift.lane;
        }
        return "past:" + id;
    }

    void put_past(const Wanted& wanted, int at, int from_today) {
        const auto offer = bookings_.offer(tenant_.id, wanted.offer).value();
        const auto terms = terms_of(offer, 0, true);
        const auto kept = kept_of(wanted.starts, terms);
        const auto ends = wanted.starts + std::chrono::minutes(terms.minutes);
        const auto id = base::new_uuid(self_.clock.now());
        const auto date = base::to_civil(wanted.starts, tenant_.zone).date;
        const auto day = base::format_date(date);
        const auto lane = lane_then(offer, id, {wanted.starts, ends}, date);
        const auto code = base::hash_of_code(booking_code, base::code_of(booking_code, base::random_token()));
        const auto now = base::format_utc(self_.clock.now());
        constexpr const char* heard[] = {"knew", "friends", "", "paper", "knew"};
        self_.database.write([&](db::Connection& connection) {
            kept::raise(connection, kept_bookings, tenant_.id);
            connection.execute(sql::insert_booking, tenant_.id, id, wanted.offer, wanted.place, wanted.topic,
                               lane, day, base::format_utc(wanted.starts), base::format_utc(ends),
                               base::format_utc(kept.begin), base::format_utc(kept.end), terms.minutes,
                               wanted.channel, "none", around_.language, "", false, false, code, "", account_,
                               now, "", std::optional<int>{}, "", heard[static_cast<std::size_t>(at) % std::size(heard)]);
            count(connection, tenant_.id, find_in(connection, tenant_.id, id).value(), {.booked = 1});
        });
        const char* const went[] = {"seen", "seen", "did_not_come", "seen", "excused", "seen"};
        const auto which = static_cast<std::size_t>((at * 2 - from_today) % 6);
        bookings_.set_state(tenant_, id, 1, went[which], account_);
    }

    /// Tuesdays and Wednesdays, a little fewer who came the longer ago it is. All of it in one transaction.
    void count_year_before() {
        self_.database.write([&](db::Connection& connection) {
            kept::raise(connection, kept_bookings, tenant_.id);
            for (int back = days_of_year; back > days_back; --back) {
                const auto day = base::add_days(around_.today, -back);
                const auto weekday = base::weekday_of(day);
                if ((weekday != 1 && weekday != 2) || is_day_off(day)) continue;
                const int booked = 4 - back / 122, came = booked - back % 2;
                Booking booking;
                booking.offer = guidance_;
                booking.place = places_.front();
                booking.topic = weekday == 1 ? "bank" : "mobile";
                booking.day = base::format_date(day);
                booking.channel = "staff";
                booking.found_us = back % 3 == 0 ? "friends" : "knew";
                count(connection, tenant_.id, booking,
                      {.booked = booked, .seen = came, .did_not_come = booked - came, .minutes = came * minutes_of_guidance});
            }
        });
    }
    void queue() {
        for (int number = 0; number < 4; ++number) bookings_.take_number(tenant_, places_.front(), "");
        bookings_.call_next(tenant_, places_.front(), "");
    }

    Bookings& bookings_;
    Bookings::Implementation& self_;
    const register_::Surroundings around_;
    const Words& words_;
    const std::string account_;
    http::Tenant tenant_;
    std::vector<std::string> places_;
    std::string function_, guidance_, visit_, computer_;
};

}  // namespace

void load_demo(Bookings& bookings, const Demo& demo) {
    const auto& self = Inside::of(bookings);
    for (const auto& id : demo.complete)
        if (self.neighbours.municipalities.is_active(id) &&
            self.offers.list(self.around(id), {}, 1, 0).found == 0)
            Maker(bookings, id, demo).make();
}

}  // namespace digilots::booking
