#include "platform/http/coded_problem.h"

#include "platform/base/json.h"
#include "platform/http/never_kept.h"

namespace digilots::http {

Response coded_problem(int status, std::string_view title, std::string_view detail, std::string_view code,
                       const std::pair<std::string_view, std::string_view>& more) {
    base::JsonWriter json;
    json.begin_object().member("type", "about:blank").member("title", title).member("status", status);
    if (!detail.empty()) json.member("detail", detail);
    json.member("code", code);
    if (!more.first.empty()) json.key(more.first).raw(more.second);
    json.end_object();
    auto response = http::json(std::move(json).take(), status);
    response.content_type = "application/problem+json";
    return never_kept(std::move(response));
}

}  // namespace digilots::http
