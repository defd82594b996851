// What is printed: the programme for the wall, the sheet on which a session is counted.
#include <algorithm>
#include <map>
#include <utility>

#include "activities/campaigns.h"
#include "activities/code.h"
#include "activities/pages.h"
#include "activities/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/site_address.h"
#include "platform/i18n/isolate.h"
#include "platform/print/format.h"
#include "platform/print/pdf.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using print::Block, print::Heading, print::Paragraph, print::Text;

constexpr std::size_t most_printed = 400, most_on_poster = 16;
const std::string room_to_write = "\u00a0\n\u00a0";

/// As wide as twenty strokes, two lines high.
std::string room_for_strokes() {
    std::string room;
    for (int space = 0; space < 80; ++space) room += "\u00a0";
    return room + "\n\u00a0";
}

}  // namespace

print::Document document_for(std::string title, const print::Format& format, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& language = page.translator().language();
    print::Document document;
    document.title = std::move(title);
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.paper = format.paper;
    document.size = format.size;
    document.footer =
        i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    document.blocks.push_back({Heading{1, {document.title}}});
    return document;
}

namespace {

/// The place, with its street where that is known; how one takes part where it is held at none.
std::string where_on_paper(const Pages& pages, const Session& session, const html::Page& page) {
    const auto& tenant = page.request().tenant->id;
    auto where = where_text(pages.activities, tenant, session);
    const auto address = address_text(pages.activities, tenant, session);
    if (address != where) where += "\n" + address;
    if (!session.remote.empty())
        where += where.empty() ? page.t("From home, by the web") : "\n" + page.t("Also from home, by the web");
    return where;
}

/// Below its name: that it is cancelled, that one just comes, or that it is full.
std::string what_on_paper(const Pages& pages, const Activity& activity, const Session& session, const html::Page& page) {
    if (session.status == Status::cancelled) return "\n" + cancelled_text(session, page);
    const auto closed = closed_place_text(pages.activities, page.request().tenant->id, session, page.translator());
    if (!closed.empty()) return "\n" + closed;
    if (!activity.needs_sign_up) return "\n" + page.t("You need not sign up: just come");
    const auto now = Inside::of(pages.activities).clock.now();
    return with_seats_along(activity, session, now).free() == 0 ? "\n" + page.t("Full: you can wait for a seat") : "";
}

std::string undated_on_paper(const Pages& pages, const Activity& activity, const html::Page& page) {
    auto line = i18n::isolated(activity.title, page.translator().language());
    if (const auto state = state_text(activity, page.translator()); !state.empty()) line += " (" + state + ")";
    const auto text = undated_text(pages.activities, page.request().tenant->id, activity, page.translator());
    return text.empty() ? line : line + ": " + text;
}

/// What was chosen of the programme, so that nobody takes a part for all of it.
std::string chosen_text(const Pages& pages, const Filter& filter, const html::Page& page) {
    const auto& words = page.translator();
    std::vector<std::string> parts;
    const auto add = [&](const std::string& what, const std::string& value) {
        if (!value.empty()) parts.push_back(page.t("{what}: {value}", {{"what", what}, {"value", value}}));
    };
    using taxonomy::List;
    const auto label = [&](List list, const std::string& key) { return key.empty() ? "" : taxonomy::label(list, key, words); };
    add(page.t("Topic"), label(List::topic, filter.topic));
    add(page.t("Kind"), label(List::activity_kind, filter.kind));
    add(page.t("Target group"), label(List::target_group, filter.group));
    if (!filter.language.empty()) add(page.t("Language"), i18n::translator(filter.language).language().own_name);
    const auto snapshot = Inside::of(pages.activities).neighbours.directory.snapshot(page.request().tenant->id);
    const auto* place = filter.place.empty() ? nullptr : snapshot->place(filter.place);
    if (place) add(page.t("Place"), i18n::isolated(place->name, words.language()));
    add(page.t("Campaign week"), filter.campaign);
    if (filter.from) add(page.t("From the day"), words.date(*filter.from));
    if (filter.to) add(page.t("Until the day"), words.date(*filter.to));
    if (filter.remote) parts.push_back(page.t("From home, by the web"));
    if (filter.with_free_seats) parts.push_back(page.t("With free seats"));
    return base::joined(parts, ". ");
}

}  // namespace

const std::vector<print::Paper>& programme_papers() {
    static const std::vector<print::Paper> papers{print::Paper::a4, print::Paper::a3};
    return papers;
}

