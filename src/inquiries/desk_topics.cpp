#include "inquiries/desk_topics.h"

#include <algorithm>
#include <array>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_page.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

constexpr std::array<const char*, 10> usual_topics{"e_id", "mobile",           "computer", "print",       "bank",
                                                   "apps", "authority_forms", "health",   "digital_mail", "devices"};
constexpr std::size_t tiles_shown = 10;
constexpr std::size_t most_found = 6, shortest_typed = 2;

/// Folded: "skriva ut" → {"skriva", "ut"}; what stands between words parts them.
std::vector<std::string> folded_words(std::string_view text) {
    std::string folded = base::fold(text);
    constexpr std::string_view between = ",;:/()-\"'.!?";
    std::ranges::replace_if(folded, [&](char letter) { return between.find(letter) != std::string_view::npos; }, ' ');
    std::vector<std::string> words;
    for (const auto word : base::split(folded, ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

/// Every typed word begins a word of the text.
bool begins(const std::vector<std::string>& typed, std::string_view text) {
    const auto words = folded_words(text);
    return std::ranges::all_of(typed, [&](const std::string& one) {
        return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(one); });
    });
}

/// A topic that may be meant, and where it stands among them: below are likelier.
struct Candidate {
    std::string key, label;
    int rank;
};

constexpr int is_asked = 0, is_named = 1, is_called = 2, may_become = 3, is_no_match = 4;

int rank_of(const std::string& key, const std::string& label, const std::vector<std::string>& said,
            const std::vector<std::string>& typed, const referral::SearchAnswer& answer) {
    const bool asked = base::holds(answer.topics, key);
    if (asked && !answer.half_typed) return is_asked;
    if (begins(typed, label)) return is_named;
    if (std::ranges::any_of(said, [&](const std::string& words) { return begins(typed, words); })) return is_called;
    return asked ? may_become : is_no_match;
}

std::vector<Candidate> candidates(const std::vector<std::string>& typed, const referral::SearchAnswer& answer,
                                  const taxonomy::OwnTopicList& own, const i18n::Translator& translator) {
    std::vector<Candidate> found;
    const auto add = [&](const std::string& key, std::string label, const std::vector<std::string>& said) {
        const int rank = rank_of(key, label, said, typed, answer);
        if (rank != is_no_match) found.push_back({key, std::move(label), rank});
    };
    for (const taxonomy::OwnTopic& topic : own) {
        if (!topic.hidden) add(topic.key, topic.label, topic.words);
    }
    for (const taxonomy::Term& term : taxonomy::terms(taxonomy::List::topic))
        add(term.key, translator.t(term.label), term.words);
    return found;
}

/// Among those asked for the likeliest first, as the search has them.
std::size_t place_among(const std::vector<std::string>& asked, const Candidate& one) {
    return one.rank == is_asked ? static_cast<std::size_t>(std::ranges::find(asked, one.key) - asked.begin()) : 0;
}

bool is_offered(const taxonomy::OwnTopicList& own, const std::string& topic) {
    const auto* own_topic = taxonomy::find_own(own, topic);
    return own_topic ? !own_topic->hidden : taxonomy::find(taxonomy::List::topic, topic) != nullptr;
}

/// What is no longer offered leaves its place to a usual one that has none: no other key moves.
std::vector<std::string> with_gaps_filled(std::vector<std::string> topics, const std::vector<std::string>& usual,
                                          const taxonomy::OwnTopicList& own) {
    for (std::string& topic : topics) {
        if (is_offered(own, topic)) continue;
        const auto next = std::ranges::find_if(usual, [&](const std::string& one) { return !base::holds(topics, one); });
        topic = next == usual.end() ? "" : *next;
    }
    std::erase(topics, "");
    return topics;
}

}  // namespace

// Shared ones alone: a topic of one's own that is added, named anew or hidden moves no button. One gets a button where an
// administrator gives it one.
std::vector<std::string> usual_desk_topics(const Service& service, const http::Tenant& tenant) {
    const auto own = service.own_topics.of(tenant.id);
    std::vector<std::string> topics;
    const auto add = [&](const std::string& topic) {
        if (topics.size() < tiles_shown && is_offered(*own, topic)) base::add_once(topics, topic);
    };
    for (const char* topic : usual_topics) add(topic);
    for (const taxonomy::Term& term : taxonomy::terms(taxonomy::List::topic)) add(term.key);
    return topics;
}

std::vector<std::string> desk_topics(const Service& service, const http::Tenant& tenant, std::string_view place) {
    auto usual = usual_desk_topics(service, tenant);
    const auto chosen = desk_settings(service, tenant.id, place).buttons;
    if (chosen.empty()) return usual;
    return with_gaps_filled(chosen, usual, *service.own_topics.of(tenant.id));
}

std::vector<std::string> Inquiries::desk_topics(const http::Tenant& tenant, std::string_view place) const {
    return inquiries::desk_topics(*implementation_, tenant, place);
}

std::string beginnings_of_numbers(const taxonomy::OwnTopicList& own) {
    std::vector<std::string> beginnings;
    for (const taxonomy::OwnTopic& topic : own) {
        const auto point = topic.code.find('.');
        if (!topic.hidden && point != std::string::npos) base::add_once(beginnings, topic.code.substr(0, point));
    }
    return base::joined(beginnings, " ");
}

namespace {

/// Those whose number in the municipality's own list is what was typed, else those whose number begins so: "5.50", "5.".
std::vector<DeskTopic> topics_numbered(std::string_view typed, const taxonomy::OwnTopicList& own) {
    const auto number = base::trim(typed);
    std::vector<DeskTopic> same, begun;
    for (const taxonomy::OwnTopic& topic : own) {
        if (topic.hidden || topic.code.empty() || number.empty() || !topic.code.starts_with(number)) continue;
        auto& found = topic.code == number ? same : begun;
        if (found.size() < most_found) found.push_back({topic.key, topic.label});
    }
    return same.empty() ? begun : same;
}

}  // namespace

std::vector<DeskTopic> topics_found(const referral::SearchAnswer& answer, const taxonomy::OwnTopicList& own,
                                    const i18n::Translator& translator) {
    if (auto numbered = topics_numbered(answer.query, own); !numbered.empty()) return numbered;
    const auto typed = folded_words(answer.corrected.empty() ? answer.query : answer.corrected);
    if (typed.empty() || (typed.size() == 1 && typed.front().size() < shortest_typed)) return {};
    auto found = candidates(typed, answer, own, translator);
    std::ranges::stable_sort(found, {}, [&](const Candidate& one) {
        return std::pair(one.rank, place_among(answer.topics, one));
    });
    std::vector<DeskTopic> topics;
    for (const Candidate& one : found) {
        if (topics.size() < most_found) topics.push_back({one.key, one.label});
    }
    return topics;
}

}  // namespace digilots::inquiries
