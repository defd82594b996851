#include <algorithm>
#include <charconv>

#include "platform/base/json.h"
#include "platform/base/time.h"
#include "referral/pages.h"

namespace digilots::referral {
namespace {

constexpr int default_limit = 20, highest_limit = 50;

std::size_t limit_of(std::string_view text) {
    int limit = default_limit;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (read.ec == std::errc::result_out_of_range) limit = highest_limit;
    return static_cast<std::size_t>(std::clamp(limit, 1, highest_limit));
}

std::optional<std::string> known(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

void write(base::JsonWriter& json, const ReferralHit& hit) {
    const auto& open = hit.open;
    const auto is_open = open.now == directory::Openness::unknown
                             ? std::nullopt
                             : std::optional(open.now == directory::Openness::open);
    const auto change = open.next_change ? std::optional(base::format_utc(*open.next_change)) : std::nullopt;
    json.begin_object();
    json.member("kind", hit.kind).member("id", hit.id).member("title", hit.title).member("url", hit.url);
    json.member("why", hit.why).member("open_now", is_open).member("next_change", change);
    json.key("limitations").begin_array();
    for (const auto& limitation : hit.limitations) json.value(limitation);
    json.end_array();
    json.member("verified_on", known(hit.verified_on)).member("phone", known(hit.phone));
    json.end_object();
}

}  // namespace

http::Response search_api(const PageContext& context, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto& translator = i18n::translator(request.language);
    const auto answer = context.referral.search(tenant, request.query.get("q"), translator, limit_of(request.query.get("limit")));
    base::JsonWriter json;
    json.begin_object().member("query", answer.query).key("results").begin_array();
    for (const auto& hit : answer.hits) write(json, hit);
    json.end_array().key("fallback").begin_object();
    json.member("title", answer.fallback.title).member("phone", answer.fallback.phone).member("url", answer.fallback.url);
    json.end_object().end_object();
    auto response = http::json(std::move(json).take());
    response.cache = http::Cacheable{context.referral.page_version(tenant.id), answer.valid_until};
    return response;
}

}  // namespace digilots::referral
