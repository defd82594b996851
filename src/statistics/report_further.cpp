// What stood in the way, who helped for how long and when, what else was counted; what it all means and what is not known.
#include <algorithm>
#include <array>
#include <map>

#include "platform/base/lists.h"
#include "statistics/heat.h"
#include "statistics/report_parts.h"

namespace digilots::statistics {

namespace {

constexpr double minutes_of_an_hour = 60;
constexpr std::size_t barriers_named = 3;

std::string hours_in_words(std::int64_t minutes, const i18n::Translator& words) {
    return words.number(static_cast<double>(minutes) / minutes_of_an_hour, minutes % 60 == 0 ? 0 : 1);
}

ReportCell hours_cell(std::optional<std::int64_t> minutes, const i18n::Translator& words) {
    if (!minutes) return {"–"};
    return {hours_in_words(*minutes, words), static_cast<double>(*minutes) / minutes_of_an_hour};
}

/// Of each what stood in the way most often.
std::map<std::string, std::string> barriers_by(ReportFigures& figures, const std::string& dimension) {
    std::map<std::string, std::vector<std::pair<std::int64_t, std::string>>> found;
    for (const auto& row : figures.rows("inquiries", {dimension, "barrier"}).value_or(std::vector<measures::Row>()))
        if (!row.dimensions.at("barrier").empty())
            found[figures.label("inquiries", dimension, row)].emplace_back(row.value.amount,
                                                                           figures.label("inquiries", "barrier", row));
    std::map<std::string, std::string> words;
    for (auto& [label, barriers] : found) {
        std::ranges::sort(barriers, std::ranges::greater());
        if (barriers.size() > barriers_named) barriers.resize(barriers_named);
        std::vector<std::string> parts;
        for (const auto& [number, barrier] : barriers) parts.push_back(barrier + " " + figures.count(number).text);
        words[label] = base::joined(parts, ", ");
    }
    return words;
}

std::int64_t staffed_minutes(const ReportFigures& figures, When when) {
    const auto& source = figures.source();
    const auto place = figures.wish().limits.find("place");
    std::int64_t minutes = 0;
    for (const auto& hour : source.around.staffed(source.tenant, figures.period(when),
                                                  place == figures.wish().limits.end() ? "" : place->second))
        minutes += hour.minutes;
    return minutes;
}

/// What the rota planned; it knows places, but neither topics nor units.
void add_planned_hours(ReportTable& table, ReportFigures& figures) {
    const auto& limits = figures.wish().limits;
    if (!figures.source().around.staffed || limits.contains("topic") || limits.contains("unit")) return;
    const auto& words = figures.source().translator;
    const auto hours = [&](When when) {
        const auto minutes = staffed_minutes(figures, when);
        return minutes == 0 ? std::nullopt : std::optional(minutes);
    };
    table.rows.push_back({{words.t(TEXT("Hours planned by the rota"))},
                          hours_cell(hours(When::now), words),
                          hours_cell(hours(When::before), words)});
}

}  // namespace

ReportSection report_barriers(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("What stood in the way, and what was given instead"))};
    add_split(section, figures, "inquiries", "barrier", words.t(TEXT("Inquiries by what stood in the way")));
    add_split(section, figures, "inquiries", "problem", words.t(TEXT("Inquiries by what the trouble was with")));
    add_split(section, figures, "inquiries", "support_given", words.t(TEXT("Help that was given")));
    add_split(section, figures, "inquiries", "sent_instead", words.t(TEXT("Where people were sent instead")));
    add_split(section, figures, "referrals", "target", words.t(TEXT("Where people were referred")));
    constexpr std::array<std::string_view, 4> sent_on{"referred", "referred_without_receiver", "referrals",
                                                      "referrals_that_worked"};
    add_figures(section, figures, sent_on, words.t(TEXT("Referrals")));
    return section;
}

ReportSection report_senders(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("What sends people to us"))};
    for (const auto& [dimension, caption] :
         {std::pair("e_service", TEXT("E-services that people were helped with")),
          std::pair("body", TEXT("Whose questions they were"))}) {
        const auto before = section.tables.size();
        add_split(section, figures, "inquiries", dimension, words.t(caption));
        if (section.tables.size() == before || !figures.has("inquiries", "barrier")) continue;
        const auto barriers = barriers_by(figures, dimension);
        if (barriers.empty()) continue;
        auto& table = section.tables.back();
        table.headers.push_back(words.t(TEXT("What stood in the way most")));
        for (auto& row : table.rows) {
            const auto found = barriers.find(row.front().text);
            row.push_back({found == barriers.end() ? "–" : found->second});
        }
    }
    return section;
}

