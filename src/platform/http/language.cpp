#include "platform/http/language.h"

#include <algorithm>

#include "platform/http/accept.h"
#include "platform/http/ascii.h"

namespace digilots::http {

namespace {

const std::vector<std::string>& all_languages(const Gatekeeper& gatekeeper) {
    static const std::vector<std::string> standard = {"sv", "nb", "en"};
    return gatekeeper.languages.empty() ? standard : gatekeeper.languages;
}

bool is_language(std::string_view code, const Gatekeeper& gatekeeper) {
    const auto& all = all_languages(gatekeeper);
    return std::ranges::find(all, code) != all.end();
}

}  // namespace

void strip_language(Request& request, const Gatekeeper& gatekeeper) {
    if (!request.path.starts_with('/')) return;
    const auto end = std::min(request.path.find('/', 1), request.path.size());
    if (!is_language(std::string_view(request.path).substr(1, end - 1), gatekeeper)) return;
    request.language_prefix = request.path.substr(0, end);
    request.path.erase(0, end);
    if (request.path.empty()) request.path = "/";
}

void decide_language(Request& request, const Gatekeeper& gatekeeper) {
    if (!request.language_prefix.empty()) {
        request.language = request.language_prefix.substr(1);
        return;
    }
    const auto cookie = request.path.starts_with("/api/") ? std::string_view() : request.cookie("language");
    if (is_language(cookie, gatekeeper)) {
        request.language = cookie;
        return;
    }
    const auto& offered = request.tenant && !request.tenant->languages.empty() ? request.tenant->languages
                                                                               : all_languages(gatekeeper);
    request.language = choose_language(request.header("accept-language"), offered);
    if (request.language.empty())
        request.language = request.tenant && !request.tenant->languages.empty() ? offered.front() : "sv";
}

}  // namespace digilots::http
