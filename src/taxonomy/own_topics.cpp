#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/kept/kept.h"
#include "taxonomy/own_topic_store.h"

namespace digilots::taxonomy {

namespace {

constexpr std::string_view prefix = "own_", kept_name = "topics";
constexpr std::size_t longest_label = 60, longest_key = 40, most_words = 30, most_topics = 50;

std::optional<OwnTopicProblem> problem_of(OwnTopic& topic, const OwnTopicList& others) {
    topic.label = base::clean(topic.label);
    if (topic.label.empty()) return OwnTopicProblem::label_missing;
    if (base::length(topic.label) > longest_label) return OwnTopicProblem::label_too_long;
    const auto same = [&](const OwnTopic& other) {
        return other.key != topic.key && base::lower(other.label) == base::lower(topic.label);
    };
    if (std::ranges::any_of(others, same)) return OwnTopicProblem::label_taken;
    if (!find(List::topic, topic.maps_to)) return OwnTopicProblem::no_shared_topic;
    const bool long_word = std::ranges::any_of(topic.words, [](const auto& word) { return base::length(word) > longest_label; });
    if (long_word || topic.words.size() > most_words) return OwnTopicProblem::too_many_words;
    return std::nullopt;
}

std::string new_key(const std::string& label, const OwnTopicList& others) {
    std::string name = base::slug(label).substr(0, longest_key);
    std::ranges::replace(name, '-', '_');
    const std::string first = std::string(prefix) + name;
    std::string key = first;
    for (int number = 2; find_own(others, key); ++number) key = first + "_" + std::to_string(number);
    return key;
}

std::string changed_fields(const OwnTopic& before, const OwnTopic& after, bool moved) {
    std::string names;
    const auto note = [&names](bool same, const char* name) {
        if (!same) names += (names.empty() ? "" : ", ") + std::string(name);
    };
    note(before.label == after.label, "label");
    note(before.maps_to == after.maps_to, "maps_to");
    note(before.words == after.words, "words");
    note(before.hidden == after.hidden, "hidden");
    note(!moved, "position");
    return names;
}

}  // namespace

std::string mark_of(const OwnTopic& topic, std::size_t position) {
    std::vector<std::string> parts = topic.words;
    const std::string shown = topic.hidden ? "hidden" : "shown";
    for (const auto& part : {topic.label, topic.maps_to, shown, std::to_string(position)}) parts.push_back(part);
    return base::mark_of(parts);
}

bool is_own(std::string_view key) { return key.starts_with(prefix); }

const OwnTopic* find_own(const OwnTopicList& own, std::string_view key) {
    const auto found = std::ranges::find(own, key, &OwnTopic::key);
    return found == own.end() ? nullptr : &*found;
}

const Term* shared_topic(const OwnTopicList& own, std::string_view key) {
    if (const auto* topic = find_own(own, key)) return find(List::topic, topic->maps_to);
    return find(List::topic, key);
}

std::string topic_label(const OwnTopicList& own, std::string_view key, const i18n::Translator& translator) {
    const auto* topic = find_own(own, key);
    return topic ? topic->label : label(List::topic, key, translator);
}

void add_shared(const OwnTopicList& own, std::vector<std::string>& topics) {
    const auto chosen = topics;
    for (const auto& key : chosen) {
        const auto* topic = find_own(own, key);
        if (topic && std::ranges::find(topics, topic->maps_to) == topics.end()) topics.push_back(topic->maps_to);
    }
}

std::vector<std::string> without_shared(const OwnTopicList& own, const std::vector<std::string>& topics) {
    auto left = topics;
    std::erase_if(left, [&](const std::string& key) {
        return std::ranges::any_of(topics, [&](const std::string& other) {
            const auto* topic = find_own(own, other);
            return topic && topic->maps_to == key;
        });
    });
    return left;
}

struct OwnTopics::Implementation {
    db::Database& database;
    const base::Clock& clock;
    kept::Kept<OwnTopicList> topics;

    Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time)
        : database(opened), clock(time),
          topics(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_name, id)); },
                 [this](std::string_view id) {
                     return std::make_shared<const OwnTopicList>(
                         database.read([&](db::Connection& connection) { return store::topics(connection, id); }));
                 }) {}

    void trace(db::Connection& connection, std::string_view municipality, std::string_view actor, const char* action,
               const std::string& key, std::string fields) const {
        audit::record(connection, {std::string(municipality), std::string(actor), action, "topic:" + key, std::move(fields)},
                      clock.now());
    }
};

OwnTopics::OwnTopics(db::Database& database, const kept::Versions& versions, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, clock)) {}

OwnTopics::~OwnTopics() = default;

std::shared_ptr<const OwnTopicList> OwnTopics::of(std::string_view municipality_id) const {
    return implementation_->topics.of(municipality_id);
}

base::Result<std::string, OwnTopicProblem> OwnTopics::add(std::string_view municipality_id, OwnTopic topic,
                                                          std::string_view actor) {
    using Added = base::Result<std::string, OwnTopicProblem>;
    topic.key.clear();
    return implementation_->database.write([&](db::Connection& connection) -> Added {
        // The counter's row first: two who change topics at the same time come one after the other.
        kept::raise(connection, kept_name, municipality_id);
        const auto others = store::topics(connection, municipality_id);
        if (const auto problem = problem_of(topic, others)) return base::failure(*problem);
        if (others.size() >= most_topics) return base::failure(OwnTopicProblem::too_many);
        topic.key = new_key(topic.label, others);
        store::insert(connection, municipality_id, topic, others.size(), implementation_->clock.now());
        implementation_->trace(connection, municipality_id, actor, "topic added", topic.key, "");
        return topic.key;
    });
}

base::Result<void, OwnTopicProblem> OwnTopics::change(std::string_view municipality_id, OwnTopic topic, std::size_t position,
                                                      std::string_view actor, const base::Seen& seen) {
    using Changed = base::Result<void, OwnTopicProblem>;
    return implementation_->database.write([&](db::Connection& connection) -> Changed {
        // The counter's row first: two who change topics at the same time come one after the other.
        kept::raise(connection, kept_name, municipality_id);
        auto all = store::topics(connection, municipality_id);
        const auto found = std::ranges::find(all, topic.key, &OwnTopic::key);
        if (found == all.end()) return base::failure(OwnTopicProblem::not_there);
        if (!seen.is(mark_of(*found, static_cast<std::size_t>(found - all.begin()))))
            return base::failure(OwnTopicProblem::changed_meanwhile);
        if (const auto problem = problem_of(topic, all)) return base::failure(*problem);
        const OwnTopic before = *found;
        const auto wanted = std::min(position, all.size() - 1);
        const bool moved = static_cast<std::size_t>(found - all.begin()) != wanted;
        const auto fields = changed_fields(before, topic, moved);
        if (fields.empty()) return {};
        all.erase(found);
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(wanted), topic);
        store::update(connection, municipality_id, topic);
        for (std::size_t i = 0; i < all.size(); ++i) store::set_position(connection, municipality_id, all[i].key, i);
        implementation_->trace(connection, municipality_id, actor, "topic changed", topic.key, fields);
        return {};
    });
}

}  // namespace digilots::taxonomy