ReportSection report_languages(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("Languages and interpreters"))};
    add_split(section, figures, "inquiries", "language", words.t(TEXT("Inquiries by language of the conversation")));
    add_split(section, figures, "inquiries", "interpreter", words.t(TEXT("Interpreter or translation")));
    return section;
}

namespace {

void add_cost_of_help(ReportSection& section, ReportFigures& figures) {
    const auto& words = figures.source().translator;
    const auto costs = figures.rows("help_cost", {"unit"});
    if (!costs || costs->empty()) return;
    ReportTable table{.caption = words.t(TEXT("Cost of help time by unit, in kronor")),
                      .headers = {words.t(TEXT("Unit")), figures.year(When::now)}};
    for (const auto& row : *costs)
        table.rows.push_back({{figures.label("help_cost", "unit", row)}, figures.cell("help_cost", row.value)});
    section.tables.push_back(std::move(table));
    section.notes.push_back(words.t(TEXT("Minutes of help as work, each at what an hour of its function costs on average. "
                                         "Help of functions without a cost is not in it.")));
}

}  // namespace

ReportSection report_help_time(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("Time of help, and what was planned"))};
    const auto minutes = figures.total("help_minutes");
    if (!minutes) return section;
    const auto before = figures.total("help_minutes", When::before);
    const auto amount = [](const std::optional<measures::Value>& value) {
        return value ? std::optional(value->amount) : std::nullopt;
    };
    ReportTable table{.caption = words.t(TEXT("Hours of help")),
                      .headers = {words.t(TEXT("Hours of help")), figures.year(When::now), figures.year(When::before)}};
    table.rows.push_back({{words.t(TEXT("Help time as far as it was stated"))},
                          hours_cell(minutes->amount, words),
                          hours_cell(amount(before), words)});
    const auto booked = figures.total("bookings_minutes");
    if (booked)
        table.rows.push_back({{words.t(TEXT("Of booked times at which somebody was helped"))},
                              hours_cell(booked->amount, words),
                              hours_cell(amount(figures.total("bookings_minutes", When::before)), words)});
    // Where the log knows which function helped: inside and outside of what was planned for it.
    if (const auto work = figures.rows("help_work", {"planned"}))
        for (const auto& row : *work)
            table.rows.push_back({{figures.label("help_work", "planned", row)}, hours_cell(row.value.amount, words), {"–"}});
    add_planned_hours(table, figures);
    section.tables.push_back(std::move(table));
    add_cost_of_help(section, figures);
    const auto* measure = figures.measure("help_minutes");
    if (measure->stated) {
        measures::Query query{.municipalities = {figures.source().tenant.id},
                              .period = figures.period(),
                              .by = {},
                              .where = figures.wish().limits};
        const auto [stated, all] = measure->stated(query);
        section.notes.push_back(words.tn("The time is stated in {stated} of {n} inquiry; what is not stated is not in it.",
                                         "The time is stated in {stated} of {n} inquiries; what is not stated is not in it.", all,
                                         {{"stated", figures.count(stated).text}}));
    }
    return section;
}

ReportSection report_hours(ReportFigures& figures) {
    const auto& source = figures.source();
    const auto& words = source.translator;
    ReportSection section{.title = words.t(TEXT("When people ask"))};
    if (!figures.has("inquiries", "hour")) return section;
    const auto rows = figures.rows("inquiries", {"hour", "weekday"});
    if (!rows || rows->empty()) return section;
    Question question;
    question.measure = figures.measure("inquiries");
    question.query = {
        .municipalities = {}, .period = figures.period(), .by = {"hour", "weekday"}, .where = figures.wish().limits};
    // The rota knows no units: hours of all of them beside the questions of one would say too much.
    const auto around = figures.wish().limits.contains("unit") ? Around() : source.around;
    const auto heat = heat_of(around, question, *rows, source.tenant, words);
    if (heat.rows.empty()) return section;
    ReportTable table{.caption = words.t(TEXT("Inquiries by hour and weekday")), .headers = {words.t(TEXT("Hour"))}};
    table.headers.insert(table.headers.end(), heat.columns.begin(), heat.columns.end());
    bool is_staffed = false;
    for (const auto& hour : heat.rows) {
        std::vector<ReportCell> line{{hour.title}};
        for (const auto& cell : hour.cells) {
            is_staffed = is_staffed || !cell.staffed.empty();
            const auto below = cell.staffed.empty() ? "" : "\n" + cell.staffed;
            line.push_back({cell.text + (cell.is_uncovered ? " *" : "") + below, cell.number});
        }
        table.rows.push_back(std::move(line));
    }
    section.tables.push_back(std::move(table));
    section.notes.push_back(
        is_staffed ? words.t(TEXT("The number is what was counted; below it the hours that somebody was there by the rota. A "
                                  "star: something was counted while the rota says nobody."))
                   : heat.note);
    return section;
}

