#include <optional>

#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/writer.h"
#include "referral/pages.h"

namespace digilots::referral {
namespace {

constexpr int default_limit = 20, highest_limit = 50;

std::optional<int> read_limit(const http::Fields& query) {
    const auto text = query.find("limit");
    return text ? base::whole_number_up_to(*text, 1, highest_limit) : default_limit;
}

http::Response wrong_limit(const i18n::Translator& translator) {
    return http::problem(400, translator.t("The address is not right"),
                         translator.t("limit: give a whole number from 1. More than 50 count as 50."));
}

std::optional<std::string> known(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

/// `open_now` and `next_change`, or the same of the phone.
void write_open(base::JsonWriter& json, const std::string& prefix, const directory::OpenState& open) {
    const auto is_open = open.now == directory::Openness::unknown
                             ? std::nullopt
                             : std::optional(open.now == directory::Openness::open);
    const auto change = open.next_change ? std::optional(base::format_utc(*open.next_change)) : std::nullopt;
    json.member(prefix + "open_now", is_open).member(prefix + "next_change", change);
}

void write(base::JsonWriter& json, const ReferralHit& hit) {
    json.begin_object();
    json.member("kind", hit.kind).member("id", hit.id).member("title", hit.title).member("url", hit.url);
    json.member("why", hit.why);
    write_open(json, "", hit.open);
    json.key("limitations").begin_array();
    for (const auto& limitation : hit.limitations) json.value(limitation);
    json.end_array();
    json.member("verified_on", known(hit.verified_on)).member("phone", known(hit.phone));
    write_open(json, "phone_", hit.phone_open);
    json.member("phone_is_municipal", hit.phone_is_municipal);
    json.member("next_starts", hit.now.starts ? std::optional(base::format_utc(*hit.now.starts)) : std::nullopt);
    json.member("free_seats", hit.now.free_seats);
    json.end_object();
}

void write(base::JsonWriter& json, const std::optional<Danger>& danger) {
    if (!danger) {
        json.member("danger", std::optional<std::string>());
        return;
    }
    json.key("danger").begin_object().member("kind", name_of(danger->kind));
    json.member("title", danger->title).member("advice", danger->advice).key("numbers").begin_array();
    for (const auto& [number, name, about] : danger->numbers) {
        json.begin_object().member("number", number).member("name", name).member("about", about).end_object();
    }
    json.end_array().end_object();
}

/// Where a correction is taken back.
std::optional<std::string> as_written_url(const SearchAnswer& answer, const http::Tenant& tenant) {
    if (answer.corrected.empty()) return std::nullopt;
    return "/api/v1/" + tenant.slug + "/search?q=" + html::url_encode(answer.query) + "&as_written=1";
}

/// How one comes with it, by the rule for its topic.
void write_ways(base::JsonWriter& json, const std::optional<WaysToHelp>& ways, const http::Tenant& tenant) {
    json.key("ways");
    if (!ways || ways->ways.empty()) {
        json.null();
        return;
    }
    json.begin_object().member("fits", ways->is_simple ? "simple" : "longer").key("links").begin_array();
    for (const auto& way : ways->ways)
        json.begin_object().member("text", way.text).member("url", "/" + tenant.slug + way.path).end_object();
    json.end_array().end_object();
}

}  // namespace

http::Response search_api(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto& translator = i18n::translator(request.language);
    const auto limit = read_limit(request.query);
    if (!limit) return wrong_limit(translator);
    const auto answer = pages.referral.search(tenant, request.query.get("q"), translator, static_cast<std::size_t>(*limit),
                                                directory::Audience::residents, spelling_of(request));
    base::JsonWriter json;
    json.begin_object().member("query", answer.query);
    json.member("corrected", known(answer.corrected)).member("as_written_url", as_written_url(answer, tenant));
    write(json, answer.danger);
    json.key("notes").begin_array();
    for (const auto& note : answer.notes) json.value(note);
    json.end_array();
    write_ways(json, answer.ways, tenant);
    json.key("results").begin_array();
    for (const auto& hit : answer.hits) write(json, hit);
    json.end_array().key("fallback").begin_object();
    json.member("title", answer.fallback.title).member("phone", answer.fallback.phone).member("url", answer.fallback.url);
    json.end_object().end_object();
    auto response = http::json(std::move(json).take());
    response.for_once = !answer.is_whole;
    response.until = answer.until;
    return response;
}

}  // namespace digilots::referral
