// What an owner may see: told once, of months that are released. What was told stays, whatever is corrected in the log.
#include <algorithm>

#include "owners/implementation.h"
#include "owners/sql.h"
#include "platform/base/whole_number.h"

namespace digilots::owners {

namespace {

using suppression::State;

constexpr std::size_t digits_of_year = 4;
constexpr int first_year = 1, last_year = 9999;

/// What was counted in a month, by table: as it is kept until its year is over.
std::string counted_text(const Counts& counts) {
    Cells cells;
    for (const auto& [term, count] : counts) cells[term].count = count;
    return text_of(cells);
}

Counts counts_of(const std::string& text) {
    Counts counts;
    for (const auto& [term, cell] : cells_of(text)) counts[term] = cell.count;
    return counts;
}

/// By year, what was told and what was counted of it.
std::map<int, Year> stored_years(db::Connection& connection, std::string_view municipality, std::string_view about) {
    std::map<int, Year> years;
    for (const auto row : connection.query(sql::list_figures, municipality, about)) {
        const auto period = row.text("period"), table = row.text("table_key"), counted = row.text("counted");
        const auto number = base::whole_number(period.substr(0, digits_of_year), first_year, last_year);
        const auto time = periods::read(period);
        if (!number || !time) continue;
        auto& year = years[*number];
        const bool is_month = periods::kind_of(*time) == periods::Kind::month;
        const int month = static_cast<int>(static_cast<unsigned>(time->from.month()));
        if (is_month && table == "total") year.month = std::max(year.month, month);
        if (is_month && !counted.empty()) {
            auto& of_month = year.counted[month];
            (table == "total" ? of_month.total : table == "barrier" ? of_month.barrier : of_month.instead) = counts_of(counted);
        }
        const bool is_told = !is_month || table == "total";
        if (is_told) year.rows[{period, table}] = cells_of(row.text("cells"));
    }
    return years;
}

class Telling {
public:
    Telling(const Owners::Implementation& self, const std::string& municipality, const std::string& about)
        : self_(self), municipality_(municipality), about_(about), of_(about_of(about)) {}

    /// What is missing up to this month of its year. False where somebody else was quicker.
    bool tell(Year year, int number, int until) const {
        const int before = year.month;
        year.year = number;
        year.month = until;
        year.least_shown = self_.neighbours.releases.least_shown(municipality_);
        for (int month = before + 1; month <= until; ++month) year.counted[month] = count(number, month);
        look_at_all(year);
        if (of_.kind == "body") look_elsewhere(year);
        auto rows = decide(year);
        for (const auto& [key, cells] : year.elsewhere)
            if (const auto found = rows.find(key); found != rows.end()) found->second = cells;
        return write(year, before, rows);
    }

private:
    Month count(int year, int month) const {
        Month counted;
        const auto period = periods::read(time_name(year, month - 1)).value();
        for (const auto& one : self_.neighbours.inquiries.senders_once(municipality_, period))
            if ((of_.kind == "body" ? one.body : one.e_service) == of_.key)
                counted.add(one.barrier, one.sent_instead, one.number);
        return counted;
    }

    /// All questions as they are released stand beside it: from both anybody knows what is left. Where they are not told, or
    /// fewer than are counted of it now, nothing is told of it, nor of its quarter and year.
    void look_at_all(Year& year) const {
        const releases::Whose whose{releases::Whose::Of::municipality, municipality_};
        year.tells_rest = of_.kind != "body";
        std::set<int> unsure;
        for (int node = 0; node < times_of_a_year; ++node) {
            if (last_month(node) > year.month) continue;
            const auto name = time_name(year.year, node);
            const auto total = self_.neighbours.releases.read(whose, "total", periods::read(name).value()).total;
            auto cell = total.shown == releases::Shown::not_reported ? Cell{} : cell_of(total);
            const int last = last_month(node), first = static_cast<int>(static_cast<unsigned>(periods::read(name)->from.month()));
            if (first == last) {
                const auto own = year.counted.contains(last) ? year.counted.at(last).all() : 0;
                const bool is_sure = cell.state == State::published && cell.count >= own;
                if (!is_sure) unsure.insert(last);
                if (!is_sure && cell.state == State::published) cell = {State::withheld};
                year.all[last] = std::max(own, cell.count);
            } else if (std::ranges::any_of(unsure, [&](int month) { return month >= first && month <= last; })) {
                cell = {State::withheld};
            }
            year.released[name] = cell;
        }
        if (year.tells_rest) year.differs.insert(unsure.begin(), unsure.end());
        else year.released.clear();             // a body's total is released, and so is what is left
    }

