#include "inquiries/inquiries_page.h"

#include <algorithm>
#include <array>

#include "inquiries/figures.h"
#include "inquiries/follow_ups.h"
#include "inquiries/further.h"
#include "inquiries/templates.h"
#include "inquiries/typed_words.h"
#include "inquiries/units.h"
#include "inquiries/way_back.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/register/field.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using html::components::Cell;
using html::components::Field;
using html::components::Option;
using taxonomy::List;

constexpr int per_page = 50;
constexpr int most_pages = 200;
constexpr int most_searched = 10'000;
constexpr std::size_t longest_search = 200;

/// Further words that the list can be limited to, in the order in which entries keep them (store::Filter::said).
constexpr std::array<const char*, 3> listed_words{"problem", "feedback", "feedback_status"};

struct ListQuery {
    periods::Period period;
    std::string typed_from, typed_to;
    store::Filter filter;
    register_::UnitWanted unit;
    TypedWords typed{""};
    std::string search;  // as typed; "" where it is refused
    int page = 1;
    bool is_to_follow_up = false;   // of all, for whoever sees to it
};

std::optional<std::string> wanted(const http::Request& request, std::string_view name) {
    const auto value = request.query.find(name);
    if (!value || value->empty()) return std::nullopt;
    return std::string(*value);
}

/// The same where an entry may say nothing: "" is asked for as `nothing_stated`.
std::optional<std::string> wanted_or_none(const http::Request& request, std::string_view name) {
    auto value = wanted(request, name);
    if (value == nothing_stated) value = "";
    return value;
}

int page_number(std::string_view text) {
    return base::whole_number_up_to(text, 1, most_pages).value_or(1);
}

void look_where_they_may(ListQuery& query, const Service& service, const http::Request& request) {
    auto asked = places_of_unit(service, request.tenant->id, query.unit);
    query.filter.is_elsewhere = asked.is_elsewhere;
    query.filter.places = std::move(asked.places);
    // Of their own entries somebody limited to a unit sees all; so does of all places who sees to what is to be followed up.
    if (!sees_all(request) || query.is_to_follow_up || !places_within_limit(service, request)) return;
    query.filter.places = places_asked_for(service, request);
    query.filter.is_elsewhere = false;
}

ListQuery read_query(const Service& service, const html::Page& page, html::FormErrors& errors) {
    const http::Request& request = page.request();
    const std::string& zone = request.tenant->zone;
    const base::Date today = base::to_civil(service.clock.now(), zone).date;
    ListQuery query;
    query.period = {sees_all(request) ? today : base::add_days(today, -own_days), today};
    query.typed_from = base::format_date(query.period.from);
    query.typed_to = base::format_date(today);
    const auto read_date = [&](const char* name, base::Date& date, std::string& typed) {
        const auto text = wanted(request, name);
        if (!text) return;
        typed = *text;
        if (const auto parsed = base::parse_date(*text)) date = *parsed;
        else errors.add(name, page.t(TEXT("Give a date such as 2026-11-22.")));
    };
    read_date("from", query.period.from, query.typed_from);
    if (!wanted(request, "to") && query.period.from > query.period.to) query.period.to = query.period.from;
    read_date("to", query.period.to, query.typed_to);
    std::tie(query.filter.from, query.filter.until) = moments_of(query.period, zone);
    query.filter.place = wanted_or_none(request, "place");
    query.unit = unit_wanted(service, request);
    query.filter.topic = wanted(request, "topic");
    query.filter.channel = wanted_or_none(request, "channel");
    query.filter.outcome = wanted_or_none(request, "outcome");
    query.filter.kind = wanted(request, "kind");
    query.filter.target_group = wanted(request, "target_group");
    query.filter.asker = wanted(request, "asker");
    if (query.filter.asker == "resident") query.filter.asker = "";
    query.filter.e_service = wanted(request, "e_service");
    query.filter.follow_up = wanted(request, follow_up_standing);
    if (wanted(request, "receiver") == store::not_noted) query.filter.receiver = store::not_noted;
    for (const char* name : listed_words)
        if (const auto key = wanted(request, name)) query.filter.said.push_back(std::string(name) + ":" + *key);
    if (const auto unit = wanted(request, unit_concerned)) query.filter.said.push_back(std::string(unit_concerned) + ":" + *unit);
    query.page = page_number(request.query.get("page"));
    query.search = base::cut(base::clean(request.query.get("q").substr(0, longest_search)), longest_search);
    query.typed = TypedWords(query.search);
    if (query.typed.are_personal()) {
        query.search.clear();
        errors.add("q", page.t(TEXT("Take out the number or address of a person: no note holds one, and nothing of the kind is "
                                    "searched for.")));
    }
    query.is_to_follow_up = query.filter.follow_up && sees_to_follow_ups(service, request);
    if (!sees_all(request) && !query.is_to_follow_up) {
        query.filter.created_by = actor_of(*request.identity);
        query.filter.recorded_from = base::from_civil(base::add_days(today, -own_days), 0, 0, zone);
    }
    look_where_they_may(query, service, request);
    return query;
}

