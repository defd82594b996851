#include "releases/year.h"

#include <algorithm>
#include <charconv>

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
    return cell.state == State::withheld ? "w" : std::to_string(cell.count);
}

Cell read_cell(std::string_view text) {
    if (text == "h") return {State::hidden};
    if (text == "w") return {State::withheld};
    Cell cell;
    std::from_chars(text.data(), text.data() + text.size(), cell.count);
    return cell;
}

}  // namespace

const std::vector<std::string>& table_keys() {
    static const std::vector<std::string> keys{"total", "topic", "body", "channel", "outcome", "language"};
    return keys;
}

std::vector<std::string> terms_of(const std::string& table) {
    std::vector<std::string> terms;
    if (const auto list = taxonomy::list_named(table))
        for (const auto& term : taxonomy::terms(*list)) terms.emplace_back(term.key);
    if (table != table_keys().front()) terms.emplace_back();
    return terms;
}

void add_counted(PlaceCounts& counts, const std::string& municipality, const std::vector<inquiries::CountedOnce>& counted) {
    counts[{municipality, ""}];                     // it is there, however little was asked
    for (const auto& one : counted) {
        if (one.number == 0) continue;
        auto& tables = counts[{municipality, one.place}];
        tables["total"][whole] += one.number;
        tables["topic"][one.topic] += one.number;
        tables["body"][one.body] += one.number;
        tables["channel"][one.channel] += one.number;
        tables["outcome"][one.outcome] += one.number;
        tables["language"][one.language] += one.number;
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

bool is_released_of_places(int time_node) { return time_node == node_of_the_year; }

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
