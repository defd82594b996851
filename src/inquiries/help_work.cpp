#include "inquiries/help_work.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "inquiries/figures.h"
#include "inquiries/planned_help.h"
#include "inquiries/sql.h"
#include "inquiries/units.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/measures/time.h"
#include "platform/register/records.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using Functions = std::vector<organisation::HeldFunction>;

/// Minutes that one account logged at one place in one minute of the clock.
struct Helped {
    std::string account, place, day;
    std::optional<int> minute;
    std::int64_t minutes = 0;
};

struct HelpedHere {
    std::vector<Helped> all;
    Plan plan;
};

HelpedHere read_help(Service& service, const std::string& municipality, const periods::Period& period, std::string_view zone) {
    const auto [from, until] = moments_of(period, zone);
    return service.database.read([&](db::Connection& connection) {
        HelpedHere here{.all = {}, .plan = plan_of(connection, municipality)};
        for (const auto row :
             connection.query(sql::help_minutes, municipality, base::format_utc(from), base::format_utc(until))) {
            Helped helped{row.text("created_by"), row.text("place"), row.text("local_date"), {}, row.integer("total")};
            const auto hour = static_cast<int>(row.integer("local_hour"));
            const auto minute = base::whole_number(row.text("minute"), 0, 59);
            if (hour != unknown_hour && minute) helped.minute = hour * 60 + *minute;
            here.all.push_back(std::move(helped));
        }
        return here;
    });
}

/// One function for each moment, so that functions add up: that in whose planned time it lies, else the first that is held, else
/// the first that is stood in for.
std::pair<std::string, Planned> work_of(const Functions& held, const HelpedHere& here, const organisation::Units& units,
                                        std::string_view country, const HelpMoment& moment) {
    for (const auto& function : held)
        if (planned_at(here.plan, units, country, moment, function.id) == Planned::inside) return {function.id, Planned::inside};
    const auto own = std::ranges::find(held, false, &organisation::HeldFunction::is_stand_in);
    const std::string function = own != held.end() ? own->id : held.empty() ? "" : held.front().id;
    return {function, planned_at(here.plan, units, country, moment, function)};
}

bool is_wanted(const measures::Query& query, const organisation::Units& units,
               const std::map<std::string, std::string>& said) {
    return std::ranges::all_of(query.where, [&](const auto& wanted) {
        const auto found = said.find(wanted.first);
        if (found == said.end()) return true;
        const bool is_none = wanted.second.empty() || wanted.second == nothing_stated;
        if (is_none) return found->second.empty();
        if (wanted.first != "unit") return found->second == wanted.second;
        return base::holds(organisation::within(units, wanted.second), found->second);
    });
}

using HelpSums = std::map<std::map<std::string, std::string>, std::int64_t>;
/// For how much a minute of a function counts; nothing where it counts in nothing.
using Weight = std::function<std::optional<std::int64_t>(const std::string& function)>;

void add_work(Service& service, const std::string& municipality, const measures::Query& query, const Weight& weight,
              HelpSums& sums) {
    const auto zone = service.municipalities.settings(municipality).zone;
    const auto about = service.municipalities.about(municipality);
    const std::string country = about ? about->country : "SE";
    const auto units = service.organisation.units(municipality);
    const auto directory = service.directory.snapshot(municipality);
    const auto here = read_help(service, municipality, query.period, zone);
    std::map<std::string, Functions> held;
    for (const auto& helped : here.all) {
        const auto day = base::parse_date(helped.day);
        if (!day) continue;
        if (!held.contains(helped.account)) held[helped.account] = service.organisation.held_by(municipality, helped.account);
        const auto* place = helped.place.empty() ? nullptr : directory->place(helped.place);
        const HelpMoment moment{*day, helped.minute, place ? place->unit : ""};
        const auto [function, planned] = work_of(held[helped.account], here, *units, country, moment);
        const std::map<std::string, std::string> said{{"unit", moment.unit},
                                                      {"function", function},
                                                      {"planned", std::string(name_of(planned))},
                                                      {"municipality", municipality}};
        const auto of_a_minute = is_wanted(query, *units, said) ? weight(function) : std::nullopt;
        if (!of_a_minute) continue;
        std::map<std::string, std::string> key;
        for (const auto& dimension : query.by)
            key[dimension] = measures::is_time(dimension) ? measures::time_key(dimension, helped.day) : said.at(dimension);
        sums[key] += helped.minutes * *of_a_minute;
    }
}

std::string function_label(const Service& service, std::string_view key, std::string_view municipality,
                           const i18n::Translator& translator) {
    if (key.empty() || key == nothing_stated) return translator.t(TEXT("No function"));
    const auto function = service.organisation.function_records().find(municipality, key);
    return function ? function->text("title") : translator.t(TEXT("A function that is no longer here"));
}

std::string planned_label(std::string_view key, const i18n::Translator& translator) {
    if (key == name_of(Planned::inside)) return translator.t(TEXT("Inside planned help time"));
    if (key == name_of(Planned::outside)) return translator.t(TEXT("Outside planned help time"));
    return translator.t(TEXT("Nothing planned, or no time given"));
}

std::vector<measures::Row> rows_of_work(const HelpSums& sums) {
    std::vector<measures::Row> rows;
    for (const auto& [key, sum] : sums) rows.push_back({key, sum});
    return rows;
}

