// Parts of the plan: what each is asked, and what no tree may hold.
#include <algorithm>

#include "plan/kinds.h"
#include "plan/sql.h"
#include "plan/tree_from_json.h"
#include "plan/words.h"
#include "platform/base/digits.h"
#include "platform/register/types.h"

namespace digilots::plan {

namespace {

using namespace register_;

constexpr std::size_t longest_code = 20, longest_sentence = 300;
constexpr int deepest_chain = 20;

/// A part has its place: below no part that is itself, below it, of its own kind or of a lower one.
void check_place(const Writing& writing, const Record& record, Problems& problems) {
    const auto kind = kind_called(record.text("kind"));
    auto parent = record.text("parent");
    for (int depth = 0; !parent.empty(); ++depth) {
        if (parent == record.id || depth > deepest_chain) {
            problems.push_back({"parent", TEXT("That part stands below this one itself. Choose another.")});
            return;
        }
        const auto rows = writing.connection.query(sql::node_above, writing.around.municipality_id, parent);
        if (rows.empty()) return;
        if (depth == 0 && kind && kind_called(rows[0].text("kind")).value_or(Kind::strategy) >= *kind)
            problems.push_back(
                {"parent", TEXT("A part stands below one of a higher kind: strategy, action plan, project, area, activity.")});
        parent = rows[0].text("parent");
    }
}

void check_kinds_below(const Writing& writing, const Record& record, Problems& problems) {
    const auto kind = kind_called(record.text("kind"));
    if (!writing.before || !kind || writing.before->text("kind") == record.text("kind")) return;
    for (const auto row : writing.connection.query(sql::kinds_below, writing.around.municipality_id, record.id))
        if (kind_called(row.text("kind")).value_or(Kind::activity) <= *kind) {
            problems.push_back({"kind", TEXT("Parts that stand below it are of this kind or a higher one. Move them first.")});
            return;
        }
}

void check_code(const Writing& writing, const Record& record, Problems& problems) {
    if (record.text("code").empty()) return;
    const auto rows = writing.connection.query(sql::same_code, writing.around.municipality_id, record.text("parent"),
                                               record.text("code"), record.id);
    if (!rows.empty())
        problems.push_back({"code", TEXT("Another part beside it has this code. A code is there once below its parent.")});
}

/// What has criteria is not done beside them.
void check_done(const Writing& writing, const Record& record, Problems& problems) {
    const bool was_done = writing.before && writing.before->date("done_on");
    if (!record.date("done_on") || was_done) return;
    if (!writing.connection.query(sql::open_criteria, writing.around.municipality_id, record.id).empty())
        problems.push_back({"done_on", TEXT("It has criteria that are not met. Say what shows that they are, or who accepted "
                                            "that they are not; then it can be done.")});
}

/// What is closed stays as it is, but for how long it is kept; it is opened again on a page of its own.
void check_open(const Writing& writing, const Record& record, Problems& problems) {
    if (!writing.before || !writing.before->date("closed_on") || !record.date("closed_on")) return;
    // A tick that nobody has set is none.
    const auto said = [](const Record& of, const std::string& column) {
        const auto text = of.as_text(column);
        return text == "0" ? std::string() : text;
    };
    const auto is_other = [&](const auto& column) {
        return column.first != "keep_until" && said(*writing.before, column.first) != said(record, column.first);
    };
    if (std::ranges::any_of(record.columns, is_other))
        problems.push_back({"title", TEXT("This part is closed. Open it again before you change it.")});
}

void check_together(const Writing& writing, const Record& record, Problems& problems) {
    check_open(writing, record, problems);
    check_place(writing, record, problems);
    check_kinds_below(writing, record, problems);
    check_code(writing, record, problems);
    check_done(writing, record, problems);
}

/// "4.4", "17.b"
bool is_target(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot > 2 || text.size() < dot + 2 || text.size() > dot + 3) return false;
    if (!std::ranges::all_of(text.substr(0, dot), [](char one) { return one >= '0' && one <= '9'; })) return false;
    return std::ranges::all_of(text.substr(dot + 1),
                               [](char one) { return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'd'); });
}

