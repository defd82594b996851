#include "releases/releases.h"

#include <algorithm>
#include <ranges>

#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "releases/implementation.h"
#include "releases/shared.h"
#include "releases/sql.h"

namespace digilots::releases {

namespace {

using suppression::State;

Known load_known(db::Database& database) {
    return database.read([](db::Connection& connection) {
        Known known;
        std::map<std::pair<std::string, int>, store::Header> before;       // the revision before the last one
        for (auto& header : store::headers(connection)) {
            auto& of_year = known.years[{header.scope, header.year}];
            if (header.revision > of_year.last.revision) before[{header.scope, header.year}] = of_year.last;
            of_year.last = std::move(header);           // ordered by revision and month
        }
        for (auto& [key, of_year] : known.years) {
            if (const auto found = before.find(key); found != before.end())
                of_year.changed = store::changed_nodes(connection, found->second, of_year.last);
            of_year.year = {.year = key.second, .revision = of_year.last.revision, .month = of_year.last.month};
            store::load_parts(connection, key.first, of_year.year);
        }
        return known;
    });
}

/// As it was released then; without that revision nothing.
Known load_earlier(db::Database& database, const std::string& scope, int number, int revision) {
    return database.read([&](db::Connection& connection) {
        Known known;
        std::optional<store::Header> before;
        for (auto& header : store::headers(connection)) {
            if (header.scope != scope || header.year != number) continue;
            if (header.revision == revision - 1) before = header;
            if (header.revision == revision) known.years[{scope, number}].last = std::move(header);      // ordered by month
        }
        for (auto& [key, of_year] : known.years) {
            if (before) of_year.changed = store::changed_nodes(connection, *before, of_year.last);
            of_year.year = {.year = number, .revision = revision, .month = of_year.last.month};
            store::load_parts(connection, scope, of_year.year);
        }
        return known;
    });
}

/// Of a whole month, quarter or year the node of time; nothing for anything else.
std::optional<int> time_node(const periods::Period& period) {
    const int month = static_cast<int>(static_cast<unsigned>(period.from.month()));
    switch (periods::kind_of(period)) {
        case periods::Kind::month: return month - 1;
        case periods::Kind::quarter: return 12 + (month - 1) / 3;
        case periods::Kind::year: return node_of_the_year;
        default: return std::nullopt;
    }
}

int months_in(int node) { return node < 12 ? 1 : node < 16 ? 3 : 12; }

Value value_of(const Cells& cells, const std::string& term) {
    const auto* found = told_cell(cells, term);
    if (!found) return {Shown::count, 0};
    if (found->state == State::hidden) return {Shown::hidden};
    return found->state == State::withheld ? Value{Shown::withheld}
                                           : Value{Shown::count, found->count, found->is_kept, found->is_least};
}

void add_line(Table& table, std::string key, const Value& value) {
    table.hidden += value.shown == Shown::hidden || value.shown == Shown::withheld;
    table.kept += value.is_kept;
    table.least += value.is_least;
    table.lines.push_back({std::move(key), value});
}

void add_others(Table& table) {
    if (table.total.shown != Shown::count || table.hidden == 0 || table.kept > 0 || table.least > 0) return;
    std::int64_t told = 0;
    for (const auto& line : table.lines) told += line.value.count;
    table.others = table.total.count - told;
}

/// One table that is there: where its rows are.
struct Place {
    const Known::OfYear* of_year = nullptr;
    std::string scope, node, time;
    std::vector<std::string> members = {};
    int least_shown = 0;

