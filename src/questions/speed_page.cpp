// How fast we answer: by the way it came, with the median, what was kept and what was broken; as a page and as a file.
#include <algorithm>
#include <array>

#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/http/target.h"
#include "platform/i18n/translator.h"
#include "platform/periods/choice.h"
#include "platform/register/asked_unit.h"
#include "platform/tables/csv_writer.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/speed.h"
#include "questions/templates.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

namespace {

using html::components::Cell;

constexpr double minutes_of_hour = 60, minutes_of_day = 24 * 60;
constexpr int usual_days = 90;
constexpr i18n::Text how_it_is_counted = TEXT(
    "Half were answered faster than the median, half slower. What was answered counts on the day of its last "
    "answer, what is late and still waits on the day that was promised. Call-backs that ended without reaching "
    "the person count as broken. A share is of what was answered, or was promised by a time that has passed; it "
    "stands beside it. What was closed without an answer, or was not needed any more, stands apart and is in no "
    "share and no median. What has been deleted after its time is unknown here and does not count.");

std::vector<std::string> ways_that_promise() {
    std::vector<std::string> ways;
    for (const auto& way : ways_in()) ways.emplace_back(way.key);
    ways.emplace_back(by_call_back);
    return ways;
}

/// Without a period the last ninety days: a month has few.
periods::Asked asked_period(const Pages& pages, const html::Page& page) {
    return periods::read_asked(page, base::to_civil(pages.clock.now(), page.request().tenant->zone).date, usual_days);
}

register_::AskedUnit unit_asked_for(const Pages& pages, const http::Request& request) {
    return register_::asked_unit(Inside::of(pages.questions).organisation.link_sources(), "organisation.unit",
                                 html::Page(request));
}

std::vector<Speed> asked_speeds(const Pages& pages, const http::Request& request, const periods::Period& period) {
    const auto& self = Inside::of(pages.questions);
    calendar::WorkingWeek week;
    if (const auto country = self.country_of(request.tenant->id); !country.empty()) week.country = country;
    week.zone = self.zone_of(request.tenant->id);
    const auto ways = ways_that_promise();
    auto ended = ended_in(pages.questions, request.tenant->id, period);
    const auto unit = unit_asked_for(pages, request);
    std::erase_if(ended, [&](const Ended& one) { return !unit.holds(one.unit); });
    return speeds_of(ended, ways, week);
}

Cell number_cell(std::optional<double> number, const i18n::Translator& words) {
    return number ? Cell{.text = words.number(*number, 1)} : Cell{.text = "–", .unknown = true};
}

std::optional<double> in_units(std::optional<int> minutes, double unit) {
    return minutes ? std::optional(*minutes / unit) : std::nullopt;
}

std::optional<double> share_kept(const Speed& speed) {
    constexpr double hundred = 100;
    if (speed.promised == 0) return std::nullopt;
    return hundred * static_cast<double>(speed.in_time) / static_cast<double>(speed.promised);
}

/// "62.5 (10 of 16)": a share says of how many.
Cell share_cell(const Speed& speed, const i18n::Translator& words) {
    const auto share = share_kept(speed);
    if (!share) return {.text = "–", .unknown = true};
    return {.text = words.t("{share} ({part} of {whole})", {{"share", words.number(*share, 1)},
                                                           {"part", words.number(static_cast<double>(speed.in_time))},
                                                           {"whole", words.number(static_cast<double>(speed.promised))}})};
}

html::components::Table table_of(const std::vector<Speed>& speeds, const html::Page& page) {
    const auto& words = page.translator();
    html::components::Table table;
    table.caption = page.t("From contact to answer");
    table.columns = {{page.t("Came by")},
                     {page.t("Answered"), true},
                     {page.t("Median, working hours"), true},
                     {page.t("Median, days"), true},
                     {page.t("Within the promise, %"), true},
                     {page.t("Promise broken"), true},
                     {page.t("Ended without an answer, in no share"), true}};
    table.empty = page.t("Nothing was answered in this period, and no promise ran out.");
    if (speeds.front().promised + speeds.front().left == 0) return table;
    for (const auto& speed : speeds)
        table.rows.push_back({Cell{.text = title_of_way(speed.channel, words)}, Cell{.text = std::to_string(speed.answered)},
                              number_cell(in_units(speed.median_work, minutes_of_hour), words),
                              number_cell(in_units(speed.median, minutes_of_day), words), share_cell(speed, words),
                              Cell{.text = std::to_string(speed.broken())}, Cell{.text = std::to_string(speed.left)}});
    return table;
}

}  // namespace

std::string title_of_way(const std::string& channel, const i18n::Translator& words) {
    if (channel.empty()) return words.t("All ways together");
    if (channel == by_call_back) return words.t("Call-back");
    for (const auto& way : ways_in())
        if (channel == way.key) return words.t(way.label);
    return channel;
}

http::Response speed_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("How fast we answer");
    page.staff = true;
    page.indexable = false;
    auto asked = asked_period(pages, page);
    const auto& period = asked.choice.period;
    const auto from = base::format_date(period.from), to = base::format_date(period.to);
    SpeedView view{.url = page.tenant_url("/staff/how-fast"),
                   .period = periods::name_of(period, page.translator()),
                   .choice = periods::field_of(asked.choice.name, page).with(asked.errors)};
    view.dates = periods::date_fields_of(asked, page);
    view.table = table_of(asked_speeds(pages, request, period), page);
    const auto unit = unit_asked_for(pages, request);
    view.csv_url = unit.link(page.tenant_url("/staff/how-fast.csv?period=dates&from=" + from + "&to=" + to));
    view.definition = page.t(how_it_is_counted);
    view.unit = unit.field;
    view.errors = std::move(asked.errors);
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::speed_page(view, page), status);
}

http::Response speed_table(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto asked = asked_period(pages, page);
    if (!asked.errors.empty())
        return http::problem(400, page.t("The question is not right"), asked.errors.entries().front().message);
    const auto& period = asked.choice.period;
    const auto from = base::format_date(period.from), to = base::format_date(period.to);
    tables::CsvWriter csv;
    csv.line({"municipality", "from", "to", "channel", "channel_label", "answered", "median_working_minutes", "median_minutes",
              "promised", "in_time", "broken", "left", "code_list_version",
              "definition"});
    const auto minutes = [](std::optional<int> number) {
        return number ? tables::Cell(std::int64_t{*number}) : tables::Cell(std::string());
    };
    const auto definition = page.t(how_it_is_counted);
    for (const auto& speed : asked_speeds(pages, request, period))
        csv.line({request.tenant->id, from, to, speed.channel.empty() ? std::string("all") : speed.channel,
                  title_of_way(speed.channel, page.translator()), speed.answered, minutes(speed.median_work),
                  minutes(speed.median), speed.promised, speed.in_time, speed.broken(), speed.left,
                  taxonomy::version(), definition});
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + request.tenant->slug + "-how-fast-" + from + "-" + to + ".csv");
}

}  // namespace digilots::questions
