#pragma once
// The pages of bookings beside those of their registers.
#include <string>
#include <vector>

#include "booking/implementation.h"
#include "platform/html/components.h"
#include "platform/html/error_page.h"
#include "platform/html/page.h"
#include "platform/html/stored.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"
#include "platform/print/document.h"
#include "platform/register/asked_unit.h"
#include "platform/register/missed_letters.h"
#include "platform/slice/ongoing.h"

namespace digilots::booking {

/// For whoever follows by a code, until it has been: when it was before staff moved it; "" where they did not.
std::string moved_in_words(const Booking& booking, base::Instant now, const html::Page& page);

struct Pages {
    Bookings& bookings;
    std::vector<FollowedKind> followed = {};  // of all slices, for staff to whom a code of another kind is read out
};
/// The unit that a list of staff is asked for: whose places it holds.
register_::AskedUnit unit_asked_for(const Pages& pages, const html::Page& page);
/// What who booked is reminded of, or told that it is cancelled, in the language in which they booked.
std::string told_in_letter(const Pages& pages, const Booking& booking, const http::Tenant& tenant);
/// Who sees how somebody who booked is reached, or where they live, stands in the trail.
void note_reading(const Pages& pages, const http::Request& request, const std::string& booking_id);
/// Of a booking, for staff: what did not arrive; that they read to whom it was is noted.
std::vector<register_::MissedLetter> letters_missed(const Pages& pages, const Booking& booking, const html::Page& page);

// ---- What is seen ----

struct OfferRow {
    std::string title, url, about, note;
};
struct WhatView {
    html::FormErrors errors = {};  // of the code
    std::vector<OfferRow> rows = {};
    std::string drop_in = {}, drop_in_url = {}, drop_in_list_url = {};  // where somebody helps without a time, now
    std::string follow_url = {}, where_url = {};
    html::components::Field code = {};
};
struct WhereView {
    html::FormErrors errors = {};
    std::string url = {}, about = {}, note = {};
    std::vector<std::string> things = {};  // rooms and computers: for how many, with what
    html::components::Field place = {}, minutes = {};
    bool asks_place = true;  // not where we come to somebody's home
};
struct DayOfTimes {
    std::string day;
    std::vector<html::Link> times;
};
struct WhenView {
    std::string about = {}, notice = {}, hint = {};
    std::string ask_url = {};  // where no time is free
    std::string elsewhere_url = {};  // where its place has closed
    std::vector<DayOfTimes> days = {};
    std::string earlier_url = {}, later_url = {};
    std::string moving_url = {}, seen = {}, back_url = {};  // where a booking is moved: each time is a button
};
struct HowView {
    html::FormErrors errors = {};
    std::string url = {}, form_key = {}, other_url = {};
    std::vector<std::string> facts = {};
    std::vector<std::pair<std::string, std::string>> hidden = {};
    html::components::Field time = {}, topic = {}, way = {}, contact = {}, how_often = {}, name = {}, address = {},
                            audience = {}, persons = {}, found_us = {};
    bool asks_address = false, asks_group = false, asks_topic = true, asks_person = true;
    bool asks_time = false;  // the time is chosen here, among those that are left
};
struct FollowView {
    bool is_new = false, is_to_come = false, may_change = false, is_reached = false;
    std::string code = {}, notice = {}, state = {}, moved = {}, hitch = {};
    std::vector<html::components::SummaryItem> facts = {};
    std::string calendar_url = {}, change_url = {}, cancel_url = {}, how_often_url = {}, book_url = {};
    std::vector<html::Link> papers = {};
};
struct WeekView {
    struct Row {
        std::string place, url, hours;
    };
    struct Day {
        std::string day;
        std::vector<Row> rows;
    };
    std::vector<html::Link> homes = {};  // where those who come to several places are most of the time
    std::vector<Day> days = {};
    std::string book_url = {};
};
struct DropInView {
    struct Row {
        std::string place, url, hours, topics, people;
    };
    struct Day {
        std::string day;
        std::vector<Row> rows;
    };
    std::vector<Day> days = {};
    std::string book_url = {};
};
struct StaffDropInView {
    html::components::FilterForm unit = {};
    html::components::Table table = {};
    std::string rota_url = {}, public_url = {};
};
struct QueueView {
    std::string place_url = {}, still_url = {}, moving_url = {}, url = {}, form_key = {}, own = {}, wait = {};
    std::string waiting = {}, before = {};  // before: who wait before one's own number
    std::string gone = {};                  // of a number of another day
    std::vector<int> called = {};
    std::string called_before = {};  // but for the last one
    bool is_open = false, is_full = false, is_called = false;  // is_called: one's own number is
};

struct StaffDayView {
    std::string book_url = {};
    std::vector<html::Link> ways = {};
    html::components::FilterForm filter = {};
    html::components::Table unsaid = {};  // of earlier days, over, and nobody has said how it went
    std::vector<html::components::Table> days = {};
    std::string earlier_url = {}, later_url = {};
};
struct CalendarView {
    struct Look {
        std::string title, url;
        bool is_current = false;
    };
    struct Day {
        std::string key, title;
        bool is_today = false;
    };
    struct Item {
        std::string when = {}, what = {}, url = {}, state = {}, who = {}, way = {};
    };
    struct Cell {
        std::vector<std::string> there = {};  // hours by the rota
        std::vector<Item> items = {};
        bool is_empty() const { return there.empty() && items.empty(); }
    };
    struct Row {
        std::string title = {};
        std::vector<Cell> cells = {};  // as many as days
    };
    std::string title = {}, earlier_url = {}, later_url = {}, list_url = {}, book_url = {};
    std::vector<Look> looks = {}, lengths = {};
    std::vector<Day> days = {};
    std::vector<Row> rows = {};
};
struct StaffBookingView {
    std::string notice = {};
    std::vector<register_::MissedLetter> missed = {};
    std::vector<html::components::SummaryItem> facts = {};
    std::vector<html::components::SummaryItem> person = {};
    std::string url = {}, seen = {}, log_url = {}, entry_url = {}, booked_from_url = {},
                move_url = {}, mend_url = {}, day_url = {};
    std::vector<std::pair<std::string, std::string>> steps = {};  // state, button
    html::FormErrors errors = {};
    html::components::Field topic = {};  // asked for where the visit is to be logged and nothing says it
    std::string code = {}, calendar_url = {}, new_url = {};  // just after it was booked for somebody
    std::vector<html::Link> papers = {};
};
/// Staff say why, before a time that somebody has is cancelled.
struct CancelBookingView {
    html::FormErrors errors = {};
    std::string url = {}, seen = {}, about = {}, told = {};
    html::components::Field reason = {};
    std::vector<std::string> doubts = {};
    std::string asked_about = {};
};
struct FindBookingView {
    html::FormErrors errors = {};
    std::string url = {};
    html::Link other = {};  // what the code is of instead
    html::components::Field code = {};
};
/// How who booked is reached, where it was wrong.
struct MendBookingView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, seen = {}, about = {};
    html::components::Field way = {}, contact = {};
};
struct StaffNewView {
    html::FormErrors errors = {};
    std::string url = {}, form_key = {}, empty = {};
    html::Link empty_way = {};      // where what is missing is made; without a title nowhere
    std::vector<std::pair<std::string, std::string>> hidden = {};
    std::vector<html::components::Field> choices = {};
    html::components::Field time = {}, topic = {}, way = {}, contact = {}, how_often = {}, name = {}, address = {},
                            two_people = {}, client_code = {}, has_consented = {}, audience = {}, persons = {}, found_us = {};
    bool asks_address = false, asks_group = false, asks_topic = true, asks_person = true;
};
struct RemindView {
    struct Row {
        std::string about, url, reach, text;
        std::string button_url, button, letter_url = "";
    };
    html::components::FilterForm unit = {};
    std::string sent = {};
    std::vector<Row> calls = {}, letters = {}, cancelled = {};
};
struct StaffQueueView {
    std::string url = {}, take_url = {}, screen_url = {}, form_key = {}, notice = {}, waiting = {};
    html::components::Field place = {};
    std::string place_id = {};
    html::Link empty_way = {};      // where the first place is made, for who may; without a place alone
    std::vector<std::pair<std::string, std::string>> hidden = {};
    std::vector<std::pair<std::string, std::string>> called = {};  // number, button; the last called first
    std::string undo = {}, undo_label = {}, called_at = {};        // the one called last, and when that was
    bool is_open = true;
};

