#pragma once
// The directory in HSDS terms: organizations, places (locations), services at them, e-services, contacts as functions.
// Read from immutable snapshots in memory, one a municipality; every change makes a new one.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "directory/stop.h"
#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/calendar/open_state.h"
#include "platform/db/database.h"
#include "platform/html/page.h"
#include "platform/http/route.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"
#include "platform/print/document.h"
#include "platform/slice/slice.h"
#include "platform/register/checked.h"

namespace digilots::register_ {
class Records;
}
namespace digilots::html {
class Page;
}
namespace digilots::print {
struct Format;
}

namespace digilots::directory {

enum class Status { open, paused, planned, closed, to_verify };
enum class Answer { unknown, no, yes };

/// Opening hours as stored (OpenStreetMap notation) plus what could not be put into it.
struct Hours {
    std::string rule;              // "Mo-Fr 08:00-16:30; PH off"; "" where unknown
    bool complete = true;          // false: "two days a week", weekdays not stated (DIR-07): never computed as open
    std::string note;              // what is known in words, written for residents
    int days_per_week = 0;         // what is known of incomplete hours, 0 and "" unknown
    std::string opens, closes;     // "10:00"
    bool operator==(const Hours&) const = default;
};

using calendar::OpenState, calendar::Openness;

struct Aid {
    std::string type;              // taxonomy aid
    std::string name;              // as the place calls it
    std::optional<int> count;
    bool approximate = false;
    Answer bookable = Answer::unknown;
    std::string mode;              // on_site, take_home, display, personal
    std::string note;
};

struct CodedNote { std::string code, text; };   // limitation or support code with the stated words

enum class ServiceKind { service, activity, errand };

/// A service at a place (service_at_location), an activity, or an errand that has no e-service.
struct Service {
    std::string id, slug, title;
    ServiceKind kind = ServiceKind::service;
    std::string place;                       // public id of the place; "" for the whole municipality
    std::vector<std::string> topics;         // taxonomy topics
    std::string activity_kind, frequency;    // activities
    std::string target_groups, description;
    std::string delivered_by;                // "Din Tur" for errands run by others
    Hours hours;
    Status status = Status::open;
    std::string notes;                       // for staff
    std::string verified_on;                 // date, "" never
    std::string source, source_date;
    std::int64_t version = 0;
    std::optional<std::int64_t> price = {};  // öre; nothing: it is free
    std::string path = "";                   // of its page below the municipality, where another slice arranges it
    /// No record of the directory: nothing is checked or completed here.
    bool is_arranged() const { return !path.empty(); }
};

struct Place {
    std::string id;                          // stable public id: the mapping's own for imported records
    std::string slug, name;
    std::vector<std::string> alternative_names;
    std::string kind;                        // taxonomy place_kind
    std::string operator_name, operator_type;
    std::string locality, address;
    std::optional<double> latitude, longitude;
    bool approximate_position = false;
    bool collective = false;                 // several places as one record: no map point, listed for splitting
    bool mobile = false;
    Status status = Status::open;
    std::string status_note, opens_from;
    Hours hours;                             // of the building
    std::vector<Service> services;           // with own staffed hours (DIR-06)
    std::vector<Stop> stops;                 // of a place that moves around, by name
    std::vector<Visit> visits;               // at them: from yesterday on, a hundred days ahead
    std::vector<CodedNote> support;          // taxonomy support
    std::vector<CodedNote> limitations;      // shown before the address (DIR-04)
    std::vector<Aid> aids;
    Answer wifi = Answer::unknown, printing = Answer::unknown, copying = Answer::unknown, scanning = Answer::unknown;
    Answer drop_in = Answer::unknown, step_free = Answer::unknown, evening = Answer::unknown, weekend = Answer::unknown;
    std::vector<std::string> languages, channels, member_agencies, staff_roles, topics;
    std::vector<std::string> shares_premises_with;   // public ids
    std::string phone;                       // of a function, never a person's
    std::string eligibility, notes;          // notes: for staff
    std::string bring;                       // what one brings along: papers, a phone, a code
    std::string unit;                        // id of the municipality's unit, for staff; "" for none
    bool eligibility_edited = false;         // here: imported words are English and for staff
    std::string certainty;                   // "stated", "assumed", "confirmed", "" unknown
    std::string verified_on, source, source_date;
    bool imported = false;
    std::int64_t version = 0;                // of the record, for edits at the same time
    base::Instant changed{};                 // when the record was last changed
    bool listed() const { return status == Status::open || status == Status::paused; }
    /// By the taxonomy's key: "no_printing".
    bool has_limitation(std::string_view code) const {
        return std::ranges::any_of(limitations, [&](const auto& limit) { return limit.code == code; });
    }
    /// Is found by what it is called and does, not by topics that others are there for.
    bool answers_own_field_alone() const { return has_limitation("own_questions_only"); }
};

/// A function to reach: phone hours and what to do when nobody answers (REF-04, REF-05).
struct Contact {
    std::string id, slug, title;             // "Kommunens växel", "e-tjänstansvarig, Avfall och återvinning"
    std::string phone, email;
    Hours phone_hours;
    std::string fallback_place;              // public id
    std::vector<std::string> words;          // search words and synonyms (REF-06)
    std::string verified_on;
    bool staff_only = false;
    bool switchboard = false;                // of the municipality: its phone is the municipality's where none is set
    Status status = Status::open;            // closed: ended, nobody answers any more
    std::string notes, source, source_date;
    std::int64_t version = 0;
};

struct EService {
    std::string id, slug, name, department, url;
    Answer e_id_required = Answer::unknown;      // yes: only with e-ID; no: works without
    Answer e_id_possible = Answer::unknown;
    Answer paper_form = Answer::unknown;
    bool digital_only = false;
    std::string contact;                         // public id of the contact, "" unknown
    std::string contact_role;
    std::vector<std::string> first_line_roles, languages, topics, words;
    std::string delivered_via, notes, attachments, reapply_rule;
    Status status = Status::open;
    std::string verified_on, source, source_date;
    std::int64_t version = 0;
};

enum class RecordKind { place, service, e_service, contact };
inline constexpr RecordKind all_kinds[] = {RecordKind::place, RecordKind::service, RecordKind::e_service, RecordKind::contact};
/// One record as stored: field → text; lists as JSON.
using Facts = std::map<std::string, std::string, std::less<>>;

struct Snapshot {
    std::string municipality_id;
    std::vector<Place> places;               // every status; listed() for lists
    std::vector<EService> e_services;
    std::vector<Service> services;           // activities and errands without a place
    std::vector<Contact> contacts;
    std::vector<register_::CheckedField> checked;   // after the whole record was; the latest first
    std::string next_opening;                // when the first planned place opens ("2027-06", "2027-06-15"), "" where none is
    std::string phone_hours;                 // of the municipality's own number, as set
    std::string fallback_place;              // the desk where every search ends, open always; "" where none is

