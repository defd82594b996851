#include "inquiries/helper_rules.h"

#include <algorithm>

namespace digilots::inquiries {

std::vector<std::string> helper_rules(const i18n::Translator& translator) {
    return {translator.t("The resident holds the device and does everything themselves."),
            translator.t("Never write down or remember codes and passwords."),
            translator.t("Look away when codes are typed. Take no pictures of the screen."),
            translator.t("Sit apart where nobody else sees or hears."),
            translator.t("Log only what kind of question it was, nothing about the person.")};
}

bool any_sensitive(const std::vector<std::string>& topics, const taxonomy::OwnTopicList& own) {
    return std::ranges::any_of(topics, [&](const std::string& topic) {
        const taxonomy::Term* term = taxonomy::shared_topic(own, topic);
        return term && term->sensitive;
    });
}

std::string sensitive_ones(const taxonomy::OwnTopicList& own) {
    std::string keys;
    const auto add = [&](const std::string& key, bool is_sensitive) {
        if (is_sensitive) keys += (keys.empty() ? "" : " ") + key;
    };
    for (const taxonomy::Term& term : taxonomy::terms(taxonomy::List::topic)) add(term.key, term.sensitive);
    for (const taxonomy::OwnTopic& topic : own) add(topic.key, any_sensitive({topic.key}, own));
    return keys;
}

}  // namespace digilots::inquiries
