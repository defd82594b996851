#include "platform/testing/gatekeeper.h"

#include <utility>

#include "platform/html/form_again.h"

namespace digilots::testing {

http::Identity person_named(std::string_view role, std::string_view municipality_id) {
    http::Identity person;
    person.account_id = "0192-account";
    person.display_name = "Anna Exempel";
    person.municipality_id = municipality_id;
    person.role = role == "administrator" ? http::Role::administrator
                  : role == "coordinator" ? http::Role::coordinator
                  : role == "editor"      ? http::Role::editor
                                          : http::Role::guide;
    return person;
}

http::Gatekeeper gatekeeper_for(std::string_view municipality_id,
                                std::function<std::optional<http::Tenant>(std::string_view slug)> find_tenant,
                                const kept::Versions* versions) {
    http::Gatekeeper keeper;
    keeper.fill_again = html::form_again;
    keeper.has_changed_since = html::has_changed_since;
    keeper.find_tenant = std::move(find_tenant);
    keeper.find_session = [own = std::string(municipality_id)](std::string_view session, base::Instant) {
        return std::optional(person_named(session, own));
    };
    keeper.versions = versions;
    return keeper;
}

}  // namespace digilots::testing
