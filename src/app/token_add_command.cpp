#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"

namespace digilots::app {

namespace {

std::string listed(const http::Scopes& scopes) {
    std::string keys;
    for (const auto* scope : scopes) keys += (keys.empty() ? "" : ", ") + std::string(scope->key);
    return keys;
}

http::Scopes of_networks(http::Scopes scopes) {
    std::erase_if(scopes, [](const http::Scope* scope) { return scope->holder != http::Scope::Holder::network_too; });
    return scopes;
}

/// What every slice's routes ask for, below --help.
std::string scopes_in_words() {
    const EmptyInstallation empty;      // the list does not depend on any data
    const base::SystemClock clock;
    const Application application(*empty.database, "", clock);
    std::string text = "Scopes:\n";
    for (const auto* scope : all_of(application.slices, &Slice::scopes)) {
        const bool is_wide = scope->holder == http::Scope::Holder::network_too;
        text += "  " + std::string(scope->key) + ": " + scope->title.id + (is_wide ? " (networks too)" : "") + "\n";
    }
    return text;
}

http::Scopes scopes_named(const std::vector<std::string>& keys, const http::Scopes& known) {
    http::Scopes scopes;
    for (const auto& key : keys) {
        const auto* scope = http::find_scope(known, key);
        if (scope == nullptr) throw CommandError("\"" + key + "\" is not a scope. Scopes: " + listed(known) + ".", 2);
        scopes.push_back(scope);
    }
    return scopes;
}

base::Result<std::string, std::string> add_network_token(accounts::Accounts& accounts, const std::string& network,
                                                         const std::string& name, const http::Scopes& scopes,
                                                         const http::Scopes& known) {
    if (of_networks(scopes).size() != scopes.size()) {
        throw CommandError("A network's token can only have these scopes: " + listed(of_networks(known)) +
                           ". Networks see totals, never entries.", 2);
    }
    return accounts.add_network_token(network, name, scopes);
}

int run_token_add(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, "", clock);
    const auto known = all_of(application.slices, &Slice::scopes);
    const auto scopes = scopes_named(arguments.all("scope"), known);
    const auto name = arguments.has("name") ? arguments.text("name") : std::string("API token");
    const auto owner = token_owner_of(application.municipalities, arguments);
    const auto token = owner.network.empty()
                           ? application.accounts.add_token(owner.municipality_id, name, scopes)
                           : add_network_token(application.accounts, owner.network, name, scopes, known);
    if (!token) refuse(token.error());
    std::printf("%s\n", token->c_str());
    return 0;
}

}  // namespace

const Command& token_add_command() {
    static const Command command{
        "token add",
        "add an API token",
        "Prints only the token, and only now: the database keeps a hash. It is sent as Authorization: Bearer TOKEN.\n\n"
        "A token belongs to one municipality, or to one network: then it reads its released tables alone, at\n"
        "/api/v1/networks/KEY/statistics.\n\n"
        "Examples:\n"
        "  digilots token add --municipality sundsvall --scope inquiries:write --scope statistics:read\n"
        "  digilots token add --network teo --scope statistics:public",
        {{"municipality", OptionKind::text, Need::optional, "slug or code"},
         {"network", OptionKind::text, Need::optional, "key of a network, such as teo, in place of a municipality"},
         {"scope", OptionKind::repeated, Need::required,
          "what it may do: one of those below; may be given several times"},
         {"name", OptionKind::text, Need::optional, "what uses the token, for the list"}},
        {},
        run_token_add,
        scopes_in_words};
    return command;
}

}  // namespace digilots::app
