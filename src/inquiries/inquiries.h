#pragma once
// The log: what was asked, where, how it went. Counts, never identities.
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "organisation/organisation.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/html/page.h"
#include "platform/measures/measure.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::referral {
class Referral;
}
namespace digilots::taxonomy {
class OwnTopics;
}

namespace digilots::inquiries {

/// What other programs may do with the log.
inline constexpr http::Scope write_inquiries{"inquiries:write", TEXT("log inquiries")};
inline constexpr http::Scope read_inquiries{"inquiries:read", TEXT("read inquiries")};

/// No time was given. A moment that nobody can write, so that 1970 is an ordinary, too early time.
inline constexpr base::Instant unstated = base::Instant::min();

/// How many of each came as a group; nothing where nobody counted: unknown is never zero.
struct Persons {
    std::optional<int> women, men, girls, boys, other, not_stated;

    bool are_counted() const;
    int total() const;                   // of what is counted
    bool operator==(const Persons&) const = default;
};
/// A member of Persons by the key of the code list of genders.
struct PersonsOf {
    const char* key;
    std::optional<int> Persons::*member;
};
std::span<const PersonsOf> kinds_of_persons();

/// What few entries say: taxonomy keys, "" not stated (further.h has the list of each).
struct Further {
    std::string problem = "";            // what the trouble was with
    std::string sent_instead = "";       // to what body, where nobody here could help; the reason is `barrier`
    std::string interpreter = "", found_us = "", device = "";
    std::string identity_proof = "";     // the kind that was shown, never what stood on it
    std::string assisted_role = "";      // who sent something in on behalf of the person, that day …
    std::optional<bool> consent = {};            // … who had agreed to it; nothing where nobody was asked
    std::optional<bool> rules_followed = {};     // the helper's rules, at a sensitive topic
    std::string feedback = "", feedback_status = "";    // a view, a complaint, praise; what became of it
    std::string handover = "", referral_reason = "";    // of the referral
    std::string followed_up = "";        // how it went, of what is to be followed up; "" nobody has told yet
    std::string body_unit = "";          // id of the unit that the question concerns; whose it is, is then the municipality
    bool operator==(const Further&) const = default;
};

struct Inquiry {
    std::string id;
    std::string kind = "visit";          // visit: one matter; tally: a tap with topics, without an outcome; group: persons
    base::Instant at = unstated;         // when it happened; logged without one: now
    bool no_time = false;                // the day is known, the time of day is not; `at` is the middle of that day
    std::string place;                   // public id; "" where none
    std::string channel, outcome, support_given, body, language, barrier, age_band, gender;   // taxonomy keys, "" not stated
    std::vector<std::string> topics;     // at least one; an own topic brings the shared one along when it is logged
    std::optional<int> minutes;          // help time
    std::optional<bool> returning = {};  // has been here before; nothing where nobody asked
    std::string note;                    // checked: no personal numbers, phone numbers, e-mail addresses
    std::string referred_to;             // "place:sundsvall-kulturmagasinet" … where outcome is referred
    std::string e_service = "";          // public id of the e-service that it is about
    bool follow_up = false;              // somebody is to look how it went
    std::vector<std::string> barriers = {}, target_groups = {};     // taxonomy keys, as given; `barrier` stands beside
    Persons persons = {};                // of a group alone
    std::string asker = "";              // "" a resident; employee, partner: counted apart
    Further further = {};

