// How many organisations take part, each counted once however often it does.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "activities/held_behind.h"
#include "activities/recruiting.h"
#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/measures/time.h"
#include "platform/register/measure.h"

namespace digilots::activities {

namespace {

/// "company,authority": whichever of both it is.
std::vector<std::string> kinds_asked(std::string_view value) {
    return value.empty() ? std::vector<std::string>{""} : base::separated(value, ',');
}

std::vector<measures::Row> partner_rows(const Activities::Implementation& self, const measures::Query& query) {
    const auto from = base::format_date(query.period.from), to = base::format_date(query.period.to);
    std::map<std::map<std::string, std::string>, std::set<std::string>> names;
    const bool is_by_time = std::ranges::any_of(query.by, measures::is_time);
    for (const auto& municipality : query.municipalities) {
        const auto rows = self.database.read([&](db::Connection& connection) {
            return connection.query(is_by_time ? sql::partners_at_sessions : sql::partners_taking_part, municipality, from, to);
        });
        for (const auto row : rows) {
            const auto kind = row.text("kind");
            const auto wanted = query.where.find("partner");
            if (wanted != query.where.end() && !base::holds(kinds_asked(wanted->second), kind)) continue;
            std::map<std::string, std::string> key;
            for (const auto& dimension : query.by)
                key[dimension] = dimension == "partner"        ? kind
                                 : dimension == "municipality" ? municipality
                                                               : measures::time_key(dimension, row.text("day"));
            names[key].insert(municipality + "/" + base::fold(row.text("title")));
        }
    }
    std::vector<measures::Row> found;
    for (const auto& [key, all] : names) found.push_back({key, std::ssize(all)});
    return found;
}

}  // namespace

std::vector<PartnerBehind> partners_behind(const Activities::Implementation& self, const measures::Query& query) {
    const auto wanted = query.where.find("partner");
    std::map<std::string, PartnerBehind> by_name;
    for (const auto& municipality : query.municipalities) {
        const auto rows = self.database.read([&](db::Connection& connection) {
            return connection.query(sql::partners_at_sessions, municipality, base::format_date(query.period.from),
                                    base::format_date(query.period.to));
        });
        for (const auto row : rows) {
            const auto kind = row.text("kind");
            if (wanted != query.where.end() && !base::holds(kinds_asked(wanted->second), kind)) continue;
            auto& one = by_name[base::fold(row.text("title"))];
            if (row.text("day") > one.last_day) {
                one.title = row.text("title");
                one.record = row.text("id");
                one.kind = kind;
                one.last_session = row.text("session");
                one.last_day = row.text("day");
            }
            base::add_once(one.activities, row.text("activity"));
            one.sessions.insert(row.text("session"));
        }
    }
    std::vector<PartnerBehind> all;
    for (auto& [name, one] : by_name) {
        std::ranges::sort(one.activities);
        all.push_back(std::move(one));
    }
    return all;
}

measures::Measure partners_taking_part(const Activities& activities) {
    const auto& self = Inside::of(activities);
    measures::Measure measure{
        .key = std::string(figure_of_partners),
        .title = TEXT("Partners that take part"),
        .definition =
            TEXT("Organisations that took part in sessions that were held, each counted once in the period by its name. "
                 "Where nobody said which took part, those of the activity count. Months do not add up to the year."),
        .unit = TEXT("partners"),
        .unit_of_one = TEXT("partner")};
    auto kind = register_::field_dimension(self.partners, "partner", "kind", TEXT("Kind of partner"), TEXT("None"));
    kind.label = [of_one = kind.label](std::string_view value, std::string_view municipality, const i18n::Translator& words) {
        std::vector<std::string> labels;
        for (const auto& one : kinds_asked(value)) labels.push_back(of_one(one, municipality, words));
        return base::joined(labels, ", ");
    };
    measure.dimensions = {std::move(kind)};
    measure.figures = [&self](const measures::Query& query) { return partner_rows(self, query); };
    measure.rows_url = [](const measures::Query& query) { return path_of_held(figure_of_partners, query); };
    measure.last_day = [&self](std::string_view municipality) {
        return self.database.read([&](db::Connection& connection) {
            return base::parse_date(connection.query(sql::last_held, municipality)[0].text_or_empty("day"));
        });
    };
    measure.made_from = {{kept_activities}, {"activity_partner"}};
    return measure;
}

}  // namespace digilots::activities
