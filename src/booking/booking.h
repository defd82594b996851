#pragma once
// Times: with a person, at a computer, in a room, at home; and the queue of a desk. What is offered, who is
// where, what is taken. Of one person, room or seat no two times overlap, whoever books at the same moment.
// Counts, never identities: how somebody is reached stands apart, and goes first.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"
#include "platform/slice/how_often.h"
#include "platform/slice/slice.h"
#include "referral/referral.h"
#include "taxonomy/taxonomy.h"

namespace digilots::booking {

/// What other programs may do. Free times, and booking one, are open to everyone.
inline constexpr http::Scope read_bookings{"bookings:read", TEXT("read which times are booked")};
inline constexpr http::Scope write_bookings{"bookings:write",
                                            TEXT("book for somebody, and say how it went")};

inline constexpr std::string_view kept_bookings = "booking";

/// What bookings need of others.
struct Neighbours {
    const municipality::Municipalities& municipalities;
    const organisation::Organisation& organisation;
    const directory::Directory& directory;
    const taxonomy::OwnTopics& own_topics;
    inquiries::Inquiries& inquiries;
    register_::Others others;  // "organisation.function", "accounts.person", "directory.place"
    bool sends_letters = false;
};

/// What somebody asks for.
struct Wanted {
    std::string offer, place;
    int minutes = 0;  // 0: the offer's first length
    base::Instant starts{};
    std::string topic = "", way = "none", contact = "", name = "", address = "";
    std::string form_key = "";  // base/form_key.h: sent again it is the same booking
    HowOften how_often = HowOften::each;  // where they are reached at all
    std::string channel = "page", language = "sv";
    std::string by = "";           // an account or "token:…"; "" a resident
    std::string client_code = "";  // of home care's client, who has consented
    bool has_consented = false, two_people = false;
    std::string audience = "";         // of show and try: resident, relative, staff
    std::optional<int> persons = {};   // of show and try
    std::string booked_from = "";      // an entry of the log; "" none
    std::string found_us = "";         // how they heard of it, a taxonomy key; "" they do not say
    /// A program's key names the booking alone: with another content it is refused. A form's names it with
    /// its content.
    bool is_key_of_program = false;
};
inline constexpr int most_of_a_group = 50;
/// field → message, translated
using FieldErrors = std::vector<std::pair<std::string, std::string>>;
struct NotBooked {
    FieldErrors errors = {};
    bool is_taken = false;  // somebody was faster, or nobody (of two: not both) is there then
    bool is_key_reused = false;
};

struct Booking {
    std::string id, offer, place, topic, lane, day, state, channel, way, language, client_code, entry,
        reminded_on;
    base::Instant starts{}, ends{};
    int minutes = 0;
    bool has_consented = false, two_people = false;
    std::string audience = "";             // of show and try
    std::optional<int> persons = {};
    std::string booked_from = "";          // the entry of the log that led to it; `entry` is of the visit
    base::Instant changed{};
    std::int64_t version = 0;
    std::string second_lane = "";  // of the other one, where two go there
    std::optional<base::Instant> moved_from = {};  // by staff: when it was, as whoever has the code knows it (follow)
    std::string reason = "";  // why staff cancelled it, as whoever booked reads it
    std::string found_us = "";
    bool is_to_come() const { return state == "booked" || state == "arrived"; }
    bool is_of(std::string_view person) const { return lane == person || second_lane == person; }
};
struct Booked {
    Booking booking;
    std::string code;  // told this once
    bool repeated = false;
};
struct Reached {
    std::string name, value, address;  // "" where nothing is kept (any more)
    HowOften how_often = HowOften::each;
};
/// changed: it is not as it was seen, or the step does not fit it any more; taken: of moving, the other time
/// is gone; too_early: how it went is said when it has begun, that somebody is there on its day.
enum class Step { done, not_there, changed, taken, too_early };

struct Offer {
    std::string id, title, kind, about, function, place;
    std::vector<int> lengths;  // one at least
    std::vector<std::string> topics;
    int rest = 0, travel = 0, lead_hours = 0, horizon_days = 60, drop_in_percent = 0;
    bool is_after_introduction = false, is_published = false;  // is_published: residents are offered it
    bool lacks_holder = false;  // nobody holds its function, nor is named in its rota: residents are not offered it
    bool is_at_home() const { return kind == "home_visit"; }
    bool is_thing() const {
        return kind == "computer" || kind == "tablet" || kind == "room" || kind == "studio";
    }
    /// By the slot: a code is all that is kept of whoever sits there.
    bool is_code_alone() const { return kind == "computer" || kind == "tablet"; }
    /// Also for groups: it is asked for whom, and how many they are.
    bool is_for_groups() const { return kind == "show_and_try"; }
};
struct Time {
    base::Instant starts{}, ends{};
    std::string place;
    int left = 0;
};

/// Something that is arranged elsewhere and held by people of a function: they cannot be booked then.
struct HeldElsewhere {
    std::string place, function, title, path;  // place: "" anywhere; path: of staff, below the municipality
    int people = 1;
    base::Instant begin{}, end{};
};

class Bookings {
public:
    Bookings(db::Database& database, const kept::Versions& versions, const base::Clock& clock,
             Neighbours neighbours);
    ~Bookings();

