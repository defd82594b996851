#include "inquiries/way_back.h"

#include <array>

#include "platform/http/target.h"
#include "platform/http/typed_form.h"

namespace digilots::inquiries {

namespace {

constexpr std::array<std::string_view, 19> list_names{"q",       "from", "to",           "unit",  "place", "topic", "channel",
                                                      "outcome", "kind", "target_group", "asker", "page",
                                                      "e_service", "feedback", "feedback_status", "problem", "body_unit",
                                                      "follow_up", "receiver"};

/// The address of the page that was asked for, or of the one whose form was sent.
http::Fields query_of_page(const http::Request& request) {
    if (request.method != http::Method::post) return request.query;
    const auto target = http::read_target(http::typed_form(request).page);
    return target ? http::read_urlencoded(target->raw_query).value_or(http::Fields{}) : http::Fields{};
}

}  // namespace

std::string list_query(const http::Fields& query) {
    std::string text;
    for (const std::string_view name : list_names) {
        const auto value = query.find(name);
        if (!value || value->empty()) continue;
        text += (text.empty() ? "" : "&") + std::string(name) + "=" + http::percent_encode(*value);
    }
    return text;
}

std::string from_list(const http::Fields& query) {
    const std::string list = list_query(query);
    return "?log=1" + (list.empty() ? "" : "&" + list);
}

std::string from_list(const http::Request& request) {
    const http::Fields query = query_of_page(request);
    return query.has("log") ? from_list(query) : "";
}

std::string way_back(const html::Page& page, std::string_view done) {
    const http::Fields query = query_of_page(page.request());
    const std::string said = "?" + std::string(done) + "=1";
    if (!query.has("log")) return page.tenant_url("/staff/" + said);
    const std::string list = list_query(query);
    return page.tenant_url("/staff/inquiries" + said + (list.empty() ? "" : "&" + list));
}

}  // namespace digilots::inquiries
