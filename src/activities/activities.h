#pragma once
// What is arranged: activities, their sessions, who is signed up, who came.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "activities/arranging.h"
#include "directory/directory.h"
#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/html/page.h"
#include "platform/kept/versions.h"
#include "platform/measures/measure.h"
#include "platform/register/program_key.h"
#include "platform/register/records.h"
#include "platform/slice/how_often.h"
#include "platform/slice/how_reached.h"
#include "platform/slice/slice.h"

namespace digilots::activities {

inline constexpr http::Scope write_activities{"activities:write", TEXT("arrange activities and count who came")};

/// Under which what is arranged is kept (platform/kept), and apart from it how many seats are taken: that
/// changes with everybody who signs up, and is in no feed.
inline constexpr std::string_view kept_activities = "activity", kept_seats = "activity_seat";

// ---- The programme, from memory ----
enum class Status { planned, held, cancelled };
std::string_view word_of(Status status);

struct Session {
    std::string id;
    base::Date day{};  // where the municipality is
    base::Instant starts{}, ends{};
    std::string place, address, remote, led_by;  // place: public id
    std::optional<std::int64_t> capacity = {}, minimum = {};
    std::string decide_on = "";  // a day; "" none
    Status status = Status::planned;
    std::string reason = "";              // of cancelling; of one that is held after all, why it is
    std::int64_t taken = 0, waiting = 0;  // persons
    bool is_counted = false;
    std::int64_t version = 0;
    base::Instant changed{};
    std::vector<HeldBy> held_by = {}; std::string campaign = "";  // of what was held, where the activity is of another now

