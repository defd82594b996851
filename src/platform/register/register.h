#pragma once
// A kind of record, said once: its table, its questions, who may see and change it. Everything else follows.
//
//   const Register partners{
//       .key = "partner", .table = "partners_partner", .names = {TEXT("Partners"), TEXT("Partner")},
//       .see = http::Role::guide, .change = http::Role::coordinator, .path = "/staff/partners",
//       .fields = {text("name", TEXT("Name")).required().listed().searched().sorted(),
//                  term("kind", TEXT("Kind"), partner_kinds).required().listed().filter(),
//                  money("hourly_rate", TEXT("Hourly rate"))},
//       .rules = check_partner};                       // plain function, tested without HTTP
//   Records records{partners, database, clock};        // records.h: reads and writes
//   append(routes, register_routes(records));          // pages.h: list, record, forms, CSV out and in
//
// How it is made:
// - The table is a real one, from a hand-written migration, with real columns for each field
//   (FieldType::columns), and beside them the standing ones:
//       municipality_id TEXT, id TEXT     primary key together
//       version INTEGER, created_at TEXT, changed_at TEXT
//       ended_at TEXT                     where records end (.endings): "" while they are in use
//       position INTEGER                  where the list is ordered by hand (few, and nothing is sorted())
//       search_text TEXT                  where a field is searched(): what is searched, folded
//       NAME_order TEXT                   for each text that is sorted(): its place in the language
//   Text columns are NOT NULL ("" is unknown), numbers are NULL where unknown. faults_of_table()
//   (check_table.h) holds the declaration against the table: in the slice's test
//   (every_statement_for_tests.h) and in `digilots doctor`.
// - The SQL is derived when Records is made, from declared columns alone (statements.h). What somebody
//   typed is never a part of a statement's text; it is bound.
// - All that is written is a Draft: what somebody typed, or what a command or a table says in its place.
//   There is one way in, so every bound and every rule holds for all of them.
// - Two who save: the form carries a mark of what it showed (decision 0020), compared in the transaction;
//   the UPDATE says WHERE version = $n and must change one row. Transactions are `deciding`: nobody has to
//   remember it. The trail and the version of what is kept (decision 0021) are written in the same one.
//
// Three sizes. `many`: a list with search, filters, order and pages; a page for each record with its history.
// `few` (some tens): all in one list, ordered by hand or by what is sorted(), the form for another below it or on a
// page of its own, and a form for each; they do not end. `one` (settings): a form at the register's own address; its
// record's id is the municipality's.
//
// Indices that a migration needs where a list may grow beyond some thousand records:
//       (municipality_id, ended_at, NAME_order, id)                   the list in its order
//       (municipality_id, ended_at, FILTER, NAME_order, id, OTHERS)   the filter that is used most, and the
//                                                                     columns of those used with it
//       (municipality_id, ended_at, search_text, id)                  the search: it looks at every record
//   without ended_at where records do not end. bench/register_bench.cpp measures a list of 100 000.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/html/page.h"
#include "platform/base/result.h"
#include "platform/http/access.h"
#include "platform/register/types.h"
#include "platform/tables/table.h"

