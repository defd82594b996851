#pragma once
// The pages of activities beside those of their registers.
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "activities/implementation.h"
#include "platform/html/components.h"
#include "platform/html/error_page.h"
#include "platform/html/page.h"
#include "platform/html/stored.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"
#include "platform/measures/measure.h"
#include "platform/print/format.h"
#include "platform/slice/ongoing.h"

namespace digilots::activities {

struct Pages {
    Activities& activities;
    std::vector<FollowedKind> followed = {};  // of all slices, for staff to whom a code of another kind is read out
    std::vector<measures::Measure> measures = {};  // of all slices: how those who ask found us
};

// ---- For residents ----

/// A session as it is told.
struct SessionLine {
    std::string title = {}, url = {}, when = {}, where = {}, where_url = {}, remote_url = {}, seats = {},
                state = {};
    std::string way_in = {};  // where one takes part from home, for anybody
    std::string sign_up_url = {}, staff_url = {};
    bool is_cancelled = false, is_full = false;
};
struct DayOfMonth {
    std::string title = {}, number = {};  // no number: a day of another month
    bool is_today = false;
    std::vector<SessionLine> sessions = {};  // `when`: the hours alone
};
struct WeekOfMonth {
    std::string title = {};
    std::vector<DayOfMonth> days = {};
};
struct ProgrammeView {
    html::components::FilterForm filter = {};
    html::components::Field from = {}, to = {};
    std::vector<std::pair<std::string, std::string>> kept = {};  // of the filter, beside the days
    std::vector<html::Link> programmes = {};                     // on paper
    std::string count = {}, calendar_url = {}, list_url = {}, month_url = {},
                earlier_url = {}, later_url = {}, month = {}, nothing_in_month = {};
    bool is_month = false, nothing_entered = false;
    std::vector<SessionLine> sessions = {};
    html::components::Pagination pages = {};
    std::vector<std::string> weekdays = {};
    std::vector<WeekOfMonth> weeks = {};
    struct Undated {
        std::string title, url, how_often, state;
    };
    std::vector<Undated> undated = {}, again = {};  // again: how often is said in words
    std::vector<html::Link> campaigns = {};  // going on or to come
    std::vector<std::string> unusable = {};  // of the address
    std::string code_url = {}, remote_url = {};  // remote_url: of what one takes part in from home
};
struct ActivityView {
    html::Safe about = {};
    html::components::Table facts_table = {};
    std::vector<html::components::SummaryItem> facts = {};
    std::vector<SessionLine> sessions = {};
    std::vector<html::Link> material = {};
    html::Link campaign = {};  // url "": none that is shown
    std::string how_often = {}, calendar_url = {}, structured = {}, code_url = {}, notice = {};
    std::string all_along = {}, sign_up_url = {}, seats = {};  // of one that one is with all the way
    bool is_discreet = false, is_full = false;
};
/// Discreet ones are left in one step and stay in no memory of a shared computer.
inline constexpr const char* left_to = "https://www.1177.se/";
struct SignUpView {
    html::FormErrors errors = {};
    std::string url = {}, form_key = {}, seats = {}, when = {}, where = {}, back_url = {};
    bool is_waiting_list = false;
    html::components::Field persons = {}, name = {}, by = {}, contact = {}, how_often = {}, found_us = {};
    bool asks_name = true, is_discreet = false;
    std::vector<std::string> days = {};  // all that one signs up for, where there are several
};
struct CodeView {
    html::FormErrors errors = {};
    std::string url = {};
    html::components::Field code = {};
};
struct FollowedView {
    bool is_discreet = false, is_new = false, is_confirmed = false, is_cancelled = false, is_over = false, asks_to_cancel = false;
    std::string code = {}, title = {}, when = {}, where = {}, remote_url = {}, position = {}, persons = {},
                reason = {};
    std::string activity_url = {}, calendar_url = {}, cancel_url = {}, back_url = {}, how_often_url = {}, notice = {},
                reached = {}, moved = {};
    std::vector<html::Link> papers = {};
    std::vector<std::string> days = {};  // of whoever is with it all the way
};
struct ScreenView {
    bool stands_still = false;
    std::string place = {}, now = {}, other_url = {}, next_drop_in = {};
    std::vector<std::string> queue = {};    // nothing where nobody took a number today
    std::string drop_in = {};               // hours of today in which anybody is helped without a time
    std::vector<SessionLine> today = {}, later = {};
};

// ---- For staff ----

struct SeriesView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, form_key = {};
    std::vector<html::components::Field> when = {}, where = {}, seats = {};
    html::components::Field repeat = {}, except = {};
    std::vector<std::string> dates = {}, warnings = {};  // of what would be added
    std::vector<std::string> doubts = {};                // asked about once
    std::string asked_about = {};
    bool can_leave_out = false;                          // days on which it is shut
};
struct SessionView {
    std::string done = {}, when = {}, where = {}, seats = {}, status = {}, reason = {}, activity_url = {},
                change_url = {}, cancel_url = {}, put_back_url = {}, reason_url = {}, attendance_url = {}, sheet_url = {},
                sign_up_url = {}, form_key = {};
    std::vector<std::pair<std::string, std::string>> written = {};  // into a form that is shown no more, by its labels
    bool may_change = false, may_count = false, is_planned = false, is_over = false;
    bool are_removed = false;  // who was signed up: how many they were stays
    std::vector<std::string> warnings = {};
    struct Person {
        std::string id = {}, name = {}, persons = {}, reach = {}, reach_url = {}, leave_url = {}, mend_url = {}, tell = {},
                    told_url = {}, undo_url = {}, proof = {};
        bool is_found = false;  // by the code that was typed
    };
    std::vector<Person> to_tell = {}, confirmed = {}, waiting = {};
    bool is_told_of_all = false;  // whoever is rung is told of all their days at once
    std::vector<Person> found = {}, left = {};  // found: by the code that was typed, alone; left: cancelled for today
    std::string all_url = {}, held_by = {};
    std::vector<html::Link> others_to_tell = {};  // other sessions of the activity with people to ring
    html::FormErrors errors = {};
    html::components::Field persons = {}, name = {}, by = {}, contact = {}, how_often = {}, found_us = {};
    std::string recruiting_url = {};
    std::string code = {}, slip_url = {};  // of somebody just signed up, to be written down
    html::components::Table came = {};
    /// What came of it: a heading, and a text or lines.
    struct Said {
        std::string title = {}, url = {}, link = {};
        std::vector<std::string> lines = {};
    };
    std::vector<Said> outcome = {};
};
struct ChangeSessionView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, seen = {};
    std::vector<html::components::Field> fields = {};
    html::components::Field reach = {}, sure = {}, stays = {};
    bool asks_sure = false;
    std::vector<std::string> concerns = {};  // how many sessions and people it is about
    std::vector<std::string> doubts = {};    // asked about once
    std::string asked_about = {};
    std::string proposed = {};               // for which sessions it was proposed which of them stay
};
struct CancelSessionView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, seen = {}, when = {}, concerns = {}, about = {}, button = {}, asked_about = {};
    bool is_danger = false;
    html::components::Field reason = {};
    std::vector<std::string> doubts = {};   // of the reason, which everybody reads
};
/// How somebody who is signed up is reached, where it was wrong.
struct MendContactView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, seen = {}, who = {}, when = {};
    html::components::Field by = {}, contact = {};
};
struct AttendanceView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, seen = {}, when = {}, signed_up = {};
    std::vector<html::components::Field> numbers = {}, groups = {}, found_us = {}, texts = {}, costs = {}, held_as = {};
    html::components::Field partners = {};
    bool has_details = false, has_wrong_cost = false;
    std::vector<std::string> doubts = {};  // asked about once
    std::string asked_about = {};
};
struct RecruitingView {
    std::string url = {}, add_url = {}, invitations_url = {}, experiments_url = {}, of = {}, session_url = {};
    html::components::Field from = {}, to = {}, activity = {}, unit = {};
    html::components::Table table = {};
    html::FormErrors errors = {};
};
/// The session is chosen among those that the device keeps.
struct CountAwayView {
    std::vector<html::components::Field> numbers = {}, groups = {};
};
struct SessionsView {
    std::string url = {}, table_url = {}, import_url = {}, notice = {};
    html::components::FilterForm unit = {};
    html::FormErrors errors = {};  // of the code
    std::string find_url = {};
    html::Link other = {};         // what the code is of instead
    html::components::Field code = {};
    std::vector<SessionLine> today = {}, uncounted = {}, later = {}, earlier = {};  // earlier: of one activity
    html::components::Table held = {};        // instead of all these: those behind a figure
    std::vector<std::string> limits = {};     // of that figure, in words
};
/// "/staff/sessions?figure=…&from=…&to=…"
http::Response held_page(const Pages& pages, const http::Request& request);

