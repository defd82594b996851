// What was held and who came, as figures.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "activities/held_behind.h"
#include "activities/recruiting.h"
#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/measures/time.h"
#include "platform/register/measure.h"
#include "platform/register/register.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using measures::Measure, measures::Query;
using FigureKey = std::map<std::string, std::string>;
/// One part of what a held session counts: which values it has along a dimension, and how many of them.
struct Part {
    std::string dimension, value;
    std::int64_t number = 0;
};

/// Of a session that was held.
struct Held {
    std::string id, day, place, kind, purpose, unit, activity, role_group, leader, campaign;
    std::vector<std::string> topics, languages, partner_kinds;
    bool is_remote = false;
    std::vector<Part> came;   // by gender, target_group, found_us
    std::vector<Part> costs;  // by cost
    std::int64_t all_came = 0, all_costs = 0, did_not_come = 0;
    std::int64_t staff = 0;   // of those who came, employees: all of a session for them alone, else those counted as such
};

constexpr std::string_view staff_alone = "staff";

std::vector<Held> held_between(const Activities::Implementation& self, const std::string& municipality,
                               const Query& query) {
    return self.database.read([&](db::Connection& connection) {
        const auto from = base::format_date(query.period.from), to = base::format_date(query.period.to);
        std::map<std::string, std::vector<std::string>> partners;
        for (const auto row : connection.query(sql::partners_of_all, municipality))
            partners[row.text("activity")].push_back(row.text("kind"));
        std::map<std::string, std::vector<Part>> parts;
        for (const auto row : connection.query(sql::came_between, municipality, from, to))
            parts[row.text("session_id")].push_back(
                {row.text("list"), row.text("term"), row.integer("number")});
        std::vector<Held> all;
        for (const auto row : connection.query(sql::held_between, municipality, from, to)) {
            const auto number = [&](const char* column) {
                return row.get<std::optional<std::int64_t>>(column).value_or(0);
            };
            Held held{.id = row.text("id"),
                      .day = row.text("day"),
                      .place = row.text("place"),
                      .kind = row.text("kind"),
                      .purpose = row.text("purpose"),
                      .unit = row.text("unit"),
                      .activity = row.text("activity_id"),
                      .role_group = row.text("role_group"),
                      .leader = row.text("leader"),
                      .campaign = row.text("campaign"),
                      .topics = register_::list_items(row.text("topics")),
                      .languages = register_::list_items(row.text("languages")),
                      .partner_kinds = partners[row.text("activity_id")],
                      .is_remote = !row.text("remote").empty(),
                      .came = parts[row.text("id")],
                      .costs = {}};
            for (const auto* gender : {"women", "men", "girls", "boys", "not_stated"}) {
                held.came.push_back({"gender", gender, number(gender)});
                held.all_came += number(gender);
            }
            for (const auto* cost : {"fee", "premises", "material", "travel"}) {
                held.costs.push_back({"cost", cost, number(cost)});
                held.all_costs += number(cost);
            }
            held.did_not_come = number("did_not_come");
            const auto groups = register_::list_items(row.text("target_groups"));
            const bool is_for_staff = groups.size() == 1 && groups.front() == staff_alone;
            for (const auto& part : held.came)
                if (part.dimension == "target_group" && part.value == staff_alone) held.staff += part.number;
            if (is_for_staff) held.staff = held.all_came;
            all.push_back(std::move(held));
        }
        return all;
    });
}

/// What a session says along one of its own dimensions: several topics stand in each of their rows.
std::vector<std::string> values_along(const Held& held, const std::string& dimension,
                                      const std::string& municipality) {
    if (measures::is_time(dimension)) return {measures::time_key(dimension, held.day)};
    if (dimension == "municipality") return {municipality};
    if (dimension == "place") return {held.place};
    if (dimension == "activity") return {held.activity};
    if (dimension == "unit") return {held.unit};
    if (dimension == "kind") return {held.kind};
    if (dimension == "purpose") return {held.purpose};
    if (dimension == "role_group") return {held.role_group};
    if (dimension == "leader") return {held.leader};
    if (dimension == "campaign") return {held.campaign};
    if (dimension == "remote") return {held.is_remote ? "1" : "0"};
    const auto each_of = [](const std::vector<std::string>& values) {
        return values.empty() ? std::vector<std::string>{""} : values;
    };
    if (dimension == "topic") return each_of(held.topics);
    if (dimension == "language") return each_of(held.languages);
    if (dimension == "partner") return each_of(held.partner_kinds);
    return {};
}

