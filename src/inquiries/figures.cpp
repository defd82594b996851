#include "inquiries/figures.h"

#include <algorithm>
#include <array>

#include "inquiries/further.h"
#include "inquiries/sql.h"
#include "inquiries/units.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/measures/time.h"

namespace digilots::inquiries {

namespace {

using Key = std::map<std::string, std::string>;
using Sums = std::map<Key, std::int64_t>;
using measures::Grain;

/// Counted from the rows in about a third of a second.
constexpr std::int64_t most_rows = 200'000;

bool asks(const measures::Query& query, std::string_view dimension) {
    return std::ranges::find(query.by, dimension) != query.by.end();
}

/// What employees and partners asked stands in cuts of its own.
bool is_of_staff(std::string_view column) { return column == "from_staff"; }

/// No count keeps them: they are few, and the rows tell.
bool is_only_in_rows(std::string_view column) { return column == "without_receiver"; }

/// The dimensions that the rows must be told apart by, in the order of single_dimensions(); of what staff asked by whom, too.
std::vector<std::string> stored_dimensions(const measures::Query& query, std::string_view column) {
    std::vector<std::string> dimensions;
    for (const std::string_view dimension : single_dimensions()) {
        if (asks(query, dimension) || query.where.contains(std::string(dimension))) dimensions.emplace_back(dimension);
    }
    if (is_of_staff(column)) dimensions.emplace_back("asker");
    return dimensions;
}

Grain grain_of(const measures::Query& query) {
    Grain finest = Grain::none;
    for (const std::string& dimension : query.by) finest = std::max(finest, measures::grain_of(dimension));
    return finest;
}

/// "2026-11-22" as "2026-W47", "2026-11" …; the part may be shorter where only months or years were read.
void add_time(Key& key, const measures::Query& query, const std::string& part) {
    for (const std::string& dimension : query.by) {
        if (measures::is_time(dimension)) key[dimension] = measures::time_key(dimension, part);
    }
}

class Counting {
public:
    Counting(db::Connection& connection, Service& service, std::string_view column, const measures::Query& query, Sums& sums)
        : connection_(connection),
          service_(service),
          column_(is_of_staff(column) ? "inquiries" : column),
          is_of_staff_(is_of_staff(column)),
          query_(query),
          sums_(sums),
          dimensions_(stored_dimensions(query, column)) {}

    /// Of municipalities together, or of one.
    void from_counts(const std::vector<std::string>& municipalities, const std::string& cut) {
        add_cells(municipalities, cut, dimensions_, 1);
        if (dimensions_.size() != 1 || !is_optional_dimension(dimensions_[0]) || !wants_not_stated()) return;
        add_cells(municipalities, "", {}, 1);
        for (const auto& [key, value] : cells_taken_) sums_[without_stated(key)] -= value;
        cells_taken_.clear();
    }

    /// Whole months from the counts of months; the days left at both ends from the rows.
    void from_months(const std::vector<std::string>& municipalities, const std::string& cut) {
        for (const Segment& segment : segments_of(query_.period, grain_of(query_))) {
            if (segment.grain == "month") add_cells_of_months(municipalities, cut, segment);
            else from_rows(municipalities, {base::parse_date(segment.from).value(), base::parse_date(segment.to).value()});
        }
    }

    void from_rows(const std::vector<std::string>& municipalities, const periods::Period& period) {
        for (const auto& municipality : municipalities) add_rows(municipality, period);
    }

private:
    void add_rows(const std::string& municipality, const periods::Period& period) {
        const auto [from, until] = moments_of(period, service_.municipalities.settings(municipality).zone);
        std::vector<db::Value> parameters{municipality, base::format_utc(from), base::format_utc(until)};
        constexpr std::array<const char*, 14> columns{"place",         "channel", "outcome",  "hour",    "topic",
                                                      "support_given", "body",    "language", "barrier", "age_band",
                                                      "gender",        "kind",    "target_group", "asker"};
        for (const char* column : columns) {
            parameters.push_back(std::int64_t{std::ranges::find(dimensions_, column) != dimensions_.end()});
        }
        parameters.push_back(std::string(column_));
        parameters.push_back(std::int64_t{is_of_staff_});
        parameters.push_back(std::int64_t{base::holds(dimensions_, "e_service")});
        parameters.push_back(std::int64_t{std::ranges::any_of(dimensions_, is_further)});
        parameters.push_back(std::int64_t{static_cast<int>(grain_of(query_))});
        for (const db::Row row : connection_.run(sql::sum_rows, std::move(parameters))) {
            std::vector<Key> keys{start_key(municipality, row.text("part"))};
            for (const std::string& dimension : dimensions_) keys = with_values(keys, dimension, values_of(row, dimension));
            for (const Key& key : keys) sums_[key] += row.integer("total");
        }
    }

