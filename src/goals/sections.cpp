#include "goals/sections.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "goals/reading.h"
#include "goals/words.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::goals {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A report of a time tells of what was to be reached in it.
bool is_told_of(const SectionsAsked& asked, const Goal& goal) {
    if (!asked.is_report || !goal.period) return true;
    return goal.period->from <= asked.period.to && asked.period.from <= goal.period->to;
}

/// Which needs attention first.
int urgency_of(Status status) {
    switch (status) {
        case Status::missed: return 0;
        case Status::behind: return 1;
        case Status::unknown: return 2;
        case Status::on_track: return 3;
        case Status::met: return 4;
    }
    return 4;
}

const Snapshot& snapshot_for(const SectionsAsked& asked) {
    if (!asked.read->snapshot) asked.read->snapshot = asked.self.snapshot(asked.tenant.id);
    return *asked.read->snapshot;
}

/// The worst first.
const std::vector<ReadGoal>& readings(const SectionsAsked& asked) {
    auto& known = asked.read->goals;
    if (known) return *known;
    const auto& snapshot = snapshot_for(asked);
    auto& all = known.emplace();
    for (const auto& goal : snapshot.goals)
        if (is_told_of(asked, goal))
            all.push_back({&goal, read_goal(asked.self, snapshot, goal, asked.tenant, {.as_of = asked.today})});
    std::ranges::stable_sort(all, {}, [](const ReadGoal& one) { return urgency_of(one.reading.judged.status); });
    return all;
}

std::string number_text(std::int64_t number, const i18n::Translator& words) {
    return words.number(static_cast<double>(number));
}

std::string known_or_not(const std::string& text, const i18n::Translator& words) {
    return text.empty() ? words.t(TEXT("Not known")) : text;
}

Section goals_as_they_stand(const SectionsAsked& asked) {
    const auto& words = asked.words;
    Section made{.key = "goals", .title = words.t(TEXT("The goals and how they stand"))};
    std::map<Status, int> numbers;
    SectionTable table{.caption = words.t(TEXT("Goals")),
                       .headers = {words.t(TEXT("Goal")), words.t(TEXT("How it stands")), words.t(TEXT("Until now")),
                                   words.t(TEXT("Aimed at"))}};
    for (const auto& [goal, reading] : readings(asked)) {
        ++numbers[reading.judged.status];
        table.rows.push_back({goal->title, status_in_words(reading.judged.status, words),
                              number_in_words(*goal, reading, words),
                              known_or_not(target_in_words(*goal, reading, words), words)});
    }
    std::vector<std::string> said;
    for (const auto& [status, number] : numbers)
        said.push_back(status_in_words(status, words) + ": " + number_text(number, words));
    if (!said.empty()) made.sentences.push_back(base::joined(said, " · "));
    made.is_missing = table.rows.empty();
    if (!made.is_missing) made.tables.push_back(std::move(table));
    return made;
}

Section foreseen(const SectionsAsked& asked) {
    const auto& words = asked.words;
    Section made{.key = "forecast", .title = words.t(TEXT("What is foreseen"))};
    for (const auto& [goal, reading] : readings(asked))
        if (const auto text = forecast_in_words(*goal, reading, words); !text.empty())
            made.sentences.push_back(goal->title + ": " + text);
    if (made.sentences.empty())
        made.sentences.push_back(
            words.t(TEXT("Nothing can be foreseen: no goal has a number that grows, an end, and two whole months.")));
    return made;
}

/// Of a time longer than a row has room for: how many weeks of each kind, and each that was missed, with its reason.
Section weeks_of_the_time(const SectionsAsked& asked) {
    const auto& words = asked.words;
    Section made{.key = "weeks", .title = words.t(TEXT("The weekly goals"))};
    const auto& snapshot = snapshot_for(asked);
    SectionTable table{.caption = words.t(TEXT("Weeks of {period}"), {{"period", periods::name_of(asked.period, words)}}),
                       .headers = {words.t(TEXT("Goal")), words.t(TEXT("Met")), words.t(TEXT("Missed")),
                                   words.t(TEXT("Do not count")), words.t(TEXT("Not over, or not known"))}};
    const periods::Period until{asked.period.from, std::min(asked.period.to, asked.today)};
    for (const auto& goal : snapshot.goals) {
        if (!goal.is_weekly() || !is_told_of(asked, goal) || until.to < until.from) continue;
        auto weeks = read_weeks(asked.self, snapshot, goal, asked.tenant, until, {.as_of = asked.today});
        std::erase_if(weeks, [&](const Week& week) { return !is_week_of(week.days, asked.period); });
        const auto tally = tally_of(weeks);
        table.rows.push_back({goal.title, number_text(tally.met, words), number_text(tally.missed, words),
                              number_text(tally.not_applicable, words), number_text(tally.open, words)});
        for (const auto& week : weeks) {
            const auto reason = week.note ? week.note->reason : std::string();
            if (week.state == WeekState::missed || !reason.empty())
                made.sentences.push_back(goal.title + ", " + periods::name_of(week.days, words) + ", " +
                                         week_in_words(week.state, words) + ": " +
                                         (reason.empty() ? words.t(TEXT("no reason is written down")) : reason));
        }
    }
    made.is_missing = table.rows.empty();
    if (!made.is_missing) made.tables.push_back(std::move(table));
    return made;
}