namespace digilots::register_ {

struct Names {
    i18n::Text many, one;  // "Partners", "Partner"
};

/// JSON for programs: a list and one record, at "/api/v1/{municipality}" + path. For everyone
/// (Access::anyone) it gives the open() fields of records that are published; behind a key everything.
struct Interface {
    std::string_view path = "";
    http::Access access = http::Access::anyone;
};

enum class Size { many, few, one };
/// What becomes of what is not needed any more. `removed`: few that are taken away at once, after a question.
enum class Endings { none, ends, removed };
/// Where few are added.
enum class Adding { below_the_list, on_a_page };
/// What opens where one chooses a record of many: a page that tells, or its form with all that belongs to it.
enum class Opens { page, form };

/// For rules: the record as it is to be stored, and in a register of few the others.
struct Checked {
    const Record& record;
    const std::vector<Record>& others;
    const Surroundings& around;
};
using Rules = std::function<void(const Checked& checked, Problems& problems)>;
/// In the transaction of a change.
struct Writing {
    db::Connection& connection;
    const Surroundings& around;
    const Record* before;  // nullptr: it is new
    std::string_view actor;
    base::Instant now;
};
/// Fills in what no form asks, before the record is written.
using Complete = std::function<void(const Writing& writing, Record& record)>;
/// Writes what belongs to it elsewhere, after it is written.
using Beside = std::function<void(const Writing& writing, const Record& record)>;
/// In the same transaction, after the rules, also where an ended one is used again: what is wrong of the record beside others,
/// such as more of them than there is room for. What others write meanwhile is seen. The plan of a table says it as it stands
/// then.
using Together = std::function<void(const Writing& writing, const Record& record, Problems& problems)>;
/// Of two records of one name: whether they may be the same. Who adds the second is asked once.
using MayBeSame = std::function<bool(const Record& added, const Record& there)>;

/// A file of JSON as the table that it stands for, headed as the register's own tables are; else why not, in the reader's words.
using FromJson =
    std::function<base::Result<tables::Table, std::string>(std::string_view json, const Surroundings& around)>;

/// For records with a name of their own in addresses; without it a UUID.
using NewId = std::function<std::string(const Record& record, const std::vector<Record>& others)>;

/// What stands around the form of the only record.
struct AroundOnly {
    struct Part {
        std::string title, text;
        std::vector<std::string> lines = {};
    };
    std::vector<html::components::Notice> notices = {};  // above, with the links
    std::vector<html::Link> links = {};
    std::vector<Part> below = {};
};

/// Pictures and documents that belong to a record (platform/files): on its page, on pages of their own, in the trail, and gone
/// with it. Who changes the record adds and removes them.
struct Attachments {
    http::Role open = http::Role::guide;  // who at least may open all of them
    /// Whether residents see the record, and so those of its files that are said to be shown. Without it none are.
    std::function<bool(const Record& record)> is_shown = nullptr;
    /// Evidence: each says in a caption what it tells, and where it is from.
    bool is_evidence = false;
};

/// What the trail says happened; "" is the key with "added" or "changed" after it.
struct Traces {
    std::string_view added = "", changed = "";
};

/// What pages say. Each has a plain text where nothing is given.
struct Words {
    i18n::Text about = {};    // above the list
    i18n::Text caption = {};  // of the list
    i18n::Text empty = TEXT("There is nothing here yet.");
    i18n::Text add = TEXT("Add");  // heading and button
    i18n::Text change = TEXT("Change it");
    i18n::Text save = TEXT("Save");
    i18n::Text added = TEXT("It is added.");
    i18n::Text saved = TEXT("The change is saved.");
    i18n::Text remove = TEXT("Delete");
    i18n::Text deleted = TEXT("It is deleted.");
    i18n::Text full = TEXT("There is no room for more.");
    i18n::Text footnote = {};  // below the form for changing; {key} is the record's id
};

/// Records of which one stands below another: a table may hold both, the upper one first.
struct Tree {
    std::string_view parent = "";  // the link to what it stands below; "": none does
    /// How links name a new one, as their source does: its label, its code; `path` is for what stands below it.
    struct Place {
        std::string path = {}, label = {}, code = {};
    };
    /// `above`: of the row that it stands below; nullptr where that is no row of the table.
    std::function<Place(const Surroundings&, const Record&, const Place* above)> place = nullptr;
};

struct Register {
    std::string_view key;  // "partner": in the trail
    std::string_view table;
    Names names;
    http::Role see = http::Role::guide, change = http::Role::coordinator;
    std::string_view path;  // below the municipality: "/staff/partners"
    std::vector<std::pair<i18n::Text, std::string_view>> above = {};  // pages above the list: title, path
    std::string_view published = "";  // the flag() that lets a record be shown to everyone
    Interface interface = {};
    std::vector<Field> fields;
    Rules rules = nullptr;
    /// What may be wrong and may be right. Who saves in a form is asked once and may save it anyway; a table says it of its
    /// rows; programs are not asked.
    Rules doubts = nullptr;
    NewId new_id = nullptr;
    /// What stands in the form for another of few, which knows the others.
    std::function<Draft(const std::vector<Record>& others)> proposed = nullptr;
    std::function<AroundOnly(const Record& only, const html::Page& page)> around_only = nullptr;
    Together together = nullptr;
    Complete complete = nullptr;
    Beside beside = nullptr;
    /// The same after it is deleted: `record` is what stood.
    Beside gone = nullptr;
    /// Its first field is its name, and is searched().
    MayBeSame may_be_same = nullptr;
    /// False where somebody else alone changes the record, whatever unit it is of; without it units say who does.
    std::function<bool(const Surroundings&, const Record&)> is_theirs = nullptr;
    Size size = Size::many;
    Adding adding = Adding::below_the_list;
    std::size_t at_most = 100;  // records of a municipality, in a register of few
    /// Of few: puts them into the order that lists show, where that is no field's: a tree. None is lost on the way.
    std::function<std::vector<Record>(std::vector<Record> all)> arranged = nullptr;
    Endings endings = Endings::ends;
    http::Role remove = http::Role::administrator;  // who deletes for good
    bool is_deleted = true;                         // false: nobody does
    Opens opens = Opens::page;
    Traces traces = {};
    std::optional<Attachments> attachments = {};  // of many
    /// The stored() field with the day on which somebody last looked at all of it: who saves says whether that
    /// is now, and which fields were looked at since is kept (checked.h).
    std::string_view verified = "";
    /// The field that may say that the record's unit alone reads it, and those that the unit belongs to (Others::kept_to_unit):
    /// in lists, tables, pages and files. What has no unit is everybody's; administrators read all. Of many.
    std::string_view kept_to_unit = "";
    /// The name by which what is derived from it depends on it (platform/kept); else the key.
    std::string_view kept = "";
    Tree tree = {};
    /// Where its tables come in as JSON too.
    FromJson from_json = nullptr;
    Words words = {};

    bool ends() const { return endings == Endings::ends; }
    bool is_ordered_by_hand() const;
    bool is_searched() const;
    const Field* find(std::string_view name) const;
    /// The field that has this column.
    const Field* owner_of(std::string_view column) const;
    /// Of all fields, in their order.
    std::vector<Column> columns() const;
    std::string_view kept_name() const { return kept.empty() ? key : kept; }
};

}  // namespace digilots::register_
