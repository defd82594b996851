#include "directory/holidays.h"

#include <map>

#include "platform/base/embedded.h"
#include "platform/base/ensure.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

std::map<std::string, Holiday, std::less<>> read_table() {
    const auto file = base::embedded_file("data/holidays.csv");
    ENSURE(file.has_value());
    std::map<std::string, Holiday, std::less<>> days;
    for (const auto line : base::split(*file, '\n')) {
        const auto cells = base::split(line, ',');
        if (cells.size() != 5 || cells[0] == "country") continue;
        Holiday day;
        day.kind = cells[2] == "eve" ? Holiday::Kind::eve : Holiday::Kind::public_holiday;
        day.closed_from_minute = std::stoi(std::string(cells[3].substr(0, 2))) * 60;
        day.name = cells[4];
        days.emplace(std::string(cells[0]) + std::string(cells[1]), std::move(day));
    }
    return days;
}

}  // namespace

const Holiday* holiday_on(std::string_view country, base::Date date) {
    static const auto days = read_table();
    const auto found = days.find(std::string(country) + base::format_date(date));
    return found == days.end() ? nullptr : &found->second;
}

}  // namespace digilots::directory
