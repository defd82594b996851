#pragma once
// Rows of released tables.
#include "platform/base/clock.h"
#include "platform/db/connection.h"
#include "releases/year.h"

namespace digilots::releases::store {

/// How far a year is; nothing of it is released where `month` is 0.
struct Last {
    int revision = 1, month = 0;
    std::vector<std::string> tables = tables_now();
    bool operator==(const Last&) const = default;
};
Last last_of(db::Connection& connection, std::string_view scope, int year);
/// As it stands in its last revision, with what was counted.
Year load(db::Connection& connection, std::string_view scope, int year);

struct Header {
    std::string scope, reason, code_lists;
    int year = 0, revision = 1, month = 0;
    base::Instant made_at{};
    suppression::Decided number = {};
    std::vector<std::string> tables = {};
};
std::vector<Header> headers(db::Connection& connection);
/// Municipalities and sums of several of which a revision says anything else than the one before it: of the months that both
/// have, in the tables that both have.
std::set<std::string> changed_nodes(db::Connection& connection, const Header& before, const Header& revision);
/// Who is in a revision, and the sums of several.
void load_parts(db::Connection& connection, std::string_view scope, Year& year);

/// A month, or with a correction a whole revision. What was counted of months stays, so that they can be corrected.
void insert(db::Connection& connection, const Header& header, const Year& year, const Rows& rows, const Correction* correction);

}  // namespace digilots::releases::store