enum class What { sessions, came, residents, staff, did_not_come, costs };

bool is_part(What what, const std::string& dimension) {
    if (what == What::came)
        return dimension == "gender" || dimension == "target_group" || dimension == "found_us";
    return what == What::costs && dimension == "cost";
}

void add_rows(std::map<FigureKey, std::int64_t>& sums, const std::vector<FigureKey>& keys,
              const FigureKey& part, std::int64_t number) {
    for (auto key : keys) {
        key.insert(part.begin(), part.end());
        sums[key] += number;
    }
}

void add_held(std::map<FigureKey, std::int64_t>& sums, What what, const Held& held, const Query& query,
              const std::string& municipality, const register_::Records& activities) {
    std::string along;  // the one dimension that splits up who came, or what it cost
    for (const auto& dimension : query.by)
        if (is_part(what, dimension)) along = dimension;
    FigureKey wanted_part;
    for (const auto& [dimension, value] : query.where) {
        if (is_part(what, dimension))
            wanted_part[dimension] = value;
        else if (dimension == "unit") {
            if (!register_::is_asked_for(activities, query, municipality, held.unit)) return;
        } else if (!base::holds(values_along(held, dimension, municipality), value))
            return;
    }
    if (along.empty() && !wanted_part.empty()) along = wanted_part.begin()->first;
    std::vector<FigureKey> keys{{}};
    for (const auto& dimension : query.by) {
        if (is_part(what, dimension)) continue;
        std::vector<FigureKey> further;
        for (const auto& value : values_along(held, dimension, municipality)) {
            const auto only = query.where.find(dimension);
            if (only != query.where.end() && only->second != value && dimension != "unit") continue;
            for (auto key : keys) {
                key[dimension] = value;
                further.push_back(std::move(key));
            }
        }
        keys = std::move(further);
    }
    if (along.empty()) {
        const auto number = what == What::sessions       ? 1
                            : what == What::came         ? held.all_came
                            : what == What::residents    ? held.all_came - held.staff
                            : what == What::staff        ? held.staff
                            : what == What::did_not_come ? held.did_not_come
                                                         : held.all_costs;
        return add_rows(sums, keys, {}, number);
    }
    for (const auto& part : what == What::costs ? held.costs : held.came) {
        if (part.dimension != along) continue;
        const auto only = wanted_part.find(along);
        if (only != wanted_part.end() && only->second != part.value) continue;
        const bool is_shown = base::holds(query.by, along);
        add_rows(sums, keys, is_shown ? FigureKey{{along, part.value}} : FigureKey{}, part.number);
    }
}

std::int64_t number_on(const HeldDay& day, What what) {
    switch (what) {
        case What::sessions: return day.sessions;
        case What::came: return day.came;
        case What::residents: return day.came - day.staff;
        case What::staff: return day.staff;
        case What::did_not_come: return day.did_not_come;
        default: return day.costs;
    }
}

void add_days(std::map<FigureKey, std::int64_t>& sums, What what, const std::vector<HeldDay>& days, const Query& query) {
    const auto from = base::format_date(query.period.from), to = base::format_date(query.period.to);
    for (const auto& day : days) {
        if (day.day < from || to < day.day) continue;
        FigureKey key;
        for (const auto& dimension : query.by) key[dimension] = measures::time_key(dimension, day.day);
        sums[key] += number_on(day, what);
    }
}

std::vector<measures::Row> figures_of(const Activities::Implementation& self, What what, const Query& query) {
    std::map<FigureKey, std::int64_t> sums;
    for (const auto& municipality : query.municipalities) {
        if (const auto key = key_of_held_days(municipality, query)) {
            add_days(sums, what, *self.held_days.of(*key), query);
            continue;
        }
        for (const auto& held : held_between(self, municipality, query))
            add_held(sums, what, held, query, municipality, self.activities);
    }
    std::vector<measures::Row> rows;
    for (const auto& [key, sum] : sums)
        if (sum != 0) rows.push_back({key, sum});
    return rows;
}

