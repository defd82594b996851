#pragma once
// Find who can help with *this*, now: one ranked search, a reason with every hit, and a fallback that is always there.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "municipality/municipality.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"
#include "platform/measures/measure.h"
#include "platform/search/index.h"
#include "platform/slice/slice.h"

namespace digilots::taxonomy {
class OwnTopics;
}
namespace digilots::register_ {
class Records;
}

namespace digilots::referral {

struct ReferralHit {
    std::string kind;                   // place, service, e_service, activity, contact, topic, answer, booking, page
    std::string id, title, url;         // url: path below the host
    std::string why;                    // translated: "Helps with printing", "Matches \"bygglov\""
    directory::OpenState open;
    std::string next_change;            // when it opens or closes, in words; of a bus with where: "closes at 14.45, at Torget"
    std::vector<std::string> limitations;   // translated: all of the two below
    std::vector<std::string> refusals;      // what it does not help with
    std::vector<std::string> good_to_know;  // before one comes: "help depends on how busy it is"
    std::string verified_on;            // date or ""
    int checked_every = 6;              // months, after which such records are checked again
    std::string phone;
    directory::OpenState phone_open;        // whether somebody answers it: never the hours of a place whose number it is not
    bool phone_is_municipal = false;        // no number of its own: the municipality's
    std::string staff_note;             // for staff: what a colleague noted
    std::string where = "";             // of a place, and of what is at one: "Fyrgatan 4, Lotsby"
    std::string bring = "";             // what an e-service asks to attach, or what one brings to the place
    std::string otherwise = "";         // where to turn when a contact does not answer: "Kommunhusets reception, 08-465 004 00"
    bool offered = true;                // in use: else nobody is sent there
    std::string map_url = "";           // the way to `where` on a map, by its position or its address
    FoundNow now = {};                  // of what another slice has: when it is held next, with how many free seats
};

struct Fallback {
    std::string title, phone, url;      // title is never empty; phone may be where none is set
    std::string place;                  // public id of the desk
    directory::OpenState open;
    bool phone_is_own = false;          // the desk's; else the municipality's
    directory::OpenState phone_open;    // whether somebody answers the phone now
};

enum class DangerKind { suspected_fraud, lost, fraud, suicide, violence, illness, fire, child };
std::string_view name_of(DangerKind kind);

struct DangerNumber {
    std::string number, name;           // "112", "SOS Alarm"
    std::string about;                  // when to ring it, in the reader's language
};

/// Whom to ring, before anything else.
struct Danger {
    DangerKind kind;
    std::string title, advice;
    std::vector<DangerNumber> numbers;  // the first one first
};

/// For a search away from the server: every danger with the country's numbers, the gravest first …
std::vector<Danger> all_dangers(std::string_view country, const i18n::Translator& translator);
/// … and the phrases by which they are recognised, as data/danger_phrases.csv has them.
std::string_view danger_phrases();

/// How one comes with what was asked, by the rule for its topic: paths below the municipality.
struct WayToHelp {
    std::string text, path;
};
struct WaysToHelp {
    bool is_simple = false;             // for drop-in; else for a booked time or a course
    std::vector<WayToHelp> ways = {};
    std::optional<base::Instant> changes_at = {};   // what is said here is another from then on
};

struct SearchAnswer {
    std::string query;                  // cleaned and cut at 200 characters
    std::string corrected;              // what was searched for instead; "" where nothing was corrected
    std::optional<Danger> danger;
    std::vector<std::string> notes;     // translated: a wish that nothing known fulfils
    std::vector<ReferralHit> hits;
    Fallback fallback;
    std::optional<base::Instant> until; // when a hit says something else by itself
    bool is_whole = true;               // false: the index could not be brought up to date, so this is not to be kept
    std::vector<std::string> topics;    // taxonomy keys the question is about, best first
    bool half_typed = false;            // the last word may become several things: none of the topics is chosen yet
    std::optional<WaysToHelp> ways;     // nothing where no rule says it, or there is no way
    bool sensitive = false;             // bank, social matters …: staff see the helper's rules (PRV-02)
};

/// Kept by municipality: raised where somebody tells how a referral went, or it is gone.
inline constexpr std::string_view kept_outcomes = "referral_outcome";

enum class Handover { unstated, warm, cold };             // together with the person, or only told where to go
enum class ReferralOutcome { unknown, reached, answered, bounced };
std::string_view name_of(Handover handover);              // unstated: ""
Handover handover_named(std::string_view name);
std::string_view name_of(ReferralOutcome outcome);
std::optional<ReferralOutcome> outcome_named(std::string_view name);
/// "Got an answer", "Not known yet" …
std::string outcome_text(ReferralOutcome outcome, const i18n::Translator& translator);

/// Somebody was sent on (REF-09). Places and functions only, never a person.
struct Referred {
    std::string id;                     // given by record()
    base::Instant at{};
    std::string from_place;             // public id, "" from no place
    std::string target_kind, target_id, target_title;
    std::string topic;                  // taxonomy key, ""
    Handover handover = Handover::unstated;
    std::string reason;                 // not_our_task, equipment, competence, time, opening_hours, ""
    ReferralOutcome outcome = ReferralOutcome::unknown;
    std::string inquiry_id;             // the logged question it belongs to, ""
    std::string follows = {};           // the referral that sent the person back, which this one goes on from; ""
    std::string onward = {};            // the one that goes on from this; "" none
    std::string asker = {};             // "" a resident; employees and partners are in no figure
};

/// Which of them a list holds.
struct ReferralFilter {
    base::Instant from{}, until = base::Instant::max();     // until is not included
    std::optional<ReferralOutcome> outcome = {};
    std::optional<std::string> from_place = {}, topic = {};
    std::optional<std::string> target = {};                 // "place:sundsvall-kulturmagasinet"
    std::optional<std::vector<std::string>> places = {};    // from one of these, or to one
    bool is_open = false;               // nobody knows of it, or it was sent back and nobody referred on
};

/// What is done here with a topic, with what concerns a body, or with that topic where it concerns that body.
struct TopicRule {
    std::string id, topic, body;        // taxonomy keys; "": any
    std::string handling;               // here, hand_over, both
    std::string rule;                   // in plain words
    std::string contact;                // public id, "" nobody in particular
    bool needs_skill = false;           // getting through to them demands digital skill
    std::string fits = "";              // simple: for drop-in; longer: for a booked time or a course; "" not said
};
using TopicRules = std::vector<TopicRule>;

enum class Spelling { corrected, as_written };

/// What an answer is made from, beside what other slices have for the search.
inline const kept::Dependences found_from{{"directory"}, {"municipality"}, {"rhythm"}, {"topics"}};

/// What somebody came with, and who asks.
struct AskedWay {
    const http::Tenant& tenant;
    std::string topic;
    bool is_simple = false;
    bool is_drop_in_alone = false;   // no booked time instead
    directory::Audience audience;
    const i18n::Translator& words;
};
/// The ways there are, the first one best; made from what ways_from names.
using Ways = std::function<WaysToHelp(const AskedWay& asked)>;
inline const kept::Dependences ways_from{{"topic_rule"},     {"booking_offer"}, {"rota"},
                                         {"rota_exception"}, {"resource"},      {"activity"}, {"booking"}};

class Referral {
public:
    Referral(db::Database& database, const kept::Versions& versions, const directory::Directory& directory,
             search::Index& index, const municipality::Municipalities& municipalities,
             const taxonomy::OwnTopics& own_topics, const base::Clock& clock);
    ~Referral();

