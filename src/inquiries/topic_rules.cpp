#include "inquiries/topic_rules.h"

#include <algorithm>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_hits.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

using referral::TopicRule;

/// A rule of a shared topic holds for own ones below it that have none of their own.
std::vector<std::string> topics_of_rule(const TopicRule& rule, const referral::TopicRules& all,
                                        const taxonomy::OwnTopicList& own) {
    if (rule.topic.empty()) return {};
    std::vector<std::string> topics{rule.topic};
    for (const auto& topic : own) {
        const bool has_own = base::find_in(all, topic.key, &TopicRule::topic) != nullptr;
        if (topic.maps_to == rule.topic && !has_own) topics.push_back(topic.key);
    }
    return topics;
}

/// Topics that are the rule's body's by themselves: who asks about migration asks Migrationsverket.
std::vector<std::string> topics_of_body(const TopicRule& rule, const taxonomy::OwnTopicList& own) {
    std::vector<std::string> topics;
    if (rule.body.empty()) return topics;
    for (const auto& term : taxonomy::terms(taxonomy::List::topic))
        if (taxonomy::body_of_topic(term.key) == rule.body) topics.push_back(term.key);
    for (const auto& topic : own)
        if (taxonomy::body_of_topic(topic.maps_to) == rule.body) topics.push_back(topic.key);
    return topics;
}

std::string title_of_rule(const TopicRule& rule, const taxonomy::OwnTopicList& own, const i18n::Translator& translator) {
    const auto topic = rule.topic.empty() ? "" : taxonomy::topic_label(own, rule.topic, translator);
    const auto body = rule.body.empty() ? "" : taxonomy::label(taxonomy::List::body, rule.body, translator);
    return topic + (topic.empty() || body.empty() ? "" : ", ") + body;
}

std::string handling_in_words(const std::string& handling, const html::Page& page) {
    if (handling == "hand_over") return page.t(TEXT("Hand it over"));
    return handling == "both" ? page.t(TEXT("Help a little here, then hand over")) : page.t(TEXT("Handle it here"));
}

void add_contact(RuleShown& shown, const TopicRule& rule, const Pages& pages, const html::Page& page) {
    if (rule.contact.empty()) return;
    const auto target = "contact:" + rule.contact;
    const auto hit =
        pages.referral.find(*page.request().tenant, target, page.translator(), directory::Audience::staff);
    if (!hit) return;
    shown.contact = hit->title;
    shown.contact_url = page.url(hit->url);
    shown.phone = hit->phone;
    shown.has_open = hit->open.now != directory::Openness::unknown;
    shown.open = open_badge_of(hit->open, page, Inside::service(pages.inquiries).clock.now());
    if (!hit->offered) return;
    shown.target = target;
    shown.topic = rule.topic;
    shown.body = rule.body;
    shown.refers = page.t(TEXT("Refers to {target}"), {{"target", hit->title}});
}

RuleShown shown_rule(const TopicRule& rule, const referral::TopicRules& all, const Pages& pages, const html::Page& page) {
    const auto own = Inside::service(pages.inquiries).own_topics.of(page.request().tenant->id);
    RuleShown shown;
    shown.topics = base::joined(topics_of_rule(rule, all, *own), " ");
    shown.bodies = rule.body;
    auto of_body = topics_of_body(rule, *own);
    // Half of all topics are the municipality's: a rule for one of them is not one for the others.
    if (rule.body == "municipality" && !rule.topic.empty())
        std::erase_if(of_body, [&](const std::string& topic) { return !base::holds(topics_of_rule(rule, all, *own), topic); });
    shown.topics_of_body = base::joined(of_body, " ");
    shown.title = title_of_rule(rule, *own, page.translator());
    shown.handling = handling_in_words(rule.handling, page);
    shown.text = rule.rule;
    shown.needs_skill = rule.needs_skill;
    add_contact(shown, rule, pages, page);
    return shown;
}

/// With topics of care stands who answers about it, as a rule that nobody has to write.
RuleShown rule_of_care(const Pages& pages, const html::Page& page) {
    const auto own = Inside::service(pages.inquiries).own_topics.of(page.request().tenant->id);
    RuleShown shown;
    std::vector<std::string> topics{"health", "e_health"};
    for (const auto& topic : *own)
        if (topic.maps_to == "health" || topic.maps_to == "e_health") topics.push_back(topic.key);
    shown.topics = base::joined(topics, " ");
    shown.title = taxonomy::label(taxonomy::List::topic, "e_health", page.translator());
    shown.handling = handling_in_words("both", page);
    shown.text = referral::Referral::way_to_health_care(*page.request().tenant, page.translator());
    return shown;
}

