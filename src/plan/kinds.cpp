#include "plan/kinds.h"

#include <utility>

#include "plan/changes.h"
#include "plan/phases.h"
#include "plan/sql.h"

namespace digilots::plan {

namespace {

using register_::Choice, register_::LinkSource, register_::Others, register_::Record, register_::Records,
    register_::Surroundings;

std::int64_t number_below(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    return connection.query(sql::number_below, municipality_id, id)[0].integer("number");
}

std::int64_t number_beside(db::Connection& connection, std::string_view municipality_id, std::string_view id) {
    return connection.query(sql::number_beside, municipality_id, id)[0].integer("number");
}

constexpr std::size_t most_in_a_list = 70;

/// Those in their place in the tree, by their whole code; where there are more than a list has room for, activities are typed.
std::vector<Choice> choices_of(const Plan& plan) {
    const auto& all = plan.placed();
    const auto in_list = folded(all, most_in_a_list);
    std::vector<Choice> choices;
    auto next = in_list.begin();
    for (const auto& placed : all) {
        const bool is_in_list = next != in_list.end() && next->node == placed.node;
        if (is_in_list) ++next;
        choices.push_back({.key = placed.node->id, .label = plan.name_of(*placed.node), .is_offered = is_in_list});
        const bool is_coded = !placed.node->code.empty() && placed.node->kind >= Kind::project;
        choices.back().typed = is_coded ? plan.whole_code(*placed.node) : choices.back().label;
    }
    return choices;
}

LinkSource parts_to_choose(const Kinds& kinds) {
    return {.choices =
                [&kinds](const Surroundings& around) { return choices_of(*kinds.kept.of(around.municipality_id)); },
            .path = "/staff/plan/",
            .is_there = [](db::Connection& connection, std::string_view municipality_id, std::string_view id) {
                return !connection.query(sql::node_above, municipality_id, id).empty();
            }};
}

Others with_parts(const Kinds& kinds, const Others& others) {
    auto found = others;
    found.links["plan.node"] = parts_to_choose(kinds);
    return found;
}

LinkSource documents_to_choose(const Kinds& kinds) {
    return {.choices =
                [&kinds](const Surroundings& around) {
                    std::vector<Choice> choices;
                    const auto plan = kinds.kept.of(around.municipality_id);
                    for (const auto& one : plan->documents()) choices.push_back({.key = one.id, .label = one.title});
                    return choices;
                },
            .path = "/staff/plan/documents/",
            .is_there = [](db::Connection& connection, std::string_view municipality_id, std::string_view id) {
                return !connection.query(sql::document_there, municipality_id, id).empty();
            }};
}

/// Milestones and what else stands here beside a part, and what other slices have that names it.
std::int64_t number_named(const Kinds& kinds, db::Connection& connection, std::string_view municipality_id,
                          std::string_view id) {
    const auto& named = kinds.neighbours.named;
    return number_beside(connection, municipality_id, id) + (named ? named(connection, municipality_id, id) : 0);
}

std::vector<std::string> part_holds(const Kinds& kinds, const Record& part, const html::Page& page) {
    std::vector<std::string> words;
    kinds.database.read([&](db::Connection& connection) {
        const auto& municipality = page.request().tenant->id;
        const auto below = number_below(connection, municipality, part.id);
        const auto beside = number_named(kinds, connection, municipality, part.id);
        if (below > 0) words.push_back(page.tn("{n} part below it", "{n} parts below it", below));
        if (beside > 0) words.push_back(page.tn("{n} record that names it", "{n} records that name it", beside));
    });
    return words;
}

/// How it stands, what is below it, how it is moved: on the page of its own.
register_::More more_of_part(const Record& part, const html::Page& page) {
    return {.links = {{page.t("How it stands, and what belongs to it"), page.tenant_url("/staff/plan/" + part.id)}}};
}

register_::More more_of_document(const Record& document, const html::Page& page) {
    register_::More more;
    const auto path = page.tenant_url("/staff/plan/documents/" + document.id + "/document");
    more.links = {{page.t("Read it, print it"), path},
                  {page.t("Its part of the plan"), page.tenant_url("/staff/plan/" + document.text("node"))}};
    const auto* kind = find_document_kind(document.text("kind"));
    for (std::size_t at = 0; at < most_sections; ++at) {
        const bool is_asked = kind && at < kind->headings.size();
        auto& hint = more.hints["section_" + std::to_string(at + 1)];
        hint = is_asked ? page.t(kind->headings[at]) : page.t("This template has no such section. Leave it empty.");
        if (is_asked && document.flag("is_short")) hint += ". " + page.t("Short form: two or three sentences are enough.");
    }
    return more;
}

Others of_parts(const Kinds& kinds, const Others& others) {
    auto found = with_parts(kinds, others);
    found.holds = [&kinds](const Record& part, const html::Page& page) { return part_holds(kinds, part, page); };
    found.is_held = [&kinds](db::Connection& connection, std::string_view municipality_id, std::string_view id) {
        return number_below(connection, municipality_id, id) + number_named(kinds, connection, municipality_id, id) > 0;
    };
    found.more = more_of_part;
    return found;
}

std::int64_t number_of_comments(db::Connection& connection, std::string_view municipality_id, std::string_view document) {
    return connection.query(sql::number_of_comments, municipality_id, document)[0].integer("number");
}

Others of_documents(const Kinds& kinds, const Others& others) {
    auto found = with_parts(kinds, others);
    found.more = more_of_document;
    found.holds = [&kinds](const Record& document, const html::Page& page) {
        const auto number = kinds.database.read([&](db::Connection& connection) {
            return number_of_comments(connection, page.request().tenant->id, document.id);
        });
        return number > 0 ? std::vector{page.tn("{n} comment on it", "{n} comments on it", number)} : std::vector<std::string>{};
    };
    found.is_held = [](db::Connection& connection, std::string_view municipality_id, std::string_view id) {
        return number_of_comments(connection, municipality_id, id) > 0;
    };
    return found;
}

Others of_comments(const Kinds& kinds, const Others& others) {
    auto found = with_parts(kinds, others);
    found.links["plan.document"] = documents_to_choose(kinds);
    found.more = [](const Record& comment, const html::Page& page) {
        register_::More more;
        if (const auto document = comment.text("document"); !document.empty())
            more.links.push_back(
                {page.t("The document that it is about"), page.tenant_url("/staff/plan/documents/" + document + "/document")});
        more.links.push_back({page.t("Its part of the plan"), page.tenant_url("/staff/plan/" + comment.text("node"))});
        return more;
    };
    return found;
}

}  // namespace

Kinds::Kinds(db::Database& opened, const base::Clock& time, Neighbours known)
    : database(opened),
      clock(time),
      neighbours(std::move(known)),
      nodes(told_in_feed(node_register(*this)), opened, time, of_parts(*this, neighbours.others)),
      dependencies(told_in_feed(dependency_register()), opened, time, with_parts(*this, neighbours.others)),
      milestones(told_in_feed(milestone_register()), opened, time, with_parts(*this, neighbours.others)),
      criteria(told_in_feed(criterion_register()), opened, time, with_parts(*this, neighbours.others)),
      documents(told_in_feed(document_register()), opened, time, of_documents(*this, neighbours.others)),
      comments(told_in_feed(comment_register()), opened, time, of_comments(*this, neighbours.others)),
      required(required_register(), opened, time, neighbours.others),
      kept(
          time,
          [this](std::string_view id, kept::Stamp& stamp) { stamp.take(neighbours.versions.of(kept_plan, id)); },
          [this](std::string_view id) { return load_plan(*this, id); }) {}

std::vector<Records*> Kinds::all() {
    return {&nodes, &dependencies, &milestones, &criteria, &documents, &comments, &required};
}

Records* Kinds::find(std::string_view key) {
    for (auto* records : all())
        if (records->declaration().key == key) return records;
    return nullptr;
}

Surroundings Kinds::around(std::string_view municipality_id) const {
    // Comments link to all that the others link to, and to documents.
    return municipality::surroundings_of(neighbours.municipalities, comments, municipality_id, clock.now());
}

}  // namespace digilots::plan
