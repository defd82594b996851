#include "statistics/heat.h"

#include <algorithm>
#include <array>

#include "platform/base/lists.h"
#include "platform/base/whole_number.h"
#include "platform/measures/time.h"

namespace digilots::statistics {

namespace {

constexpr int days_of_week = 7, hours_of_day = 24, shades = 4, minutes_of_hour = 60;
/// The rota is read day by day.
constexpr int longest_staffed = 370;

using Grid = std::array<std::array<std::int64_t, days_of_week>, hours_of_day>;

std::int64_t without_an_hour(const std::vector<measures::Row>& rows) {
    std::int64_t number = 0;
    for (const auto& row : rows)
        if (!base::whole_number(row.dimensions.at("hour"), 0, hours_of_day - 1)) number += row.value.amount;
    return number;
}

Grid counted(const std::vector<measures::Row>& rows) {
    Grid grid{};
    for (const auto& row : rows) {
        const auto hour = base::whole_number(row.dimensions.at("hour"), 0, hours_of_day - 1);
        const auto day = base::whole_number(row.dimensions.at("weekday"), 1, days_of_week);
        if (hour && day) grid[static_cast<std::size_t>(*hour)][static_cast<std::size_t>(*day - 1)] += row.value.amount;
    }
    return grid;
}

std::optional<Grid> staffed_by_hour(const Around& around, const Question& question, const http::Tenant& tenant) {
    const auto& period = question.query.period;
    if (!around.staffed || base::days_between(period.from, period.to) > longest_staffed) return std::nullopt;
    const auto place = question.query.where.find("place");
    const auto hours = around.staffed(tenant, period, place == question.query.where.end() ? "" : place->second);
    if (hours.empty()) return std::nullopt;
    Grid grid{};
    for (const auto& one : hours)
        grid[static_cast<std::size_t>(one.hour)][static_cast<std::size_t>(one.weekday)] += one.minutes;
    return grid;
}

std::string staffed_text(std::int64_t minutes, const i18n::Translator& translator) {
    if (minutes == 0) return translator.t(TEXT("nobody"));
    const int decimals = minutes % minutes_of_hour == 0 ? 0 : 1;
    const auto hours = translator.number(static_cast<double>(minutes) / minutes_of_hour, decimals);
    return translator.t(TEXT("{hours} h"), {{"hours", hours}});
}

}  // namespace

bool is_heat(const Question& question) {
    const auto& by = question.query.by;
    return by.size() == 2 && base::holds(by, std::string("hour")) && base::holds(by, std::string("weekday"));
}

Heat heat_of(const Around& around, const Question& question, const std::vector<measures::Row>& rows, const http::Tenant& tenant,
             const i18n::Translator& translator) {
    const auto grid = counted(rows);
    const auto staffed = staffed_by_hour(around, question, tenant);
    std::int64_t most = 1;
    std::size_t first = hours_of_day, last = 0;
    for (std::size_t hour = 0; hour < hours_of_day; ++hour) {
        for (std::size_t day = 0; day < days_of_week; ++day) {
            most = std::max(most, grid[hour][day]);
            if (grid[hour][day] == 0 && !(staffed && (*staffed)[hour][day] > 0)) continue;
            first = std::min(first, hour);
            last = hour;
        }
    }
    Heat heat{.caption = translator.t(question.measure->title) + ", " + periods::name_of(question.query.period, translator)};
    for (int day = 1; day <= days_of_week; ++day)
        heat.columns.push_back(measures::time_label("weekday", std::to_string(day), translator));
    for (std::size_t hour = first; hour <= last && first < hours_of_day; ++hour) {
        HeatRow row{.title = translator.time(static_cast<int>(hour), 0)};
        for (std::size_t day = 0; day < days_of_week; ++day) {
            const auto number = grid[hour][day];
            HeatCell cell{.number = static_cast<double>(number),
                          .text = translator.number(static_cast<double>(number)),
                          .shade = number == 0 ? 0 : static_cast<int>((number * shades + most - 1) / most)};
            if (staffed) {
                const auto minutes = (*staffed)[hour][day];
                cell.staffed = staffed_text(minutes, translator);
                cell.is_uncovered = minutes == 0 && number > 0;
            }
            row.cells.push_back(std::move(cell));
        }
        heat.rows.push_back(std::move(row));
    }
    heat.note = staffed ? translator.t(TEXT("The number is what was counted; below it the hours that somebody was there by the "
                                            "rota. Framed: something was counted while the rota says nobody."))
                        : translator.t(TEXT("The rota says nothing of this period, so staffed hours are not shown."));
    if (staffed && !question.query.where.contains("place"))
        heat.note += " " + translator.t(TEXT("The hours are of places that have a rota, what was counted is of all places. "
                                             "Choose a place to set both beside each other."));
    if (const auto number = without_an_hour(rows); number > 0)
        heat.note += " " + translator.tn("{n} that was tallied without its hour is in no cell.",
                                         "{n} that were tallied without their hour are in no cell.", number);
    return heat;
}

}  // namespace digilots::statistics
