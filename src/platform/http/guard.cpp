#include "platform/http/guard.h"

#include "platform/base/lists.h"
#include "platform/http/may.h"

namespace digilots::http {

namespace {

std::string_view network_of(const Request& request) {
    const auto network = request.parameter("network");
    return network.empty() ? request.parameter("key") : network;
}

bool has_role(const Identity& person, Role least, const Request& request) {
    return may(person, least, request.tenant ? request.tenant->id : person.municipality_id);
}

bool sees_network(const Identity& identity, const Request& request, const Gatekeeper& gatekeeper) {
    const auto network = network_of(request);
    if (network.empty() || (gatekeeper.network_exists && !gatekeeper.network_exists(network))) return false;
    return identity.is_operator || base::holds(identity.networks, network);
}

Verdict judge_person(Access access, const Identity& person, const Request& request,
                     const Gatekeeper& gatekeeper) {
    const auto when = [](bool allowed) { return allowed ? Verdict::allowed : Verdict::not_there; };
    switch (access.kind()) {
        case Access::Kind::signed_in:
            return Verdict::allowed;
        case Access::Kind::guide:
            return when(has_role(person, Role::guide, request));
        case Access::Kind::editor:
            return when(has_role(person, Role::editor, request));
        case Access::Kind::coordinator:
            return when(has_role(person, Role::coordinator, request));
        case Access::Kind::administrator:
            return when(has_role(person, Role::administrator, request));
        case Access::Kind::privacy:
            return when(may_see_privacy(person, request.tenant ? request.tenant->id : person.municipality_id));
        case Access::Kind::network_viewer:
            return when(sees_network(person, request, gatekeeper));
        case Access::Kind::operator_:
            return when(person.is_operator);
        default:
            return Verdict::not_there;
    }
}

Verdict judge_token(Access access, const Identity& token, const Request& request,
                    const Gatekeeper& gatekeeper) {
    const bool own = request.tenant ? request.tenant->id == token.municipality_id
                                    : sees_network(token, request, gatekeeper);
    if (!own) return Verdict::not_there;
    return base::holds(token.scopes, access.scope()->key) ? Verdict::allowed : Verdict::scope_missing;
}

}  // namespace

bool needs_token(Access access) {
    return access.kind() == Access::Kind::token;
}

bool brings_token(Access access, const Request& request) {
    const bool may_bring_one = access.kind() == Access::Kind::anyone && access.scope() != nullptr;
    return may_bring_one && !request.header("Authorization").empty();
}

bool needs_person(Access access) {
    return access.kind() != Access::Kind::anyone && !needs_token(access);
}

Verdict judge(Access access, const Request& request, const Gatekeeper& gatekeeper) {
    if (access.kind() == Access::Kind::anyone && !brings_token(access, request)) return Verdict::allowed;
    if (needs_token(access) || brings_token(access, request)) {
        if (!request.identity || request.identity->token_id.empty()) return Verdict::token_missing;
        return judge_token(access, *request.identity, request, gatekeeper);
    }
    if (!request.identity || request.identity->account_id.empty()) return Verdict::signed_out;
    return judge_person(access, *request.identity, request, gatekeeper);
}

}  // namespace digilots::http