std::vector<std::string> programme_file_query() {
    auto names = print::format_query();
    names.insert(names.end(), {"topic", "kind", "place", "language", "group", "campaign", "from", "to", "remote", "free"});
    return names;
}

namespace {

/// What it is of: all, a part, or a campaign week with its days, theme and who arranges it.
print::Document begun_programme(const Pages& pages, const Programme& programme, Filter filter, const print::Format& format,
                                const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto* week = base::find_in(programme.campaigns, filter.campaign, &Campaign::title);
    if (week && !week->is_published) week = nullptr;
    auto document = document_for(week ? week->title + ", " + tenant.name
                                      : page.t("Activities in {municipality}", {{"municipality", tenant.name}}),
                                 format, page);
    const auto add = [&](const std::string& text, print::Emphasis emphasis = print::Emphasis::usual) {
        if (text.empty()) return;
        document.blocks.push_back({Paragraph{{i18n::isolated(text, page.translator().language())}, emphasis}});
    };
    if (week) {
        add(days_text(*week, page.translator()), print::Emphasis::lead);
        add(week->theme, print::Emphasis::strong);
        if (!week->partners.empty())
            add(page.t("{what}: {value}", {{"what", page.t("Who arranges with us")},
                                           {"value", base::joined(week->partners, ", ")}}));
        filter.campaign.clear();
        if (filter.from == week->first) filter.from.reset();
        if (filter.to == week->last) filter.to.reset();
    }
    add(chosen_text(pages, filter, page));
    return document;
}

}  // namespace

