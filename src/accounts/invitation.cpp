#include "accounts/invitation.h"

namespace digilots::accounts {

Outcome<Invited> invite(Service& service, NewAccount wanted) {
    wanted.by_link = true;
    wanted.password.clear();
    auto account = service.prepare(wanted);
    if (!account) return base::failure(account.error());
    return Invited{*std::move(account)};
}

Outcome<std::string> store_in(db::Connection& connection, Service& service, const Invited& invited, std::string_view actor,
                              const Invitation& invitation) {
    auto added = service.add_in(connection, invited.account, actor);
    if (!added) return added;
    return service.give_link_in(connection, invited.account, actor, invitation).link;
}

}  // namespace digilots::accounts
