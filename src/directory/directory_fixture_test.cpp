#include "directory/directory_fixture.h"

#include "platform/base/text.h"

namespace digilots::directory {
namespace {

std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size()) {
            result += static_cast<char>(std::stoi(std::string(text.substr(at + 1, 2)), nullptr, 16));
            at += 2;
        } else {
            result += text[at];
        }
    }
    return result;
}

bool matches(std::string_view pattern, std::string_view path, http::Request& request) {
    const auto wanted = base::split(pattern, '/');
    const auto given = base::split(path, '/');
    if (wanted.size() != given.size()) return false;
    request.parameters.clear();
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        if (wanted[at].starts_with('{')) {
            request.parameters.emplace(wanted[at].substr(1, wanted[at].size() - 2), decoded(given[at]));
        } else if (wanted[at] != given[at]) {
            return false;
        }
    }
    return true;
}

void read_query(std::string_view path, http::Request& request) {
    const auto mark = path.find('?');
    if (mark == path.npos) return;
    request.raw_query = path.substr(mark + 1);
    for (const auto pair : base::split(request.raw_query, '&')) {
        const auto equals = pair.find('=');
        request.query.pairs.emplace_back(pair.substr(0, equals), equals == pair.npos ? "" : decoded(pair.substr(equals + 1)));
    }
}

}  // namespace

http::Response DirectoryTest::call(http::Method method, std::string_view path, http::Fields form, std::string_view accept) {
    http::Request asked = request(path);
    asked.method = method;
    asked.form = std::move(form);
    asked.headers.emplace_back("accept", accept);
    read_query(path, asked);
    const http::Routes all = routes(directory_, *database_, municipalities_, clock_);
    const http::Route* found = nullptr;
    for (const auto& route : all) {
        http::Request probe = asked;
        if (route.method != method || !matches(route.path, asked.path, probe)) continue;
        if (found == nullptr || route.path.ends_with("/new")) found = &route;
    }
    if (found == nullptr) throw std::runtime_error("no route for " + std::string(path));
    matches(found->path, asked.path, asked);
    asked.tenant = municipalities_.find_tenant(asked.parameter("municipality"));
    if (!asked.tenant) throw std::runtime_error("no tenant for " + std::string(path));
    if (found->access != http::Access::anyone) {
        asked.identity = http::Identity{.account_id = "account-1", .municipality_id = asked.tenant->id, .role = http::Role::editor};
        asked.csrf_token = "token";
    }
    return found->handler(asked);
}

}  // namespace digilots::directory