namespace {

/// How much stands on it: of each activity so many days in one row, or each day in a row of its own.
struct Shown {
    std::size_t rows = most_printed, days = 0, lists = most_printed;
    bool is_together() const { return days > 0; }
};

struct Rows {
    print::Table table;
    std::ptrdiff_t left_out = 0;
};

Rows row_for_each_day(const Pages& pages, const std::vector<Programme::Found>& found, const html::Page& page) {
    Rows rows{{page.t("Activities"), {{page.t("When")}, {page.t("What")}, {page.t("Where")}, {page.t("Price")}}, {}}};
    for (const auto& [activity, session] : found)
        rows.table.rows.push_back({{when_text(*session, page.request().tenant->zone, page.translator())},
                                   {i18n::isolated(activity->title, page.translator().language()) +
                                    what_on_paper(pages, *activity, *session, page)},
                                   {where_on_paper(pages, *session, page)},
                                   {price_text(*activity, page.translator())}});
    return rows;
}

/// "tisdag 1 dec., 10.00–12.00": of another year with the year.
std::string day_on_poster(const Pages& pages, const Activity& activity, const Session& session, base::Date today,
                          const html::Page& page) {
    const auto& words = page.translator();
    auto day = words.weekday(base::weekday_of(session.day)) + " " + words.short_date(session.day);
    if (session.day.year() != today.year()) day += " " + std::to_string(static_cast<int>(session.day.year()));
    auto line = day + ", " + hours_text(session, page.request().tenant->zone, words);
    if (session.status == Status::cancelled) line += "\n" + cancelled_text(session, page);
    else if (const auto closed = closed_place_text(pages.activities, page.request().tenant->id, session, page.translator());
             !closed.empty())
        line += "\n" + closed;
    else if (with_seats_along(activity, session, Inside::of(pages.activities).clock.now()).free() == 0)
        line += "\n" + page.t("Full: you can wait for a seat");
    return line;
}

/// An activity at a place with its next days: what comes each week takes one row of a poster.
Rows row_for_each_activity(const Pages& pages, const std::vector<Programme::Found>& found, const Shown& shown,
                           const html::Page& page) {
    Rows rows{{page.t("Activities"), {{page.t("What")}, {page.t("When")}, {page.t("Where")}}, {}}};
    const auto today = Inside::of(pages.activities).around(page.request().tenant->id).today;
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>> known;   // its row, its days
    for (const auto& [activity, session] : found) {
        const auto where = where_on_paper(pages, *session, page);
        const auto [at, is_new] = known.try_emplace({activity->id, where}, rows.table.rows.size(), 0);
        auto& [row, days] = at->second;
        const bool is_left_out = row >= shown.rows || days >= shown.days;
        rows.left_out += is_left_out ? 1 : 0;
        if (is_left_out) continue;
        const auto day = day_on_poster(pages, *activity, *session, today, page);
        auto what = i18n::isolated(activity->title, page.translator().language());
        if (!activity->needs_sign_up) what += "\n" + page.t("You need not sign up: just come");
        if (const auto price = price_text(*activity, page.translator()); !price.empty()) what += "\n" + price;
        if (is_new) rows.table.rows.push_back({{what}, {day}, {where}});
        else rows.table.rows[row][1].words += "\n" + day;
        ++days;
    }
    return rows;
}

void add_undated(print::Document& document, const std::string& title, print::List list, const Shown& shown,
                 const html::Page& page) {
    if (list.items.empty()) return;
    if (list.items.size() > shown.lists) {
        const auto more = std::ssize(list.items) - static_cast<std::ptrdiff_t>(shown.lists);
        list.items.resize(shown.lists);
        list.items.push_back({{page.tn("and {n} more", "and {n} more", more)}});
    }
    document.blocks.push_back({Heading{2, {title}}});
    document.blocks.push_back({std::move(list)});
}

print::Document programme_with(const Pages& pages, const Filter& filter, const print::Format& format, const Shown& shown,
                               const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto programme = pages.activities.programme(tenant.id);
    auto document = begun_programme(pages, *programme, filter, format, page);
    const auto& site = Inside::of(pages.activities).neighbours.site;
    const auto way = tenant.phone.empty() ? page.t("Sign up on the web.")
                                          : page.t("Sign up on the web, or ring {phone}.", {{"phone", tenant.phone}});
    document.blocks.push_back({Paragraph{{way}, print::Emphasis::strong}});
    if (!site.empty()) document.blocks.push_back({Paragraph{{site + page.tenant_url("/activities")}}});
    const auto now = Inside::of(pages.activities).clock.now();
    const auto found = sessions_of(*programme, filter, now, most_printed);
    auto rows = shown.is_together() ? row_for_each_activity(pages, found, shown, page) : row_for_each_day(pages, found, page);
    if (rows.table.rows.empty())
        document.blocks.push_back({Paragraph{{page.t("Nothing is planned with this choice.")}}});
    else
        document.blocks.push_back({std::move(rows.table)});
    if (rows.left_out > 0)
        document.blocks.push_back({Paragraph{
            {page.tn("{n} more later: see the web, or ask us.", "{n} more later: see the web, or ask us.", rows.left_out)},
            print::Emphasis::strong}});
    print::List again, undated;
    for (const auto& activity : programme->activities)
        if (is_told_undated(activity, filter, now))
            (activity.frequency.empty() || !activity.state.empty() ? undated : again)
                .items.push_back({{undated_on_paper(pages, activity, page)}});
    add_undated(document, page.t("Comes again, days not set"), std::move(again), shown, page);
    add_undated(document, page.t("Without dates yet"), std::move(undated), shown, page);
    return document;
}

/// One sheet for the wall: as many days of each activity as fit, else fewer activities.
print::Document poster_with(const Pages& pages, const Filter& filter, const print::Format& format, const html::Page& page) {
    Shown shown{.rows = most_on_poster, .days = 6, .lists = 6};
    const auto fits = [&] { return print::number_of_pages(programme_with(pages, filter, format, shown, page)) == 1; };
    bool does_fit = fits();
    // As much of it as fits, else the least.
    const auto with_less = [&](std::size_t& what, std::size_t least) {
        if (does_fit || what <= least) return;
        auto too_much = std::exchange(what, least);
        does_fit = fits();
        for (auto enough = least; does_fit && enough + 1 < too_much;) {
            what = (enough + too_much) / 2;
            (fits() ? enough : too_much) = what;
            what = enough;
        }
    };
    with_less(shown.days, 2);
    with_less(shown.lists, 2);
    with_less(shown.rows, 6);
    with_less(shown.days, 1);
    with_less(shown.rows, 1);
    return programme_with(pages, filter, format, shown, page);
}

}  // namespace

print::Document programme_on_paper(const Pages& pages, const Filter& filter, const print::Format& format,
                                   const html::Page& page) {
    return format.paper == print::Paper::a3 ? poster_with(pages, filter, format, page)
                                            : programme_with(pages, filter, format, {}, page);
}

http::Response programme_file(const Pages& pages, const http::Request& request) {
    auto filter = filter_of(request);
    if (auto other = print::to_one_spelling(request, programme_papers(), query_of(filter))) return std::move(*other);
    filter.with_cancelled = true;
    const auto format = print::format_of(request, programme_papers());
    return print::pdf_answer(programme_on_paper(pages, filter, format, html::Page(request)), "programme.pdf");
}

