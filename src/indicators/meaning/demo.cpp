// What the demo's made-up municipalities count themselves (data/demo).
#include <map>

#include "indicators/indicators.h"
#include "platform/base/embedded.h"
#include "platform/base/whole_number.h"
#include "platform/tables/csv_reader.h"
#include "platform/tables/number.h"

namespace digilots::indicators {

namespace {

std::vector<std::vector<std::string>> rows_of_demo(std::string_view municipality, std::string_view name) {
    const auto content = base::embedded_file("data/demo/" + std::string(municipality) + "/" + std::string(name) + ".csv");
    return content ? tables::rows_below_header(*content) : std::vector<std::vector<std::string>>{};
}

std::map<std::string, std::vector<OwnValue>> figures_of_demo(std::string_view municipality) {
    std::map<std::string, std::vector<OwnValue>> figures;
    for (const auto& row : rows_of_demo(municipality, "figure")) {
        const auto year = static_cast<int>(base::whole_number_up_to(row[1], 1, 9999).value_or(0));
        figures[row[0]].push_back({year, gender_of(row[2]).value_or(Gender::total), tables::read_number(row[3])});
    }
    return figures;
}

}  // namespace

void load_own_of_demo(Indicators& indicators, const Demo& demo) {
    for (const auto& municipality : demo.complete) {
        const auto actor = demo.account ? demo.account(municipality, http::Role::coordinator) : std::string();
        const auto figures = figures_of_demo(municipality);
        for (const auto& row : rows_of_demo(municipality, "indicator")) {
            if (indicators.find(row[0])) continue;
            const LocalIndicator own{.id = row[0], .title = row[1], .unit = row[2], .measure = row[4],
                                     .direction = direction_of(row[3]).value_or(Direction::neither),
                                     .by_gender = row[5] == "1"};
            indicators.add_local(municipality, own, actor);
            const auto found = figures.find(row[0]);
            if (found != figures.end()) indicators.save_values(municipality, row[0], found->second, actor);
        }
    }
}

}  // namespace digilots::indicators
