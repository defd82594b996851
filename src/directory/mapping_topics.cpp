#include <algorithm>

#include "directory/mapping_records.h"
#include "directory/record.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

std::string spaced_words(std::string_view text) {
    std::string joined = " ";
    for (const auto& word : base::words(base::lower(text))) joined.append(word).append(1, ' ');
    return joined;
}

struct TopicWords {
    std::string key;
    std::vector<std::string> words;
};

const std::vector<TopicWords>& topic_words() {
    static const auto all = [] {
        std::vector<TopicWords> result;
        for (const auto& term : taxonomy::terms(taxonomy::List::topic)) {
            TopicWords topic{term.key, {}};
            for (const auto& word : term.words) topic.words.push_back(spaced_words(word));
            result.push_back(std::move(topic));
        }
        return result;
    }();
    return all;
}

/// Support codes and aids, with what "printing: yes" says as the aid.
std::vector<std::string> offers(const std::vector<CodedNote>& support, const std::vector<Aid>& aids, const Facts& facts) {
    std::vector<std::string> found;
    for (const auto& note : support) found.push_back(note.code);
    for (const auto& aid : aids) {
        if (aid.mode != "display" && aid.mode != "personal") found.push_back(aid.type);
    }
    const auto says_yes = [&](std::string_view field) {
        const auto value = facts.find(field);
        return value != facts.end() && value->second == "yes";
    };
    if (says_yes("printing")) found.emplace_back("printer");
    if (says_yes("copying")) found.emplace_back("copier");
    if (says_yes("scanning")) found.emplace_back("scanner");
    if (says_yes("wifi")) found.emplace_back("wifi");
    return found;
}

}  // namespace

std::vector<std::string> topics_in(std::string_view text) {
    std::vector<std::string> topics;
    const std::string spaced = spaced_words(text);
    for (const auto& topic : topic_words()) {
        if (std::ranges::any_of(topic.words, [&](const auto& word) { return spaced.find(word) != spaced.npos; })) {
            topics.push_back(topic.key);
        }
    }
    return topics;
}

std::vector<std::string> topics_answered(const std::vector<CodedNote>& support, const std::vector<Aid>& aids,
                                         const Facts& facts) {
    std::vector<std::string> topics;
    const auto offered = offers(support, aids, facts);
    for (const auto& term : taxonomy::terms(taxonomy::List::topic)) {
        const bool answered = std::ranges::any_of(
            term.supports, [&](const auto& key) { return std::ranges::find(offered, key) != offered.end(); });
        if (answered) topics.push_back(term.key);
    }
    return topics;
}

void add_topics(Facts& facts, const std::vector<std::string>& topics) {
    auto all = register_::list_items(facts["topics"]);
    for (const auto& topic : topics) {
        if (std::ranges::find(all, topic) == all.end()) all.push_back(topic);
    }
    facts["topics"] = register_::joined_list(all);
}

void append_note(std::string& notes, std::string_view more) {
    if (more.empty()) return;
    if (!notes.empty()) notes += notes.ends_with('.') ? " " : ". ";
    notes += more;
}

void read_mapping_topics_of_need(MappingObject& municipality, MappingContext& context) {
    for (auto& need : municipality.objects("topics_of_need")) {
        const std::string text = need.required("sv");
        const std::string place = need.text("asked_at");
        need.ignore("en");
        auto* record = place.empty() ? nullptr : context.find(RecordKind::place, place);
        if (!place.empty() && record == nullptr) {
            need.report().unusable(need.path_of("asked_at"), "\"" + base::cut(place, 60) + "\" is no place of this file");
        }
        const auto topics = topics_in(text);
        if (topics.empty()) {
            need.report().unusable(need.path_of("sv"), "no topic of the code list has these words: " + base::cut(text, 80));
        } else if (record != nullptr) {
            add_topics(record->facts, topics);
        }
    }
}

}  // namespace digilots::directory
