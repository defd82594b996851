#include "progress/year_choice.h"

#include "platform/html/writer.h"
#include "platform/periods/choice.h"

namespace digilots::progress {

YearChoice year_choice_of(const RequestedWheel& requested, const std::string& path, const html::Page& page) {
    YearChoice choice;
    choice.url = page.url(path);
    choice.history_url = page.url(requested.subject.wheel_path("/years"));
    choice.compared = page.request().query.get("compare");
    const std::string kept = choice.compared.empty() ? "" : "&compare=" + html::url_encode(choice.compared);
    const auto chosen = periods::of_year(requested.wheel.year);
    const auto link = [&](const periods::Period& year) {
        const auto key = periods::key_of(year);
        return html::Link{key, choice.url + "?year=" + key + kept, year == chosen};
    };
    const auto offered = periods::of_years(requested.years);
    for (const auto& year : offered) choice.years.push_back(link(year));
    const auto steps = periods::steps_among(offered, chosen);
    if (steps.previous) choice.previous = link(*steps.previous);
    if (steps.next) choice.next = link(*steps.next);
    return choice;
}

}  // namespace digilots::progress
