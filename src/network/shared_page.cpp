// A network's own page for everybody, and what its members share with each other.
#include <algorithm>

#include "needs/needs.h"
#include "network/asked_visits.h"
#include "network/pages.h"
#include "network/templates.h"
#include "network/terms.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/register/record.h"

namespace digilots::network {

namespace {

struct PartOf {
    const char* kind;
    i18n::Text title;
    const char* path;           // of its register below a municipality
};
constexpr PartOf parts[] = {{"news", TEXT("News"), "/staff/network/notes/"},
                            {"meeting", TEXT("Meetings"), "/staff/network/notes/"},
                            {"topic", TEXT("Topics"), "/staff/network/notes/"},
                            {"file", TEXT("Files"), "/staff/network/notes/"},
                            {"quality", TEXT("Quality goals"), "/staff/network/notes/"},
                            {"codes", TEXT("Code lists"), "/staff/network/notes/"},
                            {"good_example", TEXT("Good examples of members"), "/staff/needs/examples/"},
                            {"idea", TEXT("Ideas for activities"), "/staff/network/notes/"},
                            {"template", TEXT("Templates"), "/staff/network/notes/"},
                            {"answer", TEXT("Answers to common questions"), "/staff/network/notes/"},
                            {"resource", TEXT("Material to use"), "/staff/network/notes/"},
                            {"role", TEXT("Roles"), "/staff/network/roles/"},
                            {"mandate", TEXT("Mandates and decisions"), "/staff/network/mandates/"},
                            {"group", TEXT("Theme groups"), "/staff/network/groups/"},
                            {"action", TEXT("What theme groups do"), "/staff/network/actions/"},
                            {"system", TEXT("Systems that several share"), "/staff/network/systems/"},
                            {"visit", TEXT("Study visits"), "/staff/network/visits/"},
                            {"start", TEXT("Starting up"), "/staff/network/starts/"},
                            {"example", TEXT("Examples from outside"), "/staff/network/examples/"}};

std::string state_in_words(const std::string& state, const html::Page& page) {
    if (state == "planned") return page.t("Planned");
    if (state == "in_work") return page.t("In work");
    if (state == "done") return page.t("Done");
    if (state == "dropped") return page.t("Dropped");
    if (state == "asked") return page.t("Asked for");
    if (state == "agreed") return page.t("Agreed");
    if (state == "held") return page.t("Held");
    return page.t("Declined");
}

std::string names_of(const Pages& pages, const std::vector<std::string>& municipalities) {
    std::vector<std::string> names;
    for (const auto& id : municipalities) names.push_back(name_of(pages, id));
    return base::joined(names, ", ");
}

std::vector<register_::Choice> choices_in_words(const register_::Choices& choices, const html::Page& page) {
    return choices({.municipality_id = "", .words = &page.translator()});
}

/// What was decided, by whom, until when, whom it covers and whom not.
std::string mandate_in_words(const Pages& pages, const SharedRow& row, const html::Page& page) {
    std::vector<std::string> words;
    const auto first = row.more.find('/'), second = row.more.find('/', first + 1);
    const auto kinds = choices_in_words(kinds_of_mandates(), page);
    if (const auto* kind = base::find_in(kinds, row.more.substr(0, first), &register_::Choice::key)) words.push_back(kind->label);
    if (auto who = row.more.substr(second + 1); !who.empty()) words.push_back(std::move(who));
    if (const auto last = base::parse_date(row.more.substr(first + 1, second - first - 1)))
        words.push_back(page.t("Holds until {date}", {{"date", page.translator().date(*last)}}));
    if (!row.detail.empty())
        words.push_back(page.t("Covers: {names}", {{"names", names_of(pages, register_::list_items(row.detail))}}));
    if (!row.left_out.empty()) words.push_back(page.t("Does not cover: {names}", {{"names", names_of(pages, row.left_out)}}));
    return base::joined(words, " · ");
}

/// Who starts up, who stands beside them, and how far they have come.
std::string start_in_words(const Pages& pages, const SharedRow& row, const html::Page& page) {
    std::vector<std::string> words, left;
    if (!row.url.empty()) words.push_back(page.t("About {name}", {{"name", name_of(pages, row.url)}}));
    if (row.is_pinned) words.push_back(page.t("Needs special support"));
    if (!row.detail.empty()) words.push_back(page.t("Mentor: {name}", {{"name", row.detail}}));
    const auto done = register_::list_items(row.more);
    for (const auto& step : choices_in_words(steps_of_a_start(), page))
        if (!base::holds(done, step.key)) left.push_back(step.label);
    if (!done.empty() && !left.empty()) words.push_back(page.t("Left to do: {steps}", {{"steps", base::joined(left, ", ")}}));
    if (left.empty()) words.push_back(page.t("All steps are done"));
    return base::joined(words, " · ");
}

/// What else is told of a row, in words.
std::string detail_in_words(const Pages& pages, const SharedRow& row, const html::Page& page) {
    if (row.kind == "visit") return state_in_words(row.detail, page);
    if (row.kind == "action") return state_in_words(row.detail, page) + (row.more.empty() ? "" : " · " + row.more);
    if (row.kind == "group") return base::joined(register_::list_items(row.detail), ", ");
    if (row.kind == "mandate") return mandate_in_words(pages, row, page);
    if (row.kind == "system") return names_of(pages, register_::list_items(row.detail));
    if (row.kind == "start") return start_in_words(pages, row, page);
    return row.detail;
}

std::string day_in_words(const SharedRow& row, const html::Page& page) {
    const auto day = base::parse_date(row.day);
    return day ? page.translator().date(*day) : row.day;
}

/// As web_links keeps them: the address, then what it leads to.
std::vector<html::Link> links_of(const std::string& stored) {
    std::vector<html::Link> links;
    for (const auto& line : register_::list_items(stored)) {
        const auto space = line.find(' ');
        links.push_back({space == std::string::npos ? line : line.substr(space + 1), line.substr(0, space)});
    }
    return links;
}

SharedView::Line line_of(const Pages& pages, const SharedRow& row, const char* path, const html::Page& page) {
    SharedView::Line line{.title = row.title, .url = "", .about = row.about, .behind = ""};
    const auto* tenant = page.request().tenant ? &*page.request().tenant : nullptr;
    if (tenant != nullptr && tenant->id == row.municipality) line.url = page.tenant_url(path + row.id);
    std::vector<std::string> behind{row.credit.empty() ? name_of(pages, row.municipality) : row.credit};
    for (auto more : {day_in_words(row, page), detail_in_words(pages, row, page)})
        if (!more.empty()) behind.push_back(std::move(more));
    line.behind = base::joined(behind, " · ");
    line.of = row.mark();
    if (is_material(row.kind)) line.mark = row.mark();
    if (row.kind == "example" || row.kind == "system") {
        if (!row.url.empty()) line.links = {{page.t("Where it stands"), row.url}};
    } else if (row.kind != "start") {
        line.links = links_of(row.url);
    }
    return line;
}

std::vector<html::Link> members_of(const Pages& pages, const municipality::Network& network, const html::Page& page) {
    std::vector<html::Link> members;
    for (const auto& id : network.members) {
        const auto about = pages.municipalities.about(id);
        if (!about) continue;
        const bool is_here = pages.municipalities.is_active(id);
        members.push_back({about->name, is_here ? page.url("/" + about->slug + "/") : ""});
    }
    return members;
}

/// They are kept by what is known of needs, and shared in their own words: "network" or "all".
void add_good_examples(std::vector<SharedRow>& rows, const Pages& pages, const municipality::Network& network, Viewer viewer) {
    for (const auto& one : needs::examples_of(pages.database, network)) {
        if (!pages.municipalities.is_active(one.municipality)) continue;
        if (!may_see(viewer, one.is_for_all ? "public" : "network")) continue;
        SharedRow row{"good_example", one.municipality, one.id, one.title, one.about, "", "", ""};
        row.credit = one.credit;
        rows.push_back(std::move(row));
    }
}

SharedView view_of(const Pages& pages, const municipality::Network& network, Viewer viewer, const html::Page& page) {
    SharedView view;
    auto rows = shared_in(pages.database, pages.municipalities, network, viewer);
    add_good_examples(rows, pages, network, viewer);
    put_answers(rows, pages, network, page);
    if (const auto* profile = profile_of(rows, network)) {
        view.lead = profile->title;
        view.about = profile->about;
        view.afterwards = profile->detail;
    }
    view.members = members_of(pages, network, page);
    view.parts = parts_of(pages, rows, page);
    // Whoever looks after the network without working in a member opens what everybody may.
    const auto open = page.url("/networks/" + network.key);
    const auto* tenant = page.request().tenant ? &*page.request().tenant : nullptr;
    const bool is_of_member = viewer == Viewer::member && tenant != nullptr;
    add_files_of_notes(view, pages, rows, is_of_member ? page.tenant_url("/staff/networks/" + network.key) : open, page);
    view.ways = {{page.t("What members say of a period"), page.url("/networks/" + network.key + "/figures")},
                 {page.t("Members beside each other"), page.url("/networks/" + network.key + "/comparison")},
                 {page.t("What there is, and what is missing"), page.url("/networks/" + network.key + "/offers")},
                 {page.t("Tell the network"), page.url("/networks/" + network.key + "/feedback")}};
    if (base::holds(pages.releases.networks(), network.key))
        view.ways.push_back({page.t("Released figures"), page.url("/statistics?of=network:" + network.key)});
    return view;
}

}  // namespace

std::vector<SharedView::Part> parts_of(const Pages& pages, const std::vector<SharedRow>& rows, const html::Page& page) {
    std::vector<SharedView::Part> found;
    for (const auto& one : parts) {
        SharedView::Part part{one.kind, page.t(one.title), {}};
        for (const auto& row : rows)
            if (row.kind == one.kind) part.lines.push_back(line_of(pages, row, one.path, page));
        if (!part.lines.empty()) found.push_back(std::move(part));
    }
    return found;
}

std::optional<municipality::Network> network_of(const Pages& pages, const http::Request& request) {
    return pages.municipalities.network(request.parameter("network"));
}

void say_made_up(html::Page& page, const municipality::Network& network) {
    if (is_made_up(network)) page.made_up = network.name;
}

std::string name_of(const Pages& pages, const std::string& municipality) {
    const auto about = pages.municipalities.about(municipality);
    return about ? about->name : municipality;
}

http::Response network_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return html::error_page(request, 404);
    html::Page page(request);
    page.title = network->name;
    say_made_up(page, *network);
    auto view = view_of(pages, *network, Viewer::anyone, page);
    view.empty = page.t("The members have not published anything here yet.");
    return html::render_page(page, templates::shared_page(view, page));
}