void check_node(const Checked& checked, Problems& problems) {
    const auto& record = checked.record;
    if (record.flag("goes_on") && record.date("ends"))
        problems.push_back({"ends", TEXT("What goes on has no last day. Take the day away, or the tick.")});
    const auto begun = record.date("begun_on"), done = record.date("done_on");
    if (begun && done && *done < *begun)
        problems.push_back({"done_on", TEXT("It is done before it was begun. Correct one of the days.")});
    for (const char* day : {"begun_on", "done_on"})
        if (const auto said = record.date(day); said && *said > checked.around.today)
            problems.push_back({day, TEXT("That day is still to come. What is begun and done has happened.")});
    const bool is_refused = std::ranges::find(problems, "targets", &register_::Problem::input) != problems.end();
    if (!is_refused && !std::ranges::all_of(record.list("targets"), is_target))
        problems.push_back({"targets", TEXT("Write targets by their numbers, one a line, such as 4.4.")});
}

/// Asked about, once: parts below it whose days lie outside of its own.
void ask_about_below(const Plan& plan, const Record& record, Problems& problems) {
    if (record.id.empty()) return;
    const auto starts = record.date("starts"), ends = record.date("ends");
    std::int64_t before = 0, after = 0;
    for (const auto* part : plan.below(record.id)) {
        before += starts && part->starts && *part->starts < *starts ? 1 : 0;
        after += ends && ((part->ends && *part->ends > *ends) || part->goes_on) ? 1 : 0;
    }
    if (before > 0) problems.push_back({"starts", TEXT("Parts below it that begin before it does: {n}."), before});
    if (after > 0) problems.push_back({"ends", TEXT("Parts below it that end after it does: {n}."), after});
}

/// Asked about, once: its days lie outside of those of the part above it.
Rules ask_about_days(const Kinds& kinds) {
    return [&kinds](const Checked& checked, Problems& problems) {
        const auto plan = kinds.kept.of(checked.around.municipality_id);
        ask_about_below(*plan, checked.record, problems);
        const auto* parent = plan->find(checked.record.text("parent"));
        if (!parent) return;
        const auto starts = checked.record.date("starts"), ends = checked.record.date("ends");
        if (starts && parent->starts && *starts < *parent->starts)
            problems.push_back({"starts", TEXT("It begins before the part above it does.")});
        const bool is_after = ends && parent->ends && *ends > *parent->ends;
        if (is_after || (checked.record.flag("goes_on") && parent->ends))
            problems.push_back({"ends", TEXT("It ends after the part above it does.")});
    };
}

/// As choices of parts are named: the whole code before the name.
Tree tree_of_parts(const Kinds& kinds) {
    return {.parent = "parent", .place = [&kinds](const Surroundings& around, const Record& part, const Tree::Place* above) {
                const auto plan = kinds.kept.of(around.municipality_id);
                const auto* standing = plan->find(part.text("parent"));
                const auto code = part.text("code"), title = part.text("title");
                const bool is_coded = !code.empty() && kind_called(part.text("kind")).value_or(Kind::activity) >= Kind::project;
                Tree::Place place;
                if (above) place.path = above->path;
                else if (standing) place.path = plan->whole_code(*standing);
                if (is_coded) place.path += (place.path.empty() ? "" : "-") + code;
                place.label = place.path.empty() ? title : place.path + " " + title;
                place.code = is_coded ? place.path : place.label;
                return place;
            }};
}

std::vector<Field> fields_of_place() {
    return {text("title", TEXT("Name")).required().from_address("title").listed().searched().sorted().not_asked_about(),
            term("kind", TEXT("Kind of part"), fixed_terms(kind_terms())).required().listed().filter().from_address("kind"),
            text("code", TEXT("Code"), longest_code)
                .listed()
                .not_asked_about()
                .hint(TEXT("Such as A or AO1. It is there once below its parent; the whole code is made of them.")),
            link("parent", TEXT("Stands below"), "plan.node")
                .typed_too()
                .listed()
                .filter()
                .from_address("parent")
                .when_none(TEXT("Nothing: it stands at the top")),
            link("owner", TEXT("Who answers for it"), "organisation.function").listed().when_none(TEXT("No function")),
            period("starts", "ends", TEXT("Time")).section(TEXT("Time and resources")),
            flag("goes_on", TEXT("It goes on, without a last day")).not_checked(),
            text("cycle", TEXT("What comes again each year")).hint(TEXT("For what goes on: such as a review in March.")),
            term("horizon", TEXT("Horizon"), fixed_terms(horizon_terms())),
            text("resources", TEXT("Resources"), longest_sentence).hint(TEXT("Such as half a position, or 200 hours."))};
}

