#pragma once
// What the answers for programs have in common.
#include <optional>
#include <string>
#include <vector>

#include "activities/foreseen.h"
#include "platform/base/json.h"
#include "platform/base/text.h"

namespace digilots::activities {

const i18n::Translator& words_for(const http::Request& request);
/// 422: one message for each field.
http::Response refused(const http::Request& request, FieldErrors errors);
http::Response not_found(const http::Request& request);
/// Where one takes part from home is for who has signed up, where one has to, and for who arranges it.
enum class WayIn { for_who_signed_up, told };
/// As docs/api.md says it.
void write_activity(base::JsonWriter& json, const Pages& pages, const Activity& activity,
                    const std::vector<const Session*>& sessions, const http::Request& request,
                    WayIn way_in = WayIn::for_who_signed_up, const std::vector<Foreseen>& warnings = {});
/// As it stands among those of its activity, for whoever arranges it.
void write_session(base::JsonWriter& json, const Pages& pages, const Session& session, const http::Tenant& tenant,
                   bool tells_way_in);
/// The object that was sent; nothing, and the answer instead, where it is none.
std::optional<base::Json> body_of(const http::Request& request, std::optional<http::Response>& instead);

/// Reads values and says what is wrong with them, by the names of their fields.
struct Reading {
    const http::Request& request;
    const i18n::Translator& words = words_for(request);
    FieldErrors errors = {};

    void fail(const std::string& field, i18n::Text text) { errors.emplace_back(field, words.t(text)); }
    void unknown(const std::string& name) {
        errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name."));
    }
    std::string text(const base::Json& value, const std::string& field) {
        if (value.is_null()) return "";
        if (!value.is_string()) fail(field, TEXT("Give a text."));
        return std::string(value.text());
    }
    std::optional<std::int64_t> number(const base::Json& value, const std::string& field, std::int64_t least,
                                       std::int64_t most) {
        if (value.is_null()) return std::nullopt;
        const auto number = value.as_integer();
        if (number && *number >= least && *number <= most) return number;
        errors.emplace_back(field,
                            words.t("Give a whole number from {least} to {most}.",
                                    {{"least", std::to_string(least)}, {"most", std::to_string(most)}}));
        return std::nullopt;
    }
    /// As a draft holds it; where it is null as it is `usually`.
    std::vector<std::string> flag(const base::Json& value, const std::string& field, bool usually) {
        if (!value.is_null() && !value.as_bool()) fail(field, TEXT("Give true or false."));
        return value.as_bool().value_or(usually) ? std::vector<std::string>{"1"} : std::vector<std::string>{};
    }
    std::vector<std::string> texts(const base::Json& value, const std::string& field) {
        std::vector<std::string> all;
        if (!value.is_null() && !value.is_array()) fail(field, TEXT("Give a list of texts."));
        for (const auto& item : value.items()) all.push_back(text(item, field));
        return all;
    }
};

/// Which version of the session is meant: "3" in If-Match, or `version` in the body.
struct Meant {
    std::optional<std::int64_t> version = {};
    bool is_precondition = false;   // by If-Match: 412 where it is another
};

Meant version_meant(const http::Request& request, const base::Json& json, Reading& read);
/// Another version than was meant.
http::Response is_another_now(const i18n::Translator& words, const Meant& meant, i18n::Text title, i18n::Text what_to_do);

}  // namespace digilots::activities
