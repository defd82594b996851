// A week's sheet: read, held against what stands, and only the difference written.
#include <algorithm>
#include <map>

#include "counts/implementation.h"
#include "counts/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::counts {

namespace {

Sheet read_sheet(db::Connection& connection, std::string_view municipality, Sheet sheet) {
    const auto from = base::format_date(sheet.week.from), to = base::format_date(sheet.week.to);
    for (const auto row :
         connection.query(sql::sheet_strokes, municipality, sheet.place, from, to, sheet.channel)) {
        const auto day = base::parse_date(row.text("day"));
        ENSURE(day.has_value());
        if (sheet.lines.empty() || sheet.lines.back().topic != row.text("topic"))
            sheet.lines.push_back({row.text("topic")});
        sheet.lines.back().days[static_cast<std::size_t>(base::weekday_of(*day))] = row.integer("number");
    }
    for (const auto& [source, days] : of_door)
        for (const auto row : connection.query(sql::visitors_of_days, municipality, sheet.place, from, to, source)) {
            const auto day = base::parse_date(row.text("period"));
            if (day) (sheet.*days)[static_cast<std::size_t>(base::weekday_of(*day))] = row.integer("number");
        }
    return sheet;
}

std::int64_t strokes_in(const Sheet& sheet, const std::string& topic, std::size_t day) {
    const auto* line = base::find_in(sheet.lines, topic, &Sheet::Line::topic);
    return line ? line->days[day] : 0;
}

/// Sent once more, or by somebody else who counted the same: there is nothing left to save.
bool says_what_stands(const Sheet& sheet, const Sheet& stands) {
    for (std::size_t day = 0; day < sheet.visitors.size(); ++day) {
        for (const auto& [source, days] : of_door)
            if ((sheet.*days)[day] && (sheet.*days)[day] != (stands.*days)[day]) return false;
        for (const auto& line : sheet.lines)
            if (line.days[day] != strokes_in(stands, line.topic, day)) return false;
    }
    return true;
}

}  // namespace

std::string Counts::mark_of(const Sheet& sheet) {
    std::vector<std::string> parts;
    auto lines = sheet.lines;
    std::ranges::sort(lines, {}, &Sheet::Line::topic);
    for (const auto& line : lines) {
        if (std::ranges::all_of(line.days, [](std::int64_t n) { return n == 0; })) continue;
        parts.push_back(line.topic);
        for (const auto number : line.days) parts.push_back(std::to_string(number));
    }
    for (const auto& [source, days] : of_door)
        for (const auto& number : sheet.*days) parts.push_back(number ? std::to_string(*number) : "");
    return base::mark_of(parts);
}

Sheet Counts::sheet(std::string_view municipality, std::string_view place, std::string_view channel,
                    const periods::Period& week) const {
    return implementation_->database.read([&](db::Connection& connection) {
        return read_sheet(connection, municipality,
                          {.place = std::string(place), .channel = std::string(channel), .week = week});
    });
}

Counts::Saved Counts::save(const register_::Surroundings& around, const Sheet& sheet, std::string_view actor,
                           const base::Seen& seen) {
    auto& self = *implementation_;
    if (!self.is_theirs(around, sheet.place)) return Saved::not_theirs;
    return self.database.write(
        [&](db::Connection& connection) {
            const auto stands =
                read_sheet(connection, around.municipality_id,
                           {.place = sheet.place, .channel = sheet.channel, .week = sheet.week});
            if (says_what_stands(sheet, stands)) return Saved::done;
            if (!seen.is(mark_of(stands))) return Saved::changed_meanwhile;
            std::vector<std::string> changed;
            for (int at = 0; at < 7; ++at) {
                const auto index = static_cast<std::size_t>(at);
                const auto day = base::format_date(base::add_days(sheet.week.from, at));
                bool is_other = false;
                for (const auto& line : sheet.lines) {
                    const auto number = line.days[index];
                    if (number == strokes_in(stands, line.topic, index)) continue;
                    is_other = true;
                    if (number == 0)
                        connection.execute(sql::delete_stroke, around.municipality_id, day, sheet.place,
                                           sheet.channel, line.topic);
                    else
                        connection.execute(sql::set_stroke, around.municipality_id, day, sheet.place,
                                           sheet.channel, line.topic, number);
                }
                if (is_other) changed.push_back(day);
                for (const auto& [source, days] : of_door)
                    if (const auto number = (sheet.*days)[index]; number && number != (stands.*days)[index])
                        ENSURE(self.put_in(connection, around,
                                           {.source = std::string(source),
                                            .place = sheet.place,
                                            .period = day,
                                            .number = *number},
                                           actor, true)
                                   .has_value());
            }
            if (!changed.empty())
                audit::record(
                    connection,
                    {around.municipality_id, std::string(actor), "sheet saved",
                     "sheet:" + sheet.place + "/" + periods::key_of(sheet.week) + "/" + sheet.channel,
                     base::joined(changed, ", ")},
                    self.clock.now());
            return Saved::done;
        },
        db::Isolation::deciding);
}

inquiries::Tallies Counts::tallies() const {
    auto& self = *implementation_;
    return {.sums =
                [&self](const std::vector<std::string>& municipalities, const periods::Period& period, int letters) {
                    std::vector<inquiries::Tallies::Sum> sums;
                    self.database.read([&](db::Connection& connection) {
                        sums.clear();
                        for (const auto row :
                             connection.query(sql::sum_strokes, base::json_list(municipalities),
                                              base::format_date(period.from), base::format_date(period.to), letters))
                            sums.push_back({row.text("part"), row.text("place"), row.text("channel"),
                                            row.text("topic"), row.integer("number"), row.text("municipality_id")});
                    });
                    return sums;
                },
            .last_day =
                [&self](std::string_view municipality) {
                    return self.database.read([&](db::Connection& connection) {
                        return base::parse_date(
                            connection.query(sql::last_stroke, municipality)[0].text_or_empty("day"));
                    });
                }};
}

}  // namespace digilots::counts