// ---- For residents ----
http::Response what_page(const Pages& pages, const http::Request& request);
http::Response find_booking(const Pages& pages, const http::Request& request);
http::Response where_page(const Pages& pages, const http::Request& request);
http::Response when_page(const Pages& pages, const http::Request& request);
http::Response how_page(const Pages& pages, const http::Request& request);
http::Response book(const Pages& pages, const http::Request& request);
http::Response follow_page(const Pages& pages, const http::Request& request);
http::Response calendar_file(const Pages& pages, const http::Request& request);
http::Response how_often_page(const Pages& pages, const http::Request& request);
http::Response choose_how_often(const Pages& pages, const http::Request& request);
http::Response cancel_page(const Pages& pages, const http::Request& request);
http::Response cancel(const Pages& pages, const http::Request& request);
http::Response change_page(const Pages& pages, const http::Request& request);
http::Response change(const Pages& pages, const http::Request& request);
http::Response week_page(const Pages& pages, const http::Request& request);
http::Response drop_in_page(const Pages& pages, const http::Request& request);
http::Response queue_page(const Pages& pages, const http::Request& request);
http::Response take_number(const Pages& pages, const http::Request& request);

http::Response confirmation_file(const Pages& pages, const http::Request& request);

// ---- For staff ----
http::Response day_page(const Pages& pages, const http::Request& request);
http::Response calendar_page(const Pages& pages, const http::Request& request);
http::Response day_file(const Pages& pages, const http::Request& request);
http::Response letter_file(const Pages& pages, const http::Request& request);
http::Response new_page(const Pages& pages, const http::Request& request);
http::Response book_on_behalf(const Pages& pages, const http::Request& request);
http::Response booking_page(const Pages& pages, const http::Request& request);
/// The staff's page of what was just booked for somebody: its code is told here alone.
http::Response booked_for_somebody(const Pages& pages, const http::Request& request, const Booked& booked);
http::Response find_for_staff_page(const Pages& pages, const http::Request& request);
http::Response find_for_staff(const Pages& pages, const http::Request& request);
http::Response contact_page(const Pages& pages, const http::Request& request);
http::Response mend_contact(const Pages& pages, const http::Request& request);
http::Response set_state(const Pages& pages, const http::Request& request);
http::Response log_visit(const Pages& pages, const http::Request& request);
http::Response staff_move_page(const Pages& pages, const http::Request& request);
http::Response staff_move(const Pages& pages, const http::Request& request);
http::Response reminders_page(const Pages& pages, const http::Request& request);
http::Response note_reminded(const Pages& pages, const http::Request& request);
http::Response staff_drop_in_page(const Pages& pages, const http::Request& request);
http::Response demand_page(const Pages& pages, const http::Request& request);
http::Response staff_queue_page(const Pages& pages, const http::Request& request);
http::Response staff_queue_step(const Pages& pages, const http::Request& request);