    /// What is found beside the directory; before anybody searches.
    void know(std::vector<FindableKind> findable);
    /// Which ways there are to come with a topic; before anybody searches.
    void know_ways(Ways ways);

    SearchAnswer search(const http::Tenant& tenant, std::string_view text, const i18n::Translator& translator,
                        std::size_t limit = 20, directory::Audience audience = directory::Audience::residents,
                        Spelling spelling = Spelling::corrected) const;
    /// The desk where every search ends.
    Fallback fallback(const http::Tenant& tenant, const i18n::Translator& translator) const;
    /// Who answers about care online, which no municipality does: for topics of it (health, e_health).
    static std::string way_to_health_care(const http::Tenant& tenant, const i18n::Translator& translator);
    /// A hit by what inquiries keep ("place:sundsvall-kulturmagasinet"); nothing where it is gone.
    std::optional<ReferralHit> find(const http::Tenant& tenant, std::string_view kind_and_id,
                                    const i18n::Translator& translator,
                                    directory::Audience audience = directory::Audience::residents) const;

    /// Its new id. The second form writes inside a transaction of the caller's, such as the one that logs the inquiry.
    std::string record(const http::Tenant& tenant, const Referred& referred);
    std::string record(db::Connection& connection, const http::Tenant& tenant, const Referred& referred) const;
    /// Inside a transaction of the caller's: the referral of an inquiry follows what the inquiry says now. Where it refers
    /// to somebody else it is a new one, for its outcome was another's; with an empty target it is gone.
    void correct(db::Connection& connection, const http::Tenant& tenant, const Referred& referred) const;
    /// Inside a transaction of the caller's: the referral of an inquiry is gone, if it had one. False where somebody has told
    /// how it went: then it stays.
    bool withdraw_untold(db::Connection& connection, const http::Tenant& tenant, std::string_view inquiry_id) const;
    /// False where there is no such referral of this municipality, or somebody has told otherwise than was `seen`.
    bool set_outcome(const http::Tenant& tenant, std::string_view id, ReferralOutcome seen, ReferralOutcome outcome);
    /// Whoever was sent back is referred on from there, as the same person with the same question. Nothing where it was not
    /// sent back, or somebody has referred on from it already.
    std::optional<std::string> refer_on(const http::Tenant& tenant, const Referred& next);
    /// False where it goes on from none, or somebody has told how it went or referred on from it.
    bool take_back_onward(const http::Tenant& tenant, std::string_view id);
    std::vector<Referred> recent(const http::Tenant& tenant, std::size_t limit = 50) const;
    /// The newest first.
    std::vector<Referred> list(const http::Tenant& tenant, const ReferralFilter& filter, std::size_t limit,
                               std::size_t offset = 0) const;
    std::optional<Referred> find_referral(const http::Tenant& tenant, std::string_view id) const;
    /// What an entry of the log refers to; the last one where somebody was referred on.
    std::optional<Referred> referral_of(const http::Tenant& tenant, std::string_view inquiry_id) const;
    /// "referrals", "referrals_reached".
    std::vector<measures::Measure> measures() const;

