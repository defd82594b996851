#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/member_key.h"
#include "network/network.h"

namespace digilots::app {

namespace {

/// The one that is named, else the only real one.
std::string member_named(const municipality::Municipalities& municipalities, const std::string& given) {
    if (!given.empty()) {
        const auto about = municipalities.about(given);
        if (about && !about->is_made_up && municipalities.is_active(about->id)) return about->id;
        throw CommandError("\"" + given + "\" is not served here, or is made up. `digilots municipality list` shows who is.", 2);
    }
    const auto real = municipalities.active_real();
    if (real.size() == 1) return real.front().id;
    throw CommandError("Say whose figures they are: --member CODE.", 2);
}

int run_network_aggregate(const Settings& settings, const Arguments& arguments) {
    const auto period_key = arguments.text("period");
    if (!network::is_period_of_figures(period_key))
        throw CommandError("\"" + period_key + "\" is no month, quarter or year. Write it such as 2026-Q3.", 2);
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    const auto secret = secret_member_key(settings);
    Application application(*database, search_folder(settings), clock, {.release_day = settings.release_day});
    const auto member = member_named(application.municipalities, arguments.text("member"));
    const auto payload =
        network::payload_of(application.releases, arguments.text("network"), member, *periods::read(period_key));
    if (payload.rows.empty())
        throw CommandError("Nothing of " + period_key + " is released of " + member + " yet: digilots release shows what is.");
    const auto file = network::text_of(network::signed_with(secret, payload));
    if (arguments.has("offer")) network::offer_file(*database, clock, file);
    std::printf("%s\n", file.c_str());
    return 0;
}

}  // namespace

const Command& network_aggregate_command() {
    static const Command command{
        "network aggregate",
        "write what is released of a municipality in a period as a signed file for its network",
        "Prints JSON with the released tables of the period and nothing else: small numbers are hidden in it as they are for\n"
        "everybody. It is signed with the key of this installation (digilots network key). Bring the file to the network's\n"
        "installation, or send it there:\n\n"
        "Example: digilots network aggregate --network teo --period 2026-Q3 > teo.json\n"
        "         curl -H 'Content-Type: application/json' --data-binary @teo.json \\\n"
        "              https://network.example/api/v1/networks/teo/aggregates",
        {{"network", OptionKind::text, Need::required, "key of the network, as it is called where it is served"},
         {"period", OptionKind::text, Need::required, "a month, a quarter or a year: 2026-09, 2026-Q3, 2026"},
         {"member", OptionKind::text, Need::optional, "whose figures; needed where several are served here"},
         {"offer", OptionKind::flag, Need::optional, "keep it here, too, where the network fetches it: digilots network pull"}},
        {"release_day"},
        run_network_aggregate};
    return command;
}

}  // namespace digilots::app
