#include "organisation/organisation.h"

#include <algorithm>
#include <map>

#include "organisation/registers.h"
#include "organisation/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/kept/kept.h"

namespace digilots::organisation {

namespace {

using register_::Choice;
using register_::Record;
using register_::Surroundings;

std::shared_ptr<const Units> read_units(const register_::Records& records, std::string_view municipality_id) {
    auto units = std::make_shared<Units>();
    for (const auto& record : records.all(municipality_id))
        units->push_back({record.id, record.text("name"), record.text("parent"), record.text("kind")});
    return units;
}

std::shared_ptr<const Rhythms> read_rhythms(const register_::Records& records, std::string_view municipality_id) {
    auto rhythms = std::make_shared<Rhythms>();
    for (const auto& record : records.all(municipality_id)) {
        const auto months = record.whole("months");
        rhythms->push_back({record.text("kind"), months ? static_cast<int>(*months) : usual_months, record.text("seen_to_by")});
    }
    return rhythms;
}

using UnitsOfFunctions = std::map<std::string, std::string, std::less<>>;

std::shared_ptr<const UnitsOfFunctions> read_units_of_functions(db::Database& database, std::string_view municipality_id) {
    auto units = std::make_shared<UnitsOfFunctions>();
    for (const auto row : database.read(
             [&](db::Connection& connection) { return connection.query(sql::list_functions, municipality_id); }))
        units->emplace(row.text("id"), row.text("unit"));
    return units;
}

register_::Choices never_asked() {
    return [](const Surroundings&) { return std::vector<Choice>{}; };
}

}  // namespace

struct Organisation::Implementation {
    db::Database& database;
    const base::Clock& clock;
    kept::Kept<Units> units;
    kept::Kept<Rhythms> rhythms;
    kept::Kept<UnitsOfFunctions> units_of_functions;
    Neighbours neighbours{{never_asked(), ""}, {never_asked(), ""}, [](std::string_view) { return std::string(); }};
    register_::Records unit_records, function_records, rhythm_records;

    Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time)
        : database(opened),
          clock(time),
          units(time, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_units, id)); },
                [this](std::string_view id) { return read_units(unit_records, id); }),
          rhythms(time, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_rhythms, id)); },
                  [this](std::string_view id) { return read_rhythms(rhythm_records, id); }),
          units_of_functions(
              time, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of("function", id)); },
              [this](std::string_view id) { return read_units_of_functions(database, id); }),
          unit_records(unit_register(), opened, time, unit_neighbours()),
          function_records(function_register(), opened, time, function_neighbours()),
          rhythm_records(rhythm_register(), opened, time, rhythm_neighbours()) {}

    std::function<std::string(std::string_view)> name_of() {
        return [this](std::string_view account) { return neighbours.name_of(account); };
    }
    register_::LinkSources own_sources() {
        const auto choices = [this](const Surroundings& around) {
            const auto all = units.of(around.municipality_id);
            // A unit is not put below itself; who is limited to theirs puts nothing into another.
            const auto own = around.record ? within(*all, around.record->id) : std::vector<std::string>{};
            const auto holds = [](const std::vector<std::string>& ids, const std::string& id) {
                return std::ranges::find(ids, id) != ids.end();
            };
            std::vector<Choice> found;
            for (const auto& unit : *all) {
                const bool is_offered = !holds(own, unit.id) && (!around.units || holds(*around.units, unit.id));
                found.push_back({.key = unit.id, .label = full_name(*all, unit.id), .is_offered = is_offered});
            }
            return found;
        };
        const auto below = [this](const Surroundings& around, std::string_view id) {
            return within(*units.of(around.municipality_id), id);
        };
        return {{"organisation.unit", {.choices = choices, .path = "", .within = below, .is_there = has_unit, .is_scope = true}}};
    }
    register_::Others unit_neighbours() {
        return {.links = own_sources(), .name_of = name_of(), .holds = [this](const Record& unit, const html::Page& page) {
                    auto held = neighbours.members ? neighbours.members(unit.id, page) : std::vector<std::string>{};
                    const auto all = within(*units.of(page.request().tenant->id), unit.id);
                    const auto below = static_cast<std::int64_t>(all.size()) - 1;
                    if (below > 0) held.insert(held.begin(), page.tn("{n} unit", "{n} units", below));
                    return held;
                },
                .is_held = [this](db::Connection& connection, std::string_view municipality, std::string_view unit) {
                    return !connection.query(sql::units_below, municipality, unit).empty() ||
                           (neighbours.has_members && neighbours.has_members(connection, municipality, unit));
                }};
    }
    register_::Others function_neighbours() {
        register_::Others others{.links = own_sources(), .name_of = name_of()};
        others.links["accounts.person"] = {
            .choices = [this](const Surroundings& around) { return neighbours.people.choices(around); },
            .path = "",
            .is_there = [this](db::Connection& connection, std::string_view municipality, std::string_view person) {
                return !neighbours.people.is_there || neighbours.people.is_there(connection, municipality, person);
            }};
        others.links["directory.contact"] = {
            .choices = [this](const Surroundings& around) { return neighbours.contacts.choices(around); },
            .path = "/staff/contacts/"};
        others.unit_of = [](const Record& function, std::string_view) { return function.text("unit"); };
        others.limit_of = [this](std::string_view municipality, const http::Identity& identity) {
            return organisation::limit_of(*units.of(municipality), identity);
        };
        others.holds = [this](const Record& function, const html::Page& page) {
            const auto& municipality = page.request().tenant->id;
            return database.read([&](db::Connection& connection) {
                std::vector<std::string> held;
                const auto say = [&](i18n::Text title, std::int64_t number) {
                    if (number > 0) held.push_back(page.t(title) + ": " + std::to_string(number));
                };
                say(rhythm_register().names.many, number_of_rhythms(connection, municipality, function.id));
                say(TEXT("Tasks"), number_of_tasks(connection, municipality, function.id));
                return held;
            });
        };
        others.is_held = [this](db::Connection& connection, std::string_view municipality, std::string_view function) {
            return number_of_rhythms(connection, municipality, function) > 0 ||
                   number_of_tasks(connection, municipality, function) > 0;
        };
        return others;
    }
    static std::int64_t number_of_rhythms(db::Connection& connection, std::string_view municipality, std::string_view function) {
        return std::ssize(connection.query(sql::rhythms_of_function, municipality, function));
    }
    std::int64_t number_of_tasks(db::Connection& connection, std::string_view municipality, std::string_view function) const {
        return neighbours.open_tasks ? neighbours.open_tasks(connection, municipality, function) : 0;
    }
    register_::LinkSource function_source() const {
        return {.choices = [this](const Surroundings& around) { return functions_in(around); },
                .path = "/staff/functions/",
                .is_there = [](db::Connection& connection, std::string_view municipality, std::string_view function) {
                    return !connection.query(sql::function_is_there, municipality, function).empty();
                }};
    }
    /// Functions by their units: those that have ended, too.
    register_::LinkSource unit_of_function() {
        auto units = own_sources().at("organisation.unit");
        units.is_scope = false;
        units.within = [this](const Surroundings& around, std::string_view unit) {
            const register_::ListQuery query{.filters = {{"unit", std::string(unit)}}, .with_ended = true};
            const auto here = function_records.around(around.municipality_id);
            std::vector<std::string> ids;
            for (const auto& one : function_records.list(here, query, register_::Records::most_counted, 0).records)
                ids.push_back(one.id);
            return ids;
        };
        return units;
    }
    register_::Others rhythm_neighbours() {
        register_::Others others{.name_of = name_of()};
        others.links["organisation.kind"] = {
            .choices = [this](const Surroundings& around) {
                return neighbours.kinds ? neighbours.kinds(around) : std::vector<Choice>{};
            },
            .path = ""};
        others.links["organisation.function"] = function_source();
        return others;
    }
    std::vector<Choice> functions_in(const Surroundings& around) const {
        std::vector<Choice> found;
        for (const auto row : database.read([&](db::Connection& connection) {
                 return connection.query(sql::list_functions, around.municipality_id);
             }))
            found.push_back({.key = row.text("id"), .label = row.text("title"), .is_offered = row.text("ended_at").empty()});
        return found;
    }
};