// ---- For programs ----
http::Response get_times(const Pages& pages, const http::Request& request);
http::Response post_booking(const Pages& pages, const http::Request& request);
http::Response get_booking(const Pages& pages, const http::Request& request);
http::Response delete_booking(const Pages& pages, const http::Request& request);
http::Response list_for_programs(const Pages& pages, const http::Request& request);
http::Response post_on_behalf(const Pages& pages, const http::Request& request);
http::Response put_state(const Pages& pages, const http::Request& request);

// ---- What pages have in common ----

/// Of a booking: the place, as it is called then; of a home visit that it is there, and from where.
std::string where_it_is(const Pages& pages, const Booking& booking, const html::Page& page);
/// Of a place then: its name, with the stop at which it stands.
std::string place_then(const Pages& pages, const http::Tenant& tenant, std::string_view place, base::Instant at);
/// The same with the street address.
std::string address_then(const Pages& pages, const http::Tenant& tenant, std::string_view place, base::Instant at);

/// The same for a code that never was, has ended or belongs elsewhere. Guesses cost time; whoever has a code
/// never waits.
http::Response not_followed(const Pages& pages, const http::Request& request);
/// With the field for the code, and what may be wrong with it.
http::Response no_such_booking(const Pages& pages, const http::Request& request);
/// The one that the address of staff names.
std::optional<Booking> booking_in(const Pages& pages, const http::Request& request);
std::int64_t seen_by(const http::Request& request);
/// To the staff's page of that booking, which says what came of it.
http::Response back_to(const http::Request& request, const char* came);
/// Before a time is moved: from when to when. The button sends the same again, and then html::is_sure().
http::Response ask_to_move(html::Page page, const Booking& booking, base::Instant to, const std::string& url,
                           const std::string& back_url);
