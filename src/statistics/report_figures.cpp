#include "statistics/report_figures.h"

#include <algorithm>
#include <array>

#include "platform/base/lists.h"
#include "statistics/shares.h"
#include "statistics/topic_levels.h"

namespace digilots::statistics {

namespace {

/// A zero of the first is one where anything of the second was reported: nobody stayed away from what was never held.
struct ToldWith {
    std::string_view beginning, with;
};
constexpr std::array<ToldWith, 11> told_with{{{"answered_", "inquiries"},
                                              {"referred", "inquiries"},
                                              {"returning", "inquiries"},
                                              {"referrals", "inquiries"},
                                              {"help_", "inquiries"},
                                              {"bookings_", "bookings"},
                                              {"participants", "sessions_held"},
                                              {"activity_absent", "sessions_held"},
                                              {"callbacks_", "callbacks_opened"},
                                              {"questions_", "questions_asked"},
                                              {"assisted_visits_", "assisted_visits"}}};
/// Counted place by place: what one place reports says nothing of another.
constexpr std::array<std::string_view, 6> told_by_place{"visitors",   "first_visits", "contacts_elsewhere",
                                                      "calls_lost", "web_visits",   "web_visits_by_source"};

std::string_view told_by(std::string_view key) {
    for (const auto& one : told_with)
        if (key.starts_with(one.beginning)) return one.with;
    return key;
}

bool is_anything(const measures::Value& value) { return value.amount != 0 || value.of != 0; }

}  // namespace

ReportFigures::ReportFigures(const ReportSource& source, const ReportWish& wish)
    : source_(source), wish_(wish), now_(wish.period.value_or(periods::of_year(wish.year))), before_{} {
    now_.to = std::min(now_.to, source.today);
    before_ = a_year_before(now_);
}

std::string ReportFigures::year(When when) const {
    return std::to_string(static_cast<int>(period(when).from.year()));
}

const measures::Measure* ReportFigures::measure(std::string_view key) const {
    const auto* found = measures::find_measure(source_.measures, key);
    return found && measures::may_see(*found, source_.who) ? found : nullptr;
}

bool ReportFigures::has(std::string_view key, std::string_view dimension) const {
    const auto* found = measure(key);
    return found && found->find(dimension);
}

measures::Query ReportFigures::query_of(When when, std::vector<std::string> by) const {
    return {.municipalities = {source_.tenant.id}, .period = period(when), .by = std::move(by), .where = wish_.limits};
}

void ReportFigures::note(const measures::Measure& measure, const std::string& why) {
    const auto& words = source_.translator;
    base::add_once(not_known_, words.t(TEXT("{figure}: {why}"), {{"figure", words.t(measure.title)}, {"why", why}}));
}

bool ReportFigures::is_reported(const measures::Measure& measure, When when) {
    const auto* teller = this->measure(told_by(measure.key));
    if (!teller) teller = &measure;
    const auto [known, is_new] = reported_.try_emplace({teller->key, when}, false);
    if (!is_new) return known->second;
    auto query = query_of(when, {});
    if (!base::holds(told_by_place, teller->key)) query.where.clear();
    const auto rows = teller->figures(query);
    known->second = std::ranges::any_of(rows, [](const measures::Row& row) { return is_anything(row.value); });
    return known->second;
}

bool ReportFigures::is_answered(const measures::Measure& measure, const measures::Query& query, When when) {
    const auto& words = source_.translator;
    if (when == When::now && std::ranges::find(used_, &measure) == used_.end()) used_.push_back(&measure);
    for (const auto& [dimension, key] : query.where) {
        if (measure.find(dimension)) continue;
        const auto* inquiries = this->measure("inquiries");
        note(measure, words.t(TEXT("not known by {what}."),
                              {{"what", split_title(inquiries ? *inquiries : measure, dimension, words)}}));
        return false;
    }
    const bool is_by_month = base::holds(query.by, std::string("month"));
    if (when == When::before && told_by(measure.key) == "inquiries" && !is_by_month && began_meanwhile()) return false;
    if (!is_reported(measure, when)) {
        if (when == When::now) note(measure, words.t(TEXT("nothing was reported.")));
        return false;
    }
    if (measure.can_answer && !measure.can_answer(query)) {
        note(measure, words.t(TEXT("there are too many entries to look through at once.")));
        return false;
    }
    return true;
}

std::optional<measures::Value> ReportFigures::total(std::string_view key, When when) {
    const auto* measure = this->measure(key);
    const auto query = query_of(when, {});
    if (!measure || !is_answered(*measure, query, when)) return std::nullopt;
    const auto value = measures::total_of(*measure, measure->figures(query));
    return is_anything(value) || is_stated_at_all(*measure, when) ? std::optional(value) : std::nullopt;
}

/// Sessions of whose topics nobody wrote anything are not none of a topic.
bool ReportFigures::is_stated_at_all(const measures::Measure& measure, When when) {
    constexpr std::array<std::string_view, 4> nothing{"", "none", "no_topic", "not_stated"};
    for (const auto& [dimension, key] : wish_.limits) {
        if (!measure.find(dimension) || told_by(measure.key) == "inquiries") continue;
        auto query = query_of(when, {dimension});
        query.where.erase(dimension);
        const auto says = [&](const measures::Row& row) {
            return is_anything(row.value) && !base::holds(nothing, std::string_view(row.dimensions.at(dimension)));
        };
        const auto rows = measure.figures(query);
        if (rows.empty() || std::ranges::any_of(rows, says)) continue;
        if (when == When::now)
            note(measure, source_.translator.t(TEXT("not stated by {what}."),
                                               {{"what", split_title(measure, dimension, source_.translator)}}));
        return false;
    }
    return true;
}

std::optional<std::vector<measures::Row>> ReportFigures::rows(std::string_view key, std::vector<std::string> by, When when) {
    const auto* measure = this->measure(key);
    const auto query = query_of(when, std::move(by));
    const auto is_known = [&](const std::string& dimension) { return has_dimension(*measure, dimension); };
    if (!measure || !std::ranges::all_of(query.by, is_known) || !is_answered(*measure, query, when)) return std::nullopt;
    return measure->figures(query);
}

std::vector<Figure> ReportFigures::shares(std::string_view part, std::vector<std::string> by) {
    const auto* known = share_of_part(part);
    const auto* measure = this->measure(part);
    if (!known || !measure) return {};
    Question question;
    question.measure = measure;
    question.query = query_of(When::now, std::move(by));
    const auto offered = offered_to(source_.who, source_.measures);
    question.beside.share_word = std::string(known->whole);
    question.beside.share = share_named(known->whole, question, offered);
    question.beside.target = true;
    if (!question.beside.share || !is_answered(*measure, question.query, When::now)) return {};
    return figures_of(question, source_.tenant.id, source_.targets).value_or(std::vector<Figure>());
}

std::string ReportFigures::label(std::string_view key, std::string_view dimension, const measures::Row& row) const {
    if (dimension == "topic")
        if (auto levels = topic_in_levels(row, *source_.own_topics, source_.translator); !levels.empty()) return levels;
    return value_label(*measure(key), dimension, row.dimensions.at(std::string(dimension)), source_.tenant,
                       source_.translator);
}

ReportCell ReportFigures::cell(std::string_view key, const std::optional<measures::Value>& value) const {
    const auto* found = measure(key);
    if (!found || !value) return {"–"};
    // A share is never without its parts: it stays in words.
    const bool is_whole = measures::part_names(found->kind).empty();
    return {shown_text(found->kind, *value, source_.translator),
            is_whole ? measures::number_of(found->kind, *value) : std::nullopt};
}

ReportCell ReportFigures::count(std::optional<std::int64_t> number) const {
    if (!number) return {"–"};
    return {source_.translator.number(static_cast<double>(*number)), static_cast<double>(*number)};
}

bool ReportFigures::began_meanwhile() {
    if (!began_meanwhile_) {
        const auto since = logged();
        began_meanwhile_ = since && since->from > before_.from && since->from <= before_.to;
    }
    return *began_meanwhile_;
}

std::optional<periods::Period> ReportFigures::logged() {
    const auto* measure = this->measure("inquiries");
    if (!measure) return std::nullopt;
    const measures::Query query{
        .municipalities = {source_.tenant.id}, .period = {before_.from, now_.to}, .by = {"month"}, .where = {}};
    std::string first;
    for (const auto& row : measure->figures(query))
        if (const auto& month = row.dimensions.at("month"); is_anything(row.value) && (first.empty() || month < first))
            first = month;
    const auto begins = periods::read(first);
    if (!begins) return std::nullopt;
    const auto last = measure->last_day ? measure->last_day(source_.tenant.id) : std::nullopt;
    return periods::Period{begins->from, last.value_or(now_.to)};
}

}  // namespace digilots::statistics