/// Of each function what an hour costs, asked once.
class HourCosts {
public:
    HourCosts(Service& service, std::string municipality) : service_(service), municipality_(std::move(municipality)) {}

    std::optional<std::int64_t> operator()(const std::string& function) {
        const auto [known, is_new] = known_.try_emplace(function);
        if (is_new && !function.empty())
            if (const auto found = service_.organisation.function_records().find(municipality_, function))
                known->second = found->money("hour_cost");
        return known->second;
    }

private:
    Service& service_;
    const std::string municipality_;
    std::map<std::string, std::optional<std::int64_t>> known_ = {};
};

constexpr int functions_at_once = 200;

/// Where no hour has a cost nothing is known of what help costs.
bool has_hour_cost(const Service& service, std::string_view municipality) {
    const auto& functions = service.organisation.function_records();
    const auto around = municipality::surroundings_of(service.municipalities, functions, municipality, service.clock.now());
    for (std::int64_t done = 0;;) {
        const auto some = functions.list(around, {}, functions_at_once, done).records;
        if (std::ranges::any_of(some, [](const auto& one) { return one.money("hour_cost").has_value(); })) return true;
        done += std::ssize(some);
        if (std::ssize(some) < functions_at_once) return false;
    }
}

}  // namespace

measures::Measure help_cost_measure(Service& service, measures::Dimension unit) {
    auto measure = help_work_measure(service, std::move(unit));
    measure.key = "help_cost";
    measure.title = TEXT("Cost of help time");
    measure.definition =
        TEXT("Minutes of help as work, each at what an hour of its function costs on average. Help of functions whose cost "
             "nobody has written, and of people without a function, is not in it.");
    measure.unit = TEXT("kronor");
    measure.unit_of_one = {};
    measure.kind = measures::Kind::money;
    measure.figures = [&service](const measures::Query& query) {
        HelpSums sums;
        for (const auto& municipality : query.municipalities) {
            HourCosts costs(service, municipality);
            add_work(service, municipality, query, [&costs](const std::string& function) { return costs(function); }, sums);
        }
        constexpr std::int64_t minutes = 60;
        for (auto& [key, sum] : sums) sum = (sum + minutes / 2) / minutes;
        return rows_of_work(sums);
    };
    measure.unknown = [&service](const measures::Query& query) {
        HelpSums sums;
        for (const auto& municipality : query.municipalities) {
            HourCosts costs(service, municipality);
            const auto without_cost = [&costs](const std::string& function) {
                return costs(function) ? std::nullopt : std::optional<std::int64_t>(1);
            };
            add_work(service, municipality, query, without_cost, sums);
        }
        return rows_of_work(sums);
    };
    measure.last_day = [&service, logged = measure.last_day](std::string_view municipality) {
        const bool is_known = has_hour_cost(service, municipality);
        return is_known && logged ? logged(municipality) : std::optional<base::Date>{};
    };
    return measure;
}

measures::Measure help_work_measure(Service& service, measures::Dimension unit) {
    measures::Measure measure;
    measure.key = "help_work";
    measure.title = TEXT("Help time as work");
    measure.definition =
        TEXT("Minutes of help as stated in the log, for residents, employees and partners alike, by the unit of the place and by "
             "the function that whoever logged them holds now. Who holds several counts under the one in whose planned time the "
             "help lies, else under the first. Help counts as planned where the time of the entry lies in the planned help time "
             "of that unit and function, as outside it where something is planned for them but not then. Help without a stated "
             "time adds nothing.");
    measure.unit = TEXT("minutes");
    measure.unit_of_one = TEXT("minute");
    measure.kind = measures::Kind::sum;
    // A function may be one person: their work is for those who plan it.
    measure.see = http::Role::coordinator;
    measure.code_list_version = taxonomy::version();
    measure.dimensions = {std::move(unit),
                          {"function", TEXT("Function"),
                           [&service](std::string_view key, std::string_view municipality, const i18n::Translator& translator) {
                               return function_label(service, key, municipality, translator);
                           }},
                          {"planned", TEXT("Planned help time"),
                           [](std::string_view key, std::string_view, const i18n::Translator& translator) {
                               return planned_label(key, translator);
                           },
                           [](std::string_view) { return std::vector<std::string>{"inside", "outside", "unknown"}; }}};
    measure.figures = [&service](const measures::Query& query) {
        HelpSums sums;
        const auto each = [](const std::string&) { return std::optional<std::int64_t>(1); };
        for (const auto& municipality : query.municipalities) add_work(service, municipality, query, each, sums);
        return rows_of_work(sums);
    };
    measure.last_day = [&service](std::string_view municipality) {
        return service.database.read([&](db::Connection& connection) {
            const auto rows = connection.query(sql::last_counted_day, municipality);
            return rows.empty() ? std::nullopt : base::parse_date(rows[0].text_or_empty("day"));
        });
    };
    // Each entry of the period is read, as for other figures that no count keeps.
    measure.can_answer = [&service](const measures::Query& query) {
        auto by_rows = query;
        by_rows.by = {"place", "channel", "outcome", "hour"};
        by_rows.where.clear();
        return can_answer(service, "minutes", by_rows);
    };
    measure.rows_url = [](const measures::Query&) { return std::string(); };
    return measure;
}

}  // namespace digilots::inquiries