    /// Totals of bodies are released. Where one is hidden, or another one than is counted now, nothing more is told of its
    /// quarter.
    void look_elsewhere(Year& year) const {
        const releases::Whose whose{releases::Whose::Of::municipality, municipality_};
        for (int node = 0; node < times_of_a_year; ++node) {
            if (last_month(node) > year.month) continue;
            const auto name = time_name(year.year, node);
            const auto table = self_.neighbours.releases.read(whose, "body", periods::read(name).value());
            Cell cell{State::withheld};
            for (const auto& line : table.lines)
                if (line.key == of_.key) cell = cell_of(line.value);
            if (table.total.shown == releases::Shown::not_reported) cell = {};
            auto& cells = year.elsewhere[{name, "total"}];
            if (cell.state != State::published || cell.count > 0) cells[whole] = cell;
            std::int64_t counted = 0;
            for (int month = 1; month <= months_of_a_year; ++month) {
                const auto from = periods::read(time_name(year.year, month - 1)).value().from;
                const bool is_in = from >= periods::read(name).value().from && month <= last_month(node);
                if (is_in && year.counted.contains(month)) counted += year.counted.at(month).all();
            }
            if (cell.state != State::published || cell.count != counted) year.differs.insert(last_month(node));
        }
        look_at_barriers(year);
    }

    /// What stood in the way of a body's questions is released, too, by quarter and year; in years that began without it, it is
    /// decided here.
    void look_at_barriers(Year& year) const {
        const releases::Whose whose{releases::Whose::Of::municipality, municipality_};
        for (int node = months_of_a_year; node < times_of_a_year; ++node) {
            if (last_month(node) > year.month) continue;
            const auto name = time_name(year.year, node);
            const auto table = self_.neighbours.releases.read(whose, "body_barrier", periods::read(name).value());
            if (table.revision == 0) continue;
            auto& cells = year.elsewhere[{name, "barrier"}];
            for (const auto& line : table.lines) {
                const auto plus = line.key.find('+');
                if (plus == std::string::npos || line.key.substr(0, plus) != of_.key) continue;
                const auto cell = cell_of(line.value);
                if (cell.state != State::published || cell.count > 0) cells[line.key.substr(plus + 1)] = cell;
            }
        }
    }

    static Cell cell_of(const releases::Value& value) {
        if (value.shown == releases::Shown::hidden) return {State::hidden};
        return value.shown == releases::Shown::count ? Cell{State::published, value.count} : Cell{State::withheld};
    }

    bool write(const Year& year, int before, const Rows& rows) const {
        return self_.database.write(
            [&](db::Connection& connection) {
                const auto stands = stored_years(connection, municipality_, about_);
                const auto found = stands.find(year.year);
                if ((found == stands.end() ? 0 : found->second.month) != before) return false;
                auto all = rows;
                for (int month = before + 1; month <= year.month; ++month)
                    for (const char* table : {"barrier", "instead"}) all[{time_name(year.year, month - 1), table}];
                for (const auto& [key, cells] : all)
                    connection.execute(sql::insert_figure, municipality_, about_, key.first, key.second, text_of(cells),
                                       counted_of(year, key));
                if (year.month == months_of_a_year)
                    connection.execute(sql::forget_counted, municipality_, about_, std::to_string(year.year) + "%");
                return true;
            },
            db::Isolation::deciding);
    }

    static std::string counted_of(const Year& year, const std::pair<std::string, std::string>& key) {
        for (const auto& [month, counted] : year.counted) {
            if (time_name(year.year, month - 1) != key.first) continue;
            return counted_text(key.second == "total"     ? counted.total
                                : key.second == "barrier" ? counted.barrier
                                                          : counted.instead);
        }
        return "";
    }

    const Owners::Implementation& self_;
    const std::string& municipality_;
    const std::string& about_;
    const About of_;
};

}  // namespace

Told Owners::Implementation::figures_of(const std::string& municipality, const std::string& about) const {
    Told told;
    const releases::Whose whose{releases::Whose::Of::municipality, municipality};
    for (const auto& period : neighbours.releases.released(whose, "total"))
        if (periods::kind_of(period) == periods::Kind::month) told.released.push_back(period);
    if (told.released.empty()) return told;
    const auto read = [&] {
        return database.read([&](db::Connection& connection) { return stored_years(connection, municipality, about); });
    };
    auto years = read();
    const auto last = told.released.front().from;
    const int newest = static_cast<int>(last.year()), month = static_cast<int>(static_cast<unsigned>(last.month()));
    bool is_changed = false;
    for (const int number : {newest - 1, newest}) {
        const int until = number == newest ? month : months_of_a_year;
        const bool is_released = std::ranges::any_of(
            told.released, [&](const periods::Period& one) { return static_cast<int>(one.from.year()) == number; });
        const int known = years.contains(number) ? years.at(number).month : 0;
        if (!is_released || known >= until) continue;
        Telling(*this, municipality, about).tell(years[number], number, until);
        is_changed = true;
    }
    if (is_changed) years = read();
    for (auto& [number, year] : years) told.rows.merge(year.rows);
    return told;
}

}  // namespace digilots::owners
