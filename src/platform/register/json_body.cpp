#include "platform/register/json_body.h"

#include "platform/base/form_key.h"
#include "platform/base/json.h"
#include "platform/base/typed_json.h"
#include "platform/http/never_kept.h"
#include "platform/i18n/translator.h"

namespace digilots::register_ {

namespace {

std::string words_for_body(const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    const auto type = request.header("content-type");
    const bool is_form = type.contains("urlencoded") || type.contains("multipart");
    if (is_form) return words.t(TEXT("It is a form. Send it with “Content-Type: application/json”."));
    if (request.body.empty()) return words.t(TEXT("It is empty. Send an object in braces, as JSON."));
    constexpr std::size_t longest_read = 256 * 1024;
    const auto json = base::parse_json(request.body, {.bytes = longest_read});
    if (!json) return words.t(TEXT("It is no JSON: {why}"), {{"why", json.error()}});
    if (base::holds_turning(*json))
        return words.t(TEXT("A text in it holds invisible marks that turn the direction of text (U+202A to U+202E, U+2066 to "
                            "U+2069). Send it without them."));
    return words.t(TEXT("It is JSON, but no object. Send an object in braces."));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> fault_of_json_body(const http::Request& request) {
    return {{"body", words_for_body(request)}};
}

std::optional<http::Response> take_key(const http::Request& request, Draft& draft) {
    const auto key = base::random_key_of(request.header("Idempotency-Key"));
    const auto& words = i18n::translator(request.language);
    if (!key)
        return http::problem(400, words.t("The Idempotency-Key cannot be used"),
                             words.t(TEXT("Give a random UUID, a new one for each record.")));
    if (!key->empty()) draft["form_key"] = {*key};
    return std::nullopt;
}

http::Response key_reused(const http::Request& request) {
    constexpr int conflict = 409;
    const auto& words = i18n::translator(request.language);
    base::JsonWriter json;
    json.begin_object().member("type", "about:blank");
    json.member("title", words.t(TEXT("This Idempotency-Key was sent with another body"))).member("status", conflict);
    json.member("detail", words.t(TEXT("Send a new key for a new record."))).member("code", "key_reused").end_object();
    auto response = http::json(std::move(json).take(), conflict);
    response.content_type = "application/problem+json";
    return never_kept(std::move(response));
}

}  // namespace digilots::register_