    bool is_tally() const { return kind == "tally"; }
    bool is_group() const { return kind == "group"; }
};

/// About something that is kept all the same. `code`: "phone_number", "email", "name", "address". Nothing of what stands there.
struct Warning {
    std::string field, code, text;       // text: translated
};

using FieldErrors = std::vector<std::pair<std::string, std::string>>;   // field → translated message

struct Acknowledged {
    std::string id;
    bool repeated = false;               // the same idempotency key and body came before
};
enum class WriteProblem { key_reused };  // the same key with another body

/// Further changes that belong to the same transaction as an inquiry: the referral that it records.
using AlongWith = std::function<void(db::Connection&, const Inquiry&)>;
/// In the same transaction, once nobody else can change the entry: true where it is to stay, and nothing is written.
using Unless = std::function<bool(db::Connection&, const Inquiry&)>;

/// What another slice keeps beside entries, such as that somebody is to be called back. None of it need be there.
struct Companion {
    /// In the transaction that logs, corrects or deletes the entry, with what then stands (deleted: what stood). Who does it is
    /// an account, or a "token:…". The transaction need not be `deciding`; of one entry two run one after the other.
    using Follow = std::function<void(db::Connection&, const http::Tenant&, const Inquiry&, std::string_view actor)>;
    Follow logged = nullptr, corrected = nullptr, deleted = nullptr;
    /// Beside an entry: the way to what is kept, or to keep it; and how it stands, "" where nothing is.
    struct Line {
        html::Link way;
        std::string standing = "";
        bool is_missing = false;         // nothing comes of it until somebody has gone that way
    };
    std::function<std::optional<Line>(const html::Page& page, const Inquiry& entry)> line = nullptr;
    /// What whoever asked takes home of it, on the slip: what is promised and by when. In the page's language, and nothing that
    /// says who they are.
    std::function<std::vector<std::string>(const html::Page& page, const Inquiry& entry)> promised = nullptr;
    /// What goes on without the entry when that is taken back or deleted: said, with the way to it. Nothing where nothing does.
    std::function<std::optional<html::Link>(const html::Page& page, const Inquiry& entry)> stays = nullptr;
    /// In the transaction that logs anew what was taken back, before `logged`: what went on without the entry belongs to the new
    /// one.
    std::function<void(db::Connection&, const http::Tenant&, std::string_view before, std::string_view entry)> taken_over =
        nullptr;
};

/// The desk's form as somebody filled it in away from the server.
struct AwayEntry {
    http::Fields form;                   // as the desk's form sends it; a day that was typed stands before `at`
    base::Instant at;                    // when it was pressed, by a clock that is right
    std::string account;                 // who logs it
};
/// What came of it. Refused: messages by the names of the form's fields, translated.
struct AwayTaken {
    enum class State { logged, repeated, refused };
    State state;
    std::string id = "";                 // of the entry, where it was logged now
    FieldErrors errors = {};
};
/// What staff have noted about the forms of e-services: where people get stuck, what helps there, when it is applied for again.
struct FormHelp {
    struct Note {
        std::string step, help, language;    // language: a code, "" the municipality's own
        std::string path = "";               // of the note below the municipality
        i18n::Text trouble = {};             // what makes the step hard, where that is said
    };
    /// In the order of the form's steps by name; at most twenty.
    std::function<std::vector<Note>(std::string_view municipality, std::string_view e_service)> notes = nullptr;
    struct Renewal {
        std::string title = {};              // "" where the e-service has no other
        std::string when = {}, url = {};     // "Each school year. Next: 1 May 2027"; where all of that stands
        std::vector<std::string> reminder = {};
    };
    /// By the rules that residents see, in the reader's language.
    std::function<std::vector<Renewal>(std::string_view e_service, const html::Page& page)> renewals = nullptr;
    std::string add_path = "";               // of a form for another, below the municipality; the e-service's id comes after it
};
/// What a municipality has to have before it serves anybody, and the page where one makes it, below the municipality.
/// `needs`: who may do it.
struct SetUpStep {
    i18n::Text title;
    std::string path;
    http::Role needs = http::Role::coordinator;
    bool is_done = false;
};
/// In the order in which they are best done. From memory: the desk shows them to those who lead it, until all are done.
using SetUp = std::function<std::vector<SetUpStep>(const http::Tenant& tenant)>;
/// In the transaction that logs an entry: false where it came before, then nothing is logged.
using FirstTime = std::function<bool(db::Connection& connection, std::string_view entry_id)>;
/// Numbers that stand beside the entries, such as strokes on sheets of paper: each is so many tallies of one topic by a resident.
struct Tallies {
    struct Sum {
        std::string part;                // the day, cut to as much as was asked for: "2026-11-22", "2026-11", "2026", ""
        std::string place, channel, topic;
        std::int64_t number = 0;
        std::string municipality = "";
    };
    /// letters: how much of the day tells sums apart (10, 7, 4, 0).
    std::function<std::vector<Sum>(const std::vector<std::string>& municipalities, const periods::Period& period, int letters)>
        sums = nullptr;
    /// The last day of which there are any.
    std::function<std::optional<base::Date>(std::string_view municipality)> last_day = nullptr;
};

/// So many inquiries of residents that say the same of where, how, about what and in which language; "" not stated. Every inquiry
/// is in one of them. topic: its first, of an own topic the shared one that it belongs to; also: the next one, "" none. barrier:
/// what stood in the way first.
struct CountedOnce {
    std::string place, topic, body, channel, outcome, language;
    std::int64_t number = 0;
    std::string also = {}, barrier = {}, age_band = {}, gender = {}, support_given = {};
};

/// So many inquiries of residents about an e-service or of a body ("": not stated), by what stood in the way first, and where to
/// they were sent instead. Every inquiry that says one of both is in one of them.
struct SenderOnce {
    std::string e_service, body, barrier, sent_instead;
    std::int64_t number = 0;
};
/// What owners of e-services say of theirs, newest first: one sentence each, and what of it stands in a list of months or
/// e-services ("mended on 3 October 2026"), with the day of what was mended.
struct OwnersSay {
    struct Said {
        std::string sentence, brief;
        std::optional<base::Date> mended_on;
    };
    std::function<std::vector<Said>(std::string_view e_service, const html::Page& page)> of = nullptr;
};

/// By municipality: raised with every entry that is to be followed up.
inline constexpr std::string_view kept_follow_ups = "follow_up";

/// How far counting anew has come.
struct CountingAnew {
    std::size_t done = 0, all = 0;    // months of municipalities
    std::string month;                // "2281 2026-11", which comes now
};

class Inquiries {
public:
    Inquiries(db::Database& database, const directory::Directory& directory,
              const municipality::Municipalities& municipalities,
              const organisation::Organisation& organisation, const taxonomy::OwnTopics& own_topics,
              const base::Clock& clock);
    ~Inquiries();