    static bool is_further(const std::string& dimension) {
        return further_word(dimension) != nullptr || dimension == unit_concerned || dimension == follow_up_standing;
    }
    static std::vector<std::string> values_of(const db::Row& row, const std::string& dimension) {
        if (dimension == follow_up_standing) {
            const auto how = further_key(row.text("further"), "followed_up");
            return {how.empty() ? further_key(row.text("further"), follow_up_standing) : how};
        }
        if (is_further(dimension)) return {further_key(row.text("further"), dimension)};
        if (dimension == "hour") return {hour_key(static_cast<int>(row.integer("hour")))};
        if (dimension != "barrier" && dimension != "target_group") return {row.text(dimension)};
        std::vector<std::string> values;
        for (const auto& value : base::separated(row.text(dimension), ',')) base::add_once(values, value);
        if (values.empty()) values.emplace_back();
        return values;
    }
    /// Each key with each value that a filter lets through.
    std::vector<Key> with_values(const std::vector<Key>& keys, const std::string& dimension,
                                 const std::vector<std::string>& values) {
        std::vector<Key> all;
        for (const Key& key : keys)
            for (const auto& value : values)
                if (Key with = key; put(with, dimension, value)) all.push_back(std::move(with));
        return all;
    }

    std::vector<CountedSum> cells_of(const CutAsked& asked, const Segment& segment) {
        if (asked.municipalities.size() > 1) return service_.counts_of_several.read(connection_, asked, segment);
        std::vector<CountedSum> cells;
        for (const db::Row row :
             connection_.query(sql::sum_counts, asked.municipalities.at(0), segment.grain, asked.cut, segment.from, segment.to,
                               static_cast<int>(grain_of(query_)), asked.column, asked.key_1, asked.key_2))
            cells.push_back({row.text("part"), row.text("key_1"), row.text("key_2"), row.integer("total")});
        return cells;
    }

    void add_cells(const std::vector<std::string>& municipalities, const std::string& cut,
                   const std::vector<std::string>& dimensions, int sign) {
        const auto wanted = [&](std::size_t i) -> std::optional<std::string> {
            if (i >= dimensions.size()) return std::nullopt;
            const auto found = query_.where.find(dimensions[i]);
            return found == query_.where.end() ? std::nullopt : std::optional(found->second);
        };
        const CutAsked asked{municipalities, cut, column_, wanted(0), wanted(1)};
        for (const Segment& segment : segments_of(query_.period, grain_of(query_))) {
            for (const auto& cell : cells_of(asked, segment)) {
                Key key = start_key(municipalities[0], cell.part);
                if (dimensions.size() > 0) put(key, dimensions[0], cell.key_1);
                if (dimensions.size() > 1) put(key, dimensions[1], cell.key_2);
                if (dimensions.empty() && dimensions_.size() == 1) key[dimensions_[0]] = "";
                else if (dimensions.size() == 1 && wants_not_stated()) cells_taken_[key] += cell.total;
                const bool is_surplus = !dimensions.empty() && is_optional_dimension(dimensions[0]) && cell.key_1.empty();
                if (!is_surplus) sums_[key] += sign * cell.total;
            }
        }
    }

