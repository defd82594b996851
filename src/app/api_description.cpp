#include "app/api_description.h"

#include "platform/base/embedded.h"

namespace digilots::app {

namespace {

/// "{scopes}" stands where they are listed.
std::string with_scopes(std::string text, const http::Scopes& scopes) {
    std::string keys;
    for (const auto* scope : scopes) keys += (keys.empty() ? "" : ", ") + std::string(scope->key);
    constexpr std::string_view mark = "{scopes}";
    const auto at = text.find(mark);
    return at == std::string::npos ? text : text.replace(at, mark.size(), keys);
}

}  // namespace

http::Route api_description(const http::Scopes& scopes) {
    return {http::Method::get, "/api/openapi.json", http::Access::anyone,
            [text = with_scopes(std::string(base::embedded_file("data/openapi.json").value()), scopes)](const http::Request&) {
                return http::json(text);
            }};
}

}  // namespace digilots::app
