#include "app/sitemap.h"

#include <algorithm>

#include "platform/i18n/translator.h"

namespace digilots::app {

namespace {

using http::Request, http::Response;
using Paths = std::vector<std::string>;

constexpr std::size_t most_pages = 5000;  // of one map; a map may hold ten times as many
constexpr const char* xml_type = "application/xml; charset=utf-8";
constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A Host header comes from outside.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&') safe += "&amp;";
        else if (c == '<') safe += "&lt;";
        else if (c == '>') safe += "&gt;";
        else if (c == '"') safe += "&quot;";
        else safe += c;
    }
    return safe;
}

std::string site_of(const Request& request) {
    const auto host = request.header("host");
    return (request.secure ? "https://" : "http://") + escaped(host.empty() ? "localhost" : host);
}

Response robots(const Request& request) {
    return http::text("User-agent: *\nDisallow: /api/\nDisallow: /login\nDisallow: /staff/\nDisallow: /*/staff/\n"
                      "Disallow: /*/search\nSitemap: " + site_of(request) + "/sitemap.xml\n");
}

std::string map_of(const std::string& site, Paths paths, const std::vector<std::string>& languages) {
    paths.resize(std::min(paths.size(), most_pages));
    std::string xml = declaration;
    xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    for (const auto& path : paths) {
        xml += "<url><loc>" + site + path + "</loc>";
        for (const auto& language : languages) {
            xml += "<xhtml:link rel=\"alternate\" hreflang=\"" + language + "\" href=\"" + site + "/" + language + path + "\"/>";
        }
        xml += "</url>\n";
    }
    return xml + "</urlset>\n";
}

Paths pages_of(const std::string& slug, const directory::Snapshot& snapshot) {
    const auto start = "/" + slug;
    Paths paths;
    for (const char* page : {"/", "/places", "/e-services", "/progress", "/progress/wheel", "/accessibility"}) {
        paths.push_back(start + page);
    }
    for (const auto& place : snapshot.places) {
        if (place.listed()) paths.push_back(start + "/places/" + place.slug);
    }
    for (const auto& service : snapshot.e_services) {
        if (service.status == directory::Status::open) paths.push_back(start + "/e-services/" + service.slug);
    }
    for (const auto& service : snapshot.services) {
        if (service.status == directory::Status::open) paths.push_back(start + "/services/" + service.slug);
    }
    return paths;
}

std::vector<std::string> all_languages() {
    std::vector<std::string> codes;
    for (const auto& language : i18n::languages()) codes.push_back(language.code);
    return codes;
}

Response common_map(const Request& request) {
    if (!request.host_tenant.empty()) return http::html("", 404);
    Paths paths{"/", "/wheels", "/wheels/method", "/indicators", "/accessibility", "/privacy", "/open-data", "/program"};
    for (const auto& one : municipality::Municipalities::all()) paths.push_back("/wheels/" + one.slug);
    return http::text(map_of(site_of(request), std::move(paths), all_languages()), xml_type);
}

/// Which maps there are. A municipality's own host name shows that one alone.
Response list_of_maps(const Request& request, const municipality::Municipalities& municipalities) {
    Paths maps;
    if (request.host_tenant.empty()) maps.emplace_back("/sitemap-common.xml");
    for (const auto& one : municipalities.active()) {
        if (request.host_tenant.empty() || request.host_tenant == one.slug) maps.push_back("/" + one.slug + "/sitemap.xml");
    }
    std::string xml = declaration;
    xml += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const auto& map : maps) xml += "<sitemap><loc>" + site_of(request) + map + "</loc></sitemap>\n";
    return http::text(xml + "</sitemapindex>\n", xml_type);
}

}  // namespace

http::Routes sitemap_routes(const municipality::Municipalities& municipalities, const directory::Directory& directory) {
    using http::Access, http::Method;
    return {{Method::get, "/robots.txt", Access::anyone, robots},
            {Method::get, "/sitemap.xml", Access::anyone,
             [&municipalities](const Request& request) { return list_of_maps(request, municipalities); }},
            {Method::get, "/sitemap-common.xml", Access::anyone, common_map},
            {Method::get, "/{municipality}/sitemap.xml", Access::anyone, [&directory](const Request& request) {
                 const auto snapshot = directory.snapshot(request.tenant->id);
                 return http::text(map_of(site_of(request), pages_of(request.tenant->slug, *snapshot), request.tenant->languages),
                                   xml_type);
             }}};
}

}  // namespace digilots::app
