#include "taxonomy/own_topics_page.h"

namespace digilots::taxonomy {

http::Routes routes(OwnTopics& own_topics) {
    using http::Access, http::Method, http::Request;
    return {
        {Method::get, "/{municipality}/staff/settings/topics", Access::administrator,
         [&own_topics](const Request& request) { return own_topics_page(request, own_topics); }},
        {Method::post, "/{municipality}/staff/settings/topics", Access::administrator,
         [&own_topics](const Request& request) { return add_own_topic(request, own_topics); }},
        {Method::get, "/{municipality}/staff/settings/topics/{key}", Access::administrator,
         [&own_topics](const Request& request) { return own_topic_page(request, own_topics); }},
        {Method::post, "/{municipality}/staff/settings/topics/{key}", Access::administrator,
         [&own_topics](const Request& request) { return change_own_topic(request, own_topics); }},
    };
}

}  // namespace digilots::taxonomy