void add_fields_of_progress(std::vector<Field>& fields) {
    fields.push_back(date("begun_on", TEXT("Begun on"))
                         .section(TEXT("How far it has come"),
                                  TEXT("The status is worked out from days, milestones, sessions and goals. No "
                                       "percentage is typed.")));
    fields.push_back(date("done_on", TEXT("Done on")));
    fields.push_back(link("series", TEXT("Sessions that belong to it"), "activities.activity").when_none(TEXT("None")));
    fields.push_back(text("status_note", TEXT("How it goes, in a sentence"), longest_sentence));
}

void add_fields_of_aims(std::vector<Field>& fields, const Kinds& kinds) {
    fields.push_back(lines("municipal_goals", TEXT("Municipal goals that it supports"), {.lines = 10, .characters = 200})
                         .section(TEXT("What it contributes to")));
    const auto none = [](const Surroundings&) { return std::vector<Choice>{}; };
    const auto &goals = kinds.neighbours.goals, &challenges = kinds.neighbours.challenges;
    fields.push_back(terms("goals", TEXT("Goals that are followed up"), goals ? goals : none));
    fields.push_back(terms("challenges", TEXT("Challenges that it answers"), challenges ? challenges : none));
    fields.push_back(lines("targets", TEXT("Targets of the UN"), {.lines = 20, .characters = 5})
                         .hint(TEXT("By their numbers, one a line, such as 4.4.")));
    fields.push_back(terms("processes", TEXT("Main processes"), fixed_terms(process_terms()))
                         .filter()
                         .section(TEXT("What it is about")));
    fields.push_back(term("layer", TEXT("Layer"), fixed_terms(layer_terms())).filter());
    fields.push_back(term("tier", TEXT("Tier of digital first"), fixed_terms(tier_terms())).filter());
    fields.push_back(long_text("exclusions", TEXT("What is not part of it"), 1000));
    fields.push_back(date("keep_until", TEXT("Its archive is kept until"))
                         .not_checked()
                         .hint(TEXT("As the municipality’s plan for its documents says. The list in the archive says it.")));
    fields.push_back(flag("is_published", TEXT("Everyone may see it"), TEXT("Shown to everyone"), TEXT("Shown to staff"))
                         .not_checked());
    fields.push_back(stored("phase", TEXT("Phase")));
    fields.push_back(stored("closed_on", TEXT("Closed on")));
    fields.push_back(stored("source", TEXT("Where it came from")));
    fields.push_back(stored("wording", TEXT("Whose words it is in")));
    fields.push_back(stored("import_version", TEXT("Version of the import"), Storage::whole));
}

}  // namespace

Register node_register(const Kinds& kinds) {
    auto fields = fields_of_place();
    add_fields_of_progress(fields);
    add_fields_of_aims(fields, kinds);
    return {.key = "plan_node",
            .table = "plan_node",
            .names = {TEXT("Parts of the plan"), TEXT("Part of the plan")},
            .path = "/staff/plan/parts",
            .above = {{TEXT("The plan"), "/staff/plan"}},
            .fields = std::move(fields),
            .rules = check_node,
            .doubts = ask_about_days(kinds),
            .together = check_together,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .kept = kept_plan,
            .tree = tree_of_parts(kinds),
            .from_json = [&kinds](std::string_view json,
                                  const Surroundings& around) { return table_of_tree_file(kinds, json, around); },
            .words = {.about = TEXT("Strategy, action plans, projects, areas and activities, for changing and for tables."),
                      .caption = TEXT("Parts of the plan"),
                      .empty = TEXT("The plan has no parts yet. Begin with the strategy."),
                      .add = TEXT("Add a part")}};
}

}  // namespace digilots::plan