    /// How many seats are free; nothing where there is no limit.
    std::optional<std::int64_t> free() const;
};

struct Activity {
    std::string id, slug, title, kind, purpose, about, leader, host, campaign, place, unit;
    std::string role_group;                     // whom a course is aimed at, such as "guardian"; "" everyone
    std::string frequency, for_whom, held_at;   // in the words of those who arrange it
    std::string state;                          // planned, paused; "" it is held
    std::string moved_from;                     // its name in addresses of the directory, where it was before
    std::vector<std::string> topics, target_groups, languages, equipment;  // taxonomy keys; languages: codes
    std::vector<html::Link> material = {};
    std::optional<std::int64_t> price = {};                                // in hundredths; nothing: free
    std::optional<std::int64_t> per_term = {};
    bool needs_sign_up = true, cancels_itself = false, discreet = false, is_published = false, all_along = false;
    std::vector<Session> sessions = {};  // by time; from 60 days ago on
    std::string path() const { return "/activities/" + slug; }
    bool is_listed() const { return is_published && !discreet; }
    /// Told without dates: what is known of it is said as it was stated.
    bool is_undated() const { return per_term || !(frequency + held_at + state + moved_from).empty(); }
};

/// Days on which much is arranged under one name: activities name it by its title.
struct Campaign {
    std::string id, slug, title, theme, about, unit = {};
    std::vector<std::string> partners = {};
    base::Date first{}, last{};
    std::optional<std::int64_t> goal_sessions = {}, goal_participants = {};
    bool is_published = false;
    std::string path() const { return "/campaigns/" + slug; }
};

/// Activities in use, by title in the municipality's language.
struct Programme {
    std::vector<Activity> activities;
    std::vector<Campaign> campaigns = {};  // by their first day
    const Activity* with_slug(std::string_view slug) const;
    const Activity* with_id(std::string_view id) const;
    struct Found {
        const Activity* activity = nullptr;
        const Session* session = nullptr;
    };
    /// Both nullptr where there is no such session.
    Found session(std::string_view id) const;
};

/// Which part of the programme somebody looks at. Keys of the lists; "" any.
struct Filter {
    std::string topic = "", kind = "", place = "", language = "", group = "", role_group = "", campaign = "";
    std::optional<base::Date> from = {}, to = {};  // both included
    bool remote = false, with_free_seats = false;
    bool with_cancelled = false;  // so that whoever looks for one learns that it is
    bool is_any() const;
};
/// What residents see of it, from a moment on, by time; without the cancelled ones unless asked for.
std::vector<Programme::Found> sessions_of(const Programme& programme, const Filter& filter,
                                          base::Instant from, std::size_t most = 1000);
bool fits(const Activity& activity, const Filter& filter);

// ---- Signing up ----

enum class ContactBy { none, email, phone, letter };
std::string_view word_of(ContactBy way);
WayToReach reach_by(ContactBy way);
std::optional<ContactBy> contact_by_called(std::string_view word);

using FieldErrors = std::vector<std::pair<std::string, std::string>>;  // field → message, translated

struct SignUp {
    std::int64_t persons = 1;
    std::string name = "";  // a first name; never kept of what is discreet
    ContactBy by = ContactBy::none;
    std::string contact = "";
    std::string found_us = "";  // how they heard of it, a taxonomy key; "" they do not say
    HowOften how_often = HowOften::only;  // where they are reached at all
    std::string form_key = "";    // base/form_key.h
    std::string language = "sv";  // in which letters are written
    bool by_staff = false;        // may be for what residents do not see
};
struct SignedUp {
    std::string code;  // kept nowhere, told this once
    bool is_confirmed = true, repeated = false;
    std::int64_t position = 0;                   // of those who wait, from 1
    std::vector<std::string> all_sessions = {};  // as Followed
};
struct NotSignedUp {
    FieldErrors errors = {};
    enum class Why { wrong, not_there, not_held, place_closed, over, cancelled, full, key_reused } why = Why::wrong;
};

/// What whoever has the code may see.
struct Followed {
    std::string id, session, activity;
    std::int64_t persons = 0, position = 0;
    bool is_confirmed = false;
    ContactBy by = ContactBy::none;  // none: nothing is kept of how to reach them
    HowOften how_often = HowOften::only;
    std::string told_at = {};  // masked (platform/slice/how_reached.h): a code may be found or guessed
    std::optional<base::Instant> known_starts = {}; std::string known_place = {}, known_address = {};  // when they signed up
    std::vector<std::string> all_sessions = {};  // by time, of whoever is with it all the way; `session` is the next
};

/// One who is signed up, for staff.
struct Listed {
    std::string id, name, value;
    ContactBy by = ContactBy::none;
    std::int64_t persons = 1;
    bool is_confirmed = true;
    // "seat", "cancelled", "put_back", "moved", "added", "reminder", "reminder_letter", "letter", "letter_tried": none came
    std::string to_tell = "", language = "sv";
    std::optional<base::Instant> known_starts = {}; std::string known_place = {}, known_address = {};  // what they were told last
};
/// What came of putting somebody back whom staff had cancelled for: their seat may be taken by now, or the day is over.
struct PutBack {
    enum class Came { back, taken, gone } came = Came::gone;
    std::string session = {};  // "" where there is none
};
/// To be told by phone: whoever is with it all the way once, of the first of the days that they are to be told of.
struct ToTell {
    struct Day { std::string id, session, what; };
    std::string id, session, activity, what, unit; std::vector<Day> days = {};  // all of those, by time
};
struct ToRing;  // calls.h

/// What was counted at a session: nothing where nobody counted.
struct Attendance {
    static constexpr std::int64_t most = 5000;
    std::optional<std::int64_t> women = {}, men = {}, girls = {}, boys = {}, not_stated = {}, did_not_come = {};
    std::map<std::string, std::int64_t> groups = {}, found_us = {};  // taxonomy keys
    std::string note = "", asked = "", needs = "", next_step = "";
    std::vector<std::string> partners = {};  // ids of those that took part
    std::optional<std::int64_t> fee = {}, premises = {}, material = {}, travel = {};  // in hundredths
    std::string kind = "", purpose = "";  // as what it was held; "" as it stands
    std::int64_t came() const;
    bool operator==(const Attendance&) const = default;
};
/// What those who counted wrote down.
struct Outcome {
    std::string session, activity, unit;  // activity: its title; unit: its
    base::Date day{};
    std::string note, asked, needs, next_step;
    /// Each with what it is: "What came of it: …", "Next step: …".
    std::vector<std::string> lines(const i18n::Translator& words) const;
};

// ---- Counted away from the server ----

/// A session as a device keeps it: how it is called, when, and numbers. Nobody's name.
struct AwaySession {
    std::string id, title, place, seen = "";  // title: "" of what residents do not see; seen: base::Seen
    base::Instant starts{};
    bool is_counted = false;
    http::Fields counted = {};  // as AwayCount::form
};
/// What was counted: numbers and target groups; what else is known of the session stays.
struct AwayCount {
    std::string session, seen;
    http::Fields form;    // named as on the page of attendance
    base::Instant at{};   // when it was saved there, by a clock that is right
    std::string account;  // who counted
    std::optional<std::vector<std::string>> units = {};  // of a person who may only change what is theirs
};
struct AwayCounted {
    enum class State { counted, repeated, refused };
    State state;
    FieldErrors errors = {};
    std::string seen = "";  // of refused: what stands now, for whoever saves it again
};
/// Asked in the transaction; false where the same has come before.
using FirstTime = std::function<bool(db::Connection& connection)>;

struct BesideActivities {
    base::Date day{};
    std::string hours, title, where, state, url, unit;  // state: in the reader's words
    enum class Kind { visit, trial, launch } kind = Kind::visit;
};

struct Neighbours {
    const municipality::Municipalities& municipalities;
    const directory::Directory& directory;
    const organisation::Organisation& organisation;
    register_::Others others;  // "directory.place", "organisation.unit"
    bool sends_letters = false;
    std::string site = "";  // "https://…": where links in letters lead
};

class Activities {
public:
    static constexpr std::int64_t most_persons = 10, most_capacity = 5000, most_waiting = 500;

