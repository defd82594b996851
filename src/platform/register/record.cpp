#include "platform/register/record.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/base/text.h"

namespace digilots::register_ {

namespace {

std::string text_of_value(const db::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    const auto* real = std::get_if<double>(&value);
    if (!real) return "";
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr;
    return {digits.data(), end};
}

template <class Number>
db::Value number_of(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return db::Null{};
    return number;
}

}  // namespace

std::string_view typed(const Draft& draft, std::string_view input) {
    const auto found = draft.find(input);
    return found == draft.end() || found->second.empty() ? std::string_view() : found->second.front();
}

std::string Record::text(std::string_view column) const {
    const auto found = columns.find(column);
    if (found == columns.end()) return "";
    const auto* text = std::get_if<std::string>(&found->second);
    return text ? *text : "";
}

std::optional<std::int64_t> Record::whole(std::string_view column) const {
    const auto found = columns.find(column);
    if (found == columns.end()) return std::nullopt;
    const auto* whole = std::get_if<std::int64_t>(&found->second);
    return whole ? std::optional(*whole) : std::nullopt;
}

std::optional<double> Record::number(std::string_view column) const {
    const auto found = columns.find(column);
    if (found == columns.end()) return std::nullopt;
    const auto* real = std::get_if<double>(&found->second);
    return real ? std::optional(*real) : std::nullopt;
}

std::optional<base::Date> Record::date(std::string_view column) const {
    return base::parse_date(text(column));
}

std::optional<bool> Record::yes_or_no(std::string_view column) const {
    const auto answer = whole(column);
    return answer ? std::optional(*answer != 0) : std::nullopt;
}

std::vector<std::string> Record::list(std::string_view column) const {
    return list_items(text(column));
}

bool Record::is_unknown(std::string_view column) const {
    const auto found = columns.find(column);
    if (found == columns.end()) return true;
    if (const auto* text = std::get_if<std::string>(&found->second)) return text->empty();
    return std::holds_alternative<db::Null>(found->second);
}

bool Record::operator==(const Record& other) const {
    return id == other.id && ended_at == other.ended_at && position == other.position &&
           std::ranges::equal(columns, other.columns, [](const auto& one, const auto& two) {
               return one.first == two.first && one.second.index() == two.second.index() &&
                      text_of_value(one.second) == text_of_value(two.second);
           });
}

std::string Record::as_text(std::string_view column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? "" : text_of_value(found->second);
}

db::Value value_of_text(Storage storage, std::string_view text) {
    if (storage == Storage::whole) return number_of<std::int64_t>(text);
    if (storage == Storage::real) return number_of<double>(text);
    return std::string(text);
}

std::vector<std::string> list_items(std::string_view joined) {
    std::vector<std::string> items;
    for (const auto item : base::split(joined, '\n'))
        if (!item.empty()) items.emplace_back(item);
    return items;
}

std::string joined_list(const std::vector<std::string>& items) {
    std::string all;
    for (const auto& item : items) all += (all.empty() ? "\n" : "") + item + "\n";
    return all;
}

}  // namespace digilots::register_
