#include <cstdio>

#include "app/command.h"
#include "app/member_key.h"
#include "app/settings.h"

namespace digilots::app {

namespace {

int run_network_key(const Settings& settings, const Arguments& arguments) {
    const auto public_key = arguments.has("new") ? make_member_key(settings) : open_member_key(settings);
    std::printf("%s\n", public_key.c_str());
    return 0;
}

}  // namespace

const Command& network_key_command() {
    static const Command command{
        "network key",
        "print the public key with which this installation signs what it sends to networks, or make a new one",
        "Prints one line: the public key, which whoever leads the network enters under Networks, Keys of members. The secret\n"
        "key stays in the data folder, in the file network.key, which only you can read. With --new another one is made:\n"
        "what is signed from then on is signed with it, and the old one is gone.\n\n"
        "Example: digilots network key --new",
        {{"new", OptionKind::flag, Need::optional, "make a new key in place of the one that is there"}},
        {},
        run_network_key};
    return command;
}

}  // namespace digilots::app