    std::vector<register_::Records*> registers() const;
    /// Before anybody is served: what people of functions hold elsewhere, made from these (platform/kept).
    void know_held(std::function<std::vector<HeldElsewhere>(std::string_view municipality_id)> held,
                   std::vector<std::string> kept);

    /// Whose booked times nobody would be there for if people of functions held all this elsewhere; "" where there are none.
    std::string times_left_by(const http::Tenant& tenant, const std::vector<HeldElsewhere>& then,
                              const i18n::Translator& words) const;

    /// In use, in the order of the list; those shown to residents alone unless `all`.
    std::vector<Offer> offers(std::string_view municipality_id, bool all = false) const;
    /// Whether the rota, or a thing's hours, give times to something that residents see.
    bool is_any_bookable(std::string_view municipality_id) const;
    std::optional<Offer> offer(std::string_view municipality_id, std::string_view id) const;
    /// That begin on these days, both included. `staff` sees what is kept for drop-in and what is near. `people`: of
    /// those who are there so many have to be free.
    std::vector<Time> times(const http::Tenant& tenant, const Offer& offer, int minutes,
                            std::string_view place, base::Date from, base::Date to, bool staff = false,
                            int people = 1) const;

    /// Durable when it returns.
    base::Result<Booked, NotBooked> book(const http::Tenant& tenant, const Wanted& wanted,
                                         const i18n::Translator& words);
    /// By its code; nothing where there is none, or not any more: both look the same.
    std::optional<Booking> follow(const http::Tenant& tenant, std::string_view code) const;
    std::optional<Booking> find(std::string_view municipality_id, std::string_view id) const;
    Reached reached(std::string_view municipality_id, std::string_view id) const;
    /// Of these days, both included, in order of time; at most 2000.
    std::vector<Booking> list(std::string_view municipality_id, base::Date from, base::Date to) const;
    /// Those behind one of them, or from the first on.
    struct Behind {
        base::Instant starts{};
        std::string id = "";
    };
    std::vector<Booking> list(std::string_view municipality_id, base::Date from, base::Date to,
                              const Behind& behind, int most) const;

    /// Of earlier days, back to two months ago: over, and nobody has said how it went. In order of time.
    std::vector<Booking> unsaid(const http::Tenant& tenant) const;
    /// Days on which such a time was, once for each.
    std::vector<base::Date> unsaid_days(std::string_view municipality_id, const periods::Period& period) const;

    /// How many of these days there are by place and state, computers and rooms left out.
    struct Demand {
        std::string place, state;
        std::int64_t number = 0, minutes = 0;
    };
    std::vector<Demand> demand(std::string_view municipality_id, base::Date from, base::Date to) const;

