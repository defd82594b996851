// What belongs to parts of the plan: what they wait for, milestones, criteria for closing, documents.
#include <array>
#include <map>
#include <set>

#include "plan/kinds.h"
#include "plan/phases.h"
#include "plan/sql.h"
#include "plan/words.h"
#include "platform/base/text.h"
#include "platform/register/types.h"

namespace digilots::plan {

namespace {

using namespace register_;

constexpr std::int64_t most_milestones = 500;
constexpr int deepest_place = 20;

Field of_part(i18n::Text title) {
    return link("node", title, "plan.node")
        .required()
        .listed()
        .filter()
        .from_address("part")
        .when_missing(TEXT("Choose the part of the plan."));
}

const std::vector<std::pair<i18n::Text, std::string_view>> above_all{{TEXT("The plan"), "/staff/plan"}};

/// Whether `id` stands somewhere below `above`.
bool stands_below(const Writing& writing, std::string id, std::string_view above) {
    for (int depth = 0; depth < deepest_place && !id.empty(); ++depth) {
        const auto rows = writing.connection.query(sql::node_above, writing.around.municipality_id, id);
        id = rows.empty() ? std::string() : rows[0].text("parent");
        if (id == above) return true;
    }
    return false;
}

/// What waits never waits for itself, however long the way round is.
void check_waiting(const Writing& writing, const Record& record, Problems& problems) {
    const auto node = record.text("node");
    if (node == record.text("other")) {
        problems.push_back({"other", TEXT("A part does not wait for itself. Choose another.")});
        return;
    }
    if (record.text("kind") != "first") return;
    if (stands_below(writing, node, record.text("other")) || stands_below(writing, record.text("other"), node)) {
        problems.push_back(
            {"other", TEXT("One of them stands below the other: neither can wait for the other. Choose another.")});
        return;
    }
    std::multimap<std::string, std::string> waits;
    for (const auto row : writing.connection.query(sql::waiting, writing.around.municipality_id, record.id))
        waits.emplace(row.text("node"), row.text("other"));
    std::set<std::string> seen;
    std::vector<std::string> open{record.text("other")};
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        if (at == node) {
            problems.push_back({"other", TEXT("That one waits for this one already, by itself or by others. Choose another.")});
            return;
        }
        if (!seen.insert(at).second) continue;
        const auto [from, to] = waits.equal_range(at);
        for (auto next = from; next != to; ++next) open.push_back(next->second);
    }
}

void check_milestone(const Checked& checked, Problems& problems) {
    if (const auto done = checked.record.date("done_on"); done && *done > checked.around.today)
        problems.push_back({"done_on", TEXT("That day is still to come. What is reached has happened.")});
}

/// Asked once: what was to be delivered is nowhere.
void ask_about_deliverable(const Checked& checked, Problems& problems) {
    const auto& milestone = checked.record;
    const bool says_where = !milestone.text("deliverable").empty() || !milestone.text("deliverable_url").empty();
    if (milestone.date("done_on") && !milestone.text("deliverable_kind").empty() && !says_where)
        problems.push_back({"deliverable", TEXT("It is said to be reached, and nothing here says what was delivered. "
                                                "A file of it is added on its page.")});
}

void check_criterion(const Checked& checked, Problems& problems) {
    const auto& record = checked.record;
    const bool has_any = !record.text("exception_by").empty() || record.date("exception_on") ||
                         !record.text("exception_why").empty();
    if (!has_any) return;
    if (const auto day = record.date("exception_on"); day && *day > checked.around.today)
        problems.push_back({"exception_on", TEXT("That day is still to come: what is accepted has been accepted.")});
    if (record.text("exception_by").empty())
        problems.push_back({"exception_by", TEXT("Write which body or function accepted the exception.")});
    if (!record.date("exception_on")) problems.push_back({"exception_on", TEXT("Write on which day it was accepted.")});
    if (record.text("exception_why").empty()) problems.push_back({"exception_why", TEXT("Write why it was accepted.")});
}

/// Asked once: a short form that is not short.
void ask_about_length(const Checked& checked, Problems& problems) {
    constexpr std::size_t longest_short = 600;
    if (!checked.record.flag("is_short")) return;
    for (std::size_t at = 1; at <= most_sections; ++at) {
        const auto section = "section_" + std::to_string(at);
        if (base::length(checked.record.text(section)) > longest_short)
            problems.push_back({section, TEXT("That is long for a short form. Shorten it, or take the tick away.")});
    }
}

/// What is written stands under the headings that it was written for.
void hold_template(const Writing& writing, const Record& record, Problems& problems) {
    if (!writing.before || writing.before->text("kind") == record.text("kind")) return;
    for (std::size_t at = 1; at <= most_sections; ++at)
        if (!record.text("section_" + std::to_string(at)).empty()) {
            problems.push_back({"kind", TEXT("Sections are written under the headings of the template that it has. Begin another "
                                             "document for another template.")});
            return;
        }
}

/// Asked once: what counts as finished with empty sections.
void ask_about_sections(const Checked& checked, Problems& problems) {
    const auto* kind = find_document_kind(checked.record.text("kind"));
    if (!kind || !checked.record.date("finished_on")) return;
    std::int64_t empty = 0;
    for (std::size_t at = 0; at < kind->headings.size(); ++at)
        empty += checked.record.text("section_" + std::to_string(at + 1)).empty() ? 1 : 0;
    if (empty > 0)
        problems.push_back({"finished_on", TEXT("Sections in which nothing stands: {n}. Is it finished all the same?"), empty});
}

void ask_about_document(const Checked& checked, Problems& problems) {
    ask_about_length(checked, problems);
    ask_about_sections(checked, problems);
}

/// What has been closed keeps what it was closed by.
void check_closed(const Writing& writing, const Record& record, Problems& problems) {
    const auto rows = writing.connection.query(sql::node_above, writing.around.municipality_id, record.text("node"));
    if (rows.empty() || rows[0].text("closed_on").empty()) return;
    const bool is_met = !record.text("evidence").empty() || !record.text("evidence_url").empty() ||
                        !record.text("exception_why").empty();
    if (!is_met) problems.push_back({"evidence", TEXT("This part is closed. A criterion of it needs evidence or an exception.")});
}

}  // namespace

