#include "inquiries/referral_api.h"

#include "inquiries/implementation.h"
#include "inquiries/onward.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"
#include "platform/register/json_body.h"

namespace digilots::inquiries {

namespace {

using referral::Referred, referral::ReferralOutcome;

constexpr std::size_t longest_telling = 4 * 1024;

const i18n::Translator& translator_for(const http::Request& request) { return i18n::translator(request.language); }

/// Nothing where the inquiry is not there, or refers to nobody.
std::optional<Referred> referral_asked(const Pages& pages, const http::Request& request) {
    const auto id = request.parameter("id");
    if (!pages.inquiries.find(*request.tenant, id)) return std::nullopt;
    return pages.referral.referral_of(*request.tenant, id);
}

http::Response no_referral(const http::Request& request) {
    return http::problem(404, translator_for(request).t("There is no such inquiry, or it refers to nobody"));
}

void write_or_null(base::JsonWriter& json, const char* name, std::string_view value) {
    json.key(name);
    if (value.empty()) json.null();
    else json.value(value);
}

/// Those that sent the person back before, the first one first.
void write_chain(base::JsonWriter& json, const Pages& pages, const http::Tenant& tenant, const Referred& referred) {
    json.key("before").begin_array();
    for (const auto& before : chain_before(pages, tenant, referred))
        json.begin_object()
            .member("at", base::format_utc(before.at))
            .member("referred_to", before.target_kind + ":" + before.target_id)
            .member("outcome", referral::name_of(before.outcome))
            .end_object();
    json.end_array();
}

http::Response referral_as_json(const Pages& pages, const http::Request& request, const Referred& referred) {
    base::JsonWriter json;
    json.begin_object().member("inquiry", referred.inquiry_id).member("at", base::format_utc(referred.at));
    json.member("referred_to", referred.target_kind + ":" + referred.target_id);
    write_or_null(json, "from_place", referred.from_place);
    write_or_null(json, "topic", referred.topic);
    write_or_null(json, "handover", referral::name_of(referred.handover));
    write_or_null(json, "referral_reason", referred.reason);
    json.member("outcome", referral::name_of(referred.outcome));
    write_chain(json, pages, *request.tenant, referred);
    json.end_object();
    return http::json(std::move(json).take());
}

struct Telling {
    std::optional<ReferralOutcome> outcome;
    ReferralOutcome seen = ReferralOutcome::unknown;     // as it stood where the program read it
};

/// What the body says; errors by its names.
Telling telling_in(const base::Json& body, FieldErrors& errors, const i18n::Translator& words) {
    Telling telling;
    for (const auto& [name, value] : body.members()) {
        const bool is_known = name == "outcome" || name == "seen";
        const auto outcome = is_known && value.is_string() ? referral::outcome_named(value.text()) : std::nullopt;
        if (!is_known) errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name."));
        else if (!outcome) errors.emplace_back(name, words.t("Give reached, answered, bounced or unknown."));
        else if (name == "outcome") telling.outcome = outcome;
        else telling.seen = *outcome;
    }
    if (!telling.outcome)
        errors.emplace_back("outcome", words.t("Give reached, answered, bounced or unknown."));
    return telling;
}

}  // namespace

http::Response get_referral(const Pages& pages, const http::Request& request) {
    const auto referred = referral_asked(pages, request);
    return referred ? referral_as_json(pages, request, *referred) : no_referral(request);
}

http::Response tell_referral(const Pages& pages, const http::Request& request) {
    const auto& words = translator_for(request);
    const auto referred = referral_asked(pages, request);
    if (!referred) return no_referral(request);
    const auto body = base::parse_typed_json(request.body, {.bytes = longest_telling});
    if (!body || !body->is_object())
        return http::problem(400, words.t("The body is not a JSON object"), words.t("Send {\"outcome\":\"reached\"}."),
                             register_::fault_of_json_body(request));
    FieldErrors errors;
    const auto telling = telling_in(*body, errors, words);
    if (!errors.empty())
        return http::problem(422, words.t("How the referral went cannot be told like this"), "", std::move(errors));
    const bool is_told =
        pages.referral.set_outcome(*request.tenant, referred->id, telling.seen, *telling.outcome);
    const auto now = referral_asked(pages, request);
    if (!now) return no_referral(request);
    // Sent again it changes nothing more.
    const bool stands_so = now->id == referred->id && now->outcome == *telling.outcome;
    if (is_told || stands_so) return referral_as_json(pages, request, *now);
    return http::problem(409, words.t("The referral stands otherwise by now"),
                         words.t("Read it again, then tell with “seen” as it stood there."));
}

}  // namespace digilots::inquiries
