#include "statistics/topic_levels.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "statistics/question.h"

namespace digilots::statistics {

namespace {

const std::string& topic_of(const measures::Row& row) { return row.dimensions.at("topic"); }

/// The shared topic that it is or belongs to.
std::string shared_of(const measures::Row& row, const taxonomy::OwnTopicList& own) {
    const auto* topic = taxonomy::find_own(own, topic_of(row));
    return topic ? topic->maps_to : topic_of(row);
}

}  // namespace

bool is_of_own_topic(const measures::Row& row) {
    const auto topic = row.dimensions.find("topic");
    return topic != row.dimensions.end() && taxonomy::is_own(topic->second);
}

void leave_out_own(std::vector<measures::Row>& rows) { std::erase_if(rows, is_of_own_topic); }

void put_own_beneath(std::vector<measures::Row>& rows, const taxonomy::OwnTopicList& own) {
    std::vector<std::string> order;
    for (const auto& row : rows)
        if (!taxonomy::is_own(topic_of(row))) base::add_once(order, topic_of(row));
    std::ranges::stable_sort(rows, {}, [&](const measures::Row& row) {
        const auto at = std::ranges::find(order, shared_of(row, own)) - order.begin();
        return std::pair(at, taxonomy::is_own(topic_of(row)));
    });
}

std::string topic_in_levels(const measures::Row& row, const taxonomy::OwnTopicList& own, const i18n::Translator& translator) {
    const auto* topic = taxonomy::find_own(own, topic_of(row));
    if (!topic) return "";
    const auto number = topic->code.empty() ? "" : " (" + topic->code + ")";
    return taxonomy::topic_label(own, topic->maps_to, translator) + " › " + topic->label + number;
}

void add_levels(tables::Row& line, const measures::Row& row, const taxonomy::OwnTopicList& own) {
    const auto* topic = taxonomy::find_own(own, topic_of(row));
    const std::string level = taxonomy::is_own(topic_of(row)) ? "own" : topic_of(row).empty() ? "" : "shared";
    line.insert(line.end(), {level, topic ? topic->maps_to : std::string(), topic ? topic->code : std::string()});
}

html::components::Field level_field(bool shared_alone, const html::Page& page) {
    return {.name = std::string(topic_level),
            .label = page.t("Topics"),
            .options = {{"", page.t("Own topics beneath the shared ones"), !shared_alone},
                        {std::string(shared_level), page.t("Shared topics alone"), shared_alone}}};
}

}  // namespace digilots::statistics
