#include <algorithm>
#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "network/network.h"
#include "platform/http/fetch.h"

namespace digilots::app {

namespace {

constexpr std::size_t longest_file = 4 * 1024 * 1024;

base::Result<std::string, std::string> file_at(const std::string& url) {
    const auto answer = http::fetch({.url = url, .most_bytes = longest_file});
    if (!answer) return base::failure(answer.error().message);
    if (answer->status != 200) return base::failure("It answered " + std::to_string(answer->status) + ": nothing is offered.");
    return answer->body;
}

int pull_all_examples(const Application& application, const municipality::Network& network) {
    bool is_all = true;
    for (auto* records : all_of(application.slices, &Slice::registers)) {
        if (records->declaration().key != "outside_example") continue;
        for (const auto& one : network::pull_examples(*records, network, file_at)) {
            if (one.why.empty())
                std::printf("%s\t%lld added, %lld known, %lld refused\n", one.address.c_str(), static_cast<long long>(one.added),
                            static_cast<long long>(one.known), static_cast<long long>(one.refused));
            else
                std::printf("%s\t%s\n", one.address.c_str(), one.why.c_str());
            is_all = is_all && one.why.empty();
        }
    }
    return is_all ? 0 : 1;
}

int run_network_pull(const Settings& settings, const Arguments& arguments) {
    const auto period = arguments.text("period");
    if (arguments.has("examples") == !period.empty()) throw CommandError("Say --period or --examples, one of them.", 2);
    if (!period.empty() && !network::is_period_of_figures(period))
        throw CommandError("\"" + period + "\" is no month, quarter or year. Write it such as 2026-Q3.", 2);
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock, {.release_day = settings.release_day});
    const auto network = application.municipalities.network(arguments.text("network"));
    if (!network) throw CommandError("There is no network \"" + arguments.text("network") + "\". See: digilots network list", 2);
    if (arguments.has("examples")) return pull_all_examples(application, *network);
    const auto pulled = network::pull_files(*database, clock, application.municipalities, application.releases, *network, period,
                                            file_at);
    if (pulled.empty())
        throw CommandError("No key of a member says where it has an installation of its own: whoever leads the network enters "
                           "it.");
    for (const auto& one : pulled) {
        const auto about = application.municipalities.about(one.member);
        std::printf("%s\t%s\n", about ? about->name.c_str() : one.member.c_str(),
                    one.why.empty() ? "taken in" : one.why.c_str());
    }
    // What is known already is as it should be.
    return std::ranges::all_of(pulled, [](const auto& one) { return one.status == 201 || one.status == 409; }) ? 0 : 1;
}

}  // namespace

const Command& network_pull_command() {
    static const Command command{
        "network pull",
        "fetch what members with an installation of their own offer of a period",
        "Asks each member whose key says an address (Networks, Keys of members) for the signed file that it offers there:\n"
        "digilots network aggregate --offer. Takes in what is signed with its key, as if it had been sent. Prints what came\n"
        "of each; may be run as often as you like. Ends with 1 where somebody did not answer or is not to be trusted.\n"
        "With --examples the good examples that they show everybody come into the list of who leads the network, with whose\n"
        "they are; what stands there stays as it is.\n\n"
        "Example: digilots network pull --network teo --period 2026-Q3",
        {{"network", OptionKind::text, Need::required, "key of the network"},
         {"period", OptionKind::text, Need::optional, "a month, a quarter or a year: 2026-09, 2026-Q3, 2026"},
         {"examples", OptionKind::flag, Need::optional, "good examples instead of figures"}},
        {"release_day"},
        run_network_pull};
    return command;
}

}  // namespace digilots::app