Field select(const html::Page& page, const char* name, i18n::Text label, List list, const std::optional<std::string>& chosen) {
    Field field{.name = name, .label = page.t(label), .options = {{"", page.t(TEXT("All")), !chosen}}};
    for (const taxonomy::Term& term : taxonomy::terms(list))
        field.options.push_back({term.key, page.t(term.label), chosen == term.key});
    return field;
}

std::vector<Field> filters_of(const ListQuery& query, const Service& service, const html::Page& page) {
    const auto directory = service.directory.snapshot(page.request().tenant->id);
    Field topic{.name = "topic", .label = page.t(TEXT("Topic")), .options = {{"", page.t(TEXT("All")), !query.filter.topic}}};
    for (const auto held = service.own_topics.of(page.request().tenant->id); const taxonomy::OwnTopic& own : *held)
        topic.options.push_back({own.key, own.label, query.filter.topic == own.key});
    const register_::Surroundings around{.municipality_id = page.request().tenant->id, .words = &page.translator()};
    for (const auto& shared : taxonomy::grouped_topics(around))
        topic.options.push_back({shared.key, shared.label, query.filter.topic == shared.key, "", shared.group});
    Field place{.name = "place", .label = page.t(TEXT("Place")), .options = {{"", page.t(TEXT("All")), !query.filter.place}}};
    place.options.push_back({std::string(nothing_stated), page.t(TEXT("No place")), query.filter.place == ""});
    for (const directory::Place& one : directory->places)
        place.options.push_back({one.id, one.name, query.filter.place == one.id});
    auto asker = select(page, "asker", TEXT("Who asked"), List::asker,
                        query.filter.asker == "" ? std::optional<std::string>("resident") : query.filter.asker);
    const std::string of_staff(store::of_staff);
    asker.options.push_back({of_staff, page.t(TEXT("Employees and partners")), query.filter.asker == of_staff});
    auto follow_up = select(page, "follow_up", TEXT("Follow-up"), List::followed_up, query.filter.follow_up);
    follow_up.options.insert(follow_up.options.begin() + 1, {std::string(still_open), page.t(TEXT("To be followed up")),
                                                             query.filter.follow_up == still_open});
    std::vector<Field> filters{place, topic,
            select(page, "channel", TEXT("Channel"), List::channel, query.filter.channel),
            select(page, "outcome", TEXT("Outcome"), List::outcome, query.filter.outcome),
            select(page, "kind", TEXT("What it counts"), List::entry_kind, query.filter.kind),
            select(page, "target_group", TEXT("Target group"), List::target_group, query.filter.target_group),
            std::move(asker), std::move(follow_up),
            {.name = "receiver",
             .label = page.t(TEXT("Referred to")),
             .options = {{"", page.t(TEXT("All")), !query.filter.receiver},
                         {std::string(store::not_noted), page.t(TEXT("receiver not noted")),
                          query.filter.receiver.has_value()}}}};
    Field e_service{.name = "e_service", .label = page.t(TEXT("E-service that it is about")),
                    .options = {{"", page.t(TEXT("All")), !query.filter.e_service}}};
    for (const directory::EService& one : directory->e_services)
        e_service.options.push_back({one.id, one.name, query.filter.e_service == one.id});
    filters.push_back(std::move(e_service));
    for (const char* name : listed_words) {
        const auto* word = further_word(name);
        filters.push_back(select(page, name, word->title, word->list, wanted(page.request(), name)));
    }
    const auto units = service.organisation.units(page.request().tenant->id);
    if (units->empty()) return filters;
    Field concerned{.name = std::string(unit_concerned), .label = page.t(TEXT("Unit that it concerns")),
                    .options = {{"", page.t(TEXT("All")), !page.request().query.has(unit_concerned)}}};
    for (const auto& one : *units)
        concerned.options.push_back({one.id, organisation::full_name(*units, one.id),
                                     one.id == page.request().query.get(unit_concerned)});
    filters.push_back(std::move(concerned));
    filters.insert(filters.begin(), unit_asked_for(service, page));
    return filters;
}

