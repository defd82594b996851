#pragma once
// The smallest server that shows pages of one slice: a municipality, and nobody or one person signed in.
//
//   PageServer server({{http::Method::get, "/{municipality}/places", http::Access::anyone, places_page}}, clock);
//   server.person = person_with(http::Role::guide);
//   PageClient client(server.server());
#include <memory>
#include <optional>
#include <string>

#include "platform/base/clock.h"
#include "platform/http/route.h"
#include "platform/http/server.h"
#include "platform/testing/page_client.h"

namespace digilots::testing {

/// Somebody with that role in the municipality (Sundsvall's code without another).
http::Identity person_with(http::Role role, std::string municipality_id = "2281");

class PageServer {
public:
    /// With `versions` public pages are kept as everybody's are.
    PageServer(http::Routes routes, const base::Clock& clock, const kept::Versions* versions = nullptr);

    http::Server& server() { return *server_; }
    /// A browser of the person, or of nobody.
    PageClient client();

    http::Tenant tenant;                       // /sundsvall/…, id 2281; may be changed before a request
    std::optional<http::Identity> person;      // whose session every session cookie is

private:
    std::unique_ptr<http::Server> server_;
};

}  // namespace digilots::testing