Section weeks_now(const SectionsAsked& asked) {
    constexpr int days_beside_each_other = 42;
    if (asked.is_report && base::add_days(asked.period.from, days_beside_each_other) < asked.period.to)
        return weeks_of_the_time(asked);
    const auto& words = asked.words;
    Section made{.key = "weeks", .title = words.t(TEXT("The weekly goals"))};
    const auto& snapshot = snapshot_for(asked);
    constexpr int last_weeks = 4, days_of_week = 7;
    const auto first = periods::holding(periods::Kind::week, base::add_days(asked.today, -last_weeks * days_of_week));
    periods::Period latest{first.from, asked.today};
    if (asked.is_report) latest.from = std::max(latest.from, asked.period.from);
    SectionTable table{.caption = words.t(asked.is_report ? TEXT("The last weeks of the time") : TEXT("The last five weeks")),
                       .headers = {words.t(TEXT("Goal"))}};
    for (const auto& goal : snapshot.goals) {
        if (!goal.is_weekly() || !is_told_of(asked, goal)) continue;
        std::vector<std::string> row{goal.title};
        std::vector<std::string> headers{words.t(TEXT("Goal"))};
        for (const auto& week : read_weeks(asked.self, snapshot, goal, asked.tenant, latest, {.as_of = asked.today})) {
            if (asked.is_report && !is_week_of(week.days, asked.period)) continue;
            headers.push_back(periods::name_of(week.days, words));
            row.push_back(week_in_words(week.state, words));
            if (week.state == WeekState::missed && week.note)
                made.sentences.push_back(goal.title + ", " + periods::name_of(week.days, words) + ": " + week.note->reason);
        }
        table.headers = headers;
        table.rows.push_back(std::move(row));
    }
    made.is_missing = table.rows.empty();
    if (!made.is_missing) made.tables.push_back(std::move(table));
    return made;
}

struct Counted {
    const char* measure;
    i18n::Text title;
    const char* note = "";
};

/// One line for each figure that there is; one that nobody counts is said to be not known.
SectionTable figures_table(const SectionsAsked& asked, std::string caption, std::initializer_list<Counted> lines) {
    const auto& words = asked.words;
    SectionTable table{.caption = std::move(caption), .headers = {words.t(TEXT("What is counted")), words.t(TEXT("How many"))}};
    for (const auto& line : lines) {
        const auto* measure = measures::find_measure(asked.self.measures, line.measure);
        auto number = words.t(TEXT("Not known"));
        auto& figures = asked.read->figures;
        const bool is_counted = measure != nullptr && figures.was_ever_counted(*measure, asked.tenant.id);
        if (is_counted) {
            const auto value = figures.total(*measure, {{asked.tenant.id}, asked.period, {}, {}});
            number = measures::value_text(measure->kind, value, words);
            const auto parts = measures::parts_text(measure->kind, value, words);
            if (measure->kind == measures::Kind::share && !parts.empty()) number += " (" + parts + ")";
        }
        table.rows.push_back({words.t(line.title), number});
    }
    return table;
}

Section who_was_reached(const SectionsAsked& asked) {
    const auto& words = asked.words;
    Section made{.key = "reached", .title = words.t(TEXT("Who came, and who was visited"))};
    made.sentences.push_back(
        words.t(TEXT("Those who came by themselves stand apart from those who were visited, and employees "
                     "apart from residents. They are never added up.")));
    made.tables.push_back(figures_table(
        asked, words.t(TEXT("Residents and employees, in {period}"), {{"period", periods::name_of(asked.period, words)}}),
        {{"inquiries", TEXT("Residents who came or called with a question")},
         {"participants_residents", TEXT("Residents who took part in activities")},
         {"participants_staff", TEXT("Employees who took part in activities")},
         {"group_visits_people", TEXT("People in groups that were visited")},
         {"assisted_visits", TEXT("Visits with a professional, with help")},
         {"from_staff", TEXT("Employees and partners who asked for themselves")}}));
    return made;
}

