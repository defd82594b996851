#include <algorithm>
#include <exception>
#include <new>

#include "platform/base/ensure.h"
#include "platform/base/log.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/db/error.h"
#include "platform/http/address.h"
#include "platform/http/application.h"
#include "platform/http/ascii.h"
#include "platform/http/csrf.h"
#include "platform/http/faults_too.h"
#include "platform/http/form_body.h"
#include "platform/http/guard.h"
#include "platform/http/kiosk.h"
#include "platform/http/language.h"
#include "platform/http/metrics.h"
#include "platform/http/multipart.h"
#include "platform/http/names.h"
#include "platform/http/target.h"

namespace digilots::http {

namespace {

/// Of the tokens of one address, beside the one for the request.
constexpr double drawing_cost = 19;

bool only_reads(Method method) {
    return method == Method::get || method == Method::head;
}
bool is_api(const Request& request) {
    return request.path.starts_with("/api/");
}

bool is_persons_form(const Request& request) {
    return !only_reads(request.method) && request.identity && !is_api(request);
}

std::string with_query(const Request& request, std::string path) {
    path = request.language_prefix + encode_path(path);
    return request.raw_query.empty() ? path : path + "?" + request.raw_query;
}

/// Only what the page depends on, in one order: what else stands in the address neither changes the answer nor is kept.
void keep_known_query(Request& request, const Route& route) {
    Fields known;
    std::string text;
    for (const auto& name : route.query) {
        const auto value = request.query.find(name);
        if (!value) continue;
        text += (text.empty() ? "" : "&") + name + "=" + percent_encode(*value);
        known.pairs.emplace_back(name, *value);
    }
    request.query = std::move(known);
    request.raw_query = std::move(text);
}

/// "Digital.Sundsvall.se.:443" → "digital.sundsvall.se"
std::string host_name(const Request& request) {
    const auto host = request.header("host");
    std::string name = base::ascii_lower(host.substr(0, host.find(':')));
    if (name.ends_with('.')) name.pop_back();
    return name;
}

int status_of(db::ErrorKind kind) {
    switch (kind) {
        case db::ErrorKind::disk_full:
            return 507;
        case db::ErrorKind::unavailable:
        case db::ErrorKind::timeout:
        case db::ErrorKind::conflict:
        case db::ErrorKind::io:
        case db::ErrorKind::corrupt:
            return 503;
        default:
            return 500;
    }
}

int status_of_current_exception() {
    try {
        throw;
    } catch (const db::DbError& database) {
        return status_of(database.kind());
    } catch (const std::bad_alloc&) {
        return 503;
    } catch (...) {
        return 500;
    }
}

std::string_view bearer_of(const Request& request) {
    const auto value = request.header("authorization");
    constexpr std::string_view scheme = "bearer ";
    if (!equals_ignoring_case(value.substr(0, scheme.size()), scheme)) return {};
    return trim_space(value.substr(scheme.size()));
}

/// "/Härnösand/places" is meant as "/harnosand/places".
std::optional<Response> spelling_redirect(const Request& request, const Gatekeeper& gatekeeper) {
    if (!only_reads(request.method) || !gatekeeper.find_tenant || request.path.size() < 2) return std::nullopt;
    const auto end = std::min(request.path.find('/', 1), request.path.size());
    const auto written = request.path.substr(1, end - 1);
    const auto slug = base::slug(written);
    const bool is_elsewhere = !request.host_tenant.empty() && request.host_tenant != slug;
    if (slug == written || is_elsewhere || !gatekeeper.find_tenant(slug)) return std::nullopt;
    return moved(with_query(request, "/" + slug + (end == request.path.size() ? "/" : request.path.substr(end))));
}

}  // namespace

Response Application::run(Request& request, Outcome& outcome) {
    try {
        request.menu = &gatekeeper_.menu;
        if (request.language_prefix.empty()) strip_language(request, gatekeeper_);
        enter_by_host(request);
        const auto match = router_.find(request.method, request.path);
        if (match.route == nullptr) return without_route(request, match);
        outcome.route = match.route;
        const auto names = Router::parameter_names(match.route->path);
        for (std::size_t at = 0; at < names.size(); ++at)
            request.parameters[names[at]] = match.parameters[at];
        Response response = run_route(request, *match.route, outcome);
        // Gone before it was read, as well as between reading and writing: what was typed stands to be copied.
        const bool is_gone = response.status == 404 && is_persons_form(request) && !written(typed_form(request)).empty();
        if (is_gone) {
            Response now = changed_meanwhile(request, "");
            constexpr int shown_again = 409;    // else it was sent by hand: no page has this form
            if (now.status == shown_again) return now;
        }
        // Who has to mend something anyway learns first that somebody else has saved.
        const bool is_refused = response.status == 422 && is_persons_form(request);
        if (is_refused && has_changed_since(request)) {
            Response now = on_its_page_now(request, Again::changed, {});
            say_faults_too(now.body, response.body);
            return now;
        }
        if (response.status < 400 || !response.body.empty()) return response;
        Response page = error(request, response.status);
        for (auto& header : response.headers) set_header(page, header.first, std::move(header.second));
        page.cookies = std::move(response.cookies);
        return page;
    } catch (...) {
        return failure(request);
    }
}

void Application::enter_by_host(Request& request) const {
    if (!gatekeeper_.tenant_of_host || !gatekeeper_.find_tenant) return;
    const auto slug = gatekeeper_.tenant_of_host(host_name(request));
    if (slug.empty() || !gatekeeper_.find_tenant(slug)) return;
    request.host_tenant = slug;
    if (request.path == "/") request.path = "/" + slug + "/";
}

/// "/places" at a municipality's own host is "/sundsvall/places".
std::optional<Response> Application::host_redirect(const Request& request) const {
    if (request.host_tenant.empty() || !only_reads(request.method) || is_api(request)) return std::nullopt;
    const auto whole = "/" + request.host_tenant + request.path;
    for (const auto& path : {whole, whole + "/", whole.substr(0, whole.size() - 1)}) {
        if (router_.find(Method::get, path).route != nullptr) return moved(with_query(request, path));
    }
    return std::nullopt;
}

Response Application::without_route(Request& request, const Router::Match& match) {
    if (request.method == Method::options && (request.path == "*" || !match.allow.empty())) {
        Response response;
        response.status = 204;
        const std::string allow = request.path == "*" ? "GET, HEAD, OPTIONS, POST" : match.allow;
        response.headers.emplace_back("Allow", allow);
        if (is_api(request)) {
            response.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            response.headers.emplace_back("Access-Control-Allow-Headers", "Accept, Accept-Language");
            response.headers.emplace_back("Access-Control-Max-Age", "86400");
        }
        return response;
    }
    // The page in the look of the municipality whose path it is.
    const auto first = std::string_view(request.path).substr(0, request.path.find('/', 1));
    if (first.size() > 1 && gatekeeper_.find_tenant) request.tenant = gatekeeper_.find_tenant(first.substr(1));
    const auto slash = slash_redirect(request);
    if (!request.host_tenant.empty()) request.tenant = gatekeeper_.find_tenant(request.host_tenant);
    decide_language(request, gatekeeper_);
    if (!match.allow.empty()) {
        Response response = error(request, 405);
        set_header(response, "Allow", match.allow);
        return response;
    }
    if (auto other = host_redirect(request)) return std::move(*other);
    if (slash) return *slash;
    if (auto other = spelling_redirect(request, gatekeeper_)) return std::move(*other);
    return error(request, 404);
}

std::optional<Response> Application::slash_redirect(const Request& request) const {
    if (!only_reads(request.method) || request.path == "*" || request.path == "/") return std::nullopt;
    std::string other = request.path;
    if (other.ends_with('/'))
        other.pop_back();
    else
        other += '/';
    const auto found = router_.find(Method::get, other);
    if (found.route == nullptr) return std::nullopt;
    const bool needs_tenant = found.route->path.find("{municipality}") != std::string::npos;
    if (needs_tenant && !request.tenant && !is_api(request)) return std::nullopt;
    return moved(with_query(request, other));
}

void Application::identify(Request& request, const Route& route) {
    if (needs_token(route.access) || brings_token(route.access, request)) {
        const auto bearer = bearer_of(request);
        if (!bearer.empty() && gatekeeper_.find_token)
            request.identity = gatekeeper_.find_token(bearer, request.received);
        return;
    }
    // The public interface answers everybody alike: no cookies there.
    if (is_api(request) || !gatekeeper_.find_session || is_kiosk(request)) return;
    const auto session = request.cookie("session");
    if (session.empty()) return;
    request.identity = gatekeeper_.find_session(session, request.received);
    if (request.identity) request.csrf_token = masked_csrf_token(session);
}

std::optional<Response> Application::check_access(Request& request, const Route& route) {
    switch (judge(route.access, request, gatekeeper_)) {
        case Verdict::allowed:
            return std::nullopt;
        case Verdict::not_there:
            return error(request, 404);
        case Verdict::token_missing: {
            Response response = error(request, 401);
            const bool sent = !request.header("authorization").empty();
            set_header(
                response, "WWW-Authenticate",
                sent ? "Bearer realm=\"digilots\", error=\"invalid_token\"" : "Bearer realm=\"digilots\"");
            return response;
        }
        case Verdict::scope_missing: {
            Response response = error(request, 403);
            const std::string scope(route.access.scope()->key);
            set_header(response, "WWW-Authenticate",
                       "Bearer realm=\"digilots\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
            return response;
        }
        case Verdict::signed_out:
            break;
    }
    if (!only_reads(request.method)) return ask_to_sign_in(request);
    return see_other(request.language_prefix +
                     "/login?next=" + percent_encode(with_query(request, request.path)));
}

std::optional<Response> Application::check_form(Request& request, const Route& route) {
    if (const int status = read_form(request)) return error(request, status);
    if (needs_token(route.access) || is_api(request)) return std::nullopt;
    if (!is_same_site(request)) return error(request, 403);
    if (!request.identity) return std::nullopt;
    auto given = request.form.get("csrf_token");
    if (given.empty()) given = request.header("x-csrf-token");
    if (csrf_token_matches(request.cookie("session"), given)) {
        if (request.choices.missing.empty()) return std::nullopt;
        return on_its_page_now(request, Again::unchosen, {});
    }
    count("digilots_form_tokens_refused_total");
    const TypedForm typed = typed_form(request);
    const bool is_own = !typed.owner.empty() && typed.owner == request.identity->account_id;
    return is_own && gatekeeper_.fill_again ? form_again(request, typed, Again::renewed, {}) : error(request, 403);
}

void Application::find_tenant(Request& request) const {
    if (!gatekeeper_.find_tenant) return;
    request.tenant = gatekeeper_.find_tenant(request.parameter("municipality"));
    // A municipality's own host shows that municipality alone.
    const bool is_foreign = request.tenant && !request.host_tenant.empty() && request.tenant->slug != request.host_tenant;
    if (is_foreign) request.tenant.reset();
}

Response Application::run_route(Request& request, const Route& route, Outcome& outcome) {
    const bool has_tenant = route.path.find("{municipality}") != std::string::npos;
    if (has_tenant) find_tenant(request);
    PlaceInCache place;
    const bool is_kept = !route.kept.empty() && gatekeeper_.versions != nullptr;
    if (is_kept) {
        const std::string tenant_id = request.tenant ? request.tenant->id : "";
        place.stamp.take_all(*gatekeeper_.versions, route.kept, tenant_id);
        place.stamp.take_all(*gatekeeper_.versions, gatekeeper_.shell, tenant_id);
        if (has_tenant) find_tenant(request);  // again: its settings are part of the page
    }
    decide_language(request, gatekeeper_);
    const bool tenant_missing = has_tenant && !request.tenant;
    identify(request, route);
    outcome.personal = route.access != Access::anyone || request.identity.has_value() || is_kiosk(request);
    if (tenant_missing && !(needs_token(route.access) && !request.identity)) {
        auto other = host_redirect(request);
        if (!other) other = slash_redirect(request);
        if (!other) other = spelling_redirect(request, gatekeeper_);
        return other ? std::move(*other) : error(request, 404);
    }
    if (auto refused = check_access(request, route)) return std::move(*refused);
    if (!only_reads(request.method))
        if (auto refused = check_form(request, route)) return std::move(*refused);

    const bool is_public = route.access.kind() == Access::Kind::anyone && only_reads(request.method);
    if (is_public) keep_known_query(request, route);
    if (is_kept && is_public && outcome.may_use_cache) place.key = cache_key(request);
    if (find_kept(place.key, outcome)) return {};
    if (route.effort == Effort::usual) return make(request, route, std::move(place), outcome);
    const bool reads = only_reads(request.method);
    if (auto refused = reads ? check_drawing_rate(request) : std::nullopt) return std::move(*refused);
    if (route.effort == Effort::reading_then_drawing) return make(request, route, std::move(place), outcome);
    Response made;
    const bool is_made = (reads ? drawing_room_ : taking_in_room_).draw([&] {
        // Somebody before us may have drawn the same.
        if (!find_kept(place.key, outcome)) made = make(request, route, std::move(place), outcome);
    });
    if (is_made) return made;
    return reads ? error(request, 503) : not_saved(request, error(request, 503));
}

std::optional<Response> Application::check_drawing_rate(const Request& request) {
    if (!options_.rate_limits) return std::nullopt;
    const auto wait = limiter_.take(limit_key(request.client_address), request.received, drawing_cost);
    if (!wait) return std::nullopt;
    count("digilots_rate_limited_total");
    Response response = error(request, 429);
    set_header(response, "Retry-After", std::to_string(std::max<long long>(1, wait->count())));
    return response;
}

AnswerPolicy Application::policy_of(const Request& request, const Outcome& outcome) const {
    AnswerPolicy policy;
    policy.secure = request.secure;
    policy.personal = outcome.personal;
    policy.is_public_api = is_api(request) && (only_reads(request.method) || request.method == Method::options);
    policy.image_sources = options_.image_sources;
    return policy;
}

Response Application::error(const Request& request, int status) {
    Response response;
    // Programs are told in words, too, where that says what to do.
    const bool is_told = status == 400 || status == 401 || status == 413 || status == 415 || status == 429 || status >= 500;
    if (is_api(request) && !(is_told && error_page_)) {
        response = problem(status, std::string(reason_of(status)));
    } else {
        try {
            response = error_page_ ? error_page_(request, status) : Response{};
        } catch (...) {
            base::log(base::LogLevel::error, "error page failed",
                      {{"request_id", request.request_id}, {"reason", base::reason_of_current_exception()}});
        }
        if (response.body.empty())
            response = text(std::to_string(status) + " " + std::string(reason_of(status)) + "\n");
        response.status = status;
    }
    if ((status == 503 || status == 429 || status == 507) && header_of(response, "Retry-After").empty())
        response.headers.emplace_back("Retry-After", status == 507 ? "60" : "2");
    return response;
}

Response Application::failure(Request& request) {
    const int status = status_of_current_exception();
    base::log(base::LogLevel::error, "request failed",
              {{"request_id", request.request_id},
               {"status", std::to_string(status)},
               {"reason", base::reason_of_current_exception()}});
    Response plain = error(request, status);
    if (only_reads(request.method) || is_api(request) || !is_same_site(request)) return plain;
    try {
        if (read_form(request) != 0) return plain;  // it may have failed before anybody looked at it
    } catch (...) {
        return plain;
    }
    return not_saved(request, std::move(plain));
}

}  // namespace digilots::http
