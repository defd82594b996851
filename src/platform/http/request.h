#pragma once
// One parsed request as a handler sees it. Everything is bounded and valid: UTF-8 checked, percent-decoded,
// sizes limited.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/clock.h"
#include "platform/http/access.h"
#include "platform/http/menu.h"

namespace digilots::http {

enum class Method { get, head, post, put, patch, delete_, options, other };

/// Ordered name → value pairs of a query string or a form; names may repeat.
class Fields {
public:
    std::vector<std::pair<std::string, std::string>> pairs;
    std::vector<std::string> turned = {};   // names of those from which marks that turn text around were left out

    std::optional<std::string_view> find(std::string_view name) const;
    /// "" where it is missing.
    std::string_view get(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
};

/// What somebody chose field by field where somebody else had saved meanwhile (see typed_form.h).
struct FieldChoices {
    std::vector<std::string> mine;     // fields whose own value was kept
    std::vector<std::string> missing;  // fields for which nothing was chosen yet
};

/// An uploaded file from multipart/form-data.
struct Upload {
    std::string field, file_name, content_type, bytes;
};

class Request {
public:
    Method method = Method::get;
    std::string path;       // decoded, without language prefix: "/sundsvall/places"
    std::string raw_query;  // as sent
    Fields query;
    Fields form;  // urlencoded or multipart body of a POST
    FieldChoices choices;
    std::vector<Upload> uploads;
    std::string body;                                            // raw bytes of any other body (JSON)
    std::map<std::string, std::string, std::less<>> parameters;  // {municipality} → "sundsvall"
    std::string request_id;
    std::string client_address;   // for rate limits; never logged
    bool has_rate_limits = true;  // false in load tests (rate_limits = off); guesses are limited all the same
    bool secure = false;          // TLS here or at the trusted proxy
    std::string language = "sv";  // decided: path, cookie, Accept-Language, tenant's default
    std::string language_prefix;  // "/nb" when the path names the language, else ""
    base::Instant received{};
    std::optional<Tenant> tenant;  // where the path has {municipality}
    std::string host_tenant;       // slug of the municipality whose own host name was asked, "" at the main address
    std::optional<Identity> identity;
    const Menu* menu = nullptr;  // of all pages, in its order; nullptr: none
    std::string csrf_token;  // for forms on signed-in pages: hidden field "csrf_token"

    std::string_view header(std::string_view name) const;  // "" where missing; name in any case
    std::string_view cookie(std::string_view name) const;
    std::string_view parameter(std::string_view name) const;
    /// True where Accept prefers this type to text/html (JSON and GeoJSON routes).
    bool accepts(std::string_view media_type) const;
    std::vector<std::pair<std::string, std::string>> headers;  // as sent, in order
};

}  // namespace digilots::http