    Activities(db::Database& database, const kept::Versions& versions, const base::Clock& clock,
               Neighbours neighbours);
    ~Activities();

    register_::Records& activities() const;
    register_::Records& partners() const;
    register_::Records& requests() const;
    register_::Records& invitations() const;
    register_::Records& experiments() const;
    register_::Records& campaigns() const;
    register_::Records& campaign_messages() const;

    /// How long is kept what is kept of people; before anybody is served.
    void know(PeriodOf period_of);
    /// What a place's screen says of the queue there; nothing where nobody took a number today.
    using QueueLines = std::function<std::vector<std::string>(std::string_view place, const html::Page& page)>;
    void know_queue(QueueLines lines);
    /// What is planned beside activities, such as visits to groups: it stands in the plan of the year.
    using PlannedBeside = std::function<std::vector<BesideActivities>(const html::Page& page, int year)>;
    void know_planned(PlannedBeside planned);
    void know_named(struct NamedBy named);  // named_by.h
    void know_paid(struct PaidBeside paid);  // paid_beside.h

    /// Never null.
    std::shared_ptr<const Programme> programme(std::string_view municipality_id) const;
    /// The next session to come of each activity that residents find at a place, in order of time, without the cancelled ones.
    std::vector<directory::BesidePlace::Next> next_at(std::string_view municipality_id, std::string_view place) const;
    /// For what is beside an activity: its sessions, each with who came, and all against how many were invited.
    register_::More sessions_told(std::string_view activity, std::optional<std::int64_t> invited, const html::Page& page) const;
    /// To come or going on, held by chosen functions: their time is taken.
    using HeldSession = activities::HeldSession;
    std::vector<HeldSession> held_by_functions(std::string_view municipality_id) const;
    /// Which booked times would have nobody there if all this were held, in words; "" none. Before anybody is served.
    using TimesLeft = std::function<std::string(const http::Tenant&, const std::vector<HeldSession>& then, const i18n::Translator&)>;
    void know_times_left(TimesLeft times_left);
    /// What residents see of it beside the places of the directory (Directory::know_arranged).
    std::vector<directory::Service> arranged(std::string_view municipality_id) const;

    /// With its sessions, in one transaction. `draft` as the form sends it. A program's `key` (random_key_of) stands for one.
    base::Result<register_::AddedByKey, register_::NotAdded> add(const register_::Surroundings& around, register_::Draft draft,
                                                                 const std::vector<NewSession>& sessions,
                                                                 std::string_view actor, std::string_view key);
    /// Their ids; all or none. With a form's key (base/form_key.h) the same are added once. Nothing where
    /// there is no such activity, or not of a unit that `around` may change.
    base::Result<std::vector<std::string>, Arranged> add_sessions(const register_::Surroundings& around,
                                                                  std::string_view activity,
                                                                  const std::vector<NewSession>& sessions,
                                                                  std::string_view actor, std::string_view form_key = "");
    /// Day and times of the wall clock, place and seats of one session; the following ones move by as many days
    /// as this one. Who waits gets what becomes free. concerns_people: fewer seats than are taken, and not
    /// `sure`; nobody is ever taken out.
    Arranged change_sessions(const register_::Surroundings& around, std::string_view session,
                             const NewSession& to, const Which& which, bool sure, std::string_view actor,
                             const base::Seen& seen);
    /// Those signed up are told by letter, or by staff, who find it among their tasks.
    Arranged cancel_session(const register_::Surroundings& around, std::string_view session,
                            const std::string& reason, std::string_view actor, const base::Seen& seen);
    /// Of a cancelled one, until it begins (else over): those signed up are told in the same way, and it is not cancelled by
    /// itself any more.
    Arranged put_back(const register_::Surroundings& around, std::string_view session, const std::string& reason,
                      std::string_view actor, const base::Seen& seen);
    /// Of a cancelled one. Nobody is told of it; who is still to be told reads the new one.
    Arranged give_other_reason(const register_::Surroundings& around, std::string_view session, const std::string& reason,
                               std::string_view actor, const base::Seen& seen);
    /// Of all that a form shows (base::Seen); "" where there is none.
    std::string mark_of(std::string_view municipality_id, std::string_view session) const;