/// On which a confirmation is printed.
const std::vector<print::Paper>& confirmation_papers();
/// Of a lane: who is there, or what it is.
std::string person_of(const Pages& pages, const std::string& lane, const html::Page& page);
/// Of the lane of whoever holds a function: which one; "" of others, and where it is in the rota no more.
std::string function_of(const Plan& plan, std::string_view lane);
/// Of a booking: both where two go there.
std::string people_in_words(const Pages& pages, const Booking& booking, const html::Page& page);
/// "Group room, for 8 people: screen, camera".
std::string thing_in_words(const Resource& thing, const html::Page& page);
/// Of several of one kind each has its number, as it stands on them: "Computer 3".
std::string numbered(const Resource& thing, const std::string& lane);
/// The thing that a booking is of; nothing where a person is booked.
std::optional<Resource> thing_of(const Pages& pages, const http::Tenant& tenant, const std::string& lane);
html::Page page_named(const http::Request& request, std::string title);
/// Of staff, below the day's bookings.
html::Page inner_page(const http::Request& request, std::string title);
/// Whether it is of use how somebody is reached: the time is to come, or they are to be told that it is cancelled.
bool is_mended(const Booking& booking);
/// "2026-11-26T08:30Z" in addresses.
std::string key_of_time(base::Instant at);
std::string minutes_in_words(int minutes, const html::Page& page);
/// Places at which the offer has somebody, in the order of their names: id, name.
std::vector<std::pair<std::string, std::string>> places_of(const Pages& pages, const http::Tenant& tenant,
                                                           const Offer& offer);
/// By day, each leading to `url_of`; at a place that moves around with its stop.
std::vector<DayOfTimes> by_day(const Pages& pages, const std::vector<Time>& times, const html::Page& page,
                               const std::function<std::string(const Time&)>& url_of);
html::components::Field topic_field(const std::string& chosen, const html::Page& page);
/// By e-mail only where letters are sent, or where it is chosen already.
html::components::Field way_field(const std::string& chosen, const html::Page& page, bool sends_letters = true);
/// Without letters a reminder is a call.
void say_that_reminders_are_rung(html::components::Field& how_often, const html::Page& page);
/// At home, or the place with its stop and street.
std::string where_in_words(const Pages& pages, const http::Tenant& tenant, const Booking& booking,
                           const i18n::Translator& words);
/// Of show and try: for whom, and how many come.
html::components::Field audience_field(const std::string& chosen, const html::Page& page);
/// How somebody heard of it, which they need not say.
html::components::Field found_us_field(std::string_view chosen, const html::Page& page);
/// 0, which is refused, where something else than a number is written.
std::optional<int> persons_typed(std::string_view typed);
html::components::Field persons_field(const std::string& typed, const html::Page& page);
i18n::Text audience_in_words(std::string_view audience);
/// "Residents, 4 persons"; "" of all else.
std::string group_in_words(const Booking& booking, const html::Page& page);
html::components::Field contact_field(const std::string& typed, const html::Page& page);
/// Who typed a number or an address, and was not asked for a way, means that way.
std::string way_meant(const std::string& chosen, std::string_view contact, const http::Tenant& tenant);
html::components::Field name_field_of(const std::string& typed, const html::Page& page);
html::components::Field address_field(const std::string& typed, const html::Page& page);
/// 409 to the form of an offer that was ended, hidden or deleted while somebody wrote: what they wrote, and the way to others.
http::Response not_offered(const http::Request& request);

}  // namespace digilots::booking