Organisation::Organisation(db::Database& database, const kept::Versions& versions, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, clock)) {}

Organisation::~Organisation() = default;

bool Organisation::has_unit(db::Connection& connection, std::string_view municipality_id, std::string_view unit) {
    return !connection.query(sql::unit_is_there, municipality_id, unit).empty();
}

void Organisation::know(Neighbours neighbours) { implementation_->neighbours = std::move(neighbours); }

std::shared_ptr<const Units> Organisation::units(std::string_view municipality_id) const {
    return implementation_->units.of(municipality_id);
}

std::shared_ptr<const Rhythms> Organisation::rhythms(std::string_view municipality_id) const {
    return implementation_->rhythms.of(municipality_id);
}

register_::LinkSources Organisation::link_sources() const {
    auto sources = implementation_->own_sources();
    sources["organisation.function"] = implementation_->function_source();
    sources["organisation.unit_of_function"] = implementation_->unit_of_function();
    return sources;
}

std::map<std::string, std::int64_t> Organisation::function_numbers(std::string_view municipality_id) const {
    return implementation_->database.read([&](db::Connection& connection) {
        std::map<std::string, std::int64_t> numbers;
        for (const auto row : connection.query(sql::count_function_kinds, municipality_id))
            numbers[row.text("kind")] = row.integer("number");
        return numbers;
    });
}