    /// Empty where it may be logged; else one message a field.
    FieldErrors validate(const http::Tenant& tenant, const Inquiry& inquiry, const i18n::Translator& translator) const;
    /// One message for each doubt about what may be logged; empty mostly.
    std::vector<Warning> warnings(const Inquiry& inquiry, const i18n::Translator& translator) const;
    /// Durable when it returns; the rollups change in the same transaction.
    base::Result<Acknowledged, WriteProblem> log(const http::Tenant& tenant, Inquiry inquiry, std::string_view actor,
                                                 std::string_view idempotency_key, std::string_view body_hash);
    /// In the caller's transaction, in which nobody else logs the same: counts, feed and all. The id. What may not be logged
    /// (validate) the caller keeps away.
    std::string log_within(db::Connection& connection, const http::Tenant& tenant, Inquiry inquiry, std::string_view actor);
    /// As `remove`, in the caller's transaction.
    bool remove_within(db::Connection& connection, const http::Tenant& tenant, std::string_view id, std::string_view actor,
                       std::string_view reason);
    /// False where it is not there (or another municipality's), or not as it was seen. Both leave a trace and move the counts.
    /// `reason`: one line, checked, that stands with the trace.
    bool correct(const http::Tenant& tenant, const Inquiry& inquiry, std::string_view actor,
                 const base::Seen& seen = base::Seen::anything(), const AlongWith& along_with = {},
                 std::string_view reason = {});
    bool remove(const http::Tenant& tenant, std::string_view id, std::string_view actor,
                const base::Seen& seen = base::Seen::anything(), const AlongWith& along_with = {},
                std::string_view reason = {}, const Unless& unless = {});
    std::optional<Inquiry> find(const http::Tenant& tenant, std::string_view id) const;
    /// Nothing where it is not there, and where whoever asks may not open it.
    std::optional<Inquiry> find_for(const http::Request& request, std::string_view id) const;
    /// Of the place where it was asked; "" where that has none.
    std::string unit_of(const http::Tenant& tenant, const Inquiry& entry) const;

