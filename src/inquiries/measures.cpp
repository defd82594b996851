// The figures that this slice publishes.
#include <algorithm>
#include <array>

#include "inquiries/figures.h"
#include "inquiries/further.h"
#include "inquiries/help_work.h"
#include "inquiries/sql.h"
#include "inquiries/units.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/whole_number.h"
#include "platform/html/writer.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

struct Definition {
    const char* key;
    const char* column;
    i18n::Text title, definition, unit, unit_of_one;
};

constexpr std::array<Definition, 8> definitions{{
    {"inquiries", "inquiries", TEXT("Inquiries"),
     TEXT("Every inquiry in the log that has not been deleted, on the day it happened. One visit, call or letter is one "
          "inquiry, also when the same person comes back. An inquiry with several topics counts once in the total and once "
          "under each of its topics, so topics add up to more than the total. A municipality's own topic counts under "
          "itself and under the shared topic that it belongs to. What was counted only, without an outcome, and a group count "
          "as one inquiry each, and so does each stroke of a sheet of paper that was entered; the list of entries does not show "
          "those. Questions of employees and partners are not in it."),
     TEXT("inquiries"), TEXT("inquiry")},
    {"help_minutes", "minutes", TEXT("Help time"),
     TEXT("Minutes of help as stated in the log. Inquiries without a stated time add nothing. The whole time of an inquiry "
          "with several topics counts under each of them."),
     TEXT("minutes"), TEXT("minute")},
    {"answered_at_first_contact", "answered", TEXT("Answered at first contact"),
     TEXT("Inquiries with the outcome “Answered at first contact”."), TEXT("inquiries"), TEXT("inquiry")},
    {"referred", "referred", TEXT("Referred"),
     TEXT("Inquiries with the outcome “Referred”, also those where it was not noted to whom."),
     TEXT("inquiries"), TEXT("inquiry")},
    {"referred_without_receiver", "without_receiver", TEXT("Referred, receiver not noted"),
     TEXT("Inquiries with the outcome “Referred” where it was not noted to whom. The list of referrals holds none of them: "
          "nobody can find out how they went."),
     TEXT("inquiries"), TEXT("inquiry")},
    {"returning", "returning_visits", TEXT("Returning visitors"),
     TEXT("Inquiries where the box “has been here before” was ticked. Nothing is kept that tells who it was."),
     TEXT("inquiries"), TEXT("inquiry")},
    {"persons", "persons", TEXT("Persons in groups"),
     TEXT("Persons of the groups that were counted. A group whose persons nobody counted adds nothing. A person in several "
          "groups counts in each. Single visits are not in it."),
     TEXT("persons"), TEXT("person")},
    {"from_staff", "from_staff", TEXT("Questions of employees and partners"),
     TEXT("Inquiries that an employee or a partner asked for themselves. They stand in no other figure of the questions log "
          "but the help work of a unit, which is all help that was given."),
     TEXT("inquiries"), TEXT("inquiry")},
}};

constexpr std::array<std::string_view, 4> dimensions_of_staff{"topic", "place", "channel", "asker"};

/// The list of entries knows these filters.
constexpr std::array<std::string_view, 13> listed_by{"unit", "place",        "topic", "channel",   "outcome", "kind",
                                                     "target_group", "asker", "e_service", "problem", "feedback",
                                                     "body_unit", "follow_up"};

std::string rows_url(const measures::Query& query) {
    std::string url = "/staff/inquiries?from=" + base::format_date(query.period.from) +
                      "&to=" + base::format_date(query.period.to);
    for (const auto& [dimension, key] : query.where) {
        if (std::ranges::find(listed_by, dimension) == listed_by.end()) return "";
        if (key.empty() && (dimension == "e_service" || dimension == unit_concerned || dimension == follow_up_standing ||
                            further_word(dimension)))
            return "";
        url += "&" + dimension + "=" + html::url_encode(key.empty() ? nothing_stated : std::string_view(key));
    }
    return url;
}

struct Title {
    std::string_view dimension;
    i18n::Text title;
};

constexpr std::array<Title, 18> titles{{
    {"unit", TEXT("Unit")}, {"body_unit", TEXT("Unit that it concerns")},
    {"topic", TEXT("Topic")}, {"place", TEXT("Place")}, {"channel", TEXT("Channel")}, {"outcome", TEXT("Outcome")},
    {"hour", TEXT("Hour")}, {"support_given", TEXT("Help given")}, {"body", TEXT("Whose question it is")},
    {"language", TEXT("Language of the conversation")}, {"barrier", TEXT("What stood in the way")},
    {"age_band", TEXT("Age")}, {"gender", TEXT("Gender")}, {"kind", TEXT("What it counts")},
    {"target_group", TEXT("Target group")}, {"asker", TEXT("Who asked")}, {"e_service", TEXT("E-service that it is about")},
    {"follow_up", TEXT("Follow-up")},
}};