std::vector<HeldFunction> Organisation::held_by(std::string_view municipality_id, std::string_view account_id) const {
    return implementation_->database.read(
        [&](db::Connection& connection) { return held_by(connection, municipality_id, account_id); });
}

std::vector<HeldFunction> Organisation::held_by(db::Connection& connection, std::string_view municipality_id,
                                                std::string_view account_id) {
    std::vector<HeldFunction> held;
    if (account_id.empty()) return held;
    const auto rows = connection.query(sql::functions_of_person, municipality_id, account_id);
    for (const auto row : rows)
        held.push_back({row.text("id"), row.text("title"), row.text("holder") != account_id, row.text("unit")});
    return held;
}

std::function<std::vector<std::string>(std::string_view municipality_id, const http::Identity&)> named_as(
    const Organisation& organisation) {
    return [&organisation](std::string_view municipality_id, const http::Identity& identity) {
        std::vector<std::string> names;
        if (identity.account_id.empty()) return names;
        names.push_back(identity.account_id);
        for (auto& held : organisation.held_by(municipality_id, identity.account_id)) names.push_back(std::move(held.id));
        return names;
    };
}

std::string Organisation::unit_of_function(std::string_view municipality_id, std::string_view function) const {
    const auto all = implementation_->units_of_functions.of(municipality_id);
    const auto found = all->find(function);
    return found == all->end() ? "" : found->second;
}

std::vector<HeldFunction> Organisation::without_holder(std::string_view municipality_id) const {
    std::vector<HeldFunction> functions;
    for (const auto row : implementation_->database.read([&](db::Connection& connection) {
             return connection.query(sql::functions_without_holder, municipality_id);
         }))
        functions.push_back({.id = row.text("id"), .title = row.text("title"), .unit = row.text("unit")});
    return functions;
}

std::set<std::string, std::less<>> Organisation::unanswered_contacts(std::string_view municipality_id) const {
    std::set<std::string, std::less<>> contacts;
    for (const auto row : implementation_->database.read([&](db::Connection& connection) {
             return connection.query(sql::unanswered_contacts, municipality_id);
         }))
        contacts.insert(row.text("contact"));
    return contacts;
}

std::int64_t Organisation::hand_over(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                                     std::string_view to, std::string_view actor) const {
    if (from.empty()) return 0;
    const auto now = implementation_->clock.now();
    const auto rows = connection.query(sql::functions_of_person, municipality_id, from);
    for (const auto row : rows) {
        const auto id = row.text("id");
        const bool held = row.text("holder") == from;
        std::string holder = held ? std::string(to) : row.text("holder"), stand_in = row.text("stand_in");
        if (stand_in == from) stand_in = std::string(to);
        if (stand_in == holder) stand_in.clear();
        connection.execute(sql::set_holders, municipality_id, id, holder, stand_in, base::format_utc(now));
        audit::record(connection,
                      {std::string(municipality_id), std::string(actor), "function handed over", "function:" + id,
                       held ? "holder" : "stand_in"},
                      now);
        kept::raise(connection, "function", municipality_id);
    }
    return static_cast<std::int64_t>(rows.size());
}

register_::Records& Organisation::unit_records() const { return implementation_->unit_records; }
register_::Records& Organisation::function_records() const { return implementation_->function_records; }
register_::Records& Organisation::rhythm_records() const { return implementation_->rhythm_records; }

}  // namespace digilots::organisation