    bool is_released() const { return of_year != nullptr; }
    bool has(const std::string& table, const Whose& whose, int time_of_it) const {
        return base::holds(of_year->last.tables, table) && is_told(table, time_of_it, whose.of == Whose::Of::place);
    }
    /// The revision says anything else of its municipality, or of these together, than the one before it.
    bool is_changed() const {
        const bool is_of_several = members.size() != 1 || !node.starts_with(members.front());
        return of_year->changed.contains(is_of_several ? node : members.front());
    }
    std::string node_of_place(std::string_view place) const { return node + "/" + std::string(place); }
};

/// Without a release of the period, or where nobody was in it, there is no node.
Place place_of(const Known& known, const std::string& scope, const Whose& whose, const periods::Period& period) {
    const auto time = time_node(period);
    const int number = static_cast<int>(period.from.year());
    const auto found = known.years.find({scope, number});
    if (!time || found == known.years.end() || last_month(*time) > found->second.year.month) return {};
    const Year& year = found->second.year;
    Place place{&found->second, scope, "", time_name(number, *time)};
    switch (whose.of) {
        case Whose::Of::place:
        case Whose::Of::municipality:
            if (!year.parts.contains(whose.key)) return place;
            place.node = whose.of == Whose::Of::place ? whose.key + "/" + whose.place : whose.key;
            place.members = {whose.key};
            place.least_shown = year.parts.at(whose.key).least_shown;
            return place;
        case Whose::Of::county:
        case Whose::Of::network:
        case Whose::Of::all: break;
    }
    const std::string base = whose.of == Whose::Of::county    ? "county/" + whose.key
                             : whose.of == Whose::Of::network ? "network/" + whose.key
                                                              : "all";
    const auto* sum = sum_at(year.sums, base, last_month(*time));
    if (!sum || sum->members.empty()) return place;
    place.node = sum->node();
    place.members = sum->members;
    place.least_shown = sum->least_shown;
    return place;
}

/// The table without its cells: of which revision, and how much was reported.
Table start_table(const Place& place, const periods::Period& period) {
    Table table;
    if (!place.is_released()) return table;
    const auto& last = place.of_year->last;
    const auto& year = place.of_year->year;
    table.revision = last.revision;
    table.made_at = last.made_at;
    table.reason = last.reason;
    table.is_changed = place.is_changed();
    table.code_lists = last.code_lists;
    table.least_shown = place.least_shown;
    const int until = last_month(*time_node(period)), number = months_in(*time_node(period));
    for (const auto& member : place.members) {
        const auto& reported = year.parts.at(member).reported;
        table.expected += number;
        for (int month = until - number + 1; month <= until; ++month) table.reported += reported.contains(month);
    }
    table.total.shown = table.reported == 0 ? Shown::not_reported : Shown::count;
    return table;
}

Cells find_cells(db::Connection& connection, const Place& place, const std::string& table) {
    const auto rows = connection.query(sql::find_row, place.scope, place.of_year->year.year, place.of_year->year.revision,
                                       place.node, place.time, table);
    return rows.empty() ? Cells{} : cells_of(rows[0].text("cells"));
}

void add_places(Table& table, db::Connection& connection, const Place& place) {
    const auto from = place.node_of_place("");
    const auto until = place.node + static_cast<char>('/' + 1);
    for (const db::Row row : connection.query(sql::list_places, place.scope, place.of_year->year.year,
                                              place.of_year->year.revision, from, until, place.time))
        add_line(table, row.text("node").substr(from.size()), value_of(cells_of(row.text("cells")), whole));
}

void add_total_of(Table& table, db::Connection& connection, Place part, std::string key) {
    const auto cells = find_cells(connection, part, table_keys().front());
    add_line(table, std::move(key), value_of(cells, whole));
}

bool has_reported(const Year& year, const std::string& member, const periods::Period& period) {
    const int until = last_month(*time_node(period)), number = months_in(*time_node(period));
    const auto& reported = year.parts.at(member).reported;
    return std::ranges::any_of(reported, [&](int month) { return month > until - number && month <= until; });
}

void add_members(Table& table, db::Connection& connection, const Place& place, const periods::Period& period) {
    for (const auto& member : place.members) {
        Place part = place;
        part.node = member;
        if (has_reported(place.of_year->year, member, period)) add_total_of(table, connection, part, member);
        else add_line(table, member, {Shown::not_reported});
    }
}

/// Of all the counties, of which the municipalities are those of all.
void add_sums(Table& table, db::Connection& connection, const Place& place, const periods::Period& period) {
    constexpr std::string_view county = "county/";
    const Year& year = place.of_year->year;
    std::set<std::string> seen;
    for (const Sum& one : year.sums) {
        const auto* sum = sum_at(year.sums, one.base, last_month(*time_node(period)));
        if (!one.base.starts_with(county) || !sum || sum->members.empty() || !seen.insert(one.base).second) continue;
        Place part = place;
        part.node = sum->node();
        const auto key = one.base.substr(county.size());
        const auto reports = [&](const std::string& member) { return has_reported(year, member, period); };
        if (std::ranges::any_of(sum->members, reports)) add_total_of(table, connection, part, key);
        else add_line(table, key, {Shown::not_reported});
    }
}

register_::Others with_more(register_::Others others) {
    others.more = more_of_shared;
    return others;
}

std::vector<std::string> bases(const Known& known, std::string_view kind) {
    std::set<std::string> keys;
    for (const auto& [key, of_year] : known.years)
        for (const Sum& sum : of_year.year.sums)
            if (key.first.empty() && sum.base.starts_with(kind)) keys.insert(sum.base.substr(kind.size()));
    return {keys.begin(), keys.end()};
}

}  // namespace

Releases::Implementation::Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time,
                                         Neighbours others)
    : database(opened),
      clock(time),
      neighbours(std::move(others)),
      choices(choice_register(), opened, time, neighbours.others),
      shared(shared_register([this](const std::string& id) {
                 return released({Whose::Of::municipality, id}, table_keys().front());
             }),
             opened, time, with_more(neighbours.others)),
      known(time, [&versions](std::string_view, kept::Stamp& stamp) { stamp.take(versions.of(kept_releases, "")); },
            [this](std::string_view) { return std::make_shared<const Known>(load_known(database)); }) {}

