#include "accounts/invitation.h"

#include "platform/base/uuid.h"

namespace digilots::accounts {

namespace {

constexpr std::size_t random_bytes = 15;

}  // namespace

Outcome<Invited> invite(Service& service, NewAccount wanted) {
    wanted.password = base::random_token(random_bytes);
    auto account = service.prepare(wanted);
    if (!account) return base::failure(account.error());
    const auto told = account->email + ": " + wanted.password;
    return Invited{*std::move(account), told};
}

}  // namespace digilots::accounts
