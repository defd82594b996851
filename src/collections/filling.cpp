#include "collections/filling.h"

#include <algorithm>
#include <array>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"

namespace digilots::collections {

namespace {

using register_::Choice, register_::Record, register_::Surroundings;

constexpr std::string_view whatever_else = "*", day = "date", hour = "hour", month = "month", year = "year", weekday = "weekday";
constexpr std::size_t letters_of_year = 4, letters_of_month = 7, letters_of_hour = 2;

struct OfTime {
    std::string_view key;
    i18n::Text label;
};
constexpr std::array<OfTime, 4> of_time{{{month, TEXT("Month, as 2026-11")},
                                         {year, TEXT("Year")},
                                         {weekday, TEXT("Weekday")},
                                         {hour, TEXT("Hour, as 13")}}};

const register_::Field* field_of(const inquiries::LogRows& log, std::string_view what) {
    return base::find_in(log.fields, what, &register_::Field::name);
}

bool is_of_time(std::string_view what) { return base::find_in(of_time, what, &OfTime::key) != nullptr; }

std::string weekday_of(const Record& entry, const Surroundings& around) {
    const auto date = entry.date(day);
    return date ? around.words->weekday(base::weekday_of(*date)) : "";
}

/// As the entry has it: several of a list, one, or none.
std::vector<std::string> keys_in(const Record& entry, std::string_view what, const Surroundings& around) {
    if (what == month) return {entry.text(day).substr(0, letters_of_month)};
    if (what == year) return {entry.text(day).substr(0, letters_of_year)};
    if (what == weekday) return {weekday_of(entry, around)};
    if (what == hour) return {entry.text("time").substr(0, letters_of_hour)};
    const auto text = entry.as_text(what);
    return text.starts_with('\n') ? register_::list_items(text) : std::vector{text};
}

}  // namespace

std::optional<Word> word_of(std::string_view line) {
    const auto at = line.find('=');
    if (at == std::string_view::npos) return std::nullopt;
    Word word{std::string(base::trim(line.substr(0, at))), std::string(base::trim(line.substr(at + 1)))};
    if (word.ours.empty()) return std::nullopt;
    return word;
}

Column column_of(const Record& record) {
    Column column{.heading = record.text("heading"),
                  .what = record.text("what"),
                  .otherwise = record.text("otherwise"),
                  .only_first = record.text("several") == "first",
                  .place = record.whole("place").value_or(0)};
    for (const auto& line : record.list("words"))
        if (auto word = word_of(line)) column.words.push_back(*std::move(word));
    return column;
}

std::vector<Column> in_order(std::vector<Column> columns) {
    std::ranges::stable_sort(columns, {}, &Column::place);
    return columns;
}

std::vector<Choice> choices_of(const inquiries::LogRows& log, const Surroundings& around) {
    std::vector<Choice> choices{{.key = std::string(fixed_text), .label = around.t(TEXT("The same text in every row"))},
                                {.key = std::string(running_number), .label = around.t(TEXT("Number of the row"))}};
    const auto when = around.t(TEXT("When it was")), said = around.t(TEXT("What the entry says"));
    for (const auto& one : of_time) choices.push_back({.key = std::string(one.key), .label = around.t(one.label), .group = when});
    for (const auto& field : log.fields) {
        const bool is_time = field.name == day || field.name == "time";
        choices.push_back({.key = std::string(field.name), .label = around.t(field.title), .group = is_time ? when : said});
    }
    const auto rank = [&](const Choice& one) { return one.group.empty() ? 0 : one.group == when ? 1 : 2; };
    std::ranges::stable_sort(choices, {}, rank);
    return choices;
}

std::vector<Choice> sayings_of(const inquiries::LogRows& log, std::string_view what, const Surroundings& around) {
    const auto* field = field_of(log, what);
    if (!field || what == day || !field->type->has_filter()) return {};
    return field->type->filter_choices(*field, around);
}

const Choice* named(const std::vector<Choice>& sayings, std::string_view ours) {
    if (const auto* by_key = register_::find_choice(sayings, ours)) return by_key;
    const auto folded = base::fold(ours);
    const auto found = std::ranges::find_if(sayings, [&](const Choice& one) { return base::fold(one.label) == folded; });
    return found == sayings.end() ? nullptr : &*found;
}

Filling::Filling(std::vector<Column> columns, const inquiries::LogRows& log, const Surroundings& around)
    : log_(log), around_(around) {
    for (auto& column : in_order(std::move(columns))) {
        Known known{.column = std::move(column)};
        known.field = field_of(log_, known.column.what);
        known.sayings = sayings_of(log_, known.column.what, around_);
        for (const auto& word : known.column.words) {
            const auto* saying = named(known.sayings, word.ours);
            known.theirs.emplace(saying ? saying->key : word.ours, word.theirs);
        }
        known_.push_back(std::move(known));
    }
}

tables::Row Filling::headings() const {
    tables::Row row;
    for (const auto& known : known_) row.emplace_back(known.column.heading);
    return row;
}

std::vector<std::string> Filling::left_empty() const {
    std::vector<std::string> headings;
    for (const auto& known : known_) {
        const auto& what = known.column.what;
        const bool is_held = what == fixed_text || what == running_number || is_of_time(what) || known.field;
        if (!is_held) headings.push_back(known.column.heading);
    }
    return headings;
}

tables::Row Filling::row(const Record& entry, std::int64_t number) const {
    tables::Row row;
    for (const auto& known : known_) row.push_back(cell(known, entry, number));
    return row;
}

std::string Filling::said(const Known& known, const std::string& key) const {
    if (const auto theirs = known.theirs.find(key); theirs != known.theirs.end()) return theirs->second;
    if (const auto rest = known.theirs.find(whatever_else); rest != known.theirs.end()) return rest->second;
    const auto* saying = register_::find_choice(known.sayings, key);
    return saying ? saying->label : key;
}

tables::Cell Filling::cell(const Known& known, const Record& entry, std::int64_t number) const {
    const auto& column = known.column;
    if (column.what == fixed_text) return column.otherwise;
    if (column.what == running_number) return number;
    if (!known.field && !is_of_time(column.what)) return "";
    const bool is_number = known.field && known.sayings.empty() && column.words.empty() &&
                           known.field->type->columns(*known.field).front().storage == register_::Storage::whole;
    if (const auto whole = is_number ? entry.whole(column.what) : std::nullopt) return *whole;
    std::vector<std::string> words;
    for (const auto& key : keys_in(entry, column.what, around_)) {
        if (key.empty()) continue;
        if (auto word = said(known, key); !word.empty()) base::add_once(words, word);
        if (column.only_first) break;
    }
    return words.empty() ? column.otherwise : base::joined(words, ", ");
}

}  // namespace digilots::collections