std::string Releases::Implementation::scope_of(std::string_view municipality) const {
    const auto about = neighbours.municipalities.about(municipality);
    return about && about->is_made_up ? about->id : "";
}

std::shared_ptr<const Known> Releases::Implementation::known_of(const Whose& whose, const periods::Period& period,
                                                                int revision) const {
    auto newest = known.of("");
    const auto scope = scope_of(whose.key);
    const int number = static_cast<int>(period.from.year());
    const auto found = newest->years.find({scope, number});
    const bool is_last = found != newest->years.end() && found->second.last.revision == revision;
    if (is_last || revision == newest_revision) return newest;
    return std::make_shared<const Known>(load_earlier(database, scope, number, revision));
}

int Releases::Implementation::least_shown(std::string_view municipality) const {
    const auto chosen = choices.all(municipality);
    const auto least = chosen.empty() ? std::nullopt : chosen.front().whole("least_shown");
    return least ? static_cast<int>(*least) : usual_least;
}

Releases::Releases(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, versions, clock, std::move(neighbours))) {}
Releases::~Releases() = default;

const std::vector<std::string>& Releases::tables() { return table_keys(); }
register_::Records& Releases::choices() const { return implementation_->choices; }
register_::Records& Releases::shared() const { return implementation_->shared; }

int Releases::revisions(const Whose& whose, int year) const {
    const auto known = implementation_->known.of("");
    const auto found = known->years.find({implementation_->scope_of(whose.key), year});
    return found == known->years.end() ? 0 : found->second.last.revision;
}

Table Releases::read(const Whose& whose, std::string_view key, const periods::Period& period, int revision) const {
    const auto known = implementation_->known_of(whose, period, revision);
    const auto place = place_of(*known, implementation_->scope_of(whose.key), whose, period);
    Table table = start_table(place, period);
    if (table.total.shown != Shown::count) return table;
    const std::string name(key);
    if (!place.has(name, whose, *time_node(period))) {
        table.total = {};
        table.revision = 0;
        return table;
    }
    auto [shared, own] = implementation_->database.read([&](db::Connection& connection) {
        return std::pair(find_cells(connection, place, table_keys().front()), find_cells(connection, place, name));
    });
    table.total = value_of(shared, whole);
    table.kept = table.total.is_kept;
    if (name == table_keys().front()) return table;
    for (const auto& term : terms_of(name)) add_line(table, term, value_of(own, term));
    for (const auto& term : terms_of(name)) own.erase(term);
    table.is_untold = own.contains(whole);
    own.erase(whole);
    for (const auto& [term, cell] : own) add_line(table, term, value_of(own, term));
    add_others(table);
    const bool is_in_the_year = months_in(*time_node(period)) < months_of_a_year;
    if (base::holds(place.of_year->last.tables, by_line) && whose.of == Whose::Of::municipality && is_in_the_year)
        table.for_the_year = std::ranges::count(table.lines, Shown::withheld, [](const Line& line) { return line.value.shown; });
    return table;
}

