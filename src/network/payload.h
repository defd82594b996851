#pragma once
// What a member says of a period to its network: its released tables and nothing else, as JSON that is signed. No SQL.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/periods/period.h"
#include "releases/releases.h"

namespace digilots::network {

/// Under which no municipality publishes a number other than zero.
inline constexpr std::int64_t least_published = releases::lowest_least;
inline constexpr std::size_t longest_reason = 500;

struct PayloadRow {
    std::string table, term;                // "total" and "*"; "topic" and "bank", "" not stated
    releases::Value value;
    bool operator==(const PayloadRow&) const = default;
};
struct Payload {
    std::string network, member, period;    // key, id, "2026-Q3"
    std::int64_t revision = 1;
    std::string reason = "";                // of a revision
    std::vector<PayloadRow> rows = {};
    std::int64_t suppressed = 0;            // rows whose number is not told
    bool operator==(const Payload&) const = default;
};

/// A month, a quarter or a year.
bool is_period_of_figures(std::string_view key);
/// What is released of a municipality; no rows where nothing is.
Payload payload_of(const releases::Releases& releases, std::string_view network, std::string_view member,
                   const periods::Period& period);
std::string text_of(const Payload& payload);
/// Else in English what is wrong, for programs and the trail.
base::Result<Payload, std::string> read_payload(std::string_view json);
/// Each row names what the code lists have: no name or other text comes in as a term.
bool has_known_terms(const Payload& payload);
/// The total; not_released where there is none.
releases::Value total_of(const Payload& payload);

/// {"payload", "member", "key_id", "signature"} as a file or a body.
struct SignedFile {
    std::string payload = "", member = "", key_id = "", signature = "";     // payload: the bytes that are signed
};
SignedFile signed_with(std::string_view secret_key, const Payload& payload);
std::string text_of(const SignedFile& file);
base::Result<SignedFile, std::string> read_signed_file(std::string_view json);

}  // namespace digilots::network