    /// "arrived", "seen", "did_not_come", "excused", "cancelled_by_us", "cancelled", or "booked" where one
    /// was pressed by mistake. What is cancelled or excused gives its time back, and stays so. With "seen" the
    /// visit is in the log, where it has a topic, and not before: in the same transaction. Whom we cancel is told.
    Step set_state(const http::Tenant& tenant, std::string_view id, std::int64_t seen, std::string_view state,
                   std::string_view actor, const std::string& reason = "");
    /// What staff cancelled holds again: to come, still free, and it is still known how to reach and where to visit whoever
    /// booked, which goes the day after. Who has been told that it is cancelled is told.
    Step put_back(const http::Tenant& tenant, std::string_view id, std::int64_t seen, std::string_view actor);
    /// As it stands: whether all that it needs is still known.
    bool can_be_put_back(const http::Tenant& tenant, const Booking& booking) const;
    /// How to reach those whom we cancelled before today and who know it, and where their visit was to be.
    void forget_cancelled(const http::Tenant& tenant);
    /// To another time of the same offer, place and length, at once or not at all.
    Step move(const http::Tenant& tenant, std::string_view id, std::int64_t seen, base::Instant starts,
              bool staff, std::string_view actor);
    /// The visit's entry in the log, of what was seen before it had a topic; pressed again it is the same. `topic`:
    /// what it was about, where the booking does not say it. "" where it is not there, or cannot be logged.
    std::string log(const http::Tenant& tenant, std::string_view id, std::string_view account, const std::string& topic = "");
    /// Another way to reach whoever booked, or another number: the time stays. Of what is to come, or cancelled and not told.
    base::Result<Step, FieldErrors> mend_contact(const http::Tenant& tenant, std::string_view id, std::int64_t seen,
                                                 const std::string& way, const std::string& contact, std::string_view actor,
                                                 const i18n::Translator& words);
    /// Reminded, or told that it is cancelled: then it is forgotten how they are reached.
    bool note_reminded(const http::Tenant& tenant, std::string_view id, std::string_view account);
    /// Cancelled by us, and nobody has told them yet: no letter could be written. In order of time.
    std::vector<Booking> to_tell(const http::Tenant& tenant) const;
    /// Puts in the letters of those who come tomorrow and chose e-mail, each once. How many.
    int remind(const http::Tenant& tenant);

    /// Where two are to go and one lane alone is held, the other one is taken where somebody is free: how many. Those of whom
    /// nobody is become tasks.
    int hold_both(const http::Tenant& tenant);

    /// Minutes by day, hour and place; a shift is of the day on which it begins. Of days that are over as the rota said when
    /// they ended, of others as it says now.
    struct StaffedTime {
        std::string day;
        int hour = 0;
        std::string place;
        std::int64_t minutes = 0;
    };
    std::vector<StaffedTime> staffed_time(const http::Tenant& tenant, base::Date from, base::Date to) const;
    /// False where there never was a rota.
    bool knows_staffed_time(std::string_view municipality_id) const;
    /// Of all days that are over and not kept yet.
    void keep_staffed_time(const http::Tenant& tenant);

    /// Who is at which place on these days, by the rota: minutes and hours, nobody's name.
    struct Staffed {
        std::string place, function;
        base::Instant begin{}, end{};
    };
    std::vector<Staffed> staffed(const http::Tenant& tenant, base::Date from, int days) const;
    /// Whether the rota says that somebody is there now; nothing where it says nothing of that place and day.
    std::optional<bool> staffed_now(std::string_view municipality_id, std::string_view place) const;

    /// Until when somebody is there by the rota, without a break; nothing where nobody is now.
    std::optional<base::Instant> staffed_until(std::string_view municipality_id, std::string_view place) const;
    /// Whether residents can book anything there.
    bool has_offers_at(std::string_view municipality_id, std::string_view place) const;
    /// The next moment at which somebody comes there or goes; nothing where the rota knows of none.
    std::optional<base::Instant> next_change(std::string_view municipality_id, std::string_view place) const;