    void add_cells_of_months(const std::vector<std::string>& municipalities, const std::string& cut, const Segment& segment) {
        const auto names = base::separated(cut, '+');
        const auto first = query_.where.find(names[0]);
        const auto wanted = first == query_.where.end() ? std::nullopt : std::optional(first->second);
        for (const auto& cell : cells_of({municipalities, cut, column_, wanted, std::nullopt}, segment)) {
            Key key = start_key(municipalities[0], cell.part);
            bool is_wanted = put(key, names[0], cell.key_1);
            std::string_view rest = cell.key_2;
            for (std::size_t i = 1; i < names.size() && is_wanted; ++i) {
                const auto end = std::min(rest.find(key_separator), rest.size());
                is_wanted = put(key, names[i], std::string(rest.substr(0, end)));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            if (is_wanted) sums_[key] += cell.total;
        }
    }

    /// False where a filter asks for another value.
    bool put(Key& key, const std::string& dimension, const std::string& value) {
        const auto wanted = query_.where.find(dimension);
        if (wanted != query_.where.end() && wanted->second != value) return false;
        if (asks(query_, dimension)) key[dimension] = value;
        return true;
    }

    bool wants_not_stated() const {
        return dimensions_.size() == 1 && is_optional_dimension(dimensions_[0]) && !query_.where.contains(dimensions_[0]);
    }

    Key without_stated(Key key) const {
        key[dimensions_[0]] = "";
        return key;
    }

    Key start_key(const std::string& municipality, const std::string& part) const {
        Key key;
        add_time(key, query_, part.substr(0, static_cast<std::size_t>(grain_of(query_))));
        if (asks(query_, "municipality")) key["municipality"] = municipality;
        return key;
    }

    db::Connection& connection_;
    Service& service_;
    std::string_view column_;
    const bool is_of_staff_;
    const measures::Query& query_;
    Sums& sums_;
    Sums cells_taken_;
    std::vector<std::string> dimensions_;
};

/// What a tally says of a dimension, each topic of its own.
std::string said_by(const Tallies::Sum& sum, const std::string& dimension, const std::string& topic) {
    if (dimension == "place") return sum.place;
    if (dimension == "channel") return sum.channel;
    if (dimension == "topic") return topic;
    return dimension == "kind" ? "tally" : "";
}

/// Numbers beside the entries, as if each were so many tallies: they have a topic, a place, a channel and a day, nothing else.
void add_tallies(const Service& service, const measures::Query& query, Sums& sums) {
    const auto dimensions = stored_dimensions(query, "inquiries");
    const bool by_topic = base::holds(dimensions, "topic");
    for (const auto& sum : service.tallies.sums(query.municipalities, query.period, static_cast<int>(grain_of(query)))) {
        std::vector<std::string> topics{by_topic ? sum.topic : ""};
        if (by_topic) taxonomy::add_shared(*service.own_topics.of(sum.municipality), topics);
        for (const auto& topic : topics) {
            Key key;
            add_time(key, query, sum.part);
            if (asks(query, "municipality")) key["municipality"] = sum.municipality;
            bool is_wanted = true;
            for (const auto& dimension : dimensions) {
                const auto value = said_by(sum, dimension, topic);
                const auto wanted = query.where.find(dimension);
                is_wanted = is_wanted && (wanted == query.where.end() || wanted->second == value);
                if (asks(query, dimension)) key[dimension] = value;
            }
            if (is_wanted) sums[key] += sum.number;
        }
    }
}

/// Persons of a group are counted by gender alone, or by anything else: an entry does not say who of them it was about.
bool can_be_told_apart(std::string_view column, const measures::Query& query) {
    const auto dimensions = stored_dimensions(query, column);
    return column != "persons" || dimensions.size() < 2 || !base::holds(dimensions, "gender");
}

bool is_ordinary_kind(std::string_view dimension, std::string_view key) { return dimension == "kind" && key == "visit"; }

/// Such of months that answers a question of these dimensions, which no other count keeps.
std::optional<std::string> month_cut(const std::vector<std::string>& dimensions) {
    const auto found = std::ranges::find_if(month_cuts(), [&](std::string_view cut) {
        const auto names = base::separated(cut, '+');
        // An inquiry stands under each of its topics, and under all that stood in the way: those cuts tell of these alone.
        return base::holds(names, "topic") == base::holds(dimensions, "topic") &&
               base::holds(names, "barrier") == base::holds(dimensions, "barrier") &&
               std::ranges::all_of(dimensions, [&](const auto& one) { return base::holds(names, one); });
    });
    return found == month_cuts().end() ? std::nullopt : std::optional<std::string>(*found);
}

std::int64_t rows_in(db::Connection& connection, const measures::Query& query, bool has_months) {
    std::int64_t rows = 0;
    const auto period = has_months ? with_empty_days(connection, query.municipalities, query.period) : query.period;
    for (const Segment& segment : segments_of(period, has_months ? grain_of(query) : Grain::day)) {
        if (segment.grain == "month") continue;
        for (const std::string& municipality : query.municipalities)
            rows += connection.query(sql::count_of_days, municipality, segment.from, segment.to)[0].integer("found");
    }
    return rows;
}

/// All of them at once, where sums of months answer for all.
std::vector<std::vector<std::string>> counted_together(const measures::Query& query, bool by_months) {
    if (by_months && !asks(query, "municipality") && !query.municipalities.empty()) return {query.municipalities};
    std::vector<std::vector<std::string>> each;
    for (const auto& municipality : query.municipalities) each.push_back({municipality});
    return each;
}

enum class Told { by_entries, by_all };

std::vector<measures::Row> figures_of(Service& service, std::string_view column, const measures::Query& query, Told told);

}  // namespace

std::optional<std::string> kept_cut(const std::vector<std::string>& dimensions) {
    if (dimensions.empty()) return "";
    // What changes long after the entry no count keeps.
    if (base::holds(dimensions, follow_up_standing)) return std::nullopt;
    if (dimensions.size() == 1) return dimensions[0];
    if (dimensions.size() > 2) return std::nullopt;
    const std::string cut = dimensions[0] + "+" + dimensions[1];
    if (!base::holds(pair_cuts(), cut) && !base::holds(asker_cuts(), cut)) return std::nullopt;
    return cut;
}

std::pair<base::Instant, base::Instant> moments_of(const periods::Period& period, std::string_view zone) {
    return {base::from_civil(period.from, 0, 0, zone), base::from_civil(base::add_days(period.to, 1), 0, 0, zone)};
}

std::vector<measures::Row> figures(Service& service, std::string_view column, const measures::Query& query) {
    if (asks_for_units(query)) return figures_of_units(service, column, query);
    return figures_of(service, column, query, Told::by_all);
}

std::vector<measures::Row> figures_of_entries(Service& service, std::string_view column, const measures::Query& query) {
    return figures_of(service, column, query, Told::by_entries);
}

namespace {

std::vector<measures::Row> figures_of(Service& service, std::string_view column, const measures::Query& query, Told told) {
    for (const std::string& dimension : query.by) {
        ENSURE(measures::is_time(dimension) || dimension == "municipality" ||
               base::holds(single_dimensions(), dimension) || (is_of_staff(column) && dimension == "asker"));
    }
    if (!can_be_told_apart(column, query)) return {};
    std::vector<std::string> dimensions = stored_dimensions(query, column);
    std::optional<std::string> cut = is_only_in_rows(column) ? std::nullopt : kept_cut(dimensions);
    // "Not stated" is no row of its own in the counts of optional dimensions.
    if (dimensions.size() == 1 && is_optional_dimension(dimensions[0]) && query.where.contains(dimensions[0]) &&
        (query.where.at(dimensions[0]).empty() || is_ordinary_kind(dimensions[0], query.where.at(dimensions[0])))) {
        cut.reset();
    }
    const auto of_months = cut || is_only_in_rows(column) ? std::nullopt : month_cut(dimensions);
    Sums sums;
    service.database.read([&](db::Connection& connection) {
        sums.clear();
        auto counted = query;
        const bool by_months = (cut || of_months) && grain_of(query) != Grain::day;
        if (by_months) counted.period = with_empty_days(connection, query.municipalities, query.period);
        Counting counting(connection, service, column, counted, sums);
        for (const auto& municipalities : counted_together(query, by_months)) {
            if (cut) counting.from_counts(municipalities, *cut);
            else if (of_months) counting.from_months(municipalities, *of_months);
            else counting.from_rows(municipalities, query.period);
        }
    });
    if (told == Told::by_all && column == "inquiries" && service.tallies.sums) add_tallies(service, query, sums);
    std::vector<measures::Row> rows;
    for (const auto& [counted, value] : sums) {
        Key key = counted;
        if (const auto kind = key.find("kind"); kind != key.end() && kind->second.empty()) kind->second = "visit";
        // An own topic means something in one municipality; among several it stands under its shared topic alone.
        const auto topic = key.find("topic");
        const bool is_foreign = query.municipalities.size() > 1 && topic != key.end() && taxonomy::is_own(topic->second);
        if (value != 0 && !is_foreign) rows.push_back({std::move(key), value});
    }
    return rows;
}

}  // namespace

bool can_answer(Service& service, std::string_view column, const measures::Query& query) {
    if (asks_for_units(query)) return can_answer(service, column, about_places(query));
    if (!can_be_told_apart(column, query)) return false;
    const auto dimensions = stored_dimensions(query, column);
    if (!is_only_in_rows(column) && kept_cut(dimensions)) return true;
    const bool has_months = !is_only_in_rows(column) && month_cut(dimensions);
    return service.database.read([&](db::Connection& connection) { return rows_in(connection, query, has_months) <= most_rows; });
}

}  // namespace digilots::inquiries
