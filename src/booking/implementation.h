#pragma once
// What Bookings holds; for the files of this folder.
#include <map>
#include <set>

#include "booking/booking.h"
#include "booking/free_times.h"
#include "booking/held_elsewhere.h"
#include "platform/base/spoken_code.h"
#include "platform/html/page.h"
#include "platform/http/limiter.h"
#include "platform/kept/kept.h"
#include "platform/register/any_shown.h"

namespace digilots::booking {

inline constexpr base::CodeKind booking_code{"booking", 12};
/// So long after its time a code shows a booking.
inline constexpr int code_days = 30;
/// In one queue of a day.
inline constexpr int most_in_queue = 300;

/// Of a booking, for letters: a later word overtakes a former one.
std::string matter_of_booking(std::string_view id);

/// What there is of computers and rooms.
struct Resource {
    std::string id, title, kind, place, equipment;
    int number = 1, persons = 0;
    calendar::TimeRanges hours = {};  // none: the place's own
};
/// What times are made from, beside what is taken.
struct Plan {
    std::vector<Offer> offers;  // by title
    Rota rota;
    std::vector<Resource> resources;
    std::vector<Shift> shifts;  // from yesterday on, a year ahead, as the rota says it
    std::vector<Shift> open;    // of them those while the place is open, and things: where residents come to
    /// By place: until when residents can book something there at the latest.
    std::map<std::string, base::Instant, std::less<>> bookable_until;
    std::set<std::string, std::less<>> with_times;  // places where anything can be booked, by residents or for them
    std::map<std::string, std::string, std::less<>> functions;  // id → title
    std::set<std::string, std::less<>> unheld;  // of the rota: nobody holds them, nor is named in a line of theirs
    std::vector<HeldLane> held;                                 // elsewhere, beside what is booked
    base::Date first{};
    base::Date today() const { return base::add_days(first, 1); }
};

/// Who is left at places when those are away who are booked to somebody's home.
struct There {
    /// By place, in order of time: when anybody is there; what touches is one.
    std::map<std::string, std::vector<Interval>, std::less<>> staffed;
    std::vector<Bookings::DropIn> drop_ins;  // of the next two weeks, in order of time
};

/// By entry of the log: the time that was booked from it last.
using BookedFrom = std::map<std::string, std::string, std::less<>>;

enum class News { cancelled, moved, put_back };

struct Bookings::Implementation {
    db::Database& database;
    const kept::Versions& versions;
    const base::Clock& clock;
    const Neighbours neighbours;
    PeriodOf period_of = nullptr;
    std::function<std::vector<HeldElsewhere>(std::string_view)> held_elsewhere = nullptr;
    std::vector<std::string> kept_elsewhere = {};
    AlsoToTellOf also_to_tell = nullptr;
    register_::Records offers, rota, exceptions, resources;
    register_::AnyShown any_shown;
    kept::Kept<Plan> plan;
    kept::Kept<Taken> taken;
    kept::Kept<There> there;
    kept::Kept<BookedFrom> booked_from;
    http::Limiter booking{0.07, 40}, guessing{0.5, 30};

    Implementation(db::Database& opened, const kept::Versions& known, const base::Clock& time,
                   Neighbours others);

