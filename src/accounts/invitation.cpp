#include "accounts/invitation.h"

#include "platform/base/uuid.h"

namespace digilots::accounts {

namespace {

constexpr std::size_t random_bytes = 15;

}  // namespace

Outcome<Invited> invite(Service& service, NewAccount wanted) {
    wanted.by_link = service.can_write_to(wanted.email);
    wanted.password = wanted.by_link ? std::string() : base::random_token(random_bytes);
    auto account = service.prepare(wanted);
    if (!account) return base::failure(account.error());
    const auto told = wanted.by_link ? std::string() : account->email + ": " + wanted.password;
    return Invited{*std::move(account), wanted.by_link, told};
}

Outcome<std::string> store_in(db::Connection& connection, Service& service, const Invited& invited, std::string_view actor,
                              const Invitation& invitation) {
    auto added = service.add_in(connection, invited.account, actor);
    if (added && invited.by_letter) service.give_link_in(connection, invited.account, actor, invitation);
    return added;
}

}  // namespace digilots::accounts
