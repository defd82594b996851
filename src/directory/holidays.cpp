#include "directory/holidays.h"

#include <map>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/tables/csv_reader.h"

namespace digilots::directory {
namespace {

std::map<std::string, Holiday, std::less<>> read_holidays() {
    const auto file = base::embedded_file("data/holidays.csv");
    ENSURE(file.has_value());
    std::map<std::string, Holiday, std::less<>> days;
    for (const auto& cells : tables::rows_below_header(*file)) {
        ENSURE(cells.size() == 5);
        Holiday day;
        day.kind = cells[2] == "eve" ? Holiday::Kind::eve : Holiday::Kind::public_holiday;
        day.closed_from_minute = std::stoi(cells[3].substr(0, 2)) * 60;
        day.name = cells[4];
        days.emplace(cells[0] + cells[1], std::move(day));
    }
    return days;
}

}  // namespace

const Holiday* holiday_on(std::string_view country, base::Date date) {
    static const auto days = read_holidays();
    const auto found = days.find(std::string(country) + base::format_date(date));
    return found == days.end() ? nullptr : &found->second;
}

}  // namespace digilots::directory