html::components::Table table_of(const std::vector<StoredInquiry>& found,
                                 const Service& service, const html::Page& page) {
    html::components::Table table;
    table.caption = page.t(TEXT("Entries"));
    for (const i18n::Text title : {TEXT("Time"), TEXT("Topic"), TEXT("Outcome"), TEXT("Channel"), TEXT("Place")}) {
        table.columns.push_back({page.t(title)});
    }
    table.columns.push_back({page.t(TEXT("Minutes")), true});
    table.columns.push_back({page.t(TEXT("Note"))});
    table.empty = page.t(TEXT("No entries in this period."));
    for (const StoredInquiry& stored : found) {
        const EntryView entry = view_of(stored, service, page);
        std::string outcome = entry.referred_to.empty() ? entry.outcome : entry.outcome + ": " + entry.referred_to;
        for (const auto* more : {&entry.persons, &entry.asker})
            if (!more->empty()) outcome += " · " + *more;
        const std::string opens = entry.url + from_list(page.request().query);
        table.rows.push_back({Cell{.text = entry.date + " " + entry.time, .url = opens}, Cell{.text = entry.topics},
                              Cell{.text = outcome}, Cell{.text = entry.channel}, Cell{.text = entry.place},
                              Cell{.text = entry.minutes, .unknown = entry.minutes.empty()}, Cell{.text = entry.note}});
    }
    return table;
}

/// Of the entries found those of the page that is asked for in which the typed words stand; how many there are of all.
std::int64_t leave_those_with(const ListQuery& query, const Service& service, const html::Page& page,
                              std::vector<StoredInquiry>& found) {
    const auto own = service.own_topics.of(page.request().tenant->id);
    std::erase_if(found, [&](const StoredInquiry& one) {
        return !query.typed.are_in(one.inquiry.note, one.inquiry.topics, *own, page.translator());
    });
    const auto count = std::ssize(found);
    const auto first = std::min<std::int64_t>(std::int64_t{query.page - 1} * per_page, count);
    found.erase(found.begin(), found.begin() + first);
    if (std::ssize(found) > per_page) found.erase(found.begin() + per_page, found.end());
    return count;
}

/// The address of all entries that the list shows, on all its pages; today's too, where no day is asked for.
std::string table_of_shown(const std::string& list, const ListQuery& query, const http::Fields& asked, std::string_view file) {
    http::Fields shown{{{"from", base::format_date(query.period.from)}, {"to", base::format_date(query.period.to)}}};
    if (!query.unit.is_all()) shown.pairs.emplace_back("unit", query.unit.text);
    for (const char* name : {"q", "place", "topic", "channel", "outcome", "kind", "target_group", "asker",
                             "e_service", "feedback", "feedback_status", "problem", "body_unit", "follow_up", "receiver"})
        if (const auto value = asked.find(name); value && (name != std::string_view("q") || !query.typed.are_personal()))
            shown.pairs.emplace_back(name, *value);
    return list + std::string(file) + "?" + list_query(shown);
}