Register dependency_register() {
    return {.key = "plan_dependency",
            .table = "plan_dependency",
            .names = {TEXT("What waits for what"), TEXT("Dependency")},
            .path = "/staff/plan/dependencies",
            .above = above_all,
            .fields = {text("title", TEXT("Why")).required().listed().searched().sorted(),
                       of_part(TEXT("Which part")),
                       term("kind", TEXT("How it depends"),
                            fixed_terms({{"first", TEXT("Begins when the other is over")},
                                         {"beside", TEXT("May run beside the other")}}))
                           .usually("first")
                           .listed()
                           .filter(),
                       link("other", TEXT("The other part"), "plan.node")
                           .required()
                           .listed()
                           .when_missing(TEXT("Choose the other part.")),
                       stored("import_version", TEXT("Version of the import"), Storage::whole)},
            .together = check_waiting,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_plan,
            .words = {.caption = TEXT("Dependencies"),
                      .empty = TEXT("Nothing is said yet of what waits for what."),
                      .add = TEXT("Add a dependency")}};
}

Register milestone_register() {
    return {.key = "plan_milestone",
            .table = "plan_milestone",
            .names = {TEXT("Milestones"), TEXT("Milestone")},
            .path = "/staff/plan/milestones",
            .above = above_all,
            .fields = {text("title", TEXT("What is reached"), 300).required().listed().searched().sorted().not_asked_about(),
                       of_part(TEXT("Part of the plan")),
                       whole_number("number", TEXT("Number"), 1, most_milestones).listed(),
                       date("deadline", TEXT("Deadline")).listed(),
                       lines("responsible", TEXT("Responsible bodies"), {.lines = 30, .characters = 100})
                           .hint(TEXT("One a line.")),
                       lines("result_goals", TEXT("Result goals that it fulfils"), {.lines = 20, .characters = 5})
                           .hint(TEXT("By their numbers among the goals of its part, one a line, such as 4.")),
                       text("open_responsible", TEXT("And, in words")).hint(TEXT("As the source says it: all, others.")),
                       text("lead", TEXT("Who leads")).listed().not_asked_about().hint(
                           TEXT("One of the bodies. Empty where it is not known.")),
                       term("deliverable_kind", TEXT("Kind of deliverable"), fixed_terms(deliverable_terms()))
                           .section(TEXT("What is delivered")),
                       text("deliverable", TEXT("Deliverable"), 300).not_asked_about(),
                       web_address("deliverable_url", TEXT("Where the document stands")),
                       date("done_on", TEXT("Reached on")).listed(), long_text("note", TEXT("Note"), 2000),
                       stored("wording", TEXT("Whose words it is in")),
                       stored("import_version", TEXT("Version of the import"), Storage::whole)},
            .rules = check_milestone,
            .doubts = ask_about_deliverable,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .attachments = Attachments{},
            .kept = kept_plan,
            .words = {.caption = TEXT("Milestones"), .empty = TEXT("No milestone yet."), .add = TEXT("Add a milestone")}};
}

