#include "platform/register/record.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots::register_ {

namespace {

bool equal_values(const db::Value& one, const db::Value& other) {
    if (one.index() != other.index()) return false;
    if (const auto* text = std::get_if<std::string>(&one)) return *text == std::get<std::string>(other);
    if (const auto* whole = std::get_if<std::int64_t>(&one)) return *whole == std::get<std::int64_t>(other);
    return true;
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

std::optional<base::Date> Record::date(std::string_view column) const {
    return base::parse_date(text(column));
}

std::optional<bool> Record::yes_or_no(std::string_view column) const {
    const auto answer = whole(column);
    return answer ? std::optional(*answer != 0) : std::nullopt;
}

std::vector<std::string> Record::list(std::string_view column) const {
    std::vector<std::string> items;
    const std::string all = text(column);
    for (const auto item : base::split(all, '\n'))
        if (!item.empty()) items.emplace_back(item);
    return items;
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
               return one.first == two.first && equal_values(one.second, two.second);
           });
}

std::string joined_list(const std::vector<std::string>& items) {
    std::string all;
    for (const auto& item : items) all += (all.empty() ? "\n" : "") + item + "\n";
    return all;
}

}  // namespace digilots::register_