/// "64,4 % (3 639 of 5 655)": of all questions of which somebody said how they ended.
std::string answered_at_once(const SectionsAsked& asked) {
    const auto& words = asked.words;
    const auto from = counted_from(asked.self, "measure=answered_at_first_contact&share=inquiries");
    const bool is_counted =
        from.measure != nullptr && (!from.measure->last_day || from.measure->last_day(asked.tenant.id));
    if (!is_counted) return words.t(TEXT("Not known"));
    const auto value = total_in(from, {{asked.tenant.id}, asked.period, {}, {}});
    if (value.of == 0) return words.t(TEXT("Not known"));
    const auto parts = measures::parts_text(measures::Kind::share, value, words);
    return measures::value_text(measures::Kind::share, value, words) + (parts.empty() ? "" : " (" + parts + ")");
}

Section service_goal(const SectionsAsked& asked) {
    const auto& words = asked.words;
    Section made{.key = "service", .title = words.t(TEXT("Easy to reach, easy to understand, get an answer"))};
    made.tables.push_back(figures_table(
        asked, words.t(TEXT("One figure each, in {period}"), {{"period", periods::name_of(asked.period, words)}}),
        {{"questions_answered_in_time", TEXT("Easy to reach: written questions answered in the promised time")},
         {"callbacks_in_time", TEXT("Easy to reach: call-backs made in the promised time")}}));
    const auto understood =
        asked.self.surveys.understood ? asked.self.surveys.understood(asked.tenant.id, asked.period) : std::nullopt;
    auto& rows = made.tables.back().rows;
    const auto said = understood ? hundredths_in_words(understood->number, words) + " % (" +
                                       words.tn("{n} answer", "{n} answers", understood->answers) + ")"
                                 : words.t(TEXT("Not known"));
    rows.push_back({words.t(TEXT("Easy to understand: said so in a survey")), said});
    rows.push_back({words.t(TEXT("Get an answer: answered at first contact")), answered_at_once(asked)});
    return made;
}

std::string shown_field(const register_::Records& records, const register_::Record& record, std::string_view name,
                        const register_::Surroundings& around) {
    const auto& field = *records.declaration().find(name);
    return base::joined(field.type->show(field, record, around).lines, ", ");
}

Section afterwards(const SectionsAsked& asked) {
    auto made = section_of_register(asked, "afterwards", TEXT("What remains before the money ends"), asked.self.checks,
                            {"title", "area", "state", "due", "function"});
    const auto around = asked.self.around(asked.tenant.id);
    const auto monitoring = asked.self.checks.list(around, {.filters = {{"area", "monitoring"}}}, 1, 0).records;
    if (monitoring.empty() || monitoring.front().text("function").empty())
        made.sentences.push_back(
            asked.words.t(TEXT("Nobody answers for the monitoring afterwards yet: add a point of the checklist "
                               "with a function.")));
    return made;
}

/// What budgets say: planned, paid, who pays, what each who was reached cost.
Section money_section(const SectionsAsked& asked) {
    const auto& words = asked.words;
    Section made{.key = "money", .title = words.t(TEXT("What it cost, and who paid"))};
    if (asked.self.money)
        for (auto& one : asked.self.money(asked.tenant.id, asked.period, words, asked.read->figures)) {
            for (auto& sentence : one.sentences) made.sentences.push_back(one.title + ": " + sentence);
            for (auto& table : one.tables)
                made.tables.push_back({.caption = one.title + ": " + table.caption,
                                       .headers = std::move(table.headers),
                                       .rows = std::move(table.rows),
                                       .money = std::move(table.money)});
        }
    made.is_missing = made.tables.empty();
    return made;
}

using Maker = std::function<Section(const SectionsAsked&)>;
const std::map<std::string, Maker, std::less<>>& makers() {
    static const std::map<std::string, Maker, std::less<>> all{
        {"goals", goals_as_they_stand},
        {"forecast", foreseen},
        {"weeks", weeks_now},
        {"equality", equality_section},
        {"reached", who_was_reached},
        {"service", service_goal},
        {"stories",
         [](const SectionsAsked& asked) {
             return section_of_register(asked, "stories", TEXT("Told in words"), asked.self.stories,
                                        {"told_by", "title", "text"});
         }},
        {"deviations",
         [](const SectionsAsked& asked) {
             return section_of_register(asked, "deviations", TEXT("Deviations and changes"), asked.self.deviations,
                                {"day", "title", "cause", "decision", "told_to"});
         }},
        {"documents",
         [](const SectionsAsked& asked) {
             return section_of_register(asked, "documents", TEXT("Governing documents"), asked.self.documents,
                                {"title", "decided_by", "starts"});
         }},
        {"references", references_section},
        {"benefits",
         [](const SectionsAsked& asked) {
             return section_of_register(asked, "benefits", TEXT("What pays only where it is used"), asked.self.benefits,
                                {"title", "depends_on", "used", "checked_on"});
         }},
        {"ambitions",
         [](const SectionsAsked& asked) {
             return section_of_register(asked, "ambitions", TEXT("Levels of ambition"), asked.self.ambitions,
                                {"title", "people", "level", "reached", "follow_up_on"});
         }},
        {"money", money_section},
        {"afterwards", afterwards}};
    return all;
}