    /// Where somebody helps without a time, in order of time: by the rota, where its line or the place says so.
    struct DropIn {
        std::string place;
        base::Instant begin{}, end{};
        std::vector<std::string> topics = {};  // none: whatever is simple
        std::vector<std::string> lanes = {};   // who helps, as of bookings
    };
    /// What ends after this, in the next two weeks.
    std::vector<DropIn> drop_ins(std::string_view municipality_id, base::Instant after) const;
    /// How one comes with a topic: without a time now or next, or to a time that can be booked.
    referral::WaysToHelp ways_to_help(const referral::AskedWay& asked) const;

    /// In a sentence, how many times are booked there and to come; "" none.
    std::string waiting_at(const register_::Surroundings& around, std::string_view place) const;

    /// Somebody whom another slice has to be rung, or written to by letter: they stand in the one list of calls.
    struct AlsoToTell {
        std::string place = {}, about = {}, url = {}, reach = {}, text = {};
        std::string told_url = {}, letter_url = {};  // where a form says that they are told; "" there is no letter to print
        bool is_cancelled = false;
    };
    using AlsoToTellOf = std::function<std::vector<AlsoToTell>(const html::Page& page)>;
    void know_also_to_tell(AlsoToTellOf others);

    // ---- The queue of a desk, today ----
    struct Queue {
        std::vector<int> waiting, called;  // the last called first, at most three
        std::vector<int> all_called = {};  // of today, the last called first
        std::string called_at = {};        // when the last one was called: the mark of that call; "" where none is
        int least_minutes = -1,
            most_minutes = -1;  // that somebody waited today, or still waits; -1: nobody has been called yet
    };
    Queue queue(const http::Tenant& tenant, std::string_view place) const;
    /// Who is called, how many wait, how long it took today; nothing where nobody took a number today.
    std::vector<std::string> queue_lines(std::string_view place, const html::Page& page) const;
    /// The number; 0 where so many wait that nobody could say when. The same form takes one number.
    int take_number(const http::Tenant& tenant, std::string_view place, std::string_view form_key);
    /// Whether numbers were taken there in the last months: where no rota tells, that is how it is known that a queue runs.
    bool runs_queue(const http::Tenant& tenant, std::string_view place) const;
    /// The next one; 0 where nobody waits. The same form calls one number.
    int call_next(const http::Tenant& tenant, std::string_view place, std::string_view form_key);
    /// Called by mistake: it waits again, where it stood. False where it was not called today, or has been called anew since
    /// `called_at` (Queue): whose turn it is then, somebody else is waiting for.
    bool undo_call(const http::Tenant& tenant, std::string_view place, int number, std::string_view called_at);
    /// One that has been called today, once more: it stands first again. False where it was not.
    bool call_again(const http::Tenant& tenant, std::string_view place, int number);

    /// Beside entries of the log: the way to book with what stands there, and what was booked so; nothing where nothing can be
    /// booked. A time stays when its entry goes.
    inquiries::Companion beside_entries() const;

    /// Of what is to come, where they are reached; else nothing changes.
    void choose_how_often(const http::Tenant& tenant, std::string_view code, HowOften often);

    std::vector<measures::Measure> measures() const;

    /// How many times are booked with somebody after today.
    static std::int64_t number_booked_with(db::Connection& connection, std::string_view municipality_id,
                                           std::string_view person, base::Instant now);
    /// Whose account is closed is in no rota from tomorrow on; what is booked with them becomes a task. In the
    /// transaction that closes it.
    static void end_rota_of(db::Connection& connection, std::string_view municipality_id,
                            std::string_view person, std::string_view actor, base::Instant now);

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

RetentionRules retention_rules();
inline constexpr std::string_view contact_rule = "booking.contact", address_rule = "booking.address",
                                  booking_rule = "booking.booking";

/// "/{municipality}/book…", "…/bookings/{code}…", "…/where-we-are", "…/places/{slug}/queue",
/// "…/staff/bookings…", "…/staff/queue", "/api/v1/{municipality}/times", "…/bookings…". `bookings` outlives
/// it.
Slice slice(Bookings& bookings);

}  // namespace digilots::booking
