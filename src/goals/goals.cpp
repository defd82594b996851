#include "goals/goals.h"

#include <algorithm>

#include "goals/implementation.h"
#include "goals/quality.h"
#include "goals/reading.h"
#include "goals/sql.h"
#include "goals/words.h"
#include "platform/base/lists.h"
#include "platform/register/titled_choices.h"

namespace digilots::goals {

namespace {

using register_::Record, register_::Surroundings;

register_::LinkSource goals_to_link_to(const Goals::Implementation& self) {
    return {.choices = [&self](const Surroundings& around) { return register_::titled_choices(self.goals, around); },
            .path = "/staff/goals/",
            .is_there = [](db::Connection& connection, std::string_view municipality,
                           std::string_view id) { return !connection.query(sql::find_goal, municipality, id).empty(); }};
}

/// For what stands beside goals.
register_::Others beside_goals(const Goals::Implementation& self) {
    auto others = self.neighbours.others;
    others.links["goals.goal"] = goals_to_link_to(self);
    return others;
}

register_::Others of_goals(const Goals::Implementation& self) {
    auto others = beside_goals(self);
    others.links.try_emplace(
        "progress.goal",
        register_::LinkSource{.choices = [](const Surroundings&) { return std::vector<register_::Choice>{}; },
                              .path = ""});
    others.links["goals.document"] = {
        .choices = [&self](const Surroundings& around) { return register_::titled_choices(self.documents, around); },
        .path = "/staff/goals/documents/",
        .is_there = [](db::Connection& connection, std::string_view municipality,
                       std::string_view id) { return !connection.query(sql::find_document, municipality, id).empty(); }};
    others.more = [](const Record& goal, const html::Page& page) {
        return register_::More{.links = {{page.t(TEXT("How the goal stands")), page.tenant_url("/staff/goals/" + goal.id)}}};
    };
    others.holds = [&self](const Record& goal, const html::Page& page) -> std::vector<std::string> {
        const auto rows = self.database.read([&](db::Connection& connection) {
            return connection.query(sql::number_beside, page.request().tenant->id, goal.id);
        });
        const auto number = rows[0].integer("number");
        if (number == 0) return {};
        return {page.tn("{n} record beside it", "{n} records beside it", number)};
    };
    others.is_held = [](db::Connection& connection, std::string_view municipality, std::string_view id) {
        return connection.query(sql::number_beside, municipality, id)[0].integer("number") > 0;
    };
    return others;
}

register_::Others of_documents(const Goals::Implementation& self) {
    auto others = self.neighbours.others;
    others.holds = [&self](const Record& document, const html::Page& page) -> std::vector<std::string> {
        const auto rows = self.database.read([&](db::Connection& connection) {
            return connection.query(sql::goals_of_document, page.request().tenant->id, document.id);
        });
        if (rows.empty()) return {};
        return {page.tn("{n} goal", "{n} goals", std::ssize(rows.values))};
    };
    others.is_held = [](db::Connection& connection, std::string_view municipality, std::string_view id) {
        return !connection.query(sql::goals_of_document, municipality, id).empty();
    };
    return others;
}

bool is_counted(db::Connection& connection, std::string_view municipality, std::string_view goal) {
    const auto rows = connection.query(sql::find_goal, municipality, goal);
    return !rows.empty() && !rows[0].text("counted_from").empty();
}

std::map<std::string, std::map<std::string, WeekNote>> notes_of(const Goals::Implementation& self,
                                                                std::string_view municipality) {
    std::map<std::string, std::map<std::string, WeekNote>> notes;
    const auto rows =
        self.database.read([&](db::Connection& connection) { return connection.query(sql::week_notes, municipality); });
    for (const auto row : rows)
        notes[row.text("goal")][row.text("week")] = {.is_closed = row.flag("is_closed"),
                                                     .reason = row.text("reason"),
                                                     .account = row.text("account"),
                                                     .at = base::parse_utc(row.text("written_at")).value_or(base::Instant{})};
    return notes;
}

std::shared_ptr<const Snapshot> load_snapshot(const Goals::Implementation& self, std::string_view municipality) {
    auto snapshot = std::make_shared<Snapshot>();
    const auto around = self.goals.around(municipality);
    for (const auto& one : self.goals.list(around, {}, register_::Records::most_counted, 0).records)
        snapshot->goals.push_back(goal_of(one));
    if (snapshot->goals.empty()) return snapshot;
    constexpr auto most = register_::Records::most_counted;
    for (const auto& one : self.values.list(around, {}, most, 0).records)
        if (const auto day = one.date("day"))
            snapshot->values[one.text("goal")].push_back({*day, one.whole("number").value_or(0), one.text("note")});
    for (auto& [goal, values] : snapshot->values) std::ranges::stable_sort(values, {}, &HandValue::day);
    for (const auto& one : self.interims.list(around, {}, most, 0).records)
        snapshot->interims[one.text("goal")].push_back(
            {one.id, one.text("title"), one.date("starts"), one.date("ends"), one.whole("target")});
    for (const auto& one : self.documents.list(around, {.with_ended = true}, most, 0).records)
        snapshot->documents[one.id] = {one.id, one.text("title"), one.text("address"), one.text("function"),
                                       one.date("ends")};
    snapshot->notes = notes_of(self, municipality);
    return snapshot;
}

}  // namespace

const Goal* Snapshot::find(std::string_view id) const {
    return base::find_in(goals, id, &Goal::id);
}

Goals::Implementation::Implementation(db::Database& opened, const kept::Versions& known,
                                      const base::Clock& time, Neighbours others)
    : database(opened),
      versions(known),
      clock(time),
      neighbours(std::move(others)),
      goals(goal_register(choices_of_counting(*this),
                          [this](const std::string& question) {
                              const auto from = counted_from(*this, question);
                              return from.measure ? std::optional(from.kind()) : std::nullopt;
                          }),
            opened, time, of_goals(*this)),
      values(value_register(is_counted), opened, time, beside_goals(*this)),
      interims(interim_register(), opened, time, beside_goals(*this)),
      documents(document_register(), opened, time, of_documents(*this)),
      stories(story_register(), opened, time, beside_goals(*this)),
      deviations(deviation_register(), opened, time, beside_goals(*this)),
      checks(check_register(), opened, time, neighbours.others),
      references(reference_register(), opened, time, beside_goals(*this)),
      ambitions(ambition_register(), opened, time, beside_goals(*this)),
      benefits(benefit_register(), opened, time, beside_goals(*this)),
      quality(quality_register(quality_of_others(*this)), opened, time, beside_goals(*this)),
      snapshots(
          time, [this](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_goals, id)); },
          [this](std::string_view id) { return load_snapshot(*this, id); }),
      rows(
          time, [this](std::string_view key, kept::Stamp& stamp) { take_stamp_of_rows(*this, key, stamp); },
          [this](std::string_view key) { return rows_of_key(*this, key); }) {}

