#include "goals/national_figures.h"

#include <array>
#include <string_view>

#include "platform/base/lists.h"

namespace digilots::goals {

namespace {

struct InSwedish {
    std::string_view measure, title, base;
    std::string_view figure = "";           // where the source gives no number
};

constexpr std::array in_swedish{
    InSwedish{"broadband_goal", "Mål för tillgången till bredband", "Hushåll och företag"},
    InSwedish{"internet_non_users", "Använder inte internet", "Invånare från 16 år"},
    InSwedish{"internet_non_users_pensioners", "Använder inte internet", "Pensionärer (2 av 10)"},
    InSwedish{"no_digital_identity", "Saknar e-legitimation", "Personer med funktionsnedsättning", "omkring en tredjedel"},
    InSwedish{"internet_access", "Har tillgång till internet", "Hela landet"},
    InSwedish{"internet_access_66_75", "Har tillgång till internet", "66–75 år"},
    InSwedish{"internet_access_over_76", "Har tillgång till internet", "Över 76 år"},
    InSwedish{"positive_to_digital_care_at_home", "Positiva till omsorg hemma med digitalt stöd", "Äldre"}};

/// "6 %", "250000 SEK per person and year"; "" where the source says no number.
std::string figure_of(const base::Json& one) {
    if (!one["value"].is_number()) return std::string(one["unit"].text());
    const std::string unit(one["unit"].text());
    return base::to_text(one["value"]) + (unit == "percent" ? "\u00a0%" : " " + unit);
}

}  // namespace

NationalFigures national_figures_in(const base::Json& mapping) {
    NationalFigures figures;
    for (const auto& one : mapping["national_figures"].items()) {
        const std::string measure(one["measure"].text());
        const auto year = one["year"].as_integer();
        if (!year || measure.empty()) {
            ++figures.without_year;
            continue;
        }
        const auto* known = base::find_in(in_swedish, measure, &InSwedish::measure);
        NationalFigure figure{.id = "mapping-" + measure,
                              .title = known ? std::string(known->title) : measure,
                              .figure = known && !known->figure.empty() ? std::string(known->figure) : figure_of(one),
                              .base = known ? std::string(known->base) : std::string(one["population"].text()),
                              .definition = "Som källan anger det. Ordalydelsen är vår.",
                              .publisher = std::string(one["publisher"].text()),
                              .year = *year};
        figures.all.push_back(std::move(figure));
    }
    return figures;
}

}  // namespace digilots::goals