measures::Dimension of_list(const char* key, i18n::Text title, taxonomy::List list, i18n::Text none) {
    return {key, title,
            [list, none](std::string_view value, std::string_view, const i18n::Translator& words) {
                return value.empty() ? words.t(none) : taxonomy::label(list, value, words);
            }};
}

/// With what all of them can be split up along, and what `further` adds.
Measure along_all(const Activities::Implementation& self, What what, Measure measure,
                  const std::vector<measures::Dimension>& further) {
    measure.dimensions = {
        of_list("kind", TEXT("Kind"), taxonomy::List::activity_kind, TEXT("None")),
        of_list("topic", TEXT("Topic"), taxonomy::List::topic, TEXT("No topic")),
        {"place", TEXT("Place"),
         [&self](std::string_view key, std::string_view municipality, const i18n::Translator& words) {
             const auto snapshot = self.neighbours.directory.snapshot(municipality);
             const auto* place = snapshot->place(key);
             return place ? place->name : words.t(TEXT("No place"));
         }},
        register_::field_dimension(self.activities, "purpose", "purpose", TEXT("What it is counted as"), TEXT("None")),
        {"role_group", TEXT("Course for a role"),
         [](std::string_view key, std::string_view, const i18n::Translator& words) {
             return key.empty() ? words.t(TEXT("For everyone")) : role_group_text(key, words);
         }},
        {"language", TEXT("Language"),
         [](std::string_view key, std::string_view, const i18n::Translator& words) {
             return key.empty() ? words.t(TEXT("Not stated")) : taxonomy::label(taxonomy::List::language, key, words);
         }},
        register_::field_dimension(self.activities, "leader", "leader", TEXT("Who leads it"), TEXT("None")),
        {"campaign", TEXT("Campaign or theme week"),
         [](std::string_view key, std::string_view, const i18n::Translator& words) {
             return key.empty() ? words.t(TEXT("None in particular")) : std::string(key);
         }},
        {"activity", TEXT("Activity"),
         [&self](std::string_view key, std::string_view municipality, const i18n::Translator&) {
             const auto held = self.programmes.of(municipality);   // of what is in use: from memory
             if (const auto* known = held->with_id(key)) return known->title;
             const auto activity = self.activities.find(municipality, key);
             return activity ? activity->text("title") : std::string(key);
         }},
        {"remote", TEXT("From home, by the web"),
         [](std::string_view key, std::string_view, const i18n::Translator& words) {
             return words.t(key == "1" ? TEXT("Yes") : TEXT("No"));
         }},
        register_::field_dimension(self.partners, "partner", "kind", TEXT("Kind of partner"), TEXT("None"))};
    if (auto units = register_::unit_dimension(self.activities)) measure.dimensions.push_back(*std::move(units));
    measure.dimensions.insert(measure.dimensions.end(), further.begin(), further.end());
    measure.made_from = {{kept_activities}, {"activity_partner"}};
    measure.figures = [&self, what](const Query& query) { return figures_of(self, what, query); };
    measure.rows_url = [key = measure.key](const Query& query) { return path_of_held(key, query); };
    measure.last_day = [&self](std::string_view municipality) {
        return self.database.read([&](db::Connection& connection) {
            return base::parse_date(connection.query(sql::last_held, municipality)[0].text_or_empty("day"));
        });
    };
    // Of several dimensions that split up the same people it knows each, not their combination.
    measure.can_answer = [what](const Query& query) {
        std::set<std::string> parts;
        for (const auto& dimension : query.by)
            if (is_part(what, dimension)) parts.insert(dimension);
        for (const auto& [dimension, value] : query.where)
            if (is_part(what, dimension)) parts.insert(dimension);
        return parts.size() < 2;
    };
    return measure;
}

Measure residents_taking_part(const Activities::Implementation& self) {
    return along_all(
        self, What::residents,
        {.key = "participants_residents",
         .title = TEXT("Participants of activities: residents"),
         .definition = TEXT("Participants of activities without employees: without sessions for staff alone, and without "
                            "those who were counted as staff at others. Somebody who comes five times counts five times."),
         .unit = TEXT("participants"),
         .unit_of_one = TEXT("participant")},
        {});
}

