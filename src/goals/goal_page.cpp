#include "goals/goals_view.h"
#include "goals/pages.h"
#include "goals/reading.h"
#include "goals/templates.h"
#include "goals/words.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"

namespace digilots::goals {

namespace {

struct OfGoal {
    const Goals::Implementation& self;
    const Snapshot& snapshot;
    const Goal& goal;
    const html::Page& page;
    register_::Surroundings around;
    base::Date today;

    std::string t(i18n::Text text) const { return page.t(text); }
};

std::vector<html::Link> ways_from(const OfGoal& of, const Reading& reading) {
    const auto& page = of.page;
    std::vector<html::Link> ways;
    if (const auto path = figures_path(reading); !path.empty())
        ways.push_back({of.t(TEXT("The figures in the statistics")), page.tenant_url(path)});
    const auto rows = rows_path(reading);
    if (!rows.empty() && http::may(page.request(), http::Role::coordinator))
        ways.push_back({of.t(TEXT("The entries behind them")), page.tenant_url(rows)});
    if (of.goal.is_from_survey() && of.self.surveys.results_path)
        if (const auto path = of.self.surveys.results_path(of.around.municipality_id, of.goal.counted_from); !path.empty())
            ways.push_back({of.t(TEXT("The results of the survey")), page.tenant_url(path)});
    if (of.goal.is_weekly())
        ways.push_back({of.t(TEXT("Week by week")), page.tenant_url("/staff/goals/" + of.goal.id + "/weeks")});
    ways.push_back(
        {of.t(TEXT("The record: change it, files, history")), page.tenant_url("/staff/goals/records/" + of.goal.id)});
    return ways;
}

GoalLine document_line(const OfGoal& of) {
    GoalLine line;
    const auto found = of.snapshot.documents.find(of.goal.document);
    if (found == of.snapshot.documents.end()) return line;
    const auto& document = found->second;
    line.text = of.t(TEXT("Governing document")) + ": " + document.title;
    if (!of.goal.section.empty()) line.text += ", " + of.goal.section;
    line.url = of.page.tenant_url("/staff/goals/documents/" + document.id);
    if (document.ends)
        line.note = of.page.t(*document.ends < of.today ? TEXT("Not valid since {date}") : TEXT("Valid until {date}"),
                              {{"date", of.page.translator().date(*document.ends)}});
    return line;
}

std::vector<GoalLine> facts_of(const OfGoal& of) {
    const auto& goal = of.goal;
    const auto& words = of.page.translator();
    std::vector<GoalLine> facts{{of.t(TEXT("Kind")) + ": " + of.t(title_of(goal.kind))}};
    if (goal.period) facts.push_back({of.t(TEXT("From and to")) + ": " + periods::days_of(*goal.period, words)});
    if (!goal.source.empty()) facts.push_back({of.t(TEXT("Source")) + ": " + goal.source});
    if (!goal.evidence.empty()) facts.push_back({of.t(TEXT("What shows it")) + ": " + goal.evidence});
    if (!goal.fulfils.empty()) facts.push_back({of.t(TEXT("Milestone or result that it fulfils")) + ": " + goal.fulfils});
    if (auto line = document_line(of); !line.text.empty()) facts.push_back(std::move(line));
    return facts;
}

/// What is evaluated once a year stands apart from what is followed up all the time.
GoalPart yearly_of(const OfGoal& of) {
    GoalPart part{.id = "yearly", .title = of.t(TEXT("Long-term effect, once a year"))};
    if (of.goal.wheel_goal.empty()) return part;
    const auto& links = of.self.goals.others().links;
    const auto source = links.find("progress.goal");
    if (source == links.end()) return part;
    const auto choices = source->second.choices(of.around);
    if (const auto* choice = register_::find_choice(choices, of.goal.wheel_goal))
        part.lines.push_back({choice->label, of.page.tenant_url(source->second.path + choice->key)});
    part.more = {of.t(TEXT("Evaluations of the wheel")), of.page.tenant_url("/staff/progress/evaluations")};
    return part;
}

/// The goal that belongs with it: neither is met at the cost of the other.
GoalPart pair_of(const OfGoal& of) {
    GoalPart part{.id = "pair", .title = of.t(TEXT("Goal that belongs with it"))};
    for (const auto& other : of.snapshot.goals) {
        if (other.id != of.goal.pair && other.pair != of.goal.id) continue;
        const auto reading = read_goal(of.self, of.snapshot, other, *of.page.request().tenant);
        part.lines.push_back({other.title, of.page.tenant_url("/staff/goals/" + other.id),
                              status_in_words(reading.judged.status, of.page.translator())});
    }
    if (part.lines.empty() && of.goal.kind == Kind::share)
        part.lines.push_back({of.t(TEXT("None. Where this is a share that is done digitally, choose in its record the goal that "
                                        "help is at hand: whoever cannot do it so is not seen here."))});
    return part;
}

/// A goal that goes well while the one that belongs with it does not.
std::string held_back_by_pair(const OfGoal& of, const Reading& reading) {
    const auto goes_well = [](Status status) { return status == Status::met || status == Status::on_track; };
    if (!goes_well(reading.judged.status)) return "";
    for (const auto& other : of.snapshot.goals) {
        if (other.id != of.goal.pair && other.pair != of.goal.id) continue;
        const auto status = read_goal(of.self, of.snapshot, other, *of.page.request().tenant).judged.status;
        if (status != Status::behind && status != Status::missed) continue;
        return of.page.t(TEXT("The goal that belongs with it does not go as well: {title}, {status}. Neither is met at the cost "
                              "of the other."),
                         {{"title", other.title}, {"status", status_in_words(status, of.page.translator())}});
    }
    return "";
}

/// Each as it stood when its time was over, or stands now.
GoalPart interims_of(const OfGoal& of) {
    GoalPart part{.id = "interim", .title = of.t(TEXT("Interim goals"))};
    const auto found = of.snapshot.interims.find(of.goal.id);
    if (found == of.snapshot.interims.end()) return part;
    for (const auto& interim : found->second) {
        auto step = of.goal;
        step.target = interim.target;
        step.target_percent.reset();
        if (interim.from && interim.to) step.period = periods::Period{*interim.from, *interim.to};
        const auto reading = read_goal(of.self, of.snapshot, step, *of.page.request().tenant);
        const auto& words = of.page.translator();
        auto note = status_in_words(reading.judged.status, words) + " · " + number_in_words(step, reading, words);
        if (step.period) note += " · " + periods::name_of(*step.period, words);
        part.lines.push_back({interim.title, of.page.tenant_url("/staff/goals/interim/" + interim.id), note});
    }
    return part;
}

GoalPart values_by_hand(const OfGoal& of, const Reading& reading) {
    GoalPart part{.id = "values", .title = of.t(TEXT("Numbers by hand"))};
    if (reading.from != Reading::From::hand) return part;
    const auto found = of.snapshot.values.find(of.goal.id);
    if (found != of.snapshot.values.end())
        for (const auto& one : found->second)
            part.lines.push_back(
                {of.page.translator().date(one.day) + ": " + hundredths_in_words(one.number, of.page.translator()), "",
                 one.note});
    if (http::may(of.page.request(), http::Role::coordinator))
        part.more = {of.t(TEXT("Write down a number")), of.page.tenant_url("/staff/goals/values/new?goal=" + of.goal.id)};
    return part;
}

/// What a register says of the goal: the field that names each, what stands beside it.
GoalPart told_of(const OfGoal& of, const register_::Records& records, const char* id, std::vector<std::string_view> notes,
                 i18n::Text add) {
    GoalPart part{.id = id, .title = of.t(records.declaration().names.many)};
    auto around = of.around;
    around.links = &records.others().links;
    const std::string path(records.declaration().path);
    for (const auto& record : of.self.of_goal(records, around, of.goal.id)) {
        std::vector<std::string> said;
        for (const auto name : notes) {
            const auto& field = *records.declaration().find(name);
            for (const auto& line : field.type->show(field, record, around).lines) said.push_back(line);
        }
        part.lines.push_back({record.text("title"), of.page.tenant_url(path + "/" + record.id), base::joined(said, " · ")});
    }
    if (http::may(of.page.request(), records.declaration().change))
        part.more = {of.t(add), of.page.tenant_url(path + "/new?goal=" + of.goal.id)};
    return part;
}

GoalPart partners_of(const OfGoal& of, const Reading& reading) {
    GoalPart part{.id = "parts", .title = of.t(TEXT("By kind of partner"))};
    const auto& words = of.page.translator();
    for (const auto& [label, number] : parts_of(reading, *of.page.request().tenant, words))
        part.lines.push_back({label + ": " + words.number(static_cast<double>(number))});
    return part;
}

html::components::Chart chart_of(const OfGoal& of, const Reading& reading) {
    html::components::Chart chart{
        .id = "months", .title = of.t(TEXT("Month by month")), .dimension = of.t(TEXT("Month")), .series = {}};
    if (reading.months.empty()) return chart;
    html::components::ChartSeries series;
    const auto& words = of.page.translator();
    for (const auto& one : reading.months)
        series.points.push_back({.label = periods::name_of(one.month, words),
                                 .value = static_cast<double>(one.number) / 100,
                                 .shown = hundredths_in_words(one.number, words)});
    chart.series = {std::move(series)};
    return chart;
}

std::vector<GoalPart> parts_around(const OfGoal& of, const Reading& reading) {
    std::vector<GoalPart> parts{
        pair_of(of),
        yearly_of(of),
        partners_of(of, reading),
        interims_of(of),
        values_by_hand(of, reading),
        told_of(of, of.self.references, "references", {"figure", "year", "base", "definition", "publisher"},
                TEXT("Add a reference figure")),
        told_of(of, of.self.benefits, "benefits", {"depends_on", "used", "checked_on"}, TEXT("Add an investment")),
        told_of(of, of.self.ambitions, "ambitions", {"people", "level", "reached"}, TEXT("Add a level of ambition")),
        told_of(of, of.self.stories, "stories", {"told_by", "day", "text"}, TEXT("Tell something")),
        told_of(of, of.self.deviations, "deviations", {"day", "decision", "told_to"}, TEXT("Note a deviation or change"))};
    std::erase_if(parts, [](const GoalPart& part) { return part.lines.empty() && part.more.url.empty(); });
    return parts;
}

}  // namespace

http::Response goal_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.goals);
    const auto snapshot = self.snapshot(request.tenant->id);
    const auto* goal = snapshot->find(request.parameter("id"));
    if (goal == nullptr) return html::error_page(request, 404);
    const auto page = goals_page_of(request, goal->title);
    const auto& words = page.translator();
    auto around = self.around(request.tenant->id);
    around.words = &words;
    const OfGoal of{self, *snapshot, *goal, page, around, today_in(self, request)};
    const auto reading = read_goal(self, *snapshot, *goal, *request.tenant);
    GoalView view{.status = mark_of_status(reading.judged.status, words),
                  .number = number_in_words(*goal, reading, words),
                  .target = target_in_words(*goal, reading, words),
                  .about = goal->about,
                  .population_note = population_note(*goal, words),
                  .source = source_in_words(reading, *request.tenant, words),
                  .forecast = forecast_in_words(*goal, reading, words),
                  .arithmetic = arithmetic_of(*goal, reading, words)};
    if (auto text = held_back_by_pair(of, reading); !text.empty()) view.arithmetic.push_back(std::move(text));
    view.ways = ways_from(of, reading);
    view.facts = facts_of(of);
    view.chart = chart_of(of, reading);
    view.parts = parts_around(of, reading);
    view.rule = rule_in_words(words);
    return html::render_page(page, templates::goal_page(view, page));
}

}  // namespace digilots::goals
