#include "inquiries/inquiry_api.h"

#include <algorithm>

#include "inquiries/inquiry_json.h"
#include "inquiries/recording.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/base/whole_number.h"
#include "platform/feed/feed.h"
#include "platform/http/coded_problem.h"
#include "platform/register/json_body.h"

namespace digilots::inquiries {

namespace {

constexpr std::size_t longest_body = 64 * 1024;
constexpr int most_listed = 200;

http::Response wrong_parameter(const http::Request& request, i18n::Text detail) {
    const i18n::Translator& translator = i18n::translator(request.language);
    return http::problem(400, translator.t("The address is not right"), translator.t(detail));
}

/// Any 1 to 255 visible characters of ASCII. A missing header is allowed: then every request is a new inquiry.
bool is_usable_key(std::string_view key) {
    return !key.empty() && key.size() <= 255 && std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7F; });
}

bool has_header(const http::Request& request, std::string_view name) {
    return std::ranges::any_of(request.headers, [&](const auto& header) {
        return std::ranges::equal(header.first, name, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    });
}

void write_warnings(base::JsonWriter& json, const std::vector<Warning>& warnings) {
    json.key("warnings").begin_array();
    for (const auto& [field, code, text] : warnings)
        json.begin_object().member("field", field).member("code", code).member("text", text).end_object();
    json.end_array();
}

http::Response acknowledge(const http::Request& request, const Acknowledged& acknowledged,
                           const std::vector<Warning>& warnings) {
    const std::string url = "/api/v1/" + request.tenant->slug + "/inquiries/" + acknowledged.id;
    base::JsonWriter json;
    json.begin_object().member("id", acknowledged.id).member("url", url);
    write_warnings(json, warnings);
    json.end_object();
    http::Response response = http::json(std::move(json).take(), 201);
    response.headers.emplace_back("Location", url);
    if (acknowledged.repeated) response.headers.emplace_back("Idempotency-Replayed", "true");
    return response;
}

std::optional<base::Instant> read_since(std::string_view text, const http::Tenant& tenant) {
    if (text.empty()) return base::Instant{};
    if (const auto date = base::parse_date(text)) return base::from_civil(*date, 0, 0, tenant.zone);
    return base::parse_utc(text);
}

std::optional<int> read_limit(const http::Request& request) {
    const auto text = request.query.find("limit");
    if (!text) return 50;
    return base::whole_number_up_to(*text, 1, most_listed);
}

struct Part {
    base::Instant since;
    int limit;
};

/// nullopt where the cursor is no inquiry of this log.
std::optional<std::vector<StoredInquiry>> read_after(db::Connection& connection, const std::string& municipality_id,
                                                     std::string_view cursor, Part part) {
    std::optional<std::int64_t> place = feed::beginning;
    if (!cursor.empty()) place = store::place_in_feed(connection, municipality_id, cursor);
    if (!place) return std::nullopt;
    return store::list_recorded(connection, municipality_id, *place, part.since, part.limit);
}

}  // namespace

http::Response post_inquiry(const Pages& pages, const http::Request& request) {
    const i18n::Translator& translator = i18n::translator(request.language);
    const std::string_view key = request.header("Idempotency-Key");
    if (has_header(request, "Idempotency-Key") && !is_usable_key(key)) {
        return http::problem(400, translator.t("The Idempotency-Key cannot be used"),
                             translator.t("Send 1 to 255 visible ASCII characters, a new key for every inquiry."));
    }
    if (request.body.size() > longest_body) {
        return http::problem(413, translator.t("The inquiry is too large"), translator.t("Send at most 64 kB."));
    }
    std::optional<ReadInquiry> read = read_inquiry(request.body, translator);
    if (!read) {
        return http::problem(400, translator.t("The body is not a JSON object"),
                             translator.t("Send one inquiry as in the example of /api/openapi.json."),
                             register_::fault_of_json_body(request));
    }
    FieldErrors errors = std::move(read->errors);
    for (auto& [field, message] : pages.inquiries.validate(*request.tenant, read->inquiry, translator)) {
        const bool told = std::ranges::any_of(errors, [&](const auto& error) { return error.first == field; });
        if (!told) errors.emplace_back(field, message);
    }
    if (!errors.empty()) return http::problem(422, translator.t("The inquiry cannot be logged like this"), "", std::move(errors));

    const std::string content = base::sha256_hex(canonical_text(read->inquiry));
    const auto warnings = pages.inquiries.warnings(read->inquiry, translator);
    Service& service = Inside::service(pages.inquiries);
    const AlongWith along_with = recording(pages.referral, service, *request.tenant, read->inquiry, translator);
    const auto logged = log_inquiry(service, *request.tenant, std::move(read->inquiry), actor_of(*request.identity), key, content,
                                    along_with);
    if (!logged) {
        return http::coded_problem(409, translator.t("This Idempotency-Key was used for another inquiry"),
                                   translator.t("Use a new key for a new inquiry; the same key only repeats the same one."),
                                   "key_reused");
    }
    return acknowledge(request, *logged, warnings);
}

http::Response get_inquiry(const Pages& pages, const http::Request& request) {
    Service& service = Inside::service(pages.inquiries);
    const auto stored = service.database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, request.parameter("id")); });
    if (!stored) return http::problem(404, i18n::translator(request.language).t("There is no such inquiry"));
    base::JsonWriter json;
    write_inquiry(json, *stored);
    return http::json(std::move(json).take());
}

http::Response list_inquiries(const Pages& pages, const http::Request& request) {
    Service& service = Inside::service(pages.inquiries);
    const std::string_view cursor = request.query.get("cursor");
    const auto since = read_since(request.query.get("since"), *request.tenant);
    const auto limit = read_limit(request);
    if (!since) return wrong_parameter(request, TEXT("since: give a date (2026-11-22) or a time (2026-11-22T13:00:00Z)."));
    if (!limit) return wrong_parameter(request, TEXT("limit: give a whole number from 1. More than 200 count as 200."));
    if (!cursor.empty() && !base::is_uuid(cursor)) {
        return wrong_parameter(request, TEXT("cursor: give what stood in “next”."));
    }
    auto read = service.database.read([&](db::Connection& connection) {
        return read_after(connection, request.tenant->id, cursor, {*since, *limit + 1});
    });
    if (!read) return wrong_parameter(request, TEXT("cursor: give what stood in “next”."));
    std::vector<StoredInquiry>& found = *read;
    const bool more = found.size() > static_cast<std::size_t>(*limit);
    if (more) found.pop_back();
    base::JsonWriter json;
    json.begin_object().key("inquiries").begin_array();
    for (const StoredInquiry& stored : found) write_inquiry(json, stored);
    json.end_array().key("next");
    if (more) json.value(found.back().inquiry.id);
    else json.null();
    json.end_object();
    return http::json(std::move(json).take());
}

}  // namespace digilots::inquiries