Measure employees_taking_part(const Activities::Implementation& self) {
    return along_all(
        self, What::staff,
        {.key = "participants_staff",
         .title = TEXT("Participants of activities: employees"),
         .definition = TEXT("Who came to sessions for staff alone, and those who were counted as staff at others."),
         .unit = TEXT("participants"),
         .unit_of_one = TEXT("participant")},
        {});
}

constexpr std::pair<std::string_view, What> counted_of_sessions[] = {
    {"sessions_held", What::sessions},          {"participants", What::came},
    {"participants_residents", What::residents}, {"participants_staff", What::staff},
    {"activity_absent", What::did_not_come},    {"activity_costs", What::costs}};

void say_what_is_not_counted(std::vector<Measure>& all, const Activities::Implementation& self) {
    for (auto& measure : all)
        if (std::ranges::find(counted_of_sessions, measure.key, [](const auto& one) { return one.first; }) !=
            std::end(counted_of_sessions))
            measure.uncounted = [&self](std::string_view id, const periods::Period& in) {
                return days_not_counted(self, id, in);
            };
}

}  // namespace

std::vector<HeldBehind> held_behind(const Activities::Implementation& self, std::string_view measure, const Query& query) {
    std::vector<HeldBehind> behind;
    const auto known = std::ranges::find(counted_of_sessions, measure, &std::pair<std::string_view, What>::first);
    if (known == std::end(counted_of_sessions)) return behind;
    for (const auto& municipality : query.municipalities)
        for (const auto& held : held_between(self, municipality, query)) {
            std::map<FigureKey, std::int64_t> sums;
            add_held(sums, known->second, held, query, municipality, self.activities);
            // To one that was held nobody may have come: it stands there with 0. One for employees alone is none of residents.
            if (sums.empty() || (sums.begin()->second == 0 && known->second != What::came)) continue;
            behind.push_back({held.id, held.activity, held.day, sums.begin()->second});
        }
    return behind;
}

std::vector<Measure> Activities::measures() const {
    const auto& self = *implementation_;
    const auto with = [&self](What what, Measure measure, const std::vector<measures::Dimension>& further) {
        return along_all(self, what, std::move(measure), further);
    };
    std::vector<Measure> all{
        with(What::sessions,
             {.key = "sessions_held",
              .title = TEXT("Sessions held"),
              .definition = TEXT("Sessions of activities whose attendance is counted, on their day. A "
                                 "session with several topics or languages "
                                 "stands under each of them, and counts once in the sum."),
              .unit = TEXT("sessions"),
              .unit_of_one = TEXT("session")},
             {}),
        with(What::came,
             {.key = "participants",
              .title = TEXT("Participants of activities"),
              .definition = TEXT(
                  "How many came to sessions of activities, as staff counted them. Somebody who comes five "
                  "times "
                  "counts five times. Target groups and how people heard of it are counted of some of them."),
              .unit = TEXT("participants"),
              .unit_of_one = TEXT("participant")},
             {of_list("gender", TEXT("Gender"), taxonomy::List::gender, TEXT("Not stated")),
              of_list("target_group", TEXT("Target group"), taxonomy::List::target_group, TEXT("Not stated")),
              of_list("found_us", TEXT("How they heard of it"), taxonomy::List::found_us,
                      TEXT("Not stated"))}),
        residents_taking_part(self),
        employees_taking_part(self),
        with(What::did_not_come,
             {.key = "activity_absent",
              .title = TEXT("Signed up and did not come"),
              .definition = TEXT(
                  "How many were signed up for a session of an activity that was held, and did not come."),
              .unit = TEXT("people"),
              .unit_of_one = TEXT("person")},
             {}),
        with(What::costs,
             {.key = "activity_costs",
              .title = TEXT("Costs of activities"),
              .definition = TEXT(
                  "What staff wrote that sessions of activities cost: fees, premises, material and travel."),
              .unit = TEXT("kronor"),
              .kind = measures::Kind::money},
             {{"cost", TEXT("Kind of cost"),
               [](std::string_view key, std::string_view, const i18n::Translator& words) {
                   return words.t(cost_title(key));
               }}}),
        requests_asked(*this),
        invited(*this),
        signed_up_by_channel(*this),
        partners_taking_part(*this),
    };
    say_what_is_not_counted(all, self);
    return all;
}

}  // namespace digilots::activities