Register criterion_register() {
    return {.key = "plan_criterion",
            .table = "plan_criterion",
            .names = {TEXT("Criteria for closing"), TEXT("Criterion for closing")},
            .path = "/staff/plan/criteria",
            .above = above_all,
            .fields = {text("title", TEXT("What has to be there"), 300).required().listed().searched().sorted().not_asked_about(),
                       of_part(TEXT("Part of the plan")),
                       text("evidence", TEXT("What shows that it is there"), 300).listed().not_asked_about(),
                       web_address("evidence_url", TEXT("Where the document stands")),
                       text("exception_by", TEXT("Who accepted that it is not"))
                           .section(TEXT("Exception"), TEXT("Only where it is closed without. All three are needed."))
                           .hint(TEXT("Needed where it is closed without.")),
                       date("exception_on", TEXT("Accepted on")).hint(TEXT("Needed where it is closed without.")),
                       text("exception_why", TEXT("Why"), 500).hint(TEXT("Needed where it is closed without.")),
                       stored("wording", TEXT("Whose words it is in")),
                       stored("import_version", TEXT("Version of the import"), Storage::whole)},
            .rules = check_criterion,
            .together = check_closed,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .attachments = Attachments{},
            .kept = kept_plan,
            .words = {.about = 
                TEXT("A part is closed when each of its criteria has evidence, or an exception that was accepted."),
                      .caption = TEXT("Criteria for closing"),
                      .empty = TEXT("No criterion yet."),
                      .add = TEXT("Add a criterion")}};
}

Register document_register() {
    std::vector<Field> fields{text("title", TEXT("Name")).required().listed().searched().sorted().not_asked_about(),
                              of_part(TEXT("Part of the plan")),
                              term("kind", TEXT("Template"), fixed_terms(document_terms()))
                                  .required()
                                  .listed()
                                  .filter()
                                  .from_address("kind"),
                              flag("is_short", TEXT("Short form: a few sentences a section")).not_checked(),
                              date("finished_on", TEXT("Finished on"))
                                  .listed()
                                  .hint(TEXT("Empty while it is being written. Only what is finished counts."))};
    constexpr std::array titles{TEXT("Section 1"), TEXT("Section 2"), TEXT("Section 3"),
                                TEXT("Section 4"), TEXT("Section 5"), TEXT("Section 6")};
    constexpr std::array<std::string_view, most_sections> names{"section_1", "section_2", "section_3",
                                                                "section_4", "section_5", "section_6"};
    for (std::size_t at = 0; at < most_sections; ++at) {
        auto field = long_text(names[at], titles[at], 8000).only_when_changed();
        if (at == 0) field.section(TEXT("Sections"), TEXT("Short and concrete, fitted to the size of the project."));
        fields.push_back(std::move(field));
    }
    return {.key = "plan_document",
            .table = "plan_document",
            .names = {TEXT("Documents of the plan"), TEXT("Document of the plan")},
            .path = "/staff/plan/documents",
            .above = above_all,
            .fields = std::move(fields),
            .doubts = ask_about_document,
            .together = hold_template,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_plan,
            .words = {.about = TEXT("Pre-studies, inventories, project definitions: begin one, then fill in its sections."),
                      .caption = TEXT("Documents of the plan"),
                      .empty = TEXT("No document yet."),
                      .add = TEXT("Begin a document")}};
}

}  // namespace digilots::plan
