#include "progress/year_choice.h"

#include <algorithm>

#include "platform/html/writer.h"

namespace digilots::progress {

YearChoice year_choice_of(const RequestedWheel& requested, const std::string& path, const html::Page& page) {
    YearChoice choice;
    choice.url = page.url(path);
    choice.history_url = page.url(requested.subject.wheel_path("/years"));
    choice.compared = page.request().query.get("compare");
    const std::string kept = choice.compared.empty() ? "" : "&compare=" + html::url_encode(choice.compared);
    for (const int year : requested.years) {
        const std::string title = std::to_string(year);
        choice.years.push_back({title, choice.url + "?year=" + title + kept, year == requested.wheel.year});
    }
    const auto now = std::ranges::find(choice.years, true, &html::Link::current);
    if (now == choice.years.end()) return choice;
    if (now != choice.years.begin()) choice.previous = *std::prev(now);
    if (std::next(now) != choice.years.end()) choice.next = *std::next(now);
    return choice;
}

}  // namespace digilots::progress
