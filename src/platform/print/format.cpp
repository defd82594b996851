#include "platform/print/format.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "platform/base/lists.h"
#include "platform/http/target.h"
#include "platform/print/odt.h"
#include "platform/print/pdf.h"

namespace digilots::print {

namespace {

constexpr std::string_view papers[] = {"a3", "a4", "a5", "a6"};

std::string_view key_of(Paper paper) {
    return papers[static_cast<std::size_t>(paper)];
}

}  // namespace

const std::vector<std::string>& format_query() {
    static const std::vector<std::string> query{"paper", "size"};
    return query;
}

Format format_of(const http::Request& request, const std::vector<Paper>& offered) {
    Format format{offered.front()};
    const auto wanted = std::ranges::find(offered, request.query.get("paper"), key_of);
    if (wanted != offered.end()) format.paper = *wanted;
    if (request.query.get("size") == "large") format.size = Size::large;
    return format;
}

std::string query_of(const Format& format, const std::vector<Paper>& offered, const std::string& more) {
    std::vector<std::string> parts;
    if (format.paper != offered.front()) parts.push_back("paper=" + std::string(key_of(format.paper)));
    if (format.size == Size::large) parts.push_back("size=large");
    if (!more.empty()) parts.push_back(more);
    return parts.empty() ? "" : "?" + base::joined(parts, "&");
}

std::optional<http::Response> to_one_spelling(const http::Request& request, const std::vector<Paper>& offered,
                                              const std::string& more) {
    const auto query = query_of(format_of(request, offered), offered, more);
    const bool is_known = query.empty() ? request.raw_query.empty() : "?" + request.raw_query == query;
    if (is_known) return std::nullopt;
    return http::see_other(request.language_prefix + http::encode_path(request.path) + query);
}

std::vector<html::Link> format_links(const std::string& pdf_url, const std::vector<Paper>& offered,
                                     const html::Page& page, const std::string& more) {
    std::vector<html::Link> links;
    for (const auto size : {Size::usual, Size::large}) {
        for (const auto paper : offered) {
            std::string name(key_of(paper));
            name.front() = 'A';
            if (size == Size::large) name = page.t("{paper}, large print", {{"paper", name}});
            links.push_back({name, pdf_url + query_of({paper, size}, offered, more)});
        }
    }
    return links;
}

const std::vector<Paper>& slip_papers() {
    static const std::vector<Paper> papers{Paper::a5, Paper::a6};
    return papers;
}

std::vector<InLanguage> in_each_language(const std::string& path, const std::vector<Paper>& offered, const html::Page& page,
                                         const std::string& more) {
    std::vector<InLanguage> all;
    for (const auto& code : page.request().tenant->languages) {
        const auto& language = i18n::translator(code).language();
        const auto links = format_links("/" + code + path, offered, page, more);
        all.push_back({code, language.own_name, language.right_to_left, links});
    }
    return all;
}

http::Response pdf_answer(const Document& document, const std::string& file_name) {
    return pdf_file_answer(pdf(document), file_name);
}

http::Response pdf_file_answer(std::string file, const std::string& file_name) {
    auto response = http::download(std::move(file), "application/pdf", file_name);
    for (auto& [name, value] : response.headers) {
        constexpr std::string_view kept = "attachment";
        if (name == "Content-Disposition" && value.starts_with(kept)) value.replace(0, kept.size(), "inline");
    }
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    // Browsers that show a file in a page of their own need these two; nothing in the file can run.
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return response;
}

http::Response odt_answer(const Document& document, const std::string& file_name) {
    auto response = http::download(odt(document), "application/vnd.oasis.opendocument.text", file_name);
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

html::Link odt_link(const std::string& odt_url, const html::Page& page) {
    return {page.t("To be changed in a word processor (ODT)"), odt_url};
}

}  // namespace digilots::print