http::Response viewed_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return html::error_page(request, 404);
    html::Page page(request);
    page.title = network->name;
    page.staff = true;
    page.indexable = false;
    say_made_up(page, *network);
    auto view = view_of(pages, *network, Viewer::member, page);
    view.empty = page.t("The members have not published anything here yet.");
    view.ways.push_back({page.t("From municipality to nation"), page.url("/staff/network/" + network->key + "/statistics")});
    return html::render_page(page, templates::shared_page(view, page));
}

http::Response networks_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    page.title = page.t("Networks");
    page.staff = true;
    page.indexable = false;
    ListView view;
    for (const auto& network : pages.municipalities.networks()) {
        if (!base::holds(network.members, request.tenant->id)) continue;
        const auto number = static_cast<std::int64_t>(network.members.size());
        auto about = page.tn("{n} member", "{n} members", number);
        if (network.lead == request.tenant->id) about += ". " + page.t("We lead it.");
        else if (!network.lead.empty()) about += ". " + page.t("Led by {name}.", {{"name", name_of(pages, network.lead)}});
        view.networks.push_back({network.name, page.tenant_url("/staff/networks/" + network.key), std::move(about)});
    }
    for (auto* records : pages.kinds->all()) {
        const auto& kind = records->declaration();
        if (!http::may(request, kind.see)) continue;
        view.ways.push_back({page.t(kind.names.many), page.tenant_url(std::string(kind.path))});
    }
    return html::render_page(page, templates::networks_page(view, page));
}

http::Response shared_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network || !base::holds(network->members, request.tenant->id)) return html::error_page(request, 404);
    html::Page page(request);
    page.title = network->name;
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Networks"), page.tenant_url("/staff/networks")}};
    auto view = view_of(pages, *network, Viewer::member, page);
    view.empty = page.t("Nobody shares anything here yet. What you add to a list of the network stands here.");
    view.ways.insert(view.ways.begin(), html::Link{page.t("Approve our figures"),
                                                   page.tenant_url("/staff/networks/" + network->key + "/figures")});
    view.ways.push_back({page.t("Copy good examples of others"), page.tenant_url("/staff/needs/examples-of-others")});
    view.ways.push_back({page.t("The page that everybody sees"), page.url("/networks/" + network->key)});
    for (auto& way : ways_to_answer(pages, *network, page)) view.ways.insert(view.ways.begin(), std::move(way));
    offer_copies(view, pages, *network, page);
    return html::render_page(page, templates::shared_page(view, page));
}

}  // namespace digilots::network
