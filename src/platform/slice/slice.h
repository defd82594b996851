#pragma once
// What a slice gives, on one screen. Each slice says it in `Slice slice(…)`, declared in its x/x.h and written in its slice.cpp;
// src/app/slices.cpp is the list of all. Routes, menus, statistics, keys' scopes, the trail's words, the page about personal
// data, the site map, upkeep, doctor and demo loop over that list: no other file knows of a slice.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/audit/words.h"
#include "platform/jobs/jobs.h"
#include "platform/measures/measure.h"
#include "platform/http/menu.h"
#include "platform/http/route.h"
#include "platform/slice/days.h"
#include "platform/slice/duty.h"
#include "platform/slice/findable.h"
#include "platform/slice/ongoing.h"
#include "platform/slice/retention.h"

namespace digilots::register_ {
class Records;
class TableKind;
}

namespace digilots {

struct Slice;
using Slices = std::vector<Slice>;

/// What is kept of people and for how long: whole sentences, as /privacy says them.
struct PrivacyNotice {
    enum class Of { those_who_ask, staff };
    Of of;
    i18n::Text text;               // with {period} where it names a rule
    std::string cookie = "";       // its name, where it is kept in one
    std::string rule = "";         // RetentionRule::key of any slice: the period that runs stands at {period}
    i18n::Text preserved = {};     // said instead where a municipality deletes nothing of that kind
};

/// Pages that search engines are told of.
struct SitePages {
    std::function<std::vector<std::string>()> common = nullptr;                 // outside of municipalities
    std::function<std::vector<std::string>(const http::Tenant&)> of = nullptr;  // below "/sundsvall": "/places"
};

/// What `digilots doctor` found.
enum class Health { good, hint, wrong };
struct Finding {
    Health health;
    std::string matter;  // "database"
    std::string text;    // what was found and, unless good, what to do
};

/// What a slice would take of a file in the format "digital-inclusion-mapping". Nothing is changed before `apply`.
struct MappingPlan {
    std::string description;  // for the terminal (English)
    bool is_usable = true;    // false: the description says what is wrong, and nothing is applied
    std::function<void()> apply = nullptr;
};

/// What the demo makes up, and for whom. The same wishes make the same, whichever machine makes it.
struct Demo {
    std::vector<std::string> complete = {};   // ids of the made-up municipalities in which every page has something to see
    std::vector<std::string> measured = {};   // ids of those that have a log only, for measuring
    std::vector<std::string> programmes = {}; // real ones that are served like municipalities: what the mapping says of them
    int years = 1;                            // of the log, up to now
    std::int64_t inquiries = 6000;            // in each municipality and year, about
    std::uint64_t seed = 1;
    /// The account of a municipality's guide, editor, coordinator or administrator; "" where it has none.
    std::function<std::string(std::string_view municipality_id, http::Role role)> account = nullptr;
    /// The unit of a municipality with this name; "" where there is none.
    std::function<std::string(std::string_view municipality_id, std::string_view name)> unit = nullptr;
    /// What is done, for whoever waits (English).
    std::function<void(const std::string& done)> tell = nullptr;
};

struct Slice {
    std::string name;  // of its folder

    /// Every address but those of its registers. `all` is for pages that show what all slices give.
    std::function<http::Routes(const Slices& all)> routes = nullptr;
    /// Kinds of records (platform/register): their pages, their tables held in doctor, their words in the trail.
    std::vector<register_::Records*> registers = {};
    /// What else goes out as a table and comes in again (platform/register/table_kind.h). Its addresses are among the routes.
    std::vector<std::shared_ptr<register_::TableKind>> tables = {};
    http::Menu menu = {};
    http::Scopes scopes = {};  // those that its routes ask for
    std::vector<measures::Measure> measures = {};
    audit::Words trail = {};
    std::vector<PrivacyNotice> privacy = {};
    RetentionRules retention = {};  // how long what it keeps is kept
    std::vector<DutyKind> duties = {};
    std::vector<DaysOf> days = {};              // for people's own calendars
    std::vector<OngoingKind> ongoing = {};      // what is under way, for staff
    std::vector<FollowedKind> followed = {};    // what codes find, for residents
    std::vector<FindableKind> findable = {};    // what the one search finds
    SitePages site = {};

    /// Work beside requests (platform/jobs): what serve runs, on a schedule or because a transaction added it.
    jobs::Kinds jobs = {};
    /// Takes in what other processes changed, works out ahead what the first would wait for. About once a second by serve.
    std::function<void()> refresh = nullptr;
    std::function<std::vector<Finding>()> examine = nullptr;
    /// Ids of what a search index could not take, such as "place:2281:…".
    std::function<std::vector<std::string>()> left_out_of_search = nullptr;
    std::function<MappingPlan(std::string_view json, const std::string& file)> plan_mapping = nullptr;
    /// Loads what is missing of the demo, after those before it in the list.
    std::function<void(const Demo& demo)> load_demo = nullptr;
    /// What lives as long as the slice, where nothing else needs it: its records.
    std::shared_ptr<const void> owns = nullptr;
};

http::Routes routes_of(const Slices& slices);
/// All that comes in as a table: of registers and of what else slices have.
std::vector<std::shared_ptr<register_::TableKind>> tables_of(const Slices& slices);
/// Those of registers, too.
std::vector<audit::Words> trails_of(const Slices& slices);
/// In the order in which they are shown.
http::Menu menu_of(const Slices& slices);
/// One part of all: all_of(slices, &Slice::measures).
template <class Part>
std::vector<Part> all_of(const Slices& slices, std::vector<Part> Slice::* parts) {
    std::vector<Part> all;
    for (const auto& slice : slices) all.insert(all.end(), (slice.*parts).begin(), (slice.*parts).end());
    return all;
}

}  // namespace digilots
