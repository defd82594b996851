// Good examples of members with an installation of their own, read from there into the list of who leads the network.
#include <set>

#include "network/network.h"
#include "network/sql.h"
#include "platform/base/json.h"
#include "platform/html/writer.h"

namespace digilots::network {

namespace {

constexpr std::size_t most_examples = 1000, year_digits = 4;

using Named = std::pair<std::string, std::string>;      // what they do, and who does it

std::set<Named> known_examples(const register_::Records& examples, const register_::Surroundings& around) {
    std::set<Named> known;
    for (const auto& one : examples.list(around, {.with_ended = true}, register_::Records::most_counted, 0).records)
        known.emplace(one.text("title"), one.text("municipality"));
    return known;
}

register_::Draft draft_of_example(const base::Json& json, const municipality::Network& network, const std::string& address) {
    std::string tags;
    for (const auto& tag : json["tags"].items()) tags += std::string(tag.text()) + "\n";
    return {{"title", {std::string(json["title"].text())}},
            {"network", {network.key}},
            {"municipality", {std::string(json["credit"].text())}},
            {"year", {std::string(json["changed_at"].text().substr(0, year_digits))}},
            {"url", {address + "/networks/" + html::url_encode(network.key)}},
            {"about", {std::string(json["about"].text())}},
            {"tags", {tags}}};
}

/// What is told there, as it came.
base::Result<base::Json, std::string> examples_at(const std::string& address, const municipality::Network& network,
                                                  const FetchFile& fetch) {
    const auto url = address + "/api/v1/networks/" + html::url_encode(network.key) + "/examples";
    if (!is_safe_to_fetch(url))
        return base::failure(std::string("Its address does not begin with https: correct it among the keys."));
    const auto answer = fetch(url);
    if (!answer) return base::failure(answer.error());
    auto json = base::parse_json(*answer);
    if (!json || !(*json)["examples"].is_array()) return base::failure(std::string("What it answered is no list of examples."));
    return json;
}

void add_missing(PulledExamples& of, register_::Records& examples, std::set<Named>& known, const base::Json& answer,
                 const municipality::Network& network) {
    const auto around = examples.around(network.lead);
    std::size_t number = 0;
    const auto& list = answer["examples"].items();
    for (const auto& one : list) {
        if (++number > most_examples) break;
        if (!known.emplace(std::string(one["title"].text()), std::string(one["credit"].text())).second) ++of.known;
        else if (examples.add(around, draft_of_example(one, network, of.address), "feed")) ++of.added;
        else ++of.refused;
    }
}

}  // namespace

std::vector<PulledExamples> pull_examples(register_::Records& examples, const municipality::Network& network,
                                          const FetchFile& fetch) {
    std::set<std::string> addresses;
    examples.database().read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::members_to_fetch, network.lead, network.key)) {
            auto address = row.text("address");
            while (address.ends_with('/')) address.pop_back();
            addresses.insert(std::move(address));
        }
        return 0;
    });
    auto known = known_examples(examples, examples.around(network.lead));
    std::vector<PulledExamples> pulled;
    for (const auto& address : addresses) {
        PulledExamples of{.address = address};
        const auto answer = examples_at(address, network, fetch);
        if (answer) add_missing(of, examples, known, *answer, network);
        else of.why = answer.error();
        pulled.push_back(std::move(of));
    }
    return pulled;
}

}  // namespace digilots::network