const std::vector<print::Paper>& slip_papers() {
    static const std::vector<print::Paper> papers{print::Paper::a5, print::Paper::a4};
    return papers;
}

http::Response sign_up_file(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto followed = pages.activities.follow(tenant, request.parameter("code"));
    const auto programme = pages.activities.programme(tenant.id);
    const auto [activity, session] = programme->session(followed ? followed->session : "");
    if (!session) return not_followed(pages, request);
    const html::Page page(request);
    auto document = document_for(page.t("Your sign-up"), print::format_of(request, slip_papers()), page);
    const auto add = [&](const std::string& words, print::Emphasis emphasis = print::Emphasis::usual) {
        if (!words.empty()) document.blocks.push_back({Paragraph{{words}, emphasis}});
    };
    const auto how_it_stands = session->status == Status::cancelled ? page.t("The session is cancelled")
                               : followed->is_confirmed             ? page.t("You have a seat.")
                                                                    : page.t("You wait for a seat");
    // A paper lies about: of what is listed nowhere it says when alone.
    if (!activity->discreet) add(i18n::isolated(activity->title, page.translator().language()), print::Emphasis::lead);
    add(how_it_stands, session->status == Status::cancelled ? print::Emphasis::strong : print::Emphasis::usual);
    if (session->status == Status::cancelled) add(session->reason);
    const auto days = days_of(pages, *activity, followed->all_sessions, page);
    if (days.empty()) add(when_text(*session, tenant.zone, page.translator()), print::Emphasis::strong);
    for (const auto& day : days) add(day, print::Emphasis::strong);
    if (!activity->discreet) add(where_on_paper(pages, *session, page));
    add(page.tn("For {n} person", "For {n} persons", followed->persons));
    add(page.t("Your code:"));
    document.blocks.push_back(
        {Paragraph{{base::tidy_code(code_kind, request.parameter("code")), "", true}, print::Emphasis::number}});
    add(page.t("With the code you look how it stands, and cancel: on the web, or read it out when you ring us."));
    const auto site = http::site_address(request);
    add(site.substr(site.find("://") + 3) + page.tenant_url("/sign-ups"));
    if (!tenant.phone.empty()) document.blocks.push_back({Paragraph{{tenant.phone, "", true}, print::Emphasis::strong}});
    return told_nobody(print::pdf_answer(document, "sign-up.pdf"));
}

http::Response sheet_file(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(request.parameter("session"));
    if (!session) return html::error_page(request, 404);
    auto document =
        document_for(page.t("Count who came: {activity}", {{"activity", activity->title}}), {}, page);
    document.blocks.push_back(
        {Paragraph{{when_text(*session, request.tenant->zone, page.translator())}, print::Emphasis::lead}});
    document.blocks.push_back({Paragraph{
        {page.t("One stroke for each person. Write no names on it: the sheet is thrown away when it is entered.")}}});
    print::Table table{page.t("Who came"), {{page.t("Who")}, {page.t("Strokes")}, {page.t("Sum")}}, {}};
    for (const auto title : {TEXT("Women"), TEXT("Men"), TEXT("Girls"), TEXT("Boys"), TEXT("Not stated"),
                             TEXT("Signed up and did not come")})
        table.rows.push_back({{page.t(title)}, {room_for_strokes()}, {room_to_write}});
    document.blocks.push_back({std::move(table)});
    // Discreet ones have no names; others have them on the paper that day alone.
    if (!activity->discreet) {
        print::Table people{
            page.t("Signed up"), {{page.t("First name")}, {page.t("How many")}, {page.t("Here")}}, {}};
        const auto signed_up = pages.activities.signed_up(request.tenant->id, session->id);
        if (std::ranges::any_of(signed_up, [](const Listed& one) { return one.is_confirmed && !one.name.empty(); }))
            note_reading(pages, request, session->id);
        for (const auto& one : signed_up)
            if (one.is_confirmed)
                people.rows.push_back({{one.name.empty() ? page.t("Without a name") : one.name},
                                       {std::to_string(one.persons)},
                                       {"\u00a0"}});
        if (!people.rows.empty()) document.blocks.push_back({std::move(people)});
    }
    auto response = print::pdf_answer(document, "attendance.pdf");
    response.for_once = true;
    return response;
}

}  // namespace digilots::activities
