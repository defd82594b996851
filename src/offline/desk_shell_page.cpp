// What a device keeps of the program: the desk's page, its worker, its manifest, what it searches.
#include "inquiries/inquiries.h"
#include "offline/implementation.h"
#include "offline/pages.h"
#include "offline/templates.h"
#include "platform/base/embedded.h"
#include "platform/base/json.h"
#include "platform/base/uuid.h"
#include "platform/http/assets.h"

namespace digilots::offline {

namespace {

/// The request of nobody, at no time: the page is the same for all who work here, until something in it changes.
http::Request of_nobody(const http::Request& request) {
    http::Request plain;
    plain.method = http::Method::get;
    plain.path = "/" + request.tenant->slug + "/staff/offline/desk";
    plain.tenant = request.tenant;
    plain.tenant->phone_answers.reset();
    plain.tenant->phone_changes.reset();
    plain.language = request.language;
    plain.language_prefix = request.language_prefix;
    plain.host_tenant = request.host_tenant;
    plain.received = request.received;
    plain.secure = request.secure;
    return plain;
}

http::Response made_shell(const Pages& pages, const http::Request& nobody) {
    html::Page page(nobody);
    page.title = page.t(TEXT("The desk without a network"));
    page.staff = true;
    page.indexable = false;
    // In this order: a note is looked at before it is sealed, and what is sealed goes no further.
    page.scripts = {"note_check.js", "offline_desk.js", "desk_body.js", "desk.js"};
    DeskShellView view;
    const auto& neighbours = Inside::of(pages.offline).neighbours;
    view.form = inquiries::form_away(neighbours.inquiries, neighbours.referral, page);
    view.count_form = activities::count_form_away(page);
    view.municipality = nobody.tenant->slug;
    view.search_url = page.tenant_url("/staff/offline/search.json");
    view.entries_url = page.tenant_url("/staff/offline/entries");
    view.worker_url = page.tenant_url("/staff/offline/worker.js");
    view.reach = view.staff_url = page.tenant_url("/staff/");
    view.zone = nobody.tenant->zone;
    view.scope = page.tenant_url("/staff/offline/");
    view.manifest_url = page.tenant_url("/staff/offline/app.webmanifest");
    view.setup_url = page.tenant_url("/staff/offline");
    return html::render_page(page, templates::offline_desk(view, page));
}

}  // namespace

http::Response desk_shell(const Pages& pages, const http::Request& request) {
    return made_shell(pages, of_nobody(request));
}

http::Response worker_script(const Pages& pages, const http::Request& request) {
    const auto nobody = of_nobody(request);
    const html::Page page(nobody);
    // A browser takes a worker anew when its bytes change: they change with the page and all that it names.
    const auto version = base::sha256_hex(made_shell(pages, nobody).body).substr(0, 16);
    base::JsonWriter json;
    json.begin_object().member("version", version).member("desk", page.tenant_url("/staff/offline/desk"));
    json.member("search", page.tenant_url("/staff/offline/search.json"));
    json.member("manifest", page.tenant_url("/staff/offline/app.webmanifest")).end_object();
    const auto script = base::embedded_file("web/offline_worker.js");
    auto response = http::text("self.digilots = " + std::move(json).take() + ";\n" + std::string(script.value_or("")),
                               "text/javascript; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-cache");
    // It lies below; without a network it answers for all pages of the staff.
    response.headers.emplace_back("Service-Worker-Allowed", page.tenant_url("/staff/"));
    return response;
}

http::Response manifest(const Pages&, const http::Request& request) {
    const auto nobody = of_nobody(request);
    const html::Page page(nobody);
    base::JsonWriter json;
    json.begin_object().member("name", page.t(TEXT("The desk")) + " – " + request.tenant->name);
    json.member("short_name", page.t(TEXT("The desk"))).member("lang", request.language);
    json.member("id", page.tenant_url("/staff/offline/")).member("start_url", page.tenant_url("/staff/offline/desk"));
    json.member("scope", page.tenant_url("/staff/offline/")).member("display", "standalone");
    json.member("background_color", "#ffffff").member("theme_color", "#ffffff").key("icons").begin_array();
    json.begin_object().member("src", http::asset_url("icon.svg")).member("sizes", "any").member("type", "image/svg+xml");
    json.end_object().end_array().end_object();
    return http::text(std::move(json).take(), "application/manifest+json");
}

http::Response search_data(const Pages& pages, const http::Request& request) {
    const auto nobody = of_nobody(request);
    auto response = http::json(write_search_data(pages, html::Page(nobody)));
    response.headers.emplace_back("Cache-Control", "no-cache");
    return response;
}

}  // namespace digilots::offline
