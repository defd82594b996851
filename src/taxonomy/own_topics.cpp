#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/kept/kept.h"
#include "platform/register/records.h"
#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy {

namespace {

using register_::Record;

constexpr std::string_view prefix = "own_", kept_name = "topics";
constexpr std::size_t longest_label = 60, longest_key = 40, longest_code = 20, most_words = 30, most_topics = 400;

void check_topic(const register_::Checked& checked, register_::Problems& problems) {
    const auto label = base::lower(checked.record.text("label"));
    const bool taken = std::ranges::any_of(
        checked.others, [&](const Record& other) { return base::lower(other.text("label")) == label; });
    if (taken) problems.push_back({"label", TEXT("There is already a topic with this name.")});
}

std::string new_key(const Record& topic, const std::vector<Record>& others) {
    std::string name = base::slug(topic.text("label")).substr(0, longest_key);
    std::ranges::replace(name, '-', '_');
    const std::string first = std::string(prefix) + name;
    std::string key = first;
    for (int number = 2; std::ranges::find(others, key, &Record::id) != others.end(); ++number)
        key = first + "_" + std::to_string(number);
    return key;
}

std::vector<register_::Choice> shared_topics(const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto& term : terms(List::topic)) {
        const auto group = term.parent.empty() ? "" : label(List::topic, term.parent, *around.words);
        choices.push_back({.key = term.key, .label = around.t(term.label), .group = group});
    }
    return choices;
}

std::vector<register_::Field> fields_of_topic() {
    using namespace register_;
    return {text("label", TEXT("Name of the topic"), longest_label)
                .required()
                .listed()
                .heading(TEXT("Topic"))
                .when_missing(TEXT("Write what the topic is called.")),
            term("maps_to", TEXT("Shared topic that it belongs to"), shared_topics)
                .required()
                .listed()
                .heading(TEXT("Belongs to"))
                .hint(TEXT("A change holds for what is logged from now on."))
                .when_missing(TEXT("Choose the shared topic that it belongs to.")),
            lines("words", TEXT("What people say for it"),
                  {most_words, longest_label, TEXT("Write at most 30 words, each at most 60 characters long.")})
                .not_asked_about()
                .hint(TEXT("One word or phrase a line. The search finds the topic by its name and by these.")),
            text("list_code", TEXT("Number in a list of your own"), longest_code)
                .listed()
                .hint(TEXT("Where you have a list of all tasks, such as one by the ROSA method, the number that stands there.")),
            flag("hidden", TEXT("Hide the topic"), TEXT("Hidden"), TEXT("Shown"))
                .listed()
                .heading(TEXT("Shown"))
                .only_when_changed()
                .hint(TEXT("It is no longer offered. What was logged with it stays, in the figures too."))};
}

register_::Register topic_register() {
    return {.key = "topic",
            .table = "taxonomy_own_topic",
            .names = {TEXT("Your own topics"), TEXT("Topic")},
            .see = http::Role::administrator,
            .change = http::Role::administrator,
            .path = "/staff/settings/topics",
            .above = {{TEXT("Settings"), "/staff/settings"}},
            .fields = fields_of_topic(),
            .rules = check_topic,
            .new_id = new_key,
            .size = register_::Size::few,
            .at_most = most_topics,
            .endings = register_::Endings::none,
            .kept = kept_name,
            .words = {.about = TEXT("Topics that only your municipality needs, in your own words. Each belongs to a shared "
                                    "topic: the log counts it under both, so that figures can be compared."),
                      .caption = TEXT("Your own topics, in the order in which the desk shows them"),
                      .empty = TEXT("There are no topics of your own yet."),
                      .add = TEXT("Add a topic"),
                      .change = TEXT("Change a topic"),
                      .save = TEXT("Save the topic"),
                      .added = TEXT("The topic is added. The desk shows it at once."),
                      .saved = TEXT("The topic is saved."),
                      .full = TEXT("There are 400 topics already. Rename one that is not used."),
                      .footnote = TEXT("Programs know this topic as {key}. That never changes.")}};
}

OwnTopic topic_of(const Record& record) {
    return {record.id, record.text("label"), record.text("maps_to"), record.list("words"), record.flag("hidden"),
            record.text("list_code")};
}

register_::Draft draft_of(const OwnTopic& topic) {
    register_::Draft draft{{"label", {topic.label}},
                           {"maps_to", {topic.maps_to}},
                           {"words", {register_::joined_list(topic.words)}},
                           {"list_code", {topic.code}}};
    if (topic.hidden) draft["hidden"] = {"1"};
    return draft;
}

}  // namespace

bool is_own(std::string_view key) { return key.starts_with(prefix); }

const OwnTopic* find_own(const OwnTopicList& own, std::string_view key) {
    return base::find_in(own, key, &OwnTopic::key);
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
    register_::Records records;
    kept::Kept<OwnTopicList> topics;

    Implementation(db::Database& database, const kept::Versions& versions, const base::Clock& clock)
        : records(topic_register(), database, clock),
          topics(clock, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of(kept_name, id)); },
                 [this](std::string_view id) {
                     auto list = std::make_shared<OwnTopicList>();
                     for (const auto& record : records.all(id)) list->push_back(topic_of(record));
                     return std::shared_ptr<const OwnTopicList>(std::move(list));
                 }) {}
};

OwnTopics::OwnTopics(db::Database& database, const kept::Versions& versions, const base::Clock& clock)
    : implementation_(std::make_unique<Implementation>(database, versions, clock)) {}

OwnTopics::~OwnTopics() = default;

std::shared_ptr<const OwnTopicList> OwnTopics::of(std::string_view municipality_id) const {
    return implementation_->topics.of(municipality_id);
}

register_::Records& OwnTopics::records() { return implementation_->records; }

base::Result<std::string, OwnTopicProblem> OwnTopics::add(std::string_view municipality_id, const OwnTopic& topic,
                                                          std::string_view actor) {
    auto& records = implementation_->records;
    const auto added = records.add(records.around(municipality_id), draft_of(topic), actor);
    if (!added) return base::failure(OwnTopicProblem::not_right);
    return added->id;
}

base::Result<void, OwnTopicProblem> OwnTopics::change(std::string_view municipality_id, const OwnTopic& topic,
                                                      std::size_t position, std::string_view actor, const base::Seen& seen) {
    auto& records = implementation_->records;
    auto draft = draft_of(topic);
    draft["position"] = {std::to_string(position + 1)};
    const auto changed = records.change(records.around(municipality_id), topic.key, draft, actor, seen);
    if (changed) return {};
    return base::failure(changed.error().changed_meanwhile() ? OwnTopicProblem::changed_meanwhile : OwnTopicProblem::not_right);
}

}  // namespace digilots::taxonomy