Surroundings Goals::Implementation::around(std::string_view municipality) const {
    return municipality::surroundings_of(neighbours.municipalities, goals, municipality, clock.now());
}

std::vector<register_::Records*> Goals::Implementation::registers() {
    return {&goals,  &values,     &interims,  &documents, &stories, &deviations,
            &checks, &references, &ambitions, &benefits,  &quality};
}

std::vector<Record> Goals::Implementation::of_goal(const register_::Records& records, const Surroundings& around,
                                                   const std::string& goal) const {
    constexpr std::int64_t most_of_goal = 50;
    return records.list(around, {.filters = {{"goal", goal}}}, most_of_goal, 0).records;
}

Goals::Goals(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, versions, clock, std::move(neighbours))) {}
Goals::~Goals() = default;

void Goals::know(std::vector<measures::Measure> measures, SavedFigures saved) {
    implementation_->measures = std::move(measures);
    implementation_->saved = std::move(saved);
}
void Goals::know(Surveys surveys) {
    implementation_->surveys = std::move(surveys);
}
void Goals::know(std::vector<KnownShare> shares) {
    implementation_->shares = std::move(shares);
}
void Goals::know(Moneys money) {
    implementation_->money = std::move(money);
}
void Goals::know_registers(std::vector<register_::Records*> registers) {
    implementation_->registers_of_all = std::move(registers);
}

void Goals::know_editions(Edition edition) {
    implementation_->edition = std::move(edition);
}

register_::Records& Goals::records() const {
    return implementation_->goals;
}

register_::Records& Goals::references() const {
    return implementation_->references;
}

std::vector<PublicGoal> Goals::told(const http::Tenant& tenant, const i18n::Translator& words, Told which) const {
    const auto& self = *implementation_;
    const auto snapshot = self.snapshot(tenant.id);
    std::vector<PublicGoal> shown;
    for (const auto& goal : snapshot->goals) {
        if (!goal.is_published && which == Told::published) continue;
        const auto reader = which == Told::published ? Reader::others : Reader::staff;
        const auto reading = read_goal(self, *snapshot, goal, tenant, {reader});
        shown.push_back({.id = goal.id,
                         .title = goal.title,
                         .status = std::string(word_of(reading.judged.status)),
                         .number = public_number_in_words(goal, reading, words),
                         .target = target_in_words(goal, reading, words),
                         .period = goal.period ? periods::name_of(*goal.period, words) : "",
                         .mark = mark_of_status(reading.judged.status, words)});
    }
    return shown;
}

std::vector<PublicGoal> Goals::published(const http::Tenant& tenant, const i18n::Translator& words) const {
    return told(tenant, words, Told::published);
}

}  // namespace digilots::goals