    register_::Surroundings around(std::string_view municipality_id) const;
    base::Date today(std::string_view municipality_id) const;
    kept::Until<Plan> load_plan(std::string_view municipality_id) const;
    std::shared_ptr<const Taken> load_taken(std::string_view municipality_id) const;
    kept::Until<There> load_there(std::string_view municipality_id) const;
    /// In words, which booked times would have nobody there with this exception; "" none.
    std::string times_hit(const RotaException& changed, const register_::Surroundings& around) const;
    /// Of people, as the rota would be without one of its lines, a year ahead.
    std::string times_hit_by_line(const RotaLine& changed, const register_::Surroundings& around) const;
    /// Booked times of these days that the rota holds now, and would not any more.
    std::vector<Booking> hit_by(db::Connection& connection, const Rota& then, std::string_view municipality_id, base::Date from,
                                base::Date to) const;
    /// The same, were these the times when somebody is there.
    std::vector<Booking> hit_where(db::Connection& connection, const std::vector<Shift>& shifts, std::string_view municipality_id,
                                   base::Date from, base::Date to) const;
    std::vector<Shift> shifts_by(const Rota& then, std::string_view municipality_id, base::Date from, base::Date to) const;
    /// The same, were there no such line.
    std::vector<Booking> hit_without(db::Connection& connection, std::string_view municipality_id, std::string_view line) const;
    std::optional<Booking> of_entry(std::string_view municipality_id, std::string_view entry) const;
    std::optional<inquiries::Companion::Line> line_beside(const html::Page& page, const inquiries::Inquiry& entry) const;
    Travel travel(std::string_view municipality_id) const;
    /// "" where it is offered no more.
    std::string title_of(std::string_view municipality_id, std::string_view offer) const;
    /// At home, where we come to them; else the place with its stop and street, "" where there is none any more.
    std::string where_of(std::string_view municipality_id, const Booking& booking, const i18n::Translator& words) const;
    /// In the caller's transaction: by letter where there is an address for it, else by hand.
    void tell(db::Connection& connection, const http::Tenant& tenant, const Booking& booking, News news,
              const std::string& what, const std::string& place) const;
    std::vector<Shift> shifts_of_things(std::string_view municipality_id, const Plan& made,
                                        const RotaDays& days) const;
};

/// The way in for the files of this slice.
struct Inside {
    static Bookings::Implementation& of(const Bookings& bookings) { return *bookings.implementation_; }
};

RotaLine line_of(const register_::Record& record);
RotaException exception_of(const register_::Record& record);
/// When a thing can be used: on working days in hours of its own.
RotaLine line_of_thing(const std::string& place, const calendar::TimeRanges& hours);
/// Those of the offer alone.
bool gives(const Shift& shift, const Offer& offer);
/// Where we come to somebody's home, whether our place is open says nothing.
const std::vector<Shift>& shifts_about(const Plan& plan, const Offer& offer);
std::vector<Shift> shifts_for(const Plan& plan, const Offer& offer);
Terms terms_of(const Offer& offer, int minutes, bool staff);
/// What a visit was about, as the booking or what was booked says; "" where neither does.
std::string topic_known(const Booking& booking, const std::optional<Offer>& offer);
/// The first of the offer's lengths where none or another is asked for.
int length_of(const Offer& offer, int minutes);

/// In a transaction.
std::optional<Booking> find_in(db::Connection& connection, std::string_view municipality_id,
                               std::string_view id);
Booking booking_of(const db::Row& row);
/// Takes the first `people` lanes that are still free through all of `kept`; none where there are fewer.
std::vector<std::string> take_lanes(db::Connection& connection, std::string_view municipality_id,
                                    std::string_view booking, const std::vector<std::string>& lanes, Interval kept,
                                    std::size_t people);
/// One lane through all of `kept`, or nothing of it.
bool take_lane(db::Connection& connection, std::string_view municipality_id, std::string_view booking, const std::string& lane,
               Interval kept);
/// Whom a booking takes the time of: two where two go there.
inline std::size_t people_of(const Booking& booking) { return booking.two_people ? 2 : 1; }
/// Whether whoever a booking is with is there by these; two where two are needed. True where it is with nobody.
bool holds_both_times(const std::vector<Shift>& shifts, const Booking& booking);
struct Numbers {
    int booked = 0, seen = 0, did_not_come = 0, cancelled = 0, minutes = 0;
};
void count(db::Connection& connection, std::string_view municipality_id, const Booking& booking,
           const Numbers& numbers);

/// "Thursday 3 December 2026, 10.00"
std::string time_in_words(base::Instant at, std::string_view zone, const i18n::Translator& words);
/// The name of a place; "" where there is none (any more).
std::string place_name(const directory::Snapshot& directory, std::string_view place);
/// "none" where it is no way that somebody can choose.
i18n::Text way_in_words(std::string_view way);
i18n::Text state_in_words(std::string_view state);
/// What staff and their programs may say of a booking.
bool is_state_of_staff(std::string_view state);

jobs::Kinds job_kinds(Bookings& bookings);
std::vector<DutyKind> duty_kinds(const Bookings& bookings);
/// For the one search.
FindableKind what_can_be_booked(const Bookings& bookings);
void load_demo(Bookings& bookings, const Demo& demo);

/// Of the staffed time and of queues (desk_measures.cpp).
std::vector<measures::Measure> desk_measures(const Bookings& bookings);

}  // namespace digilots::booking