    /// "inquiries", "help_minutes", "referred" … for statistics, goals and the wheel.
    std::vector<measures::Measure> measures() const;

    /// Empty where every count equals what its rows give; else one line a municipality and month that does not
    /// ("2281 2026-11: 3 counts differ"). For `digilots doctor`.
    std::vector<std::string> check_counts() const;
    /// Counts everything anew from the rows, a municipality and month at a time. Safe while writing goes on. `goes_on` is asked
    /// before each of them; where it says no it ends there, with false: those before are made anew, the others as they were.
    bool rebuild_counts(const std::function<bool(const CountingAnew&)>& goes_on = nullptr);
    /// How long notes are kept where a municipality has chosen so; before anybody is served. Without it: their own period.
    void know(PeriodOf period_of);
    /// One more, before anybody is served.
    void know(Companion companion);
    /// Before anybody is served. The figures of all inquiries hold them from then on, once, in every dimension.
    void know(Tallies tallies);
    /// Before anybody is served.
    void know(FormHelp help);
    /// Before anybody is served.
    void know(OwnersSay say);
    /// Before anybody is served.
    void know_set_up(SetUp set_up);

    /// Where whoever asks works, by their unit; else the desk where searches end. "" where no place is there.
    std::string usual_place(const http::Request& request) const;
    /// The topics on the buttons of a place's desk, in their order; of places without buttons of their own those of all.
    std::vector<std::string> desk_topics(const http::Tenant& tenant, std::string_view place) const;
    /// What the entries alone say of a place, without the numbers beside them: sums of days, by topic and channel "".
    std::vector<Tallies::Sum> logged_at(std::string_view municipality, std::string_view place,
                                        const periods::Period& period) const;
    /// As many as the measure "inquiries" has of the period, with the numbers beside the entries.
    std::vector<CountedOnce> counted_once(std::string_view municipality, const periods::Period& period) const;
    std::vector<SenderOnce> senders_once(std::string_view municipality, const periods::Period& period) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

/// Notes, the lines about corrections, marks of what was sent. Notes are emptied: entries and counts stay.
RetentionRules retention_rules();
inline constexpr std::string_view notes_rule = "inquiries.note";

/// The same rules as at the desk; what may be personal (a warning) is asked where it is written. Durable when it returns.
AwayTaken log_away(Inquiries& inquiries, const referral::Referral& referral, const http::Tenant& tenant, const AwayEntry& entry,
                   const FirstTime& first_time, const i18n::Translator& translator);
/// The desk's form with what stands in it for everybody, and room for hits (id "desk-hits"). Nothing sends it: scripts read it.
html::Safe form_away(Inquiries& inquiries, referral::Referral& referral, const html::Page& page);

/// The API of the log, the desk, the list and the page of one inquiry.
http::Routes routes(Inquiries& inquiries, referral::Referral& referral, const std::vector<FollowedKind>& followed = {});

/// Entries for whoever gives them on in columns of others.
struct LogRows {
    /// What an entry says, each with its choices: all but its note and whom it names.
    std::vector<register_::Field> fields;
    /// Those of the period in the order of their time, at the places of `around.units` where these limit; `take` says whether
    /// more are wanted.
    std::function<void(const register_::Surroundings& around, const periods::Period& period,
                       const std::function<bool(const register_::Record&)>& take)>
        each;
    /// How many were tallied beside the entries, at the same places, of this place and channel ("" all): no entry says more.
    std::function<std::int64_t(const register_::Surroundings& around, const periods::Period& period, std::string_view place,
                               std::string_view channel)>
        tallied;
};
/// `inquiries` outlives it.
LogRows log_rows(Inquiries& inquiries);

Slice slice(Inquiries& inquiries, referral::Referral& referral, register_::Others others = {});

}  // namespace digilots::inquiries