    /// In the municipality's order; never null.
    std::shared_ptr<const TopicRules> topic_rules(std::string_view municipality_id) const;
    register_::Records& rule_records() const;

    /// Builds the index anew from the directory (search reindex), beside the one in use.
    void reindex();
    /// Indexes what has changed since the index was written, so that the first who asks does not wait for it: at
    /// start and after changes. Cheap where nothing has.
    void refresh();
    /// False where the directory has changed since the index was written, or it was never written.
    bool index_is_current() const;
    /// It is not current, but was made, and the latest change is so new that a server which looks once a minute may not
    /// have come to it.
    bool index_is_catching_up() const;
    /// True where it was removed, or never written.
    bool index_is_missing() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// "Answers now, closes at 16.30" beside the number of a hit; "" where its own hours say it: a place's or a contact's number.
std::string phone_note(const ReferralHit& hit, base::Instant now, std::string_view zone, const i18n::Translator& translator);

/// Start page, search page and search API of a municipality.
http::Routes routes(Referral& referral, const directory::Directory& directory,
                    const municipality::Municipalities& municipalities, const base::Clock& clock,
                    const std::vector<FindableKind>& findable = {});

Slice slice(Referral& referral, const directory::Directory& directory, const municipality::Municipalities& municipalities,
            const search::Index& index, const base::Clock& clock);

}  // namespace digilots::referral
