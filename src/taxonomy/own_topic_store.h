#pragma once
// A municipality's own topics, as rows. One function a query or a change.
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/db/connection.h"
#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy::store {

/// In their order.
OwnTopicList topics(db::Connection& connection, std::string_view municipality_id);

void insert(db::Connection& connection, std::string_view municipality_id, const OwnTopic& topic, std::size_t position,
            base::Instant now);
void update(db::Connection& connection, std::string_view municipality_id, const OwnTopic& topic);
void set_position(db::Connection& connection, std::string_view municipality_id, std::string_view key, std::size_t position);

}  // namespace digilots::taxonomy::store
