#include "municipality/municipality_store.h"

#include "municipality/sql.h"
#include "platform/base/text.h"
#include "platform/base/time.h"

namespace digilots::municipality::store {

namespace {

std::string_view word_of(PromiseUnit unit) {
    switch (unit) {
        case PromiseUnit::days:
            return "days";
        case PromiseUnit::hours:
            return "hours";
        case PromiseUnit::working_days:
            break;
    }
    return "working_days";
}

PromiseUnit unit_of(std::string_view word) {
    if (word == "days") return PromiseUnit::days;
    if (word == "hours") return PromiseUnit::hours;
    return PromiseUnit::working_days;
}

std::string date_text(const std::optional<base::Date>& date) { return date ? base::format_date(*date) : ""; }

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ",") + word;
    return text;
}

std::vector<std::string> separated(std::string_view text) {
    std::vector<std::string> words;
    for (const auto word : base::split(text, ',')) {
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

Settings read_settings(const db::Row& row) {
    Settings settings;
    settings.languages = separated(row.text("languages"));
    settings.zone = row.text("zone");
    settings.phone = row.text("phone");
    settings.phone_is_example = row.flag("phone_is_example");
    settings.phone_hours = row.text("phone_hours");
    settings.primary_colour = row.text("primary_colour");
    const auto limit = row.get<std::optional<std::int64_t>>("response_limit");
    if (limit) settings.response_limit = static_cast<int>(*limit);
    settings.response_unit = unit_of(row.text("response_unit"));
    settings.fallback_place = row.text("fallback_place");
    settings.accessibility_reviewed = base::parse_date(row.text("accessibility_reviewed"));
    return settings;
}

}  // namespace

std::set<std::string, std::less<>> active(db::Connection& connection) {
    std::set<std::string, std::less<>> found;
    const auto rows = connection.query(sql::list_active);
    for (const auto row : rows) found.insert(row.text("municipality_id"));
    return found;
}

std::optional<Settings> settings(db::Connection& connection, std::string_view id) {
    const auto rows = connection.query(sql::find_active, id);
    if (rows.empty()) return std::nullopt;
    return read_settings(rows[0]);
}

std::vector<Network> networks(db::Connection& connection) {
    std::vector<Network> found;
    const auto rows = connection.query(sql::list_networks);
    for (const auto row : rows) {
        if (found.empty() || found.back().key != row.text("key"))
            found.push_back({row.text("key"), row.text("name"), {}});
        const auto member = row.text("municipality_id");
        if (!member.empty()) found.back().members.push_back(member);
    }
    return found;
}

std::vector<Municipality> own(db::Connection& connection) {
    std::vector<Municipality> found;
    const auto rows = connection.query(sql::list_own);
    for (const auto row : rows) {
        Municipality one;
        one.id = one.slug = row.text("id");
        one.country = row.text("country");
        one.name = row.text("name");
        one.county_name = row.text("county_name");
        one.population = row.get<std::optional<std::int64_t>>("population").value_or(0);
        one.population_year = static_cast<int>(row.get<std::optional<std::int64_t>>("population_year").value_or(0));
        const auto latitude = row.get<std::optional<double>>("latitude");
        one.is_on_map = latitude.has_value();
        one.latitude = latitude.value_or(0);
        one.longitude = row.get<std::optional<double>>("longitude").value_or(0);
        one.is_own = true;
        found.push_back(std::move(one));
    }
    return found;
}

bool activate(db::Connection& connection, std::string_view id, const Settings& settings, base::Instant now) {
    const auto added = connection.execute(
        sql::activate, id, joined(settings.languages), settings.zone, settings.phone,
        settings.phone_is_example, settings.phone_hours, settings.primary_colour, settings.response_limit,
        word_of(settings.response_unit), settings.fallback_place, base::format_utc(now),
        date_text(settings.accessibility_reviewed));
    return added != 0;
}

bool save_settings(db::Connection& connection, std::string_view id, const Settings& settings) {
    const auto changed =
        connection.execute(sql::save_settings, id, joined(settings.languages), settings.zone, settings.phone,
                           settings.phone_is_example, settings.phone_hours, settings.primary_colour,
                           settings.response_limit, word_of(settings.response_unit), settings.fallback_place,
                           date_text(settings.accessibility_reviewed));
    return changed != 0;
}

void save_own(db::Connection& connection, const Municipality& own, base::Instant now) {
    const bool is_counted = own.population_year != 0;
    connection.execute(sql::save_own, own.id, own.country, own.name, own.county_name,
                       is_counted ? std::optional(own.population) : std::nullopt,
                       is_counted ? std::optional<std::int64_t>(own.population_year) : std::nullopt,
                       own.is_on_map ? std::optional(own.latitude) : std::nullopt,
                       own.is_on_map ? std::optional(own.longitude) : std::nullopt, base::format_utc(now));
}

void save_network(db::Connection& connection, const Network& network) {
    connection.execute(sql::save_network, network.key, network.name);
    connection.execute(sql::delete_members, network.key);
    for (const auto& member : network.members) connection.execute(sql::add_member, network.key, member);
}

}  // namespace digilots::municipality::store
