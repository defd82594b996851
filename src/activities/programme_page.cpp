// What is on: as a list, or as a month.
#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/time.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_listed = 50, most_in_month = 2000;
constexpr int days_of_week = 7;

using html::components::Option;

std::vector<Option> options_among(const std::set<std::string>& keys, taxonomy::List list,
                                  const std::string& chosen, const std::string& any, const html::Page& page) {
    std::vector<Option> options;
    for (const auto& key : keys)
        options.push_back({key, taxonomy::label(list, key, page.translator()), key == chosen});
    std::ranges::sort(options, {}, &Option::label);
    options.insert(options.begin(), {"", any, chosen.empty()});
    return options;
}

std::vector<Option> languages_among(const std::set<std::string>& languages, const std::string& chosen,
                                    const html::Page& page) {
    std::vector<Option> options{{"", page.t("Any language"), chosen.empty()}};
    for (const auto& language : taxonomy::terms(taxonomy::List::language))
        if (languages.contains(std::string(language.key)))
            options.push_back({language.key, page.t(language.label), language.key == chosen});
    return options;
}

void add_campaigns(html::components::FilterForm& form, const Programme& programme, const Filter& filter, const html::Page& page) {
    std::vector<Option> options{{"", page.t("All activities"), filter.campaign.empty()}};
    for (const auto& campaign : programme.campaigns)
        if (campaign.is_published) options.push_back({campaign.title, campaign.title, campaign.title == filter.campaign});
    if (options.size() > 1) form.filters.push_back({"campaign", page.t("Campaign week"), std::move(options)});
}

/// Offered is what there is.
html::components::FilterForm filter_form(const Pages& pages, const Programme& programme, const Filter& filter,
                                         bool is_month, const html::Page& page) {
    std::set<std::string> topics, kinds, groups, languages, places, role_groups;
    for (const auto& activity : programme.activities) {
        if (!activity.is_listed()) continue;
        topics.insert(activity.topics.begin(), activity.topics.end());
        groups.insert(activity.target_groups.begin(), activity.target_groups.end());
        languages.insert(activity.languages.begin(), activity.languages.end());
        kinds.insert(activity.kind);
        if (!activity.role_group.empty()) role_groups.insert(activity.role_group);
        for (const auto& session : activity.sessions) places.insert(session.place);
    }
    std::erase_if(topics, [](const std::string& topic) { return taxonomy::is_own(topic); });
    html::components::FilterForm form{page.tenant_url("/activities")};
    const auto when = page.request().query.get("when");
    using taxonomy::List;
    form.filters.push_back({"topic", page.t("Topic"),
                            options_among(topics, List::topic, filter.topic, page.t("All topics"), page)});
    form.filters.push_back(
        {"kind", page.t("Kind"),
         options_among(kinds, List::activity_kind, filter.kind, page.t("All kinds"), page)});
    form.filters.push_back(
        {"group", page.t("Target group"),
         options_among(groups, List::target_group, filter.group, page.t("Everyone"), page)});
    if (!role_groups.empty()) {
        std::vector<Option> for_roles{{"", page.t("Everyone"), filter.role_group.empty()}};
        for (const auto& key : role_groups)
            for_roles.push_back({key, role_group_text(key, page.translator()), key == filter.role_group});
        form.filters.push_back({"role_group", page.t("Course for a role"), std::move(for_roles)});
    }
    form.filters.push_back({"language", page.t("Language"), languages_among(languages, filter.language, page)});
    std::vector<Option> at_places{{"", page.t("All places"), filter.place.empty()}};
    const auto directory =
        Inside::of(pages.activities).neighbours.directory.snapshot(page.request().tenant->id);
    for (const auto& place : directory->places)
        if (places.contains(place.id)) at_places.push_back({place.id, place.name, place.id == filter.place});
    form.filters.push_back({"place", page.t("Place"), std::move(at_places)});
    form.filters.push_back(
        {"remote",
         page.t("Where"),
         {{"", page.t("Anywhere"), !filter.remote}, {"1", page.t("From home"), filter.remote}}});
    form.filters.push_back({"when",
                            page.t("When"),
                            {{"", page.t("From today on"), when.empty()},
                             {"week", page.t("Within a week"), when == "week"},
                             {"month", page.t("Within a month"), when == "month"},
                             {"quarter", page.t("Within three months"), when == "quarter"}}});
    form.filters.push_back({"free",
                            page.t("Seats"),
                            {{"", page.t("All sessions"), !filter.with_free_seats},
                             {"1", page.t("With free seats"), filter.with_free_seats}}});
    add_campaigns(form, programme, filter, page);
    form.active = !filter.topic.empty() + !filter.kind.empty() + !filter.group.empty() + !filter.role_group.empty() +
                  !filter.language.empty() + !filter.place.empty() + filter.remote + filter.with_free_seats +
                  !filter.campaign.empty() +
                  !when.empty();
    if (is_month) form.kept.emplace_back("view", "month");
    for (const auto* name : {"from", "to"})  // typed in a form of their own
        if (const auto day = page.request().query.get(name); base::parse_date(day)) form.kept.emplace_back(name, day);
    return form;
}

