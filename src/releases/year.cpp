#include "releases/year.h"

#include <algorithm>
#include <charconv>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::releases {

namespace {

using suppression::State;

constexpr int quarters = 4;

std::string two_digits(int number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string written(const std::string& term) { return term.empty() ? "-" : term; }

std::string written(const Cell& cell) {
    if (cell.state == State::hidden) return "h";
    if (cell.state == State::withheld) return "w";
    return std::to_string(cell.count) + (cell.is_kept ? "~" : "") + (cell.is_least ? "+" : "");
}

Cell read_cell(std::string_view text) {
    if (text == "h") return {State::hidden};
    if (text == "w") return {State::withheld};
    Cell cell;
    std::from_chars(text.data(), text.data() + text.size(), cell.count);
    cell.is_kept = text.find('~') != std::string_view::npos;
    cell.is_least = text.ends_with('+');
    return cell;
}

/// Of topics, then "" for none.
std::vector<std::string> groups() {
    std::vector<std::string> all;
    for (const auto& term : taxonomy::terms(taxonomy::List::topic))
        if (term.parent.empty()) all.push_back(term.key);
    all.emplace_back();
    return all;
}

}  // namespace

const std::vector<std::string>& table_keys() {
    static const std::vector<std::string> keys{"total",   "topic",   "together", "body",     "barrier", "body_barrier",
                                               "channel", "outcome", "language", "age_band", "gender",  "support_given"};
    return keys;
}

std::vector<std::string> tables_now() {
    auto tables = table_keys();
    tables.emplace_back(by_line);
    return tables;
}

const Cell* told_cell(const Cells& cells, const std::string& term) {
    auto found = cells.find(whole);
    if (found == cells.end() || found->second.state != State::withheld) found = cells.find(term);
    return found == cells.end() ? nullptr : &found->second;
}

const std::vector<std::string>& counted_keys() {
    static const std::vector<std::string> keys{"total",    "topic",    "body",   "channel",      "outcome",
                                               "language", "age_band", "gender", "support_given"};
    return keys;
}

std::string crossed(const std::string& one, const std::string& other) { return one + "+" + other; }

std::pair<std::string, std::string> both_of(const std::string& term) {
    const auto plus = term.find('+');
    if (plus == std::string::npos) return {term, ""};
    return {term.substr(0, plus), term.substr(plus + 1)};
}

bool is_crossed(std::string_view table) { return table == "together" || table == "body_barrier"; }

std::string group_of(const std::string& topic) {
    const auto* term = taxonomy::find(taxonomy::List::topic, topic);
    return term && !term->parent.empty() ? term->parent : topic;
}

std::vector<std::string> terms_of(const std::string& table) {
    std::vector<std::string> terms;
    if (is_crossed(table)) {
        const bool is_of_bodies = table == "body_barrier";
        for (const auto& one : is_of_bodies ? terms_of("body") : groups())
            for (const auto& other : is_of_bodies ? terms_of("barrier") : groups()) terms.push_back(crossed(one, other));
        return terms;
    }
    if (const auto list = taxonomy::list_named(table))
        for (const auto& term : taxonomy::terms(*list)) terms.emplace_back(term.key);
    if (table != table_keys().front()) terms.emplace_back();
    return terms;
}

void add_counted(PlaceCounts& counts, const std::string& municipality, const std::vector<inquiries::CountedOnce>& counted,
                 const std::vector<std::string>& keys) {
    counts[{municipality, ""}];                     // it is there, however little was asked
    const auto has = [&](std::string_view key) { return base::holds(keys, key); };
    const bool is_together = has("together"), is_with_barrier = has("body_barrier");
    for (const auto& one : counted) {
        if (one.number == 0) continue;
        auto& tables = counts[{municipality, one.place}];
        const auto add = [&](const char* key, const std::string& term) {
            if (has(key)) tables[key][term] += one.number;
        };
        add("total", whole);
        add("topic", is_together ? crossed(one.topic, group_of(one.also)) : one.topic);
        add("body", is_with_barrier ? crossed(one.body, one.barrier) : one.body);
        add("channel", one.channel);
        add("outcome", one.outcome);
        add("language", one.language);
        add("age_band", one.age_band);
        add("gender", one.gender);
        add("support_given", one.support_given);
    }
}

std::string Sum::node() const { return base + "." + two_digits(since); }

Sum sum_named(const std::string& node) {
    const auto dot = node.rfind('.');
    Sum sum{.base = node.substr(0, dot), .members = {}};
    std::from_chars(node.data() + dot + 1, node.data() + node.size(), sum.since);
    return sum;
}

std::string time_name(int year, int node) {
    const auto name = std::to_string(year);
    if (node < months_of_a_year) return name + "-" + two_digits(node + 1);
    return node < months_of_a_year + quarters ? name + "-Q" + std::to_string(node - months_of_a_year + 1) : name;
}

int last_month(int node) {
    if (node < months_of_a_year) return node + 1;
    return node < months_of_a_year + quarters ? (node - months_of_a_year + 1) * 3 : months_of_a_year;
}

bool is_told(std::string_view table, int time_node, bool is_of_place) {
    if (table == table_keys().front()) return true;
    const bool is_of_little = is_crossed(table) || table == "barrier";
    if (is_of_place) return !is_of_little && time_node == node_of_the_year;
    return !is_of_little || time_node >= months_of_a_year;
}

const Sum* sum_at(const std::vector<Sum>& sums, const std::string& base, int month) {
    const Sum* found = nullptr;
    for (const Sum& sum : sums)
        if (sum.base == base && sum.since <= month && (!found || sum.since > found->since)) found = &sum;
    return found;
}

std::string text_of(const Cells& cells) {
    std::string text;
    for (const auto& [term, cell] : cells) text += (text.empty() ? "" : " ") + written(term) + ":" + written(cell);
    return text;
}

Cells cells_of(const std::string& text) {
    Cells cells;
    for (const auto part : base::split(text, ' ')) {
        const auto colon = part.rfind(':');
        if (colon == std::string_view::npos) continue;
        const auto term = part.substr(0, colon);
        cells[term == "-" ? "" : std::string(term)] = read_cell(part.substr(colon + 1));
    }
    return cells;
}

}  // namespace digilots::releases