ReportSection report_visits(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("Visitors, activities and bookings"))};
    constexpr std::array<std::string_view, 6> visitors{"visitors",   "first_visits", "contacts_elsewhere",
                                                       "calls_lost", "web_visits",   "web_visits_by_source"};
    constexpr std::array<std::string_view, 5> activities{"sessions_held", "participants", "activity_absent", "group_visits",
                                                         "group_visits_people"};
    constexpr std::array<std::string_view, 5> bookings{"bookings", "bookings_helped", "bookings_did_not_come", "assisted_visits",
                                                       "assisted_visits_worked"};
    add_figures(section, figures, visitors, words.t(TEXT("Visitors and contacts that others counted")));
    add_figures(section, figures, activities, words.t(TEXT("Activities and visits to groups")));
    add_figures(section, figures, bookings, words.t(TEXT("Bookings and assisted visits")));
    return section;
}

ReportSection report_follow_up(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("What came afterwards"))};
    constexpr std::array<std::string_view, 7> keys{"returning",       "callbacks_opened",           "callbacks_in_time",
                                                   "callbacks_not_reached", "questions_asked", "questions_answered_in_time",
                                                   "questions_answered_late"};
    add_figures(section, figures, keys, words.t(TEXT("Call-backs and questions in writing")));
    add_split(section, figures, "inquiries", "follow_up", words.t(TEXT("Inquiries that were to be followed up")));
    return section;
}

ReportSection report_circumstances(ReportFigures& figures) {
    const auto& source = figures.source();
    ReportSection section{.title = source.translator.t(TEXT("What was so then"))};
    if (source.around.circumstances)
        for (auto& one : source.around.circumstances(source.tenant, figures.period(), source.translator))
            section.sentences.push_back(std::move(one.sentence));
    if (section.sentences.empty())
        section.sentences.push_back(source.translator.t(TEXT("No campaign and no closed days were noted.")));
    return section;
}

ReportSection report_definitions(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("What the figures mean"))};
    ReportTable table{.caption = words.t(TEXT("Definitions")),
                      .headers = {words.t(TEXT("Figure")), words.t(TEXT("Unit of the figure")),
                                  words.t(TEXT("What the figure means"))},
                      .rows = {},
                      .is_whole_on_paper = true};
    std::vector<std::string> versions;
    for (const auto* measure : figures.used()) {
        table.rows.push_back({{words.t(measure->title)}, {unit_text(*measure, words)}, {words.t(measure->definition)}});
        if (!measure->code_list_version.empty()) base::add_once(versions, measure->code_list_version);
    }
    section.tables.push_back(std::move(table));
    if (!versions.empty())
        section.notes.push_back(
            words.t(TEXT("Code lists: version {version}."), {{"version", base::joined(versions, ", ")}}));
    section.notes.push_back(words.t(TEXT("The numbers are exact and for the municipality’s own staff. What is public is released "
                                         "by itself, with small numbers hidden.")));
    return section;
}

ReportSection report_not_known(ReportFigures& figures) {
    const auto& words = figures.source().translator;
    ReportSection section{.title = words.t(TEXT("What is not reported"))};
    section.sentences = figures.not_known();
    if (section.sentences.empty()) section.sentences.push_back(words.t(TEXT("All figures of this report are known.")));
    else section.notes.push_back(words.t(TEXT("A dash means not known. It is never zero.")));
    return section;
}

}  // namespace digilots::statistics
