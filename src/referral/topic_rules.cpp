#include "referral/topic_rules.h"

#include <algorithm>

#include "platform/register/through.h"

namespace digilots::referral {

bool is_usually_simple(std::string_view topic) {
    static constexpr std::string_view simple[] = {"print", "scan",     "copy",         "attachments", "e_id",
                                                  "tablet", "password", "digital_mail", "wifi",        "tax"};
    return std::ranges::find(simple, topic) != std::end(simple);
}

namespace {

using register_::Choice, register_::Choices, register_::Surroundings;

constexpr std::size_t longest_rule = 1000, most_rules = 200;

Choices topics_here(const taxonomy::OwnTopics& own_topics) {
    return [&own_topics](const Surroundings& around) {
        std::vector<Choice> choices;
        for (const auto held = own_topics.of(around.municipality_id); const auto& own : *held)
            choices.push_back({.key = own.key, .label = own.label, .is_offered = !own.hidden});
        for (auto& shared : taxonomy::grouped_topics(around)) choices.push_back(std::move(shared));
        return choices;
    };
}

std::vector<Choice> bodies(const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto& term : taxonomy::terms(taxonomy::List::body))
        choices.push_back({.key = term.key, .label = around.t(term.label)});
    return choices;
}

/// Those for staff only too: they are whom a desk hands over to.
Choices contacts_here(const directory::Directory& directory) {
    return [&directory](const Surroundings& around) {
        std::vector<Choice> choices;
        for (const auto held = directory.snapshot(around.municipality_id); const auto& contact : held->contacts)
            choices.push_back({.key = contact.id,
                               .label = contact.title,
                               .is_offered = contact.status != directory::Status::closed});
        return choices;
    };
}

std::vector<Choice> ways_to_handle(const Surroundings& around) {
    return {{.key = "here", .label = around.t(TEXT("Handle it here"))},
            {.key = "hand_over", .label = around.t(TEXT("Hand it over"))},
            {.key = "both", .label = around.t(TEXT("Help a little here, then hand over"))}};
}

std::vector<Choice> ways_it_fits(const Surroundings& around) {
    return {{.key = "simple", .label = around.t(TEXT("A simple matter: drop-in"))},
            {.key = "longer", .label = around.t(TEXT("It takes longer: a booked time or a course"))}};
}

void check_rule(const register_::Checked& checked, register_::Problems& problems) {
    const auto& record = checked.record;
    const auto topic = record.text("topic"), body = record.text("body");
    if (topic.empty() && body.empty()) {
        problems.push_back({"topic", TEXT("Choose the topic, or whose question it is, or both.")});
        return;
    }
    const bool is_twice = std::ranges::any_of(checked.others, [&](const register_::Record& other) {
        return other.text("topic") == topic && other.text("body") == body;
    });
    if (is_twice) problems.push_back({"topic", TEXT("There is a rule for this already. Change that one.")});
}

}  // namespace

register_::Register rule_register(const directory::Directory& directory, const taxonomy::OwnTopics& own_topics) {
    using namespace register_;
    return {.key = "topic_rule",
            .table = "referral_rule",
            .names = {TEXT("What we do with a topic"), TEXT("Rule for a topic")},
            .see = http::Role::guide,
            .change = http::Role::editor,
            .path = "/staff/topic-rules",
            .fields = {term("topic", TEXT("Topic"), topics_here(own_topics))
                           .listed()
                           .when_none(TEXT("Any topic"))
                           .hint(TEXT("Needed, unless it is chosen below whose question it is.")),
                       term("body", TEXT("Whose question it is"), bodies)
                           .listed()
                           .when_none(TEXT("Anybody's"))
                           .hint(TEXT("For authorities that cannot be met at an office here: then the rule stands with all "
                                      "that is theirs.")),
                       term("handling", TEXT("What is done"), ways_to_handle).required().listed().usually("here"),
                       long_text("rule", TEXT("When, and how"), longest_rule)
                           .required()
                           .hint(TEXT("In plain words, as one says it to a new colleague: what we help with, when it goes to "
                                      "somebody else, and to whom."))
                           .when_missing(TEXT("Write in plain words when it is handled here and when not.")),
                       term("contact", TEXT("Handed over to"), contacts_here(directory))
                           .listed()
                           .when_none(TEXT("Nobody in particular"))
                           .hint(TEXT("The officer or desk that is ours for it. The desk sees phone and hours, and refers with "
                                      "one press.")),
                       unit_through({{"contact", "directory.unit_of_contact"}}),
                       term("fits", TEXT("How residents come with it"), ways_it_fits)
                           .listed()
                           .when_none(TEXT("Not said"))
                           .hint(TEXT("Their search then leads to drop-in that is on now or next, or to a time to book.")),
                       flag("needs_skill", TEXT("The contact itself may demand digital skill: help with making it"))},
            .rules = check_rule,
            .size = Size::few,
            .adding = Adding::on_a_page,
            .at_most = most_rules,
            .endings = Endings::removed,
            .remove = http::Role::editor,
            .kept = kept_rules,
            .words = {.about = TEXT("Whether the desk handles a topic or hands it over, to whom and when. The desk shows the "
                                    "rule as soon as the topic is chosen or found."),
                      .caption = TEXT("Rules, in the order in which they are shown"),
                      .empty = TEXT("There are no rules yet. Begin with what new colleagues ask about most."),
                      .add = TEXT("Add a rule"),
                      .change = TEXT("Change a rule"),
                      .save = TEXT("Save the rule"),
                      .added = TEXT("The rule is added. The desk shows it at once."),
                      .saved = TEXT("The rule is saved."),
                      .remove = TEXT("Delete the rule"),
                      .deleted = TEXT("The rule is deleted.")}};
}

TopicRule rule_of(const register_::Record& record) {
    return {record.id,           record.text("topic"),   record.text("body"),       record.text("handling"),
            record.text("rule"), record.text("contact"), record.flag("needs_skill"), record.text("fits")};
}

}  // namespace digilots::referral