std::string label_of(const Service& service, std::string_view dimension, std::string_view key,
                     std::string_view municipality, const i18n::Translator& translator) {
    if (dimension == "unit" && (key.empty() || key == nothing_stated)) return translator.t(TEXT("No unit"));
    if (dimension == follow_up_standing) {
        if (key.empty()) return translator.t(TEXT("Not to be followed up"));
        return key == still_open ? translator.t(TEXT("To be followed up"))
                                 : taxonomy::label(taxonomy::List::followed_up, key, translator);
    }
    if (key.empty()) return translator.t(dimension == "place" ? TEXT("No place") : TEXT("Not stated"));
    if (dimension == "place") {
        const auto snapshot = service.directory.snapshot(municipality);
        const directory::Place* place = snapshot->place(key);
        return place ? place->name : translator.t(TEXT("A place that is no longer here"));
    }
    if (dimension == "unit" || dimension == unit_concerned) {
        const auto name = organisation::full_name(*service.organisation.units(municipality), key);
        return name.empty() ? translator.t(TEXT("A unit that is no longer here")) : name;
    }
    if (dimension == "hour") {
        const auto hour = base::whole_number(key, 0, 23);
        return hour ? translator.time(*hour, 0) : std::string(key);
    }
    if (dimension == "topic" && taxonomy::is_own(key)) {
        const auto own = service.own_topics.of(municipality);
        return translator.t(TEXT("{topic} (own topic)"), {{"topic", taxonomy::topic_label(*own, key, translator)}});
    }
    if (dimension == "e_service") {
        const auto snapshot = service.directory.snapshot(municipality);
        const auto* e_service = snapshot->e_service(key);
        return e_service ? e_service->name : translator.t(TEXT("An e-service that is no longer here"));
    }
    if (const auto* word = further_word(dimension)) return taxonomy::label(word->list, key, translator);
    const auto list = taxonomy::list_named(dimension);
    return list ? taxonomy::label(*list, key, translator) : std::string(key);
}

/// A form offers all terms of its list; of topics the municipality's own ones, too.
void limit_to_list(measures::Dimension& dimension, const Service& service) {
    const auto* word = further_word(dimension.key);
    const auto list = word ? std::optional(word->list) : taxonomy::list_named(dimension.key);
    if (!list) return;
    dimension.limits = [&service, list = *list](std::string_view municipality) {
        std::vector<std::string> keys;
        for (const auto& term : taxonomy::terms(list)) keys.emplace_back(term.key);
        if (list != taxonomy::List::topic) return keys;
        for (const auto own = service.own_topics.of(municipality); const auto& topic : *own) keys.push_back(topic.key);
        return keys;
    };
}

std::vector<measures::Dimension> dimensions_of(const Service& service) {
    std::vector<measures::Dimension> dimensions;
    std::vector<std::string_view> names(single_dimensions().begin(), single_dimensions().end());
    names.insert(std::ranges::find(names, "place") + 1, "unit");
    names.emplace_back("asker");
    for (const std::string_view name : names) {
        const auto* titled = base::find_in(titles, name, &Title::dimension);
        const auto* word = further_word(name);
        ENSURE(titled != nullptr || word != nullptr);
        dimensions.push_back({std::string(name), word ? word->title : titled->title,
                              [&service, name](std::string_view key, std::string_view municipality,
                                               const i18n::Translator& translator) {
                                  return label_of(service, name, key, municipality, translator);
                              }});
    }
    base::find_in(dimensions, "unit", &measures::Dimension::key)->limits = [&service](std::string_view municipality) {
        std::vector<std::string> ids;
        for (const auto held = service.organisation.units(municipality); const auto& unit : *held) ids.push_back(unit.id);
        if (!ids.empty()) ids.emplace_back(nothing_stated);
        return ids;
    };
    base::find_in(dimensions, unit_concerned, &measures::Dimension::key)->limits = [&service](std::string_view municipality) {
        std::vector<std::string> ids;
        for (const auto held = service.organisation.units(municipality); const auto& unit : *held) ids.push_back(unit.id);
        return ids;
    };
    base::find_in(dimensions, "place", &measures::Dimension::key)->limits = [&service](std::string_view municipality) {
        std::vector<std::string> ids;
        for (const auto held = service.directory.snapshot(municipality);
             const auto& place : held->places) ids.push_back(place.id);
        return ids;
    };
    base::find_in(dimensions, "e_service", &measures::Dimension::key)->limits = [&service](std::string_view municipality) {
        std::vector<std::string> ids;
        for (const auto held = service.directory.snapshot(municipality);
             const auto& e_service : held->e_services) ids.push_back(e_service.id);
        return ids;
    };
    for (auto& dimension : dimensions)
        if (!dimension.limits) limit_to_list(dimension, service);
    return dimensions;
}

