#include "platform/feed/feed.h"

#include "platform/feed/sql.h"

namespace digilots::feed {

std::int64_t next_position(db::Connection& connection, std::string_view feed, std::string_view municipality_id) {
    return connection.query(sql::take_position, feed, municipality_id)[0].integer("position");
}

}  // namespace digilots::feed