http::Response programme_page(const Pages& pages, const http::Request& request);
http::Response programme_calendar(const Pages& pages, const http::Request& request);
http::Response activity_page(const Pages& pages, const http::Request& request);
http::Response activity_calendar(const Pages& pages, const http::Request& request);
http::Response sign_up_page(const Pages& pages, const http::Request& request);
http::Response sign_up(const Pages& pages, const http::Request& request);
http::Response code_page(const Pages& pages, const http::Request& request);
http::Response find_code(const Pages& pages, const http::Request& request);
http::Response followed_page(const Pages& pages, const http::Request& request);
/// The same whether a code never was, is over, or was cancelled.
http::Response not_followed(const Pages& pages, const http::Request& request);
/// What is taken home of a sign-up: when, where, and the code.
http::Response sign_up_file(const Pages& pages, const http::Request& request);
const std::vector<print::Paper>& slip_papers();
http::Response sign_up_calendar(const Pages& pages, const http::Request& request);
http::Response how_often_page(const Pages& pages, const http::Request& request);
http::Response choose_how_often(const Pages& pages, const http::Request& request);
http::Response cancel_page(const Pages& pages, const http::Request& request);
http::Response cancel_sign_up(const Pages& pages, const http::Request& request);
http::Response screen_page(const Pages& pages, const http::Request& request);
http::Response programme_file(const Pages& pages, const http::Request& request);