std::int64_t sum_of(Service& service, std::string_view column, const measures::Query& query) {
    std::int64_t sum = 0;
    for (const measures::Row& row : figures(service, column, query)) sum += row.value.amount;
    return sum;
}

std::optional<base::Date> counted_day(Service& service, const db::Statement& which, std::string_view municipality) {
    return service.database.read([&](db::Connection& connection) {
        const auto rows = connection.query(which, municipality);
        return rows.empty() ? std::nullopt : base::parse_date(rows[0].text_or_empty("day"));
    });
}

std::optional<base::Date> last_day(Service& service, std::string_view municipality) {
    return counted_day(service, sql::last_counted_day, municipality);
}

/// Of all inquiries: of what stands beside the entries, too.
std::optional<base::Date> last_day_of_all(Service& service, std::string_view municipality) {
    const auto logged = last_day(service, municipality);
    if (!service.tallies.last_day) return logged;
    return std::max(logged, service.tallies.last_day(municipality));
}

}  // namespace

std::vector<Tallies::Sum> Inquiries::logged_at(std::string_view municipality, std::string_view place,
                                               const periods::Period& period) const {
    const measures::Query query{.municipalities = {std::string(municipality)},
                                .period = period,
                                .by = {"day", "topic"},
                                .where = {{"place", std::string(place)}}};
    std::vector<Tallies::Sum> sums;
    for (const auto& row : figures_of_entries(*implementation_, "inquiries", query))
        sums.push_back({row.dimensions.at("day"), std::string(place), "", row.dimensions.at("topic"), row.value.amount});
    return sums;
}

std::vector<measures::Measure> Inquiries::measures() const {
    std::vector<measures::Measure> measures;
    Service& service = *implementation_;
    const auto all_dimensions = dimensions_of(service);
    std::vector<measures::Dimension> of_residents, of_staff;
    for (const auto& dimension : all_dimensions) {
        if (dimension.key != "asker") of_residents.push_back(dimension);
        if (base::holds(dimensions_of_staff, dimension.key)) of_staff.push_back(dimension);
    }
    for (const Definition& definition : definitions) {
        measures::Measure measure;
        measure.key = definition.key;
        measure.title = definition.title;
        measure.definition = definition.definition;
        measure.unit = definition.unit;
        measure.unit_of_one = definition.unit_of_one;
        const bool is_sum = measure.key == "help_minutes" || measure.key == "persons";
        measure.kind = is_sum ? measures::Kind::sum : measures::Kind::count;
        measure.dimensions = measure.key == "from_staff" ? of_staff : of_residents;
        measure.code_list_version = taxonomy::version();
        measure.figures = [&service, column = definition.column](const measures::Query& query) {
            return figures(service, column, query);
        };
        measure.last_day = [&service](std::string_view municipality) { return last_day(service, municipality); };
        measure.first_day = [&service](std::string_view municipality) {
            return counted_day(service, sql::first_counted_day, municipality);
        };
        if (measure.key == "inquiries")
            measure.last_day = [&service](std::string_view municipality) { return last_day_of_all(service, municipality); };
        if (measure.key == "help_minutes") {
            measure.stated = [&service](const measures::Query& query) {
                return std::pair{sum_of(service, "timed", query), sum_of(service, "inquiries", query)};
            };
        }
        if (measure.key == "persons") {
            measure.stated = [&service](const measures::Query& query) {
                return std::pair{sum_of(service, "counted_groups", query), sum_of(service, "group_entries", query)};
            };
        }
        measure.can_answer = [&service, column = definition.column](const measures::Query& query) {
            return can_answer(service, column, query);
        };
        measure.rows_url = [column = std::string(definition.column)](const measures::Query& query) {
            // The list knows no box “has been here before”: its rows would be others than those that are counted.
            std::string url = column == "returning_visits" ? "" : rows_url(query);
            if (!url.empty() && column == "answered") url += "&outcome=answered";
            if (!url.empty() && column == "referred") url += "&outcome=referred";
            if (!url.empty() && column == "without_receiver") url += "&receiver=" + std::string(store::not_noted);
            if (!url.empty() && column == "persons") url += "&kind=group";
            if (!url.empty() && !query.where.contains("asker"))
                url += "&asker=" + std::string(column == "from_staff" ? store::of_staff : "resident");
            return url;
        };
        measures.push_back(std::move(measure));
    }
    const auto& unit = *base::find_in(all_dimensions, "unit", &measures::Dimension::key);
    measures.push_back(help_work_measure(service, unit));
    measures.push_back(help_cost_measure(service, unit));
    return measures;
}

}  // namespace digilots::inquiries
