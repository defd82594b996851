#pragma once
// The pages where an administrator keeps the municipality's own topics.
#include "platform/http/route.h"
#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy {

http::Response own_topics_page(const http::Request& request, const OwnTopics& own_topics);
http::Response add_own_topic(const http::Request& request, OwnTopics& own_topics);
http::Response own_topic_page(const http::Request& request, const OwnTopics& own_topics);
http::Response change_own_topic(const http::Request& request, OwnTopics& own_topics);

}  // namespace digilots::taxonomy
