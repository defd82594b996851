#include "activities/held_by_day.h"

#include <algorithm>
#include <array>

#include "activities/sql.h"
#include "platform/register/record.h"
#include "platform/base/text.h"
#include "platform/measures/time.h"

namespace digilots::activities {

namespace {

constexpr char beside = '\n';
constexpr std::array<std::string_view, 3> asked_by_day{"kind", "purpose", "activity"};

std::vector<std::string> parts_of_held_key(std::string_view key) {
    std::vector<std::string> parts;
    for (const auto part : base::split(key, beside)) parts.emplace_back(part);
    return parts;
}

}  // namespace

std::optional<std::string> key_of_held_days(std::string_view municipality, const measures::Query& query) {
    if (!std::ranges::all_of(query.by, [](const std::string& dimension) { return measures::is_time(dimension); }))
        return std::nullopt;
    for (const auto& [dimension, value] : query.where)
        if (std::ranges::find(asked_by_day, dimension) == asked_by_day.end() || value.empty() ||
            value.find(beside) != std::string::npos)
            return std::nullopt;
    std::string key(municipality);
    for (const auto dimension : asked_by_day) {
        const auto found = query.where.find(std::string(dimension));
        key += beside + (found == query.where.end() ? std::string() : found->second);
    }
    return key;
}

std::string municipality_of_held_days(std::string_view key) { return parts_of_held_key(key).front(); }

std::shared_ptr<const std::vector<HeldDay>> load_held_days(db::Database& database, std::string_view key) {
    const auto parts = parts_of_held_key(key);
    auto days = std::make_shared<std::vector<HeldDay>>();
    const auto rows = database.read([&](db::Connection& connection) {
        return connection.query(sql::held_by_day, parts[0], parts[1], parts[2], parts[3],
                                register_::joined_list({"staff"}));
    });
    for (const auto row : rows)
        days->push_back({.day = row.text("day"),
                         .sessions = row.integer("sessions"),
                         .came = row.integer("came"),
                         .staff = row.integer("staff"),
                         .did_not_come = row.integer("did_not_come"),
                         .costs = row.integer("costs")});
    return days;
}

}  // namespace digilots::activities