    const Place* place(std::string_view id_or_slug) const;
    const EService* e_service(std::string_view id_or_slug) const;
    const Contact* contact(std::string_view id_or_slug) const;
    /// Also those at a place.
    const Service* service(std::string_view id_or_slug) const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Whom something is shown to: what is for staff only is never shown to residents.
enum class Audience { residents, staff };

/// In use now. What has ended, is closed, paused or planned is nowhere offered as if it were open.
bool is_offered(const Contact& contact, Audience audience = Audience::residents);
/// How a service stands: as its place does where that is not open, for nobody finds it there.
Status status_of(const Service& service, const Place* place);
/// A service at a place is offered where both are open.
bool is_offered(const Service& service, const Place* place);
/// Run by the municipality, as far as anybody said.
bool is_municipal(const Place& place);

/// A phone that is answered: of a function, a place or the municipality.
struct PhoneLine {
    std::string title, number;               // title "": the municipality's; number "": there is none
    bool is_example = false;
    Hours hours;                             // when it is answered
    OpenState open;
};

/// maybe: stated to be open in the evening, but not on which days.
enum class ThisEvening { no, maybe, yes };

/// What somebody asks about; nothing: the municipality in general.
using AskedAbout = std::variant<std::monostate, const Place*, const Service*, const EService*, const Contact*>;

/// Who answers now, until when, and who else.
struct WhoAnswers {
    const Contact* contact = nullptr;        // who answers for it, where that is known and in use
    PhoneLine first;                         // the number to ring
    PhoneLine otherwise;                     // the municipality's, where that is another number
    const Place* desk = nullptr;             // where to go instead; open for visitors always
    OpenState desk_open;
};

/// What another slice says on the slip that a resident takes home, in the reader's language; where to ask comes below it.
struct OnSlip {
    std::string title;
    std::vector<print::Block> above;         // what was done
    std::vector<std::string> steps;          // what is to be done next
    std::string where;                       // "place:…" where to ask; where residents are not sent there: the municipality
    bool goes_there = false;                 // what is to be done next is to turn there
};

/// What a snapshot is made from: records ("directory"), what is arranged, and settings of the municipality.
inline const kept::Dependences made_from{{"directory"}, {"municipality"}, {"rhythm"}, {"activity"}};

/// Beside a place: ways below the municipality, and until when somebody is there to help by the rota; nothing where nobody is
/// now, or nobody knows.
struct BesidePlace {
    std::string booking_path = "";
    std::optional<base::Instant> staffed_until = {};
    std::optional<base::Instant> changes_at = {};    // what is said here is another from then on
    std::optional<bool> staffed_now = {};            // nothing: the rota says nothing of it
    /// When anybody helps there without a time, of the next days, in order.
    std::vector<std::pair<base::Instant, base::Instant>> drop_in = {};
    /// Of what is arranged there: the next session of each, in order of time.
    struct Next {
        std::string title, path;
        base::Instant starts{};
    };
    std::vector<Next> next = {};
};

class Directory {
public:
    Directory(db::Database& database, const kept::Versions& versions, const municipality::Municipalities& municipalities,
              const organisation::Organisation& organisation, const base::Clock& clock);
    ~Directory();

