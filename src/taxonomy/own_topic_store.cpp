#include "taxonomy/own_topic_store.h"

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "taxonomy/sql.h"

namespace digilots::taxonomy::store {

namespace {

constexpr std::string_view list = "topic";

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "\n") + word;
    return text;
}

OwnTopic read_topic(const db::Row& row) {
    OwnTopic topic{row.text("key"), row.text("label"), row.text("maps_to"), {}, row.flag("retired")};
    const auto words = row.text("words");
    for (const auto word : base::split(words, '\n')) {
        if (!word.empty()) topic.words.emplace_back(word);
    }
    return topic;
}

}  // namespace

OwnTopicList topics(db::Connection& connection, std::string_view municipality_id) {
    OwnTopicList found;
    const auto rows = connection.query(sql::list_terms, municipality_id, list);
    for (const auto row : rows) found.push_back(read_topic(row));
    return found;
}

void insert(db::Connection& connection, std::string_view municipality_id, const OwnTopic& topic, std::size_t position,
            base::Instant now) {
    connection.execute(sql::insert_term, municipality_id, list, topic.key, topic.label, topic.maps_to,
                       joined(topic.words), base::format_utc(now), static_cast<std::int64_t>(position));
}

void update(db::Connection& connection, std::string_view municipality_id, const OwnTopic& topic) {
    connection.execute(sql::update_term, municipality_id, list, topic.key, topic.label, topic.maps_to,
                       joined(topic.words), std::int64_t{topic.hidden});
}

void set_position(db::Connection& connection, std::string_view municipality_id, std::string_view key, std::size_t position) {
    connection.execute(sql::set_position, municipality_id, list, key, static_cast<std::int64_t>(position));
}

}  // namespace digilots::taxonomy::store