http::Response recruiting_page(const Pages& pages, const http::Request& request);
http::Response moved_from_directory(const Pages& pages, const http::Request& request);
http::Response sessions_page(const Pages& pages, const http::Request& request);
http::Response series_page(const Pages& pages, const http::Request& request);
http::Response add_series(const Pages& pages, const http::Request& request);
http::Response session_page(const Pages& pages, const http::Request& request);
http::Response sign_up_for_somebody(const Pages& pages, const http::Request& request);
http::Response leave_for_somebody(const Pages& pages, const http::Request& request);
http::Response put_back_for_somebody(const Pages& pages, const http::Request& request);
http::Response note_told(const Pages& pages, const http::Request& request);
http::Response change_session_page(const Pages& pages, const http::Request& request);
http::Response change_session(const Pages& pages, const http::Request& request);
http::Response cancel_session_page(const Pages& pages, const http::Request& request);
http::Response cancel_session(const Pages& pages, const http::Request& request);
http::Response put_back_page(const Pages& pages, const http::Request& request);
http::Response put_session_back(const Pages& pages, const http::Request& request);
http::Response reason_page(const Pages& pages, const http::Request& request);
http::Response change_reason(const Pages& pages, const http::Request& request);
http::Response find_sign_up(const Pages& pages, const http::Request& request);
http::Response contact_page(const Pages& pages, const http::Request& request);
http::Response mend_contact(const Pages& pages, const http::Request& request);
http::Response attendance_page(const Pages& pages, const http::Request& request);
http::Response count_attendance(const Pages& pages, const http::Request& request);
http::Response sheet_file(const Pages& pages, const http::Request& request);

http::Response list_activities(const Pages& pages, const http::Request& request);
http::Response get_activity(const Pages& pages, const http::Request& request);
http::Response post_activity(const Pages& pages, const http::Request& request);
http::Response post_sign_up(const Pages& pages, const http::Request& request);
http::Response get_sign_up(const Pages& pages, const http::Request& request);
http::Response delete_sign_up(const Pages& pages, const http::Request& request);
http::Response put_status(const Pages& pages, const http::Request& request);
http::Response put_attendance(const Pages& pages, const http::Request& request);

// ---- Shared by them ----

/// Into the trail, once a day for each person: somebody has looked at who is signed up for a session.
void note_reading(const Pages& pages, const http::Request& request, const std::string& session_id);
const std::vector<std::string>& filter_query();
/// A poster is one sheet of what comes first; the other papers hold all.
print::Document programme_on_paper(const Pages& pages, const Filter& filter, const print::Format& format, const html::Page& page);
/// Of the programme on paper: its format, and which part of it.
std::vector<std::string> programme_file_query();
const std::vector<print::Paper>& programme_papers();
/// What is unknown filters nothing.
Filter filter_of(const http::Request& request);
/// What the address asks for and cannot be used, a sentence for each; the filter is left without it.
std::vector<std::string> drop_what_is_unusable(const Pages& pages, const Programme& programme, Filter& filter,
                                               const html::Page& page);
/// The same back: "topic=e_id&from=2026-12-01"; "" for everything.
std::string query_of(const Filter& filter);
/// Told without a date to come, and nothing is asked that nobody knows of it: days, seats, from home.
bool is_told_undated(const Activity& activity, const Filter& filter, base::Instant now);
/// "Thursday 3 December 2026, 14.00–15.30"
std::string when_text(const Session& session, std::string_view zone, const i18n::Translator& words);
/// "14.00–15.30"
std::string hours_text(const Session& session, std::string_view zone, const i18n::Translator& words);
/// The name of the place, else the address; "" where there is neither.
std::string where_text(const Activities& activities, std::string_view municipality_id,
                       const Session& session);
