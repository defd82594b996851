// Who answers for which topic: a table of topics by functions, with what nobody and what several answer for.
#include <algorithm>
#include <map>
#include <set>

#include "needs/pages.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/lists.h"
#include "platform/register/pages.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::needs {

namespace {

using html::components::Cell;

constexpr const char *answers_for_it = "answers", *nobody_answers = "nobody";

register_::Choices parts_of_responsibility() {
    return register_::fixed_terms({{answers_for_it, TEXT("Answers for it")},
                                   {"decides", TEXT("Decides")},
                                   {"helps", TEXT("Helps")},
                                   {nobody_answers, TEXT("Nobody answers for it")}});
}

/// What a function does in a topic, by both.
using Matrix = std::map<std::pair<std::string, std::string>, std::vector<std::string>>;

struct Responsibilities {
    Matrix parts;
    std::vector<std::string> functions;
    std::map<std::string, std::set<std::string>> answering;     // functions by topic
};

Responsibilities responsibilities_of(const Pages& pages, const std::string& municipality) {
    return pages.database.read([&](db::Connection& connection) {
        Responsibilities found;
        for (const auto row : connection.query(sql::responsibilities, municipality)) {
            const auto topic = row.text("topic"), function = row.text("function"), part = row.text("part");
            base::add_once(found.parts[{topic, function}], part);
            if (part != nobody_answers) base::add_once(found.functions, function);
            if (part == answers_for_it) found.answering[topic].insert(function);
        }
        return found;
    });
}

std::vector<register_::Choice> functions_here(const Pages& pages, const http::Request& request) {
    const auto& records = pages.kinds->responsibilities;
    const auto& links = records.others().links;
    const auto found = links.find("organisation.function");
    return found == links.end() ? std::vector<register_::Choice>{}
                                : found->second.choices(register_::around_of(records, request));
}

std::string name_of_function(const std::vector<register_::Choice>& known, const std::string& id, const html::Page& page) {
    const auto* found = base::find_in(known, id, &register_::Choice::key);
    return found == nullptr ? page.t("No function") : found->label;
}

std::string words_of_parts(const std::vector<std::string>& parts, const html::Page& page) {
    std::vector<std::string> words;
    for (const auto& part : parts) words.push_back(label_of(parts_of_responsibility(), part, page));
    return base::joined(words, ", ");
}

}  // namespace

register_::Register responsibility_register() {
    using namespace register_;
    return {.key = "responsibility",
            .table = "needs_responsibility",
            .names = {TEXT("Who answers for what"), TEXT("What a function answers for")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/needs/responsibilities",
            .above = {to_needs},
            .fields = {name_field(TEXT("What it is")).hint(TEXT("Such as: help with bank and e-ID")),
                       term("topic", TEXT("Topic"), taxonomy::topic_choices).required().listed().filter(),
                       function_field(TEXT("Function")).listed(),
                       term("part", TEXT("Its part"), parts_of_responsibility()).usually(answers_for_it).listed().filter(),
                       unit_field()},
            .rules = [](const Checked& checked, Problems& problems) { refuse_people(checked, problems, {"title"}); },
            .words = {.about = TEXT("One line for each topic and function. What nobody answers for, and what several do, "
                                    "stands in the table of all."),
                      .caption = TEXT("Responsibilities"),
                      .empty = TEXT("Nothing is said yet."),
                      .add = TEXT("Say who answers for something")}};
}

http::Response responsibility_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("Topics by function"));
    const auto found = responsibilities_of(pages, request.tenant->id);
    const auto known = functions_here(pages, request);
    ResponsibilityView view{.add_url = page.tenant_url("/staff/needs/responsibilities/new"),
                            .list_url = page.tenant_url("/staff/needs/responsibilities")};
    view.table = {.caption = page.t("Which function has which part in which topic"), .columns = {{page.t("Topic")}}};
    for (const auto& function : found.functions) view.table.columns.push_back({name_of_function(known, function, page)});
    for (const auto& topic : taxonomy::terms(taxonomy::List::topic)) {
        const auto is_of_it = [&](const auto& one) { return one.first.first == topic.key; };
        const auto is_below = [&](const auto& one) {
            const auto* below = taxonomy::find(taxonomy::List::topic, one.first.first);
            return below != nullptr && below->parent == topic.key;
        };
        if (!topic.parent.empty() && std::ranges::none_of(found.parts, is_of_it)) continue;
        const auto label = page.t(topic.label);
        std::vector<Cell> cells{{.text = label}};
        for (const auto& function : found.functions) {
            const auto parts = found.parts.find({topic.key, function});
            cells.push_back({.text = parts == found.parts.end() ? "–" : words_of_parts(parts->second, page)});
        }
        view.table.rows.push_back(std::move(cells));
        const auto answering = found.answering.find(topic.key);
        if (answering == found.answering.end()) {
            // Where nothing is said at all, it is unknown who answers for it.
            if (std::ranges::any_of(found.parts, is_of_it)) view.gaps.push_back(label);
            else if (std::ranges::none_of(found.parts, is_below)) view.unsaid.push_back(label);
        } else if (answering->second.size() > 1) {
            std::vector<std::string> names;
            for (const auto& function : answering->second) names.push_back(name_of_function(known, function, page));
            view.overlaps.push_back(label + ": " + base::joined(names, ", "));
        }
    }
    return html::render_page(page, templates::responsibility_page(view, page));
}

}  // namespace digilots::needs