/// With the days that "when" means, where no days are said.
Filter filter_within(Filter filter, const http::Request& request, base::Date today) {
    const auto when = request.query.get("when");
    const int days = when == "week" ? 7 : when == "month" ? 31 : when == "quarter" ? 92 : 0;
    if (days > 0 && !filter.to) filter.to = base::add_days(today, days);
    return filter;
}

/// "2026-12" of the address, else the month of today.
base::Date month_in(const http::Request& request, base::Date today) {
    const auto typed = base::parse_date(std::string(request.query.get("month").substr(0, 7)) + "-01");
    const auto chosen = typed.value_or(today.year() / today.month() / 1);
    const auto away = (int(chosen.year()) - int(today.year())) * 12 + int(unsigned(chosen.month())) -
                      int(unsigned(today.month()));
    return away < -2 || away > 18 ? today.year() / today.month() / 1 : chosen;
}

std::string month_key(base::Date first) {
    return base::format_date(first).substr(0, 7);
}

/// The filters of the address, to go behind others.
std::string query_without_view(const http::Request& request) {
    std::string query;
    for (const auto& [name, value] : request.query.pairs)
        if (name != "view" && name != "month" && name != "page" && !value.empty())
            query += (query.empty() ? "" : "&") + html::url_encode(name) + "=" + html::url_encode(value);
    return query;
}

void show_month(ProgrammeView& view, const Pages& pages, const Programme& programme, Filter filter,
                base::Date today, const html::Page& page) {
    const auto first = month_in(page.request(), today);
    const auto next = base::Date(first + std::chrono::months(1)),
               before = base::Date(first - std::chrono::months(1));
    filter.from = first;
    filter.to = base::add_days(next, -1);
    view.is_month = true;
    view.month = page.translator().date(first).substr(page.translator().date(first).find(' ') + 1);
    const auto query = query_without_view(page.request());
    const auto link = [&](base::Date month) {
        return page.tenant_url("/activities?view=month&month=" + month_key(month) +
                               (query.empty() ? "" : "&" + query));
    };
    view.earlier_url = link(before);
    view.later_url = link(next);
    const auto& words = page.translator();
    for (int day = 0; day < days_of_week; ++day) view.weekdays.push_back(words.weekday(day));
    std::map<std::string, std::vector<SessionLine>> by_day;
    for (const auto& [activity, session] : sessions_of(programme, filter, base::Instant{}, most_in_month)) {
        auto line = line_of(pages, *activity, *session, page);
        line.when = hours_text(*session, page.request().tenant->zone, words);
        by_day[base::format_date(session->day)].push_back(std::move(line));
    }
    if (by_day.empty()) view.nothing_in_month = page.t("Nothing is planned this month with this choice.");
    for (auto monday = base::add_days(first, -base::weekday_of(first)); monday < next;
         monday = base::add_days(monday, days_of_week)) {
        const auto number = words.number(std::stoi(base::iso_week(monday).substr(6)));
        WeekOfMonth week{.title = page.t("Week {number}", {{"number", number}})};
        for (int at = 0; at < days_of_week; ++at) {
            const auto date = base::add_days(monday, at);
            DayOfMonth day;
            if (date >= first && date < next) {
                day = {.title = page.t("{weekday} {date}", {{"weekday", words.weekday(at)}, {"date", words.date(date)}}),
                       .number = std::to_string(unsigned(date.day())),
                       .is_today = date == today,
                       .sessions = std::move(by_day[base::format_date(date)])};
            }
            week.days.push_back(std::move(day));
        }
        view.weeks.push_back(std::move(week));
    }
}