/// What somebody who is signed up is told by phone or letter, in the language they signed up in; of what is discreet when alone.
std::string told_to(const Activities& activities, const http::Tenant& tenant, const Programme::Found& at, const Listed& listed);
/// The same of several days, one after the other.
std::vector<std::string> told_of_days(const Activities& activities, const http::Tenant& tenant, const Programme& programme,
                                      const std::vector<ToTell::Day>& days, const Listed& listed);
http::Response sign_up_letter(const Pages& pages, const http::Request& request);
const std::vector<print::Paper>& slip_papers();
/// Where no letters are sent nobody is to choose them.
void offer_no_letters(html::components::Field& by, html::components::Field& contact, const Pages& pages, const html::Page& page);
/// For staff to whom the code of a sign-up is read out: the session's page, below the municipality; nothing where there is none.
std::optional<std::string> path_of_code(const Pages& pages, const http::Request& request, std::string_view code);
/// When and where it was as whoever signed up knows it, where it is to come and has moved since; else "".
std::string known_before(const Activities& activities, const Followed& followed, const Session& session,
                         const html::Page& page);
std::string known_before(const Activities& activities, const Listed& listed, const Session& session, const html::Page& page);
/// All that somebody does not know yet; "" where they know all. `before` as known_before says it.
std::string untold_in_words(std::string_view to_tell, const std::string& before, const i18n::Translator& words);
/// For whoever signed up before it was moved, until it has been: when and where it was; "" where nothing of that is another.
std::string moved_text(const Pages& pages, const Followed& followed, const Session& session, const html::Page& page);
/// The same with the street, for whoever has to find the way.
std::string where_with_street(const Activities& activities, std::string_view municipality_id, const Session& session);
/// For programs that show the way there: the street of the place, where it is known.
std::string address_text(const Activities& activities, std::string_view municipality_id, const Session& session);
/// It is still to be held and its place has closed: nobody signs up until it is moved.
bool waits_for_a_place(const Activities& activities, std::string_view municipality_id, const Session& session);
/// That in words; "" where it does not.
std::string closed_place_text(const Activities& activities, std::string_view municipality_id, const Session& session,
                              const i18n::Translator& words);
/// "3 seats left", "Full: you can wait for a seat"; "" without a limit.
std::string seats_text(const Session& session, const i18n::Translator& words);
/// "120 kr"
std::string amount_text(std::int64_t hundredths, const i18n::Translator& words);
std::string price_text(const Activity& activity, const i18n::Translator& words);
std::string how_often_text(const Activity& activity, const i18n::Translator& words);
/// Of one without dates: how often, and where, as far as it is known.
std::string undated_text(const Activities& activities, std::string_view municipality_id, const Activity& activity,
                         const i18n::Translator& words);
/// "" where it is held.
std::string state_text(const Activity& activity, const i18n::Translator& words);
/// "Cancelled: The guide is ill."
std::string cancelled_text(const Session& session, const html::Page& page);
/// How many of them nobody can tell anything; "" none.
std::string codes_alone_text(const std::vector<Listed>& people, const html::Page& page);
/// What residents see of a session; with a way to sign up where there is one.
SessionLine line_of(const Pages& pages, const Activity& activity, const Session& session,
                    const html::Page& page);
/// What somebody wrote into the form, by its labels: to copy from where the form is shown no more.
std::vector<std::pair<std::string, std::string>> written_in(const http::Fields& typed, const html::Page& page);
/// The form's fields, with what was typed.
void fill_sign_up_fields(SignUpView& view, const http::Fields& typed, const html::FormErrors& errors,
                         const html::Page& page);
/// What a form says; errors by its names.
/// Who typed a number or an address and chose no way means that way.
std::optional<ContactBy> contact_by_in(const http::Fields& typed, const html::Page& page);
/// Every day to come of one that one is with all the way, by time: when, where it is not where the first is, and whether it is
/// cancelled. Nothing of any other.
std::vector<std::string> days_along(const Pages& pages, const Activity& activity, const html::Page& page);
/// Of days that somebody is signed up for.
std::vector<std::string> days_of(const Pages& pages, const Activity& activity, const std::vector<std::string>& sessions,
                                 const html::Page& page);
/// The seats of one that one is with all the way: the fewest that are left on a day to come. Nothing where there is no limit.
std::optional<std::int64_t> free_along(const Activity& activity, base::Instant now);
inline constexpr i18n::Text too_many_to_be_held =
    TEXT("More people have a seat on the other days by now than it has seats: it stays cancelled. Add another day with as many "
         "seats.");
SignUp sign_up_in(const http::Fields& typed, html::FormErrors& errors, const html::Page& page);
std::string words_of(NotSignedUp::Why why, const i18n::Translator& words);
html::Page staff_page(const http::Request& request, std::string title);
/// With its title at the head and the municipality at the foot.
print::Document document_for(std::string title, const print::Format& format, const html::Page& page);

}  // namespace digilots::activities
