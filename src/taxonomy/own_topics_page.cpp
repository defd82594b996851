#include "taxonomy/own_topics_page.h"

#include <algorithm>
#include <charconv>

#include "platform/base/text.h"
#include "platform/html/error_page.h"
#include "platform/i18n/translator.h"
#include "taxonomy/own_topics_view.h"
#include "taxonomy/templates.h"

namespace digilots::taxonomy {

namespace {

using html::components::Cell;
using html::components::Field;

const std::string address = "/staff/settings/topics";

html::Page staff_page(const http::Request& request) {
    html::Page page(request);
    page.staff = true;
    page.indexable = false;
    return page;
}

OwnTopic read_topic(const http::Request& request) {
    OwnTopic topic;
    topic.label = base::clean(request.form.get("label"));
    topic.maps_to = base::clean(request.form.get("maps_to"));
    for (const auto line : base::split(request.form.get("words"), '\n')) {
        if (auto word = base::clean(line); !word.empty()) topic.words.push_back(std::move(word));
    }
    topic.hidden = request.form.has("hidden");
    return topic;
}

void add_error(html::FormErrors& errors, OwnTopicProblem problem, const html::Page& page) {
    switch (problem) {
        case OwnTopicProblem::label_missing: return errors.add("label", page.t("Write what the topic is called."));
        case OwnTopicProblem::label_too_long:
            return errors.add("label", page.t("Write a shorter name: at most 60 characters."));
        case OwnTopicProblem::label_taken: return errors.add("label", page.t("There is already a topic with this name."));
        case OwnTopicProblem::no_shared_topic:
            return errors.add("maps_to", page.t("Choose the shared topic that it belongs to."));
        case OwnTopicProblem::too_many_words:
            return errors.add("words", page.t("Write at most 30 words, each at most 60 characters long."));
        case OwnTopicProblem::too_many:
            return errors.add("label", page.t("There are 50 topics already. Rename one that is not used."));
        case OwnTopicProblem::changed_meanwhile:
        case OwnTopicProblem::not_there: return errors.add("label", page.t("The topic is not there any more."));
    }
}

OwnTopicForm form_of(const OwnTopic& topic, const html::FormErrors& errors, const html::Page& page) {
    std::string words;
    for (const auto& word : topic.words) words += (words.empty() ? "" : "\n") + word;
    Field maps_to{.name = "maps_to", .label = page.t("Shared topic that it belongs to"),
                  .hint = page.t("A change holds for what is logged from now on.")};
    maps_to.options.push_back({"", page.t("Choose a topic"), topic.maps_to.empty()});
    for (const auto& term : terms(List::topic)) {
        const auto group = term.parent.empty() ? "" : label(List::topic, term.parent, page.translator()) + ": ";
        maps_to.options.push_back({term.key, group + page.t(term.label), term.key == topic.maps_to});
    }
    return {Field{.name = "label", .label = page.t("Name of the topic"), .value = topic.label,
                  .autocomplete = "off"}.with(errors),
            maps_to.with(errors),
            Field{.name = "words", .label = page.t("What people say for it"), .value = words,
                  .hint = page.t("One word or phrase a line. The search finds the topic by its name and by these."),
                  .optional = true}.with(errors)};
}

html::components::Table table_of(const OwnTopicList& own, const html::Page& page) {
    html::components::Table table;
    table.caption = page.t("Your own topics, in the order in which the desk shows them");
    for (const i18n::Text title : {TEXT("Topic"), TEXT("Belongs to"), TEXT("Shown")}) table.columns.push_back({page.t(title)});
    table.empty = page.t("There are no topics of your own yet.");
    for (const auto& topic : own) {
        table.rows.push_back({Cell{.text = topic.label, .url = page.tenant_url(address + "/" + topic.key)},
                              Cell{.text = label(List::topic, topic.maps_to, page.translator())},
                              Cell{.text = topic.hidden ? page.t("Hidden") : page.t("Shown")}});
    }
    return table;
}

http::Response show_list(const http::Request& request, const OwnTopics& own_topics, const OwnTopic& typed,
                         html::FormErrors errors) {
    auto page = staff_page(request);
    page.title = page.t("Your own topics");
    page.breadcrumbs = {{page.t("Settings"), page.tenant_url("/staff/settings")}, {page.title, ""}};
    OwnTopicsView view;
    view.errors = std::move(errors);
    view.topics = table_of(*own_topics.of(request.tenant->id), page);
    view.form = form_of(typed, view.errors, page);
    if (request.query.has("added")) view.done = page.t("The topic is added. The desk shows it at once.");
    if (request.query.has("saved")) view.done = page.t("The topic is saved.");
    return html::render_page(page, templates::own_topics_page(view, page), view.errors.empty() ? 200 : 422);
}

http::Response show_one(const http::Request& request, const OwnTopicList& own, const OwnTopic& topic, std::size_t position,
                        html::FormErrors errors) {
    auto page = staff_page(request);
    page.title = page.t("Change a topic");
    page.breadcrumbs = {{page.t("Settings"), page.tenant_url("/staff/settings")},
                        {page.t("Your own topics"), page.tenant_url(address)}, {page.title, ""}};
    OwnTopicView view;
    view.errors = std::move(errors);
    view.form = form_of(topic, view.errors, page);
    view.position = Field{.name = "position", .label = page.t("Place in the order")};
    for (std::size_t i = 0; i < own.size(); ++i) {
        view.position.options.push_back({std::to_string(i + 1), std::to_string(i + 1), i == position});
    }
    view.hidden = Field{.name = "hidden", .label = page.t("Hide the topic"),
                        .hint = page.t("It is no longer offered. What was logged with it stays, in the figures too."),
                        .checked = topic.hidden};
    view.url = page.tenant_url(address + "/" + topic.key);
    view.key = topic.key;
    if (const auto* stored = find_own(own, topic.key))
        view.seen = mark_of(*stored, static_cast<std::size_t>(stored - own.data()));
    return html::render_page(page, templates::own_topic_page(view, page), view.errors.empty() ? 200 : 422);
}

std::size_t read_position(std::string_view text) {
    std::size_t position = 0;
    std::from_chars(text.data(), text.data() + text.size(), position);
    return position == 0 ? 0 : position - 1;
}

}  // namespace

http::Response own_topics_page(const http::Request& request, const OwnTopics& own_topics) {
    return show_list(request, own_topics, {}, {});
}

http::Response add_own_topic(const http::Request& request, OwnTopics& own_topics) {
    const html::Page page(request);
    const auto typed = read_topic(request);
    const auto added = own_topics.add(request.tenant->id, typed, request.identity->account_id);
    if (added) return http::see_other(page.tenant_url(address + "?added=1"));
    html::FormErrors errors;
    add_error(errors, added.error(), page);
    return show_list(request, own_topics, typed, std::move(errors));
}

http::Response own_topic_page(const http::Request& request, const OwnTopics& own_topics) {
    const auto own = own_topics.of(request.tenant->id);
    const auto* topic = find_own(*own, request.parameter("key"));
    if (!topic) return html::error_page(request, 404);
    return show_one(request, *own, *topic, static_cast<std::size_t>(topic - own->data()), {});
}

http::Response change_own_topic(const http::Request& request, OwnTopics& own_topics) {
    const html::Page page(request);
    const auto own = own_topics.of(request.tenant->id);
    if (!find_own(*own, request.parameter("key"))) return html::error_page(request, 404);
    auto typed = read_topic(request);
    typed.key = request.parameter("key");
    const auto position = read_position(request.form.get("position"));
    const auto changed = own_topics.change(request.tenant->id, typed, position, request.identity->account_id,
                                           base::Seen::mark(request.form.get("seen")));
    if (changed) return http::see_other(page.tenant_url(address + "?saved=1"));
    if (changed.error() == OwnTopicProblem::changed_meanwhile) return http::changed_meanwhile("topic:" + typed.key);
    html::FormErrors errors;
    add_error(errors, changed.error(), page);
    return show_one(request, *own, typed, position, std::move(errors));
}

}  // namespace digilots::taxonomy
