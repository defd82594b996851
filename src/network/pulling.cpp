// Signed files that are fetched: what a member offers, and what whoever leads a network asks for.
#include <algorithm>
#include <array>

#include "network/aggregates.h"
#include "network/network.h"
#include "network/sql.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"

namespace digilots::network {

namespace {

struct Source {
    std::string member, address;
};

std::string url_of(const Source& source, const std::string& network, const std::string& period) {
    auto address = source.address;
    while (address.ends_with('/')) address.pop_back();
    return address + "/api/v1/networks/" + html::url_encode(network) + "/aggregates?member=" + html::url_encode(source.member) +
           "&period=" + html::url_encode(period);
}

Pulled pull_one(Aggregates& aggregates, const municipality::Network& network, const Source& source, const std::string& period,
                const FetchFile& fetch) {
    const auto url = url_of(source, network.key, period);
    if (!is_safe_to_fetch(url)) return {source.member, 0, "Its address does not begin with https: correct it among the keys."};
    const auto answer = fetch(url);
    if (!answer) return {source.member, 0, answer.error()};
    const auto file = read_signed_file(*answer);
    if (!file || file->member != source.member) return {source.member, 422, "What it offers is not its own signed file."};
    const auto payload = read_payload(file->payload);
    if (!payload || payload->period != period) return {source.member, 422, "What it offers is of another period."};
    const auto taken = aggregates.take_in(network, *answer);
    if (taken.status == 201) return {source.member, taken.status};
    return {source.member, taken.status, i18n::translator("en").t(taken.why) + (taken.detail.empty() ? "" : " " + taken.detail)};
}

}  // namespace

bool is_safe_to_fetch(std::string_view url) {
    // "http://127.0.0.1:x@elsewhere" leads elsewhere.
    if (url.contains('@')) return false;
    return url.starts_with("https://") ||
           std::ranges::any_of(std::to_array<std::string_view>({"http://127.0.0.1", "http://localhost", "http://[::1]"}),
                               [&](std::string_view own) {
                                   if (!url.starts_with(own)) return false;
                                   const auto rest = url.substr(own.size());
                                   return rest.empty() || rest.front() == ':' || rest.front() == '/';
                               });
}

bool offer_file(db::Database& database, const base::Clock& clock, std::string_view signed_file) {
    const auto file = read_signed_file(signed_file);
    if (!file) return false;
    const auto payload = read_payload(file->payload);
    if (!payload) return false;
    database.write([&](db::Connection& connection) {
        connection.execute(sql::put_sent, payload->member, payload->network, payload->period, std::string(signed_file),
                           base::format_utc(clock.now()));
    });
    return true;
}

std::vector<Pulled> pull_files(db::Database& database, const base::Clock& clock,
                               const municipality::Municipalities& municipalities, const releases::Releases& releases,
                               const municipality::Network& network, const std::string& period, const FetchFile& fetch) {
    std::vector<Source> sources;
    database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::members_to_fetch, network.lead, network.key))
            sources.push_back({row.text("member"), row.text("address")});
        return 0;
    });
    Aggregates aggregates(database, clock, municipalities, releases);
    std::vector<Pulled> pulled;
    for (const auto& source : sources) pulled.push_back(pull_one(aggregates, network, source, period, fetch));
    return pulled;
}

}  // namespace digilots::network
