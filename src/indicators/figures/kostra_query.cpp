#include "indicators/figures/kostra_query.h"

#include <algorithm>

#include "indicators/figures/places.h"
#include "indicators/figures/source.h"
#include "platform/base/json.h"

namespace digilots::indicators {

namespace {

// The service gives at most 800 000 cells at a time; this leaves room, also for the memory here.
constexpr std::size_t most_cells_a_query = 200'000;
constexpr std::size_t newest_years = 15;

bool is_time(const PxVariable& variable) { return variable.code == "Tid"; }
bool is_place(const PxVariable& variable) {
    return variable.code == "Region" || variable.code.starts_with("KOKkommuneregion");
}

/// The whole country, counties, groups and municipalities of former times are not asked for.
std::vector<std::string> known_places(const std::vector<std::string>& values) {
    std::vector<std::string> known;
    for (const auto& value : values) {
        if (Places::of("NO").position_of_code(value)) known.push_back(value);
    }
    return known.empty() ? values : known;
}

std::vector<std::string> newest(std::vector<std::string> years) {
    std::ranges::sort(years);
    if (years.size() > newest_years) years.erase(years.begin(), years.end() - newest_years);
    return years;
}

std::size_t cells_of(const PxQuery& query) {
    std::size_t cells = 1;
    for (const auto& variable : query) cells *= std::max<std::size_t>(variable.values.size(), 1);
    return cells;
}

void add_small_enough(const PxQuery& query, std::vector<PxQuery>& queries) {
    const auto halves = cells_of(query) > most_cells_a_query ? split(query) : std::vector<PxQuery>{};
    if (halves.empty()) queries.push_back(query);
    for (const auto& half : halves) add_small_enough(half, queries);
}

std::vector<PxQuery> halved(const PxQuery& query, std::size_t at) {
    std::vector<PxQuery> halves(2, query);
    const auto& values = query[at].values;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    halves[0][at].values.assign(values.begin(), middle);
    halves[1][at].values.assign(middle, values.end());
    return halves;
}

}  // namespace

bool is_contents(const PxVariable& variable) { return variable.code == "ContentsCode"; }

std::vector<PxVariable> read_variables(const std::string& text, const std::string& where) {
    const auto json = base::parse_json(text, {16 * 1024 * 1024, 32});
    std::vector<PxVariable> variables;
    if (json) {
        for (const auto& one : (*json)["variables"].items()) {
            PxVariable variable{std::string(one["code"].text()), {}};
            for (const auto& value : one["values"].items()) variable.values.emplace_back(value.text());
            variables.push_back(std::move(variable));
        }
    }
    if (variables.empty()) throw SourceError(where + " does not describe its variables as PxWeb does. Check the address.");
    return variables;
}

std::vector<PxQuery> queries_of(const std::vector<PxVariable>& variables, const std::vector<std::string>& contents) {
    PxQuery whole;
    for (const auto& variable : variables) {
        if (is_contents(variable)) {
            whole.push_back({variable.code, contents});
        } else if (is_time(variable)) {
            whole.push_back({variable.code, newest(variable.values)});
        } else {
            whole.push_back({variable.code, is_place(variable) ? known_places(variable.values) : variable.values});
        }
    }
    std::vector<PxQuery> queries;
    add_small_enough(whole, queries);
    return queries;
}

std::vector<PxQuery> split(const PxQuery& query) {
    // Contents first: then each indicator still comes whole.
    for (const auto wanted : {is_contents, is_time, is_place}) {
        const auto divisible = [&](const PxVariable& one) { return wanted(one) && one.values.size() > 1; };
        const auto found = std::ranges::find_if(query, divisible);
        if (found != query.end()) return halved(query, static_cast<std::size_t>(found - query.begin()));
    }
    const auto largest = std::ranges::max_element(query, {}, [](const PxVariable& one) { return one.values.size(); });
    if (largest == query.end() || largest->values.size() < 2) return {};
    return halved(query, static_cast<std::size_t>(largest - query.begin()));
}

std::string text_of(const PxQuery& query) {
    base::JsonWriter json;
    json.begin_object().key("query").begin_array();
    for (const auto& variable : query) {
        json.begin_object().member("code", variable.code).key("selection").begin_object();
        json.member("filter", "item").key("values").begin_array();
        for (const auto& value : variable.values) json.value(value);
        json.end_array().end_object().end_object();
    }
    json.end_array().key("response").begin_object().member("format", "json-stat2").end_object().end_object();
    return std::move(json).take();
}

}  // namespace digilots::indicators