    /// Durable when it returns, in that order. Of a party all have a seat or all wait; where all_along, at every session to come.
    base::Result<SignedUp, NotSignedUp> sign_up(const http::Tenant& tenant, std::string_view session,
                                                const SignUp& wanted, const i18n::Translator& words);
    /// Nothing where there is none with this code, or not any more: both look the same.
    std::optional<Followed> follow(const http::Tenant& tenant, std::string_view code) const;
    /// Where they are reached; else nothing changes.
    void choose_how_often(const http::Tenant& tenant, std::string_view code, HowOften often);
    /// Who is told by hand, for the one list of calls and letters (Bookings::AlsoToTell).
    std::vector<ToRing> to_ring(const html::Page& page) const;
    /// In a sentence, how many sessions to come are there with how many people who are signed up; "" nobody is.
    std::string waiting_at(const register_::Surroundings& around, std::string_view place) const;
    /// Those who come tomorrow and chose each step, each once: by letter, others by staff. How many.
    int remind(const http::Tenant& tenant);
    /// False where there is none, or it has been: its figures stay. What becomes free goes to the first who wait and
    /// fit, in the same transaction.
    bool leave(const http::Tenant& tenant, std::string_view code);
    /// As leave(). Until midnight it is kept who they were (left_today), so that the wrong one is put back.
    bool leave_as_staff(const http::Tenant& tenant, std::string_view sign_up, std::string_view actor);
    std::vector<Listed> left_today(const http::Tenant& tenant, std::string_view session) const;
    /// Also of one that is put back already; "" where there is none.
    std::string session_of_left(std::string_view municipality_id, std::string_view sign_up) const;
    /// With the code and the turn that they had. Who knows another day, time or place than stands is told.
    PutBack put_back_sign_up(const http::Tenant& tenant, std::string_view sign_up, std::string_view actor);
    /// Of the days before.
    void forget_left(const http::Tenant& tenant);
    /// Whether a code was read out to that account that is of this sign-up (proof_of_code).
    bool is_proved(std::string_view municipality_id, std::string_view sign_up, std::string_view proof, std::string_view by) const;
    /// "" where there is none.
    std::string session_of(std::string_view municipality_id, std::string_view sign_up) const;
    /// Of a session, also where the activity has ended; "" of none.
    std::string activity_of_session(std::string_view municipality_id, std::string_view session) const;
    std::vector<Listed> signed_up(std::string_view municipality_id, std::string_view session) const;
    std::vector<ToTell> to_tell(std::string_view municipality_id) const;
    bool note_told(std::string_view municipality_id, std::string_view sign_up, std::string_view actor);
    /// Whose way to be reached was wrong is reached in another from now on, in the place where they are. The way alone of
    /// `to` is read.
    base::Result<Arranged, FieldErrors> mend_contact(const http::Tenant& tenant, std::string_view sign_up, const SignUp& to,
                                                     std::string_view actor, const base::Seen& seen,
                                                     const i18n::Translator& words);
    /// Of the way that a form shows; "" where there is no such sign-up.
    std::string mark_of_contact(std::string_view municipality_id, std::string_view sign_up) const;

    /// Nothing where nobody has counted yet, or there is no such session.
    std::optional<Attendance> attendance(std::string_view municipality_id, std::string_view session) const;
    /// Errors by the names of the form. A session that was counted was held.
    FieldErrors faults_of(const Attendance& attendance, const i18n::Translator& words) const;
    Arranged count(const register_::Surroundings& around, std::string_view session,
                   const Attendance& attendance, std::string_view actor, const base::Seen& seen);

    /// Of sessions of these days, both included, by day.
    std::vector<Outcome> outcomes(std::string_view municipality_id, base::Date first, base::Date last) const;

    /// From yesterday to a week ahead, by time, without those that are cancelled.
    std::vector<AwaySession> sessions_away(std::string_view municipality_id) const;
    /// Never over what somebody else counted meanwhile: that says both figures. Durable when it returns.
    AwayCounted count_away(const http::Tenant& tenant, const AwayCount& count, const FirstTime& first_time,
                           const i18n::Translator& words);

    /// On the day it is decided: those with too few are cancelled where the activity says so. How many.
    int decide(std::string_view municipality_id);

    std::vector<measures::Measure> measures() const;

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

RetentionRules retention_rules();
inline constexpr std::string_view sign_up_rule = "activities.sign_up";
inline constexpr std::string_view invitation_rule = "activities.invitation", experiment_rule = "activities.experiment",
                                  campaign_message_rule = "activities.campaign_message";

/// Fields of numbers and target groups for a device without a network; scripts read it, nothing sends it.
html::Safe count_form_away(const html::Page& page);

/// "/{municipality}/activities…", "/{municipality}/sign-ups…", "/{municipality}/staff/activities…",
/// "/{municipality}/staff/sessions…", "/api/v1/{municipality}/activities…",
/// "/api/v1/{municipality}/sessions…"
Slice slice(Activities& activities);

/// After migrations: those that one moved here from the directory get their place in the language, and what is searched.
void complete_moved_records(db::Database& database);

}  // namespace digilots::activities
