#include "app/sitemap.h"

#include <algorithm>

#include "platform/html/tags.h"
#include "platform/http/site_address.h"
#include "platform/i18n/translator.h"

namespace digilots::app {

namespace {

using http::Request, http::Response;
using Paths = std::vector<std::string>;

constexpr std::size_t most_pages = 5000;  // of one map; a map may hold ten times as many
constexpr const char* xml_type = "application/xml; charset=utf-8";
constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string site_of(const Request& request) {
    return html::escaped(http::site_address(request));
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

Paths common_pages(const Slices& slices) {
    Paths paths{"/program"};
    for (const auto& slice : slices) {
        if (!slice.site.common) continue;
        for (auto& path : slice.site.common()) paths.push_back(std::move(path));
    }
    return paths;
}

Paths pages_of(const http::Tenant& tenant, const Slices& slices) {
    Paths paths;
    for (const auto& slice : slices) {
        if (!slice.site.of) continue;
        for (const auto& path : slice.site.of(tenant)) paths.push_back("/" + tenant.slug + path);
    }
    return paths;
}

std::vector<std::string> all_languages() {
    std::vector<std::string> codes;
    for (const auto& language : i18n::languages()) codes.push_back(language.code);
    return codes;
}

Response common_map(const Request& request, const Slices& slices) {
    if (!request.host_tenant.empty()) return http::html("", 404);
    return http::text(map_of(site_of(request), common_pages(slices), all_languages()), xml_type);
}

Response municipal_map(const Request& request, const Slices& slices) {
    const auto& tenant = *request.tenant;
    if (tenant.is_made_up) return http::html("", 404);
    return http::text(map_of(site_of(request), pages_of(tenant, slices), tenant.languages), xml_type);
}

/// Which maps there are. A municipality's own host name shows that one alone.
Response list_of_maps(const Request& request, const municipality::Municipalities& municipalities) {
    Paths maps;
    if (request.host_tenant.empty()) maps.emplace_back("/sitemap-common.xml");
    for (const auto& one : municipalities.active_real()) {
        if (request.host_tenant.empty() || request.host_tenant == one.slug) maps.push_back("/" + one.slug + "/sitemap.xml");
    }
    std::string xml = declaration;
    xml += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const auto& map : maps) xml += "<sitemap><loc>" + site_of(request) + map + "</loc></sitemap>\n";
    return http::text(xml + "</sitemapindex>\n", xml_type);
}

}  // namespace

http::Routes sitemap_routes(const municipality::Municipalities& municipalities, const Slices& slices) {
    using http::Access, http::Method;
    return {{Method::get, "/robots.txt", Access::anyone, robots},
            {Method::get, "/sitemap.xml", Access::anyone,
             [&municipalities](const Request& request) { return list_of_maps(request, municipalities); }},
            {Method::get, "/sitemap-common.xml", Access::anyone,
             [&slices](const Request& request) { return common_map(request, slices); }},
            {Method::get, "/{municipality}/sitemap.xml", Access::anyone,
             [&slices](const Request& request) { return municipal_map(request, slices); }}};
}

}  // namespace digilots::app
