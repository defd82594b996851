#pragma once
// What municipalities have in common: a network's own page, what its members share with each other and with everybody, what
// they say of a period, signed and locked, and how they differ. Each record is one member's own; no network owns any.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "municipality/municipality.h"
#include "network/payload.h"
#include "network/signing.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"
#include "releases/releases.h"

namespace digilots::network {

// ---- Kinds of records, each said once (platform/register); "network.mine" among the links of all but actions ----
register_::Register profile_register();
register_::Register note_register();
register_::Register role_register();
register_::Register mandate_register(const municipality::Municipalities& municipalities);
register_::Register group_register();
/// "network.group" among its links.
register_::Register action_register();
register_::Register system_register(const municipality::Municipalities& municipalities);
register_::Register visit_register();
register_::Register start_register(const municipality::Municipalities& municipalities);
register_::Register example_register();
/// What is said on the page of a network that the municipality leads.
register_::Register feedback_register();
/// Who sees what, by kind, where a record says nothing itself.
register_::Register sharing_register();
/// Keys with which members sign what they send; they hold where their municipality leads the network.
register_::Register key_register(const municipality::Municipalities& municipalities);

/// Keeps a signed file where the network's installation fetches it, in place of an earlier one of that period. False: it is none.
bool offer_file(db::Database& database, const base::Clock& clock, std::string_view signed_file);

/// What came of asking one member: 201 taken in, 409 known or locked, 422 not to be trusted, 0 it did not answer as it has to.
struct Pulled {
    std::string member;
    int status = 0;
    std::string why = "";               // in English; "" for 201
};
/// What an address answers with 200, else why not.
using FetchFile = std::function<base::Result<std::string, std::string>(const std::string& url)>;
/// Asks each member whose key says where it has an installation of its own. The signature alone says whose a file is.
std::vector<Pulled> pull_files(db::Database& database, const base::Clock& clock,
                               const municipality::Municipalities& municipalities, const releases::Releases& releases,
                               const municipality::Network& network, const std::string& period, const FetchFile& fetch);
/// Of one address: good examples that its members show everybody.
struct PulledExamples {
    std::string address;
    std::int64_t added = 0, known = 0, refused = 0;     // refused: what tells of a person, or does not fit
    std::string why = "";                               // in English, where it did not answer as it has to
};
/// Adds those that are not there to the list of who leads the network ("outside_example"), with whose they are. What stands there
/// stays as it is, also where it was changed or ended.
std::vector<PulledExamples> pull_examples(register_::Records& examples, const municipality::Network& network,
                                          const FetchFile& fetch);
/// https, or http on this machine: where nobody listens in between.
bool is_safe_to_fetch(std::string_view url);

/// "/networks/{network}…", "/{municipality}/staff/networks…", "/api/v1/networks/{network}…". What is given outlives it.
struct Neighbours {
    const municipality::Municipalities& municipalities;
    const releases::Releases& releases;
    const directory::Directory& directory;
    const organisation::Organisation& organisation;
    register_::Others others;
};
Slice slice(db::Database& database, const base::Clock& clock, const Neighbours& neighbours);

}  // namespace digilots::network