Table Releases::parts(const Whose& whose, const periods::Period& period, int revision) const {
    const auto known = implementation_->known_of(whose, period, revision);
    const auto place = place_of(*known, implementation_->scope_of(whose.key), whose, period);
    Table table = start_table(place, period);
    if (table.total.shown != Shown::count || whose.of == Whose::Of::place) return table;
    implementation_->database.read([&](db::Connection& connection) {
        table.lines.clear();
        table.hidden = 0;
        table.total = value_of(find_cells(connection, place, table_keys().front()), whole);
        table.kept = table.total.is_kept;
        if (whose.of == Whose::Of::municipality) add_places(table, connection, place);
        else if (whose.of == Whose::Of::all) add_sums(table, connection, place, period);
        else add_members(table, connection, place, period);
    });
    return table;
}

std::vector<Reporter> Releases::reporters(const Whose& whose, const periods::Period& period) const {
    const auto known = implementation_->known.of("");
    const auto place = place_of(*known, implementation_->scope_of(whose.key), whose, period);
    std::vector<Reporter> all;
    if (!place.is_released()) return all;
    const Year& year = place.of_year->year;
    const int until = last_month(*time_node(period)), number = months_in(*time_node(period));
    for (const auto& member : place.members) {
        Reporter one{member, {}, {}};
        for (int month = until - number + 1; month <= until; ++month) {
            auto& months = year.parts.at(member).reported.contains(month) ? one.reported : one.missing;
            months.push_back(periods::read(time_name(year.year, month - 1)).value());
        }
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<periods::Period> Releases::released(const Whose& whose, std::string_view table) const {
    return implementation_->released(whose, table);
}

std::vector<periods::Period> Releases::Implementation::released(const Whose& whose, std::string_view table) const {
    const auto known = this->known.of("");
    const auto scope = scope_of(whose.key);
    std::vector<periods::Period> found;
    for (int node = node_of_the_year; node >= 0; --node) {
        for (const auto& [key, of_year] : std::views::reverse(known->years)) {
            const auto period = periods::read(time_name(key.second, node));
            if (key.first != scope || !period) continue;
            const auto place = place_of(*known, scope, whose, *period);
            if (!place.node.empty() && place.has(std::string(table), whose, node)) found.push_back(*period);
        }
    }
    std::ranges::stable_sort(found, [](const periods::Period& one, const periods::Period& other) {
        const auto kind = [](const periods::Period& period) { return periods::kind_of(period); };
        return kind(one) != kind(other) ? kind(one) > kind(other) : one.from > other.from;
    });
    return found;
}

StaffedPlaces Releases::staffed(const std::string& municipality) const {
    const auto& known = implementation_->neighbours.staffed;
    return known ? known(municipality) : StaffedPlaces{};
}

std::vector<WasSo> Releases::was_so(const std::string& municipality, const periods::Period& period) const {
    const auto& known = implementation_->neighbours.was_so;
    return known ? known(municipality, period) : std::vector<WasSo>{};
}

int Releases::least_shown(std::string_view municipality) const { return implementation_->least_shown(municipality); }
std::vector<std::string> Releases::counties() const { return bases(*implementation_->known.of(""), "county/"); }
std::vector<std::string> Releases::networks() const { return bases(*implementation_->known.of(""), "network/"); }

}  // namespace digilots::releases
