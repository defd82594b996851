// What a link to a released table shows: that table, as page, CSV and JSON, kept nowhere on the way.
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/site_address.h"
#include "releases/implementation.h"
#include "releases/released_lines.h"
#include "releases/released_view.h"
#include "releases/shared.h"
#include "releases/sql.h"
#include "releases/templates.h"

namespace digilots::releases {

namespace {

constexpr std::size_t longest_secret = 100;
constexpr int gone = 410;

std::string path_of_link(const register_::Record& link) { return "/statistics/shared/" + link.text("secret"); }

struct Opened {
    std::optional<register_::Record> link;          // nothing: there is none of this address
    bool is_open = false;
    Asked asked;
};

/// The newest of a kind, or the one that is named.
periods::Period period_of(const std::string& key, const std::vector<periods::Period>& released) {
    using periods::Kind;
    const auto kind = key == "month" ? Kind::month : key == "year" ? Kind::year : Kind::quarter;
    const auto named = periods::read(key);
    if (named) return *named;
    for (const auto& one : released)
        if (periods::kind_of(one) == kind) return one;
    return {};
}

Opened open_link(const Pages& pages, const http::Request& request) {
    Opened opened;
    const auto& tenant = *request.tenant;
    const auto secret = request.parameter("secret");
    if (secret.empty() || secret.size() > longest_secret) return opened;
    const auto& links = pages.releases.shared();
    const auto id = links.database().read([&](db::Connection& connection) -> std::string {
        const auto rows = connection.query(sql::find_shared, tenant.id, secret);
        return rows.empty() ? "" : rows[0].text("id");
    });
    if (id.empty()) return opened;
    opened.link = links.find(tenant.id, id);
    if (!opened.link) return opened;
    const auto today = base::to_civil(links.now(), tenant.zone).date;
    const auto last = opened.link->date("open_until");
    opened.is_open = !opened.link->has_ended() && last && today <= *last;
    auto& asked = opened.asked;
    const auto place = opened.link->text("place");
    asked.whose = {place.empty() ? Whose::Of::municipality : Whose::Of::place, tenant.id, place};
    asked.table = opened.link->text("table_key");
    asked.released = pages.releases.released(asked.whose, asked.table);
    asked.period = period_of(opened.link->text("period"), asked.released);
    return opened;
}

/// Of programs, and of the file.
http::Response closed(const http::Request& request, const Opened& opened) {
    const auto& words = i18n::translator(request.language);
    if (!opened.link) return http::told_nobody(http::problem(404, words.t(TEXT("There is no such link"))));
    return http::told_nobody(http::problem(gone, words.t(TEXT("This link is closed. Ask whoever gave it to you for another one."))));
}

}  // namespace

register_::More more_of_shared(const register_::Record& link, const html::Page& page) {
    register_::More more;
    const auto url = page.tenant_url(path_of_link(link));
    if (!link.has_ended()) more.links.push_back({page.t(TEXT("Open the link")), url});
    more.above.push_back({page.t(TEXT("The address to give")), {http::site_address(page.request()) + url}});
    return more;
}

http::Response shared_page(const Pages& pages, const http::Request& request) {
    const auto opened = open_link(pages, request);
    if (!opened.link) return http::told_nobody(html::error_page(request, 404));
    html::Page page(request);
    page.title = opened.is_open ? opened.link->text("title") : page.t(TEXT("A link that is closed"));
    page.indexable = false;
    ReleasedView view;
    if (!opened.is_open) {
        view.nothing = page.t(TEXT("This link is closed. Ask whoever gave it to you for another one."));
        return http::told_nobody(html::render_page(page, templates::shared_page(view, page), gone));
    }
    const auto& asked = opened.asked;
    const auto table = asked.released.empty() ? Table{} : pages.releases.read(asked.whose, asked.table, asked.period);
    view.nothing = nothing_text(asked, table, page);
    if (view.nothing.empty()) {
        fill_released(view, pages, asked, table, page);
        view.months.series.front().points.clear();
        view.parts = {};
        const auto url = page.tenant_url(path_of_link(*opened.link));
        view.csv_url = url + "/table.csv";
        view.json_url = url + "/table.json";
    }
    return http::told_nobody(html::render_page(page, templates::shared_page(view, page)));
}

http::Response shared_csv(const Pages& pages, const http::Request& request) {
    const auto opened = open_link(pages, request);
    if (!opened.is_open) return closed(request, opened);
    ReleasedCsv csv(pages, i18n::translator(request.language));
    csv.add(opened.asked, pages.releases.read(opened.asked.whose, opened.asked.table, opened.asked.period));
    return http::told_nobody(std::move(csv).download(opened.asked));
}

http::Response shared_json(const Pages& pages, const http::Request& request) {
    const auto opened = open_link(pages, request);
    if (!opened.is_open) return closed(request, opened);
    base::JsonWriter json;
    write_released(json, pages, opened.asked, i18n::translator(request.language));
    return http::told_nobody(http::json(std::move(json).take()));
}

}  // namespace digilots::releases
