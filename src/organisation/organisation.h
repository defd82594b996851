#pragma once
// How a municipality is organised: its units, down to the department, and its functions with whoever holds them. Places,
// accounts and others belong to a unit; what somebody has to do names a function, so that it outlives who holds it.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::organisation {

struct Unit {
    std::string id, name;
    std::string parent;     // id of the one that it belongs to; "" at the top
    std::string kind = "";  // the shared kind that it is, whatever it is called; "" not said
};
using Units = std::vector<Unit>;  // each behind the one that it belongs to, otherwise by name

/// nullptr where there is none.
const Unit* find_unit(const Units& units, std::string_view id);
/// From the top: "Culture › Library"; "" where there is none.
std::string full_name(const Units& units, std::string_view id);
/// Itself and all below it. Only itself where there is none: what belongs to it is found, and nothing else.
std::vector<std::string> within(const Units& units, std::string_view id);
/// The units of somebody who may only change what belongs to theirs, none where it is gone; nothing where they are not
/// limited.
std::optional<std::vector<std::string>> limit_of(const Units& units, const http::Identity& identity);

/// Kinds that all municipalities share: what units and functions are called and how they stand is each one's own.
register_::Choices unit_kinds();
register_::Choices function_kinds();

class Organisation;
/// For register_::Others::named_as: their account, and the functions that they hold or stand in for.
std::function<std::vector<std::string>(std::string_view municipality_id, const http::Identity&)> named_as(
    const Organisation& organisation);

struct HeldFunction {
    std::string id, title;
    bool is_stand_in = false;
    std::string unit = "";
};

inline constexpr int usual_months = 6;  // where nobody has said how often

/// How often a kind of record is looked at again, and the function that sees to it.
struct Rhythm {
    std::string kind;           // as its register is called: "place"
    int months = usual_months;
    std::string function = {};  // id; "" nobody's
};
using Rhythms = std::vector<Rhythm>;

/// The usual one where nobody has said another.
Rhythm rhythm_of(const Rhythms& rhythms, std::string_view kind);

/// Who can hold a function and how one is reached belong to others: "accounts.person", "directory.contact".
struct Neighbours {
    register_::LinkSource people, contacts;
    std::function<std::string(std::string_view account)> name_of;
    /// Kinds of records that are looked at again, or seen to by a function.
    register_::Choices kinds = nullptr;
    /// What belongs to a unit and to those below it, in words: "2 places".
    std::function<std::vector<std::string>(std::string_view unit, const html::Page& page)> members = nullptr;
    /// Whether there are any, of itself alone, in the transaction that is to delete it.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view unit)> has_members =
        nullptr;
    /// How many tasks that are to be done name a function.
    std::function<std::int64_t(db::Connection& connection, std::string_view municipality_id, std::string_view function)>
        open_tasks = nullptr;
};

class Organisation {
public:
    Organisation(db::Database& database, const kept::Versions& versions, const base::Clock& clock);
    ~Organisation();

    void know(Neighbours neighbours);

    /// Never null. Kept as "units", by municipality.
    std::shared_ptr<const Units> units(std::string_view municipality_id) const;
    /// Never null. Kept as "rhythm", by municipality.
    std::shared_ptr<const Rhythms> rhythms(std::string_view municipality_id) const;
    /// "organisation.unit": by their full names, a filter finds what is below too. "organisation.function".
    register_::LinkSources link_sources() const;

    /// How many functions in use are of each shared kind; those that say none are not counted.
    std::map<std::string, std::int64_t> function_numbers(std::string_view municipality_id) const;
    /// In the transaction that is to put something into a unit.
    static bool has_unit(db::Connection& connection, std::string_view municipality_id, std::string_view unit);
    /// By title; those that have ended are no one's.
    std::vector<HeldFunction> held_by(std::string_view municipality_id, std::string_view account_id) const;
    static std::vector<HeldFunction> held_by(db::Connection& connection, std::string_view municipality_id,
                                             std::string_view account_id);
    /// Those that nobody holds; by title.
    std::vector<HeldFunction> without_holder(std::string_view municipality_id) const;
    /// Ids of contacts by which functions are reached that nobody holds.
    std::set<std::string, std::less<>> unanswered_contacts(std::string_view municipality_id) const;
    /// From memory; "" of none, and where there is no such function.
    std::string unit_of_function(std::string_view municipality_id, std::string_view function) const;
    /// In the transaction, which is `deciding`, that takes somebody's access away: their functions go to `to` ("": to
    /// nobody yet). Nobody stands in for themselves. How many functions changed.
    std::int64_t hand_over(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                           std::string_view to, std::string_view actor) const;

    register_::Records& unit_records() const;
    register_::Records& function_records() const;
    register_::Records& rhythm_records() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// "/{municipality}/staff/settings/units", "/{municipality}/staff/settings/rhythms", "/{municipality}/staff/functions"
Slice slice(Organisation& organisation);

}  // namespace digilots::organisation