/// Days of one's own; the rest of the filter stays.
void ask_for_days(ProgrammeView& view, const html::Page& page) {
    constexpr std::size_t longest_day = 10;
    const auto& query = page.request().query;
    for (const auto& [name, value] : query.pairs)
        if (name != "from" && name != "to" && name != "when" && !value.empty()) view.kept.emplace_back(name, value);
    const auto field = [&](const char* name, std::string label) {
        return html::components::Field{.name = name,
                                       .label = std::move(label),
                                       .value = std::string(query.get(name).substr(0, longest_day)),
                                       .type = "date",
                                       .optional = true};
    };
    view.from = field("from", page.t("From the day"));
    view.to = field("to", page.t("Until the day"));
}

/// A page of them.
void list_sessions(ProgrammeView& view, const Pages& pages, const std::vector<Programme::Found>& found, const html::Page& page) {
    constexpr int on_a_page = int(most_listed);
    const auto number = std::ssize(found);
    const int current = html::components::page_number(page.request().query.get("page"), number, on_a_page);
    view.pages = html::components::paginate(number, current, on_a_page, view.list_url);
    const auto from = static_cast<std::size_t>(current - 1) * most_listed;
    for (std::size_t at = from; at < std::min(found.size(), from + most_listed); ++at)
        view.sessions.push_back(line_of(pages, *found[at].activity, *found[at].session, page));
}

/// When time alone makes it another page: a session is over, or the day.
base::Instant next_change(const Programme& programme, base::Instant now, std::string_view zone) {
    const auto today = base::to_civil(now, zone).date;
    auto next = base::from_civil(base::add_days(today, 1), 0, 0, zone);
    for (const auto& activity : programme.activities)
        for (const auto& session : activity.sessions)
            if (session.ends > now) next = std::min(next, session.ends);
    return next;
}

}  // namespace

http::Response programme_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto& self = Inside::of(pages.activities);
    const auto& tenant = *request.tenant;
    const auto programme = pages.activities.programme(tenant.id);
    const auto now = self.clock.now();
    ProgrammeView view;
    auto asked_for = filter_of(request);
    view.unusable = drop_what_is_unusable(pages, *programme, asked_for, page);
    auto filter = filter_within(std::move(asked_for), request, base::to_civil(now, tenant.zone).date);
    filter.with_cancelled = true;
    page.title = page.t("Activities");
    page.description = page.t("Courses, cafés and drop-in in {municipality}: when, where and how to sign up",
                              {{"municipality", tenant.name}});
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.title, "", true}};
    const bool is_month = request.query.get("view") == "month";
    view.filter = filter_form(pages, *programme, filter, is_month, page);
    const auto query = query_without_view(request);
    view.calendar_url = page.tenant_url("/activities.ics" + (query.empty() ? "" : "?" + query));
    view.list_url = page.tenant_url("/activities" + (query.empty() ? "" : "?" + query));
    view.month_url = page.tenant_url("/activities?view=month" + (query.empty() ? "" : "&" + query));
    view.programmes =
        print::format_links(page.tenant_url("/activities/programme.pdf"), programme_papers(), page, query_of(filter));
    view.code_url = page.tenant_url("/sign-ups");
    ask_for_days(view, page);
    for (const auto& campaign : programme->campaigns)
        if (campaign.is_published && campaign.last >= base::to_civil(now, tenant.zone).date)
            view.campaigns.push_back({campaign.title, page.tenant_url(campaign.path())});
    const bool is_any_remote = !sessions_of(*programme, {.remote = true}, now, 1).empty();
    if (is_any_remote && !filter.remote) view.remote_url = page.tenant_url("/activities?remote=1");
    view.nothing_entered = std::ranges::none_of(programme->activities, &Activity::is_listed);
    const auto found = sessions_of(*programme, filter, now, std::numeric_limits<std::size_t>::max());
    view.count = page.tn("{n} session to come", "{n} sessions to come", std::ranges::count_if(found, [](const auto& one) {
                             return one.session->status != Status::cancelled;
                         }));
    if (is_month)
        show_month(view, pages, *programme, filter, base::to_civil(now, tenant.zone).date, page);
    else
        list_sessions(view, pages, found, page);
    for (const auto& activity : programme->activities)
        if (is_told_undated(activity, filter, now))
            (activity.frequency.empty() || !activity.state.empty() ? view.undated : view.again)
                .push_back({activity.title, page.tenant_url(activity.path()),
                            undated_text(pages.activities, tenant.id, activity, page.translator()),
                            state_text(activity, page.translator())});
    auto response = html::render_page(page, templates::programme_page(view, page));
    response.until = next_change(*programme, now, tenant.zone);
    return response;
}

}  // namespace digilots::activities