    /// From memory; an empty snapshot for a municipality without records.
    SnapshotPtr snapshot(std::string_view municipality_id) const;
    /// Open by its own hours, status, public holidays of the municipality's country; services by theirs.
    OpenState open_state(const Place& place, std::string_view municipality_id, base::Instant at) const;
    OpenState open_state(const Hours& hours, std::string_view municipality_id, base::Instant at) const;
    OpenState open_state(const Service& service, const Snapshot& snapshot, base::Instant at) const;
    /// From now on: whoever has closed for today is not open this evening.
    ThisEvening this_evening(const Place& place, std::string_view municipality_id, base::Instant at) const;
    /// The one answer behind search, pages of places, e-services and contacts, the desk, every footer and the API.
    WhoAnswers who_answers(const http::Tenant& tenant, const Snapshot& snapshot, AskedAbout about, base::Instant at,
                           Audience audience = Audience::residents) const;
    /// The number to ring about a place: its own while it is open, else the municipality's where that answers for it.
    PhoneLine phone_of(const http::Tenant& tenant, const Snapshot& snapshot, const Place& place, base::Instant at) const;
    print::Document slip(const OnSlip& said, const print::Format& format, const html::Page& page) const;
    /// The tenant with its phone as it is answered now, for what stands on every page.
    http::Tenant with_phone_now(http::Tenant tenant, base::Instant at) const;
    /// "2026-11-26", and the next midnight, there.
    std::string today(std::string_view municipality_id) const;
    /// What staff add and change.
    register_::Records& records(RecordKind kind) const;
    /// How often records of the kind are checked, and the function that sees to it.
    organisation::Rhythm rhythm(RecordKind kind, std::string_view municipality_id) const;
    /// Where places that move around stop.
    register_::Records& stops() const;
    /// Ids of contacts whose function nobody holds.
    std::set<std::string, std::less<>> unanswered_contacts(std::string_view municipality_id) const;
    /// Before anybody is served: what another slice arranges, as residents see it, each with its `path`. It stands among the
    /// services, at its place where that is known; made from "activity".
    void know_arranged(std::function<std::vector<Service>(std::string_view municipality_id)> arranged);
    /// Before anybody is served: what another slice says of a place on its page.
    void know_beside(std::function<BesidePlace(std::string_view municipality_id, const Place& place)> beside);
    BesidePlace beside(std::string_view municipality_id, const Place& place) const;
    /// Before anybody is served: what is to come at a place with people who know nothing else, in sentences; said before it is
    /// saved that it closes.
    using WaitingThere =
        std::function<std::vector<std::string>(const register_::Surroundings& around, std::string_view place)>;
    void know_waiting_there(WaitingThere waiting);
    /// Before anybody is served: what residents are asked once they have used an e-service; its name and its page below the
    /// municipality. Pages with it are made from the shell's "survey".
    using QuestionAfter = std::function<std::optional<html::Link>(const http::Tenant& tenant, std::string_view e_service,
                                                                  const i18n::Translator& words)>;
    void know_question_after(QuestionAfter question);
    const QuestionAfter& question_after() const;
    /// By an account's id; else history says that it is not known.
    void know_names(std::function<std::string(std::string_view account)> name_of);
    base::Instant day_end(std::string_view municipality_id) const;
    /// The earliest moment in the next day at which any open_state of the municipality changes.
    base::Instant next_change(std::string_view municipality_id, base::Instant at) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// True where the place or a service that stands there answers the topic or one below it: what ?topic= lists.
bool answers_topic(const Place& place, std::string_view topic);

/// "closes at 16.30", "opens tomorrow at 08.00", "opens on Monday at 10.00"; "" where nothing is known.
std::string next_change_text(const OpenState& state, base::Instant now, std::string_view zone,
                             const i18n::Translator& translator);

/// Of a place that moves around with where that is: "closes at 14.45, at Torget", "opens on Tuesday at 14.00, at Torget".
std::string next_change_text(const Place& place, const OpenState& state, base::Instant now, std::string_view zone,
                             const i18n::Translator& translator);
/// When a bus stands there: "Tuesday 1 December 14.00–14.45".
std::string visit_text(const Visit& visit, base::Date today, std::string_view zone, const i18n::Translator& translator);

/// "Answers now, closes at 16.30", "Nobody answers now, opens tomorrow at 08.00", or that it is not known.
std::string phone_answers_text(const OpenState& state, base::Instant now, std::string_view zone,
                               const i18n::Translator& translator);

/// After migrations: rows that one moved get their place in the language, and what is searched. Nothing where all have it.
void complete_moved_records(db::Database& database);

/// Help that goes on, such as drop-in, is a service at its place; activities of all other kinds are arranged elsewhere.
bool goes_on(std::string_view activity_kind);

// ---- Import of a mapping (format "digital-inclusion-mapping") ----

struct ImportedRecord {
    RecordKind kind = RecordKind::place;
    std::string id;
    Facts facts;
    enum class Effect { unchanged, added, changed } effect = Effect::unchanged;
    std::vector<std::string> changed_fields = {};
    std::vector<std::string> kept_fields = {};   // edited here: the edit stays, the import's value is kept beside it
};

struct ImportedMunicipality {
    std::string id, name;
    std::vector<ImportedRecord> records;
    std::vector<ImportedRecord> arranged = {};  // for the slice that arranges: facts of a service, and "held_at"
    std::vector<std::string> no_longer_there = {};  // imported before, not in this file: kept, to be looked at
    std::string fallback_place = "";                // proposed
};

struct ImportPlan {
    std::vector<std::string> errors;        // "municipalities[2].places[0].kind: …"; with any, nothing is applied
    std::vector<std::string> unused;        // values that nothing could be made of, with path and number
    std::vector<ImportedMunicipality> municipalities;
    std::string source;                     // file name
    std::string content_hash;
    std::size_t count(RecordKind kind) const;
};

/// Reads and compares; changes nothing. `own`: those known here beside the official ones.
ImportPlan plan_import(db::Database& database, std::string_view text, std::string_view source,
                       const std::vector<municipality::Municipality>& own = {});
/// What it will do, for the terminal (English).
std::string describe(const ImportPlan& plan);
/// One transaction a municipality; activates those that are not. Applying twice changes nothing the second time.
void apply_import(db::Database& database, municipality::Municipalities& municipalities, const ImportPlan& plan,
                  base::Instant now);

/// Whose tiles the maps show; without an address maps are drawn by the server alone.
struct MapTiles {
    std::string address;        // "https://tiles.example.org/{z}/{x}/{y}.png"
    std::string attribution;
};

/// All URLs of the directory: public pages, staff pages, API.
http::Routes routes(Directory& directory, db::Database& database, const municipality::Municipalities& municipalities,
                    const base::Clock& clock, const MapTiles& tiles = {});

Slice slice(Directory& directory, db::Database& database, municipality::Municipalities& municipalities,
            const base::Clock& clock, const MapTiles& tiles);

}  // namespace digilots::directory
