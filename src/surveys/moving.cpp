// Answers leave the spool together, in random order, and nothing is left by which one could be found again.
#include <algorithm>
#include <map>
#include <tuple>

#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "surveys/checking.h"
#include "surveys/counting.h"
#include "surveys/implementation.h"
#include "surveys/spooled.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

constexpr std::int64_t most_at_once = 2000;
constexpr std::size_t bytes_of_answer_id = 16;

/// Of one round of one survey.
struct Waiting {
    std::string municipality, survey, round;
};

struct Opened {
    std::string id;
    Spooled answer;
};

template <class Item>
void shuffle(std::vector<Item>& items) {
    for (std::size_t at = items.size(); at > 1; --at) std::swap(items[at - 1], items[random_below(at)]);
}

using CountedCell = std::tuple<std::string, std::string, std::string, std::string>;    // table, value, split, its value

void count(std::map<CountedCell, std::int64_t>& cells, const Definition& definition, const Answers& answers) {
    auto tables = counts_of(definition, answers);
    tables.emplace_back("", "");
    const auto splits = splits_of(definition, answers);
    for (const auto& [table, value] : tables) {
        ++cells[{table, value, "", ""}];
        for (const auto& [split, split_value] : splits) ++cells[{table, value, split, split_value}];
    }
}

std::vector<Opened> open_some(const Surveys::Implementation& self, db::Connection& connection, const Waiting& of,
                              const std::string& before) {
    std::vector<Opened> opened;
    const auto rows = connection.query(sql::spooled, of.municipality, of.survey, of.round, before, most_at_once);
    for (const auto row : rows) {
        const auto text = self.keys.open(day_key_name(row.text("key_day")), row.text("sealed"));
        auto answer = text ? spooled_of(*text) : std::nullopt;
        if (answer) opened.push_back({row.text("id"), *std::move(answer)});
    }
    return opened;
}

void write_moved(db::Connection& connection, const Waiting& of, std::vector<Opened> opened) {
    std::map<int, Definition> definitions;
    for (auto& edition : all_editions(connection, of.municipality, of.survey))
        definitions[edition.number] = std::move(edition.definition);
    shuffle(opened);
    std::vector<std::vector<db::Value>> answers, gone, counts;
    std::map<CountedCell, std::int64_t> cells;
    for (const auto& one : opened) {
        const Spooled kept{.edition = one.answer.edition, .pair = "", .answers = one.answer.answers};
        answers.push_back({of.municipality, base::random_token(bytes_of_answer_id), of.survey, of.round, one.answer.pair,
                           to_text(kept)});
        gone.push_back({of.municipality, of.survey, of.round, one.id});
        count(cells, definitions[one.answer.edition], answers_of(one.answer.answers));
    }
    for (const auto& [cell, number] : cells)
        counts.push_back({of.municipality, of.survey, of.round, std::get<0>(cell), std::get<1>(cell), std::get<2>(cell),
                          std::get<3>(cell), number});
    connection.execute_many(sql::insert_answer, answers);
    connection.execute_many(sql::delete_spooled, gone);
    connection.execute_many(sql::add_count, counts);
    kept::raise(connection, "survey_answer", of.municipality);
}

/// In one transaction. How many; 0 where too few wait.
std::int64_t move_some(const Surveys::Implementation& self, const Waiting& of, const std::string& before, bool is_over) {
    return self.database.write(
        [&](db::Connection& connection) -> std::int64_t {
            auto opened = open_some(self, connection, of, before);
            // A rest too small to move alone later stays with the others.
            if (std::ssize(opened) == most_at_once && !is_over) opened.resize(opened.size() - fewest);
            if (opened.empty() || (!is_over && std::ssize(opened) < fewest)) return 0;
            write_moved(connection, of, opened);
            return std::ssize(opened);
        },
        db::Isolation::deciding);
}

std::vector<std::string> days_waiting(const Surveys::Implementation& self) {
    std::vector<std::string> days;
    self.database.read([&](db::Connection& connection) {
        days.clear();
        for (const auto row : connection.query(sql::days_in_spool)) days.push_back(row.text("key_day"));
    });
    return days;
}

/// Keys of days before `today` of which nothing waits any more.
void destroy_keys(const Surveys::Implementation& self, const std::string& today) {
    const auto waiting = days_waiting(self);
    const auto first = day_key_name("");
    for (const auto& name : self.keys.names()) {
        if (!name.starts_with(first)) continue;
        const auto day = name.substr(first.size());
        if (day < today && std::ranges::find(waiting, day) == waiting.end()) self.keys.destroy(name);
    }
}

/// After it, rows tell neither when nor in which order they came.
void level(const Surveys::Implementation& self, const std::string& municipality, const Survey& survey) {
    self.database.write([&](db::Connection& connection) {
        connection.execute(sql::same_age, municipality, survey.id);
        tell_change(connection, municipality, survey);
    });
}

void put_in_order(const Surveys::Implementation& self) {
    self.database.write([](db::Connection& connection) { connection.query(sql::put_in_order); });
}

std::string zone_of(const Surveys::Implementation& self, const std::string& municipality) {
    const auto tenant = self.neighbours.municipalities.find_tenant(municipality::Municipalities::slug_of(municipality));
    return tenant ? tenant->zone : "Europe/Stockholm";
}

/// Nothing more comes: its last day is over, or it is no more.
bool is_over(const Survey* survey, const std::string& round, base::Date today) {
    if (!survey || survey->is_closed) return true;
    const auto* known = survey->round(round);
    return !known || known->closes < today;
}

std::int64_t move_of(const Surveys::Implementation& self, const Waiting& of, bool all_of_it,
                     const std::function<void()>& go_on) {
    const auto list = self.list(of.municipality);
    const auto* survey = find_survey(*list, of.survey);
    const auto today = self.today_in(zone_of(self, of.municipality));
    const bool over = all_of_it || is_over(survey, of.round, today);
    const auto before = base::format_date(over ? base::add_days(today, 1) : today);
    std::int64_t moved = 0;
    for (;;) {
        if (go_on) go_on();
        const auto some = move_some(self, of, before, over);
        moved += some;
        if (some == 0) break;
    }
    if (moved > 0 && survey) level(self, of.municipality, *survey);
    return moved;
}

std::vector<Waiting> all_waiting(const Surveys::Implementation& self) {
    std::vector<Waiting> waiting;
    self.database.read([&](db::Connection& connection) {
        waiting.clear();
        for (const auto row : connection.query(sql::waiting))
            waiting.push_back({row.text("municipality_id"), row.text("survey"), row.text("round")});
    });
    return waiting;
}

}  // namespace

std::vector<std::string> days_without_key(const Surveys::Implementation& self) {
    auto days = days_waiting(self);
    std::erase_if(days, [&](const std::string& day) { return self.keys.has(day_key_name(day)); });
    return days;
}

std::int64_t move_rest(const Surveys::Implementation& self, std::string_view municipality, std::string_view survey) {
    std::int64_t moved = 0;
    for (const auto& one : all_waiting(self))
        if (one.municipality == municipality && one.survey == survey) moved += move_of(self, one, true, nullptr);
    if (moved > 0) put_in_order(self);
    return moved;
}

std::int64_t move_all(const Surveys::Implementation& self, const std::function<void()>& go_on) {
    std::int64_t moved = 0;
    for (const auto& one : all_waiting(self)) moved += move_of(self, one, false, go_on);
    finish_closed(self);
    if (moved > 0) put_in_order(self);
    destroy_keys(self, base::format_date(self.today_in("Europe/Stockholm")));
    return moved;
}

}  // namespace digilots::surveys