/// With fraud stands whom to ring first, however one came to the topic.
RuleShown rule_of_fraud(const Pages& pages, const html::Page& page) {
    constexpr std::string_view fraud = "online_safety";
    const auto own = Inside::service(pages.inquiries).own_topics.of(page.request().tenant->id);
    RuleShown shown;
    std::vector<std::string> topics{std::string(fraud)};
    for (const auto& topic : *own)
        if (topic.maps_to == fraud) topics.push_back(topic.key);
    shown.topics = base::joined(topics, " ");
    for (auto& danger : referral::all_dangers(page.request().tenant->country, page.translator())) {
        if (danger.kind != referral::DangerKind::suspected_fraud) continue;
        shown.title = danger.title;
        shown.text = danger.advice;
        for (auto& [number, name, about] : danger.numbers) shown.numbers.push_back({number, name, about});
    }
    return shown;
}

bool is_one_of(const std::string& keys, const std::vector<std::string>& topics) {
    const auto listed = base::separated(keys, ' ');
    return std::ranges::any_of(topics, [&](const auto& one) { return base::holds(listed, one); });
}

/// Its topic and its body, or, where nobody is said to be the body, a topic that is that body's by itself (desk.js does the
/// same).
bool stands_with(const RuleShown& shown, const std::vector<std::string>& topics, std::string_view body) {
    const bool is_the_bodys = is_one_of(shown.topics_of_body, topics);
    const bool is_topic = shown.topics.empty() || is_one_of(shown.topics, topics) || is_the_bodys;
    return is_topic && (shown.bodies.empty() || shown.bodies == body || (body.empty() && is_the_bodys));
}

}  // namespace

std::vector<RuleShown> rules_for_form(const Pages& pages, const html::Page& page, const Inquiry& inquiry, bool may_refer) {
    const auto all = pages.referral.topic_rules(page.request().tenant->id);
    std::vector<RuleShown> rules;
    for (const TopicRule& rule : *all) {
        rules.push_back(shown_rule(rule, *all, pages, page));
        rules.back().is_shown = stands_with(rules.back(), inquiry.topics, inquiry.body);
        if (!may_refer) rules.back().target.clear();
    }
    for (auto* rule : {rule_of_care, rule_of_fraud}) {
        rules.push_back(rule(pages, page));
        rules.back().is_shown = stands_with(rules.back(), inquiry.topics, inquiry.body);
    }
    return rules;
}

std::vector<RuleShown> rules_for_topics(const Pages& pages, const html::Page& page, const std::vector<std::string>& topics) {
    const auto all = pages.referral.topic_rules(page.request().tenant->id);
    std::vector<RuleShown> rules;
    if (auto fraud = rule_of_fraud(pages, page); is_one_of(fraud.topics, topics)) {
        fraud.is_shown = true;
        rules.push_back(std::move(fraud));
    }
    for (const TopicRule& rule : *all) {
        auto shown = shown_rule(rule, *all, pages, page);
        shown.is_shown = true;
        // What concerns a body is shown with its topic, where the rule names both, and with what is that body's by itself.
        const bool is_asked = !rule.topic.empty() && is_one_of(shown.topics, topics);
        if (!is_asked && !is_one_of(shown.topics_of_body, topics)) continue;
        // What was typed is what it is about.
        const auto stands_with_it = [&](const std::string& topic) {
            return is_one_of(shown.topics, {topic}) || is_one_of(shown.topics_of_body, {topic});
        };
        if (const auto asked = std::ranges::find_if(topics, stands_with_it); asked != topics.end()) shown.topic = *asked;
        rules.push_back(std::move(shown));
    }
    return rules;
}

std::string bodies_of_topics(const taxonomy::OwnTopicList& own) {
    std::vector<std::string> pairs;
    const auto add = [&](const std::string& key, std::string_view shared) {
        if (const auto body = taxonomy::body_of_topic(shared); !body.empty()) pairs.push_back(key + ":" + std::string(body));
    };
    for (const auto& term : taxonomy::terms(taxonomy::List::topic)) add(term.key, term.key);
    for (const auto& topic : own) add(topic.key, topic.maps_to);
    return base::joined(pairs, " ");
}

void fill_body(Inquiry& inquiry, const Service& service, const http::Tenant& tenant) {
    if (!inquiry.body.empty() || inquiry.topics.empty()) return;
    if (base::holds(fields_not_asked(service, tenant.id, inquiry.place), "body")) return;
    const auto* topic = taxonomy::shared_topic(*service.own_topics.of(tenant.id), inquiry.topics.front());
    if (topic) inquiry.body = taxonomy::body_of_topic(topic->key);
}

void take_body_of_rule(Inquiry& inquiry, std::string_view chosen, const Service& service, const http::Tenant& tenant) {
    const auto parts = base::split(chosen, ' ');
    if (parts.size() != 3 || !taxonomy::find(taxonomy::List::body, parts[2])) return;
    if (base::holds(fields_not_asked(service, tenant.id, inquiry.place), "body")) return;
    inquiry.body = parts[2];
    // A unit is one of the municipality's.
    if (inquiry.body != "municipality") inquiry.further.body_unit.clear();
}

}  // namespace digilots::inquiries
