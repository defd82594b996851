#include "progress/progress_store.h"

#include <algorithm>

#include "platform/base/time.h"
#include "progress/sql.h"

namespace digilots::progress::store {

namespace {

std::ptrdiff_t place_of(std::string_view target) {
    return std::ranges::find(targets(), target, &Target::id) - targets().begin();
}

void sort_targets(Choices& choices) {
    std::ranges::sort(choices.targets, {}, [](const ChosenTarget& one) { return place_of(one.target); });
}

void read_targets(db::Connection& connection, std::string_view municipality, std::vector<ChosenTarget>& chosen) {
    for (const auto row : connection.query(sql::list_targets, municipality)) {
        if (find_target(row.text("target"))) chosen.push_back({row.text("target"), row.text("why"), {}, false});
    }
    for (const auto row : connection.query(sql::list_indicators, municipality)) {
        const auto found = std::ranges::find(chosen, row.text("target"), &ChosenTarget::target);
        if (found == chosen.end()) continue;
        found->indicators.push_back(row.text("indicator"));
        found->own_indicators = true;
    }
}

}  // namespace

Choices choices(db::Connection& connection, std::string_view municipality) {
    Choices chosen;
    read_targets(connection, municipality, chosen.targets);
    sort_targets(chosen);
    return chosen;
}

std::vector<Evaluation> evaluations(db::Connection& connection, std::string_view municipality) {
    std::vector<Evaluation> all;
    for (const auto row : connection.query(sql::list_evaluations, municipality)) {
        Evaluation one{static_cast<int>(row.integer("year")),
                       row.text("task"),
                       row.text("due_on"),
                       row.text("conclusion"),
                       row.text("decision"),
                       {}};
        const std::string closed = row.text_or_empty("closed_at");
        if (!closed.empty()) one.closed_at = base::parse_utc(closed);
        all.push_back(std::move(one));
    }
    return all;
}

std::string kept_wheel(db::Connection& connection, std::string_view municipality, int year) {
    const auto rows = connection.query(sql::find_kept_wheel, municipality, year);
    return rows.empty() ? "" : rows[0].text("wheel");
}

void save_target(db::Connection& connection, std::string_view municipality, const ChosenTarget& target) {
    connection.execute(sql::save_target, municipality, target.target, target.why);
    connection.execute(sql::delete_indicators, municipality, target.target);
    for (std::size_t place = 0; place < target.indicators.size(); ++place) {
        connection.execute(sql::add_indicator, municipality, target.target, place, target.indicators[place]);
    }
}

void delete_target(db::Connection& connection, std::string_view municipality, std::string_view target) {
    connection.execute(sql::delete_indicators, municipality, target);
    connection.execute(sql::delete_target, municipality, target);
}

bool save_evaluation(db::Connection& connection, std::string_view municipality, const Evaluation& evaluation,
                     base::Instant now) {
    return connection.execute(sql::save_evaluation, municipality, evaluation.year, evaluation.task,
                              evaluation.due_on, evaluation.conclusion, evaluation.decision,
                              base::format_utc(now)) > 0;
}

bool close_evaluation(db::Connection& connection, std::string_view municipality, int year,
                      std::string_view wheel, base::Instant now) {
    return connection.execute(sql::close_evaluation, municipality, year, base::format_utc(now), wheel) > 0;
}

}  // namespace digilots::progress::store
