#pragma once
// Routes are data: one line a URL. The server looks up tenant, language, identity and access before a handler
// runs.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/access.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/typed_form.h"
#include "platform/kept/versions.h"

namespace digilots::http {

using Handler = std::function<Response(const Request&)>;

/// What an answer costs where it is not kept: a drawing takes much time and memory, so few are made at once, and each
/// takes more of what one address may ask for. Whoever draws leaves the processor to whoever reads pages: what has to be counted
/// for a drawing is read first, like a page (`reading_then_drawing`: Response::draw).
enum class Effort { usual, drawing, reading_then_drawing };

/// path: "/{municipality}/places/{slug}". Literal segments win over parameters. A trailing slash is part of
/// the path; the server redirects to the one that exists.
struct Route {
    Method method;
    std::string path;
    Access access;
    Handler handler;
    /// Of pages that anyone may read: the parameters in the query that change the answer. All others are taken away
    /// before the handler runs, and of a name that comes twice the first counts: nobody fills memory with made-up ones.
    std::vector<std::string> query = {};
    /// What the answer is made from, for public pages: it is kept as bytes until one of these changes. Empty: it is
    /// made for each request.
    kept::Dependences kept = {};
    Effort effort = Effort::usual;
};

using Routes = std::vector<Route>;

/// What the platform must know about tenants and people without knowing the slices that keep them.
struct Gatekeeper {
    /// An active municipality by slug, from memory: called for every request.
    std::function<std::optional<Tenant>(std::string_view slug)> find_tenant;
    /// The slug of the municipality whose own host name this is (lower case, without port), "" for any other host.
    std::function<std::string(std::string_view host)> tenant_of_host;
    /// The signed-in person behind a session cookie; renews the session. nullopt: signed out or expired.
    std::function<std::optional<Identity>(std::string_view session_token, base::Instant now)> find_session;
    /// The token behind "Authorization: Bearer …".
    std::function<std::optional<Identity>(std::string_view bearer, base::Instant now)> find_token;
    /// The sign-in page for whoever sent a form without a session; it carries what was typed. Without it: 303 to /login.
    std::function<Response(const Request&, const TypedForm&)> ask_to_sign_in;
    /// The page of a form with what was typed filled in again.
    std::function<Response(Response page, const Request&, const TypedForm&, Again)> fill_again;
    /// Whether the page, as it is now, shows something else than the form that was sent had seen.
    std::function<bool(const Response& now, const TypedForm&)> has_changed_since;
    /// Who saved a record of the trail ("place:0192…") last; nothing where it is not known.
    std::function<std::optional<LastChange>(std::string_view municipality_id, std::string_view record)> last_change;
    /// In the order in which it is shown.
    Menu menu = {};
    /// True where `network` exists.
    std::function<bool(std::string_view network)> network_exists;
    /// What Route::kept counts with; nullptr: no page is kept.
    const kept::Versions* versions = nullptr;
    /// What every kept page of a municipality is made from as well: its header and footer.
    kept::Dependences shell;
    /// The next moment at which a municipality's pages ("": those of all) change by themselves: somebody opens or
    /// closes, a day ends.
    std::function<base::Instant(std::string_view tenant_id, base::Instant now)> next_change;
    /// Codes that may stand first in a path ("/nb/sundsvall/") and that Accept-Language may choose. Empty:
    /// sv, nb, en.
    std::vector<std::string> languages;
};

/// For a slice's routes: each of its pages is a function of what its pages need, which each slice calls Pages, and of
/// the request.
///   const auto page = http::handlers_with(Pages{partners, clock});
///   return {{Method::get, "/{municipality}/partners", Access::anyone, page(partners_page)}};
template <class Pages>
auto handlers_with(Pages pages) {
    return [kept = std::make_shared<const Pages>(std::move(pages))](Response (*page)(const Pages&, const Request&)) {
        return Handler([kept, page](const Request& request) { return page(*kept, request); });
    };
}

}  // namespace digilots::http
