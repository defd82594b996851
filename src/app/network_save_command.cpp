#include <algorithm>
#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "municipality/municipality.h"
#include "platform/base/text.h"

namespace digilots::app {

namespace {

constexpr std::size_t longest_key = 40, longest_name = 100;

void check_key(const std::string& key) {
    if (key == base::slug(key) && key.size() <= longest_key) return;
    throw CommandError("\"" + key + "\" cannot be a network's key: it stands in addresses. Use lower-case letters a to z, digits "
                       "and hyphens, at most " + std::to_string(longest_key) + ", such as \"mellannorrland\".", 2);
}

std::string checked_name(const std::string& given) {
    auto name = base::clean(given);
    if (!name.empty() && base::length(name) <= longest_name && name.find('\n') == std::string::npos) return name;
    throw CommandError("A network's name is one line of 1 to " + std::to_string(longest_name) + " characters.", 2);
}

std::vector<std::string> checked_members(const municipality::Municipalities& municipalities,
                                         const std::vector<std::string>& given) {
    std::vector<std::string> ids;
    for (const auto& code : given) {
        const auto found = municipalities.about(code);
        if (!found) {
            throw CommandError("No municipality has the code \"" + code +
                               "\". `digilots municipality list --all` shows all of them.", 2);
        }
        if (found->is_made_up)
            throw CommandError(found->name + " is made up: only the demo's network has such members.", 2);
        if (std::ranges::find(ids, found->id) == ids.end()) ids.push_back(found->id);
    }
    return ids;
}

/// As it was where nothing is said: a country, "" of none.
std::string checked_nation(const std::string& given, const std::string& before) {
    if (given.empty()) return before;
    if (given == "none") return "";
    if (given == "SE" || given == "NO") return given;
    throw CommandError("A network is of the nation \"SE\" or \"NO\", or \"none\".", 2);
}

/// A nation's network is told who comes in and who goes; of any other all members are named.
municipality::Network network_to_save(const municipality::Municipalities& municipalities, const Arguments& arguments) {
    const auto before = municipalities.network(arguments.text("key")).value_or(municipality::Network{});
    municipality::Network network{arguments.text("key"), checked_name(arguments.text("name")),
                                  checked_members(municipalities, arguments.all("member"))};
    network.nation = checked_nation(arguments.text("national"), before.nation);
    network.ended = checked_members(municipalities, arguments.all("without"));
    if (network.nation.empty() && network.members.empty())
        throw CommandError("Name its members: --member CODE, once for each. Only a nation's network (--national) has them by "
                           "itself.", 2);
    if (network.nation.empty() && !network.ended.empty())
        throw CommandError("--without is for a nation's network: of any other, name those who stay.", 2);
    for (const auto& id : network.ended)
        if (std::ranges::find(network.members, id) != network.members.end())
            throw CommandError("\"" + id + "\" cannot both come in and go.", 2);
    if (network.nation.empty()) return network;
    for (const auto& id : before.members)
        if (std::ranges::find(network.members, id) == network.members.end() &&
            std::ranges::find(network.ended, id) == network.ended.end())
            network.members.push_back(id);
    return network;
}

/// "" where none is named.
std::string checked_lead(const municipality::Municipalities& municipalities, const municipality::Network& network,
                         const std::string& given) {
    if (given.empty()) return "";
    const auto found = municipalities.about(given);
    const auto is_among = [&](const std::vector<std::string>& ids) { return std::ranges::find(ids, found->id) != ids.end(); };
    // A nation's network has those that are active here without their being named.
    const auto is_by_itself = [&] {
        return found->country == network.nation && !found->is_made_up && municipalities.is_active(found->id) &&
               !is_among(network.ended);
    };
    if (!found || !(is_among(network.members) || is_by_itself()))
        throw CommandError("\"" + given + "\" is none of its members: one of them leads the network.", 2);
    return found->id;
}

int run_network_save(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    check_key(arguments.text("key"));
    auto network = network_to_save(municipalities, arguments);
    network.lead = checked_lead(municipalities, network, arguments.text("lead"));
    municipalities.save_network(network);
    network = municipalities.network(network.key).value_or(network);  // with those who are in it by themselves
    std::printf("The network %s (%s) has %zu members.\n", network.key.c_str(), network.name.c_str(), network.members.size());
    for (const auto& id : network.members) {
        if (municipalities.is_active(id)) continue;
        std::printf("%s is not active here: digilots municipality activate %s\n",
                    municipalities.about(id)->name.c_str(), id.c_str());
    }
    return 0;
}

}  // namespace

const Command& network_save_command() {
    static const Command command{
        "network save",
        "make a network of municipalities, or change its name and members",
        "Networks may overlap and cross borders. The members given are all that it has afterwards. Who may see its statistics:\n"
        "digilots user add --network KEY --role network-viewer. The member that leads it enters the others' keys and locks\n"
        "periods; without --lead the one that leads it goes on.\n\n"
        "With --national each municipality of the country that is or becomes active here is a member by itself; --member adds\n"
        "others, --without ends a membership, which comes back only where it is named with --member.\n\n"
        "Example: digilots network save mittnordiska --name \"Mittnordiska nätverket\" --member 2281 --member 5001 --lead 2281\n"
        "Example: digilots network save sverige --name \"Nationella nätverket\" --national SE --without 2281",
        {{"key", OptionKind::positional, Need::required, "stands in addresses: a to z, digits, hyphens"},
         {"name", OptionKind::text, Need::required, "as people read it"},
         {"member", OptionKind::repeated, Need::optional, "official code or name in addresses; once for each member"},
         {"national", OptionKind::text, Need::optional, "SE or NO: it is that nation's; none: no longer"},
         {"without", OptionKind::repeated, Need::optional, "a member of a nation's network whose membership ends"},
         {"lead", OptionKind::text, Need::optional, "the member that leads it"}},
        {},
        run_network_save};
    return command;
}

}  // namespace digilots::app