struct KindOfSheet {
    std::string_view key;
    i18n::Text title;
    std::vector<std::string> sections;
};
const std::vector<KindOfSheet>& kinds_of_sheets() {
    static const std::vector<KindOfSheet> all{
        {"desk", TEXT("Board for the desk"), {"weeks", "goals"}},
        {"manager", TEXT("Board for the manager"), {"goals", "forecast", "equality", "reached", "benefits", "afterwards"}},
        {"politician", TEXT("Board for politicians"), {"goals", "equality", "service", "references"}},
        {"monthly", TEXT("Monthly report"), {"goals", "weeks", "deviations", "stories"}},
        {"quarterly",
         TEXT("Quarterly report to the steering group"),
         {"goals", "forecast", "weeks", "equality", "reached", "deviations", "afterwards"}},
        {"final",
         TEXT("Final report"),
         {"goals", "equality", "reached", "money", "service", "stories", "deviations", "benefits", "ambitions", "documents",
          "references", "consequences", "quality", "shared", "agreements", "rollout", "afterwards"}},
        {"funder",
         TEXT("Report to the funder"),
         {"goals", "weeks", "equality", "reached", "money", "stories", "deviations", "afterwards"}}};
    return all;
}

/// What has a day is told by the report of that time; what holds from a day on by all reports since.
bool is_told_in(const SectionsAsked& asked, const register_::Register& declaration, const register_::Record& record) {
    for (const auto* from : {"adopted_on", "checked_on", "starts"}) {
        const auto day = declaration.find(from) ? record.date(from) : std::nullopt;
        if (day && asked.period.to < *day) return false;
    }
    const auto day = declaration.find("day") ? record.date("day") : std::nullopt;
    if (!day) return true;
    return *day <= asked.period.to && (asked.is_since_ever || asked.period.from <= *day);
}

}  // namespace

Section section_of_register(const SectionsAsked& asked, std::string key, i18n::Text title, const register_::Records& records,
                            const std::vector<std::string_view>& names, const std::vector<std::string>& kinds,
                            const std::vector<FurtherColumn>& further) {
    constexpr std::size_t most = 40;
    // What is of another time goes first: else a report of an earlier one would find its own behind what came later.
    constexpr auto all = register_::Records::most_counted;
    auto around = asked.self.around(asked.tenant.id);
    around.words = &asked.words;
    around.links = &records.others().links;
    Section made{.key = std::move(key), .title = asked.words.t(title)};
    SectionTable table{.caption = asked.words.t(records.declaration().names.many)};
    for (const auto name : names) table.headers.push_back(asked.words.t(records.declaration().find(name)->title));
    for (const auto& column : further) table.headers.push_back(asked.words.t(column.title));
    auto listed = kinds.empty() ? records.list(around, {}, all, 0) : register_::Listed{};
    for (const auto& kind : kinds) {
        auto of_kind = records.list(around, {.filters = {{"kind", kind}}}, all, 0);
        std::ranges::move(of_kind.records, std::back_inserter(listed.records));
    }
    std::int64_t left_out = 0;
    for (const auto& record : listed.records) {
        if (asked.is_report && !is_told_in(asked, records.declaration(), record)) continue;
        if (table.rows.size() == most) {
            ++left_out;
            continue;
        }
        std::vector<std::string> row;
        for (const auto name : names) row.push_back(shown_field(records, record, name, around));
        for (const auto& column : further) row.push_back(column.text(record));
        table.rows.push_back(std::move(row));
    }
    if (left_out > 0)
        made.sentences.push_back(asked.words.tn("{n} more of them stands in the register.",
                                                "{n} more of them stand in the register.", left_out));
    made.is_missing = table.rows.empty();
    if (!made.is_missing) made.tables.push_back(std::move(table));
    return made;
}

std::vector<std::string> sections_of(std::string_view kind) {
    const auto* found = base::find_in(kinds_of_sheets(), kind, &KindOfSheet::key);
    return found ? found->sections : std::vector<std::string>{};
}

std::string kind_in_words(std::string_view kind, const i18n::Translator& words) {
    const auto* found = base::find_in(kinds_of_sheets(), kind, &KindOfSheet::key);
    return found ? words.t(found->title) : "";
}

Section section(const SectionsAsked& asked, const std::string& key) {
    const auto found = makers().find(key);
    auto made = found != makers().end() ? found->second(asked) : closing_section(asked, key);
    if (made.is_missing)
        made.sentences.push_back(asked.words.t(TEXT("Missing: nothing is written down or counted of this yet.")));
    return made;
}

}  // namespace digilots::goals