std::string address_of(const html::Page& page) {
    const std::string query = list_query(page.request().query);
    return page.tenant_url("/staff/inquiries") + (query.empty() ? "" : "?" + query);
}

}  // namespace

http::Response inquiries_page(const Pages& pages, const http::Request& request) {
    Service& service = Inside::service(pages.inquiries);
    html::Page page(request);
    page.title = page.t(TEXT("Questions log"));
    page.staff = true;
    page.indexable = false;
    ListView view;
    view.done = change_message(request.query, page);
    const ListQuery query = read_query(service, page, view.errors);
    std::int64_t count = 0;
    std::vector<StoredInquiry> found;
    service.database.read([&](db::Connection& connection) {
        if (query.typed.are_personal()) return;
        if (!query.typed.are_none()) {
            found = store::list_filtered(connection, request.tenant->id, query.filter, most_searched, 0);
            return;
        }
        count = store::count_filtered(connection, request.tenant->id, query.filter);
        found = store::list_filtered(connection, request.tenant->id, query.filter, per_page, (query.page - 1) * per_page);
    });
    if (query.is_to_follow_up)
        for (auto& stored : found)
            if (!may_change(service, request, stored)) stored.inquiry.note.clear();
    if (!query.typed.are_none()) {
        if (found.size() == most_searched)
            view.own_only = page.t(TEXT("Only the newest 10 000 entries are searched. Choose a shorter period."));
        count = leave_those_with(query, service, page, found);
    }
    view.url = page.tenant_url("/staff/inquiries");
    if (sees_all(request))
        view.ways = {{page.t(TEXT("Download as a table (CSV)")), table_of_shown(view.url, query, request.query, "/table")},
                     {page.t(TEXT("Download as a spreadsheet (XLSX)")),
                      table_of_shown(view.url, query, request.query, "/table.xlsx")},
                     {page.t(TEXT("Take in a table")), view.url + "/import"}};
    view.search = Field{.name = "q", .label = page.t(TEXT("Words of the note or topic")), .value = query.search,
                        .type = "search", .autocomplete = "off"}.with(view.errors);
    view.dates = {
        Field{.name = "from", .label = page.t(TEXT("From")), .value = query.typed_from, .type = "date"}.with(view.errors),
        Field{.name = "to", .label = page.t(TEXT("To")), .value = query.typed_to, .type = "date"}.with(view.errors)};
    if (query.is_to_follow_up)
        view.own_only = page.t(TEXT("You see to what is to be followed up, whoever logged it. Notes of others stand with "
                                    "them alone."));
    else if (!sees_all(request))
        view.own_only = page.t(TEXT("You see your own entries of the last seven days. A coordinator sees all."));
    else if (request.identity->only_unit && view.own_only.empty())
        view.own_only = page.t(TEXT("You see the entries at the places of your unit."));
    view.filters = filters_of(query, service, page);
    view.found = count >= most_pages * per_page ? page.t(TEXT("10 000 entries or more"))
                                                : page.tn("{n} entry", "{n} entries", count);
    if (count == 0 && request.query.pairs.empty() && sees_all(request)) {
        const auto week_ago = base::add_days(query.period.to, 1 - own_days);
        view.week_url = view.url + "?from=" + base::format_date(week_ago) + "&to=" + query.typed_to;
    }
    view.table = table_of(found, service, page);
    view.pages = html::components::paginate(count, query.page, per_page, address_of(page));
    const int status = view.errors.empty() ? 200 : 422;
    return html::render_page(page, templates::inquiries_page(view, page), status);
}

}  // namespace digilots::inquiries
