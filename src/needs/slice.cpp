#include <algorithm>

#include "needs/duties.h"
#include "needs/mapping_import.h"
#include "needs/pages.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "platform/register/titled_choices.h"
#include "platform/slice/way_to_wish.h"

namespace digilots::needs {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

const http::Scope read_needs{"needs:read", TEXT("read the answers of a mapping")};
const http::Scope write_needs{"needs:write", TEXT("add answers to a mapping")};

const http::Menu menu{{MenuPlace::staff, 305, TEXT("Needs"), "/staff/needs"}};

http::Routes routes_of_needs(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string at = "/{municipality}/staff/needs", api = "/api/v1/{municipality}/needs/answers";
    return {
        {Method::get, at, Access::guide, page(overview_page)},
        {Method::get, at + "/coverage", Access::guide, page(coverage_page)},
        {Method::get, at + "/beside-others", Access::guide, page(beside_others_page)},
        {Method::get, at + "/changes", Access::guide, page(changes_page)},
        {Method::get, at + "/reach", Access::guide, page(reach_page)},
        {Method::get, at + "/topics-by-function", Access::guide, page(responsibility_page)},
        {Method::get, at + "/barriers", Access::guide, page(barriers_page)},
        {Method::get, at + "/ranking", Access::guide, page(ranking_page)},
        {Method::post, at + "/ranking", Access::editor, page(add_points)},
        {Method::get, at + "/examples-of-others", Access::guide, page(examples_page)},
        {Method::post, at + "/examples-of-others", Access::editor, page(copy_example)},
        {Method::get, at + "/report", Access::guide, page(report_page)},
        {Method::get, at + "/report.pdf", Access::guide, page(report_pdf), {}, {}, http::Effort::drawing},
        {Method::get, at + "/report.odt", Access::guide, page(report_odt), {}, {}, http::Effort::drawing},
        {Method::post, at + "/report/editions", Access::coordinator, page(keep_edition), {}, {}, http::Effort::drawing},
        {Method::get, at + "/joint-report", Access::guide, page(joint_report_page)},
        {Method::get, at + "/joint-report.pdf", Access::guide, page(joint_report_pdf), {}, {}, http::Effort::drawing},
        {Method::get, at + "/joint-report.odt", Access::guide, page(joint_report_odt), {}, {}, http::Effort::drawing},
        {Method::get, at + "/ranking.pdf", Access::guide, page(ranking_sheet), {}, {}, http::Effort::drawing},
        {Method::get, "/{municipality}/needs/{secret}", Access::anyone, page(invited_page), {"sent"}},
        {Method::post, "/{municipality}/needs/{secret}", Access::anyone, page(answer_by_link)},
        {Method::get, "/api/v1/networks/{network}/examples", Access::anyone, page(get_examples)},
        {Method::get, "/api/v1/networks/{network}/examples.atom", Access::anyone, page(get_examples_feed)},
        {Method::get, api, Access::token(read_needs), page(list_answers)},
        {Method::post, api, Access::token(write_needs), page(post_answer)},
        {Method::get, "/api/v1/networks/{network}/coverage", Access::anyone, page(get_coverage), {"round"}}};
}

/// By their numbers; of which round only where there are several.
register_::LinkSource questions_by_number(const Kinds& kinds) {
    return {.choices =
                [&kinds](const register_::Surroundings& around) {
                    std::vector<register_::Choice> choices;
                    auto all = kinds.questions.list(around, {.with_ended = true}, register_::Records::most_counted, 0).records;
                    std::ranges::stable_sort(all, {}, [](const register_::Record& one) {
                        return std::pair(one.text("round"), one.text("code"));
                    });
                    for (const auto& one : all) {
                        const auto round = kinds.rounds.find(around.municipality_id, one.text("round"));
                        const auto of_round = round ? round->text("title") : std::string();
                        choices.push_back({.key = one.id,
                                           .label = one.text("code") + ". " + one.text("title") +
                                                    (of_round.empty() ? "" : " (" + of_round + ")"),
                                           .is_offered = !one.has_ended(),
                                           .group = of_round});
                    }
                    return choices;
                },
            .path = "/staff/needs/questions/"};
}

/// Whose words they are, where they are not those of the source.
register_::More whose_words(const register_::Record& record, const html::Page& page) {
    register_::More more;
    if (record.text("wording") == "own")
        more.below.push_back({page.t("Wording"), {page.t("Our own wording: the source is summed up.")}});
    return more;
}

register_::Others linked(const Kinds& kinds, const register_::Others& others) {
    auto found = others;
    found.links["needs.round"] = register_::titled_source(kinds.rounds, "/staff/needs/rounds/");
    found.links["needs.question"] = questions_by_number(kinds);
    found.links["needs.group"] = register_::titled_source(kinds.groups, "/staff/needs/groups/");
    found.links["needs.challenge"] = register_::titled_source(kinds.challenges, "/staff/needs/challenges/");
    return found;
}

/// In addresses of forms that begin with what was found.
constexpr std::size_t longest_in_address = 200;

std::string said_in_address(std::string_view words) {
    return "title=" + html::url_encode(base::cut(words, longest_in_address));
}

/// A finding is one step from what is to be done about it, and from what others may do after us.
register_::Others with_deeds(register_::Others others) {
    others.more = [](const register_::Record& answer, const html::Page& page) {
        auto more = whose_words(answer, page);
        if (answer.has_ended() || !http::may(page.request(), Role::editor)) return more;
        const auto said = said_in_address(answer.text("title"));
        more.links.push_back({page.t("Recommend something because of it"),
                              page.tenant_url("/staff/needs/recommendations/new?round=" + html::url_encode(answer.text("round")) +
                                              "&area=" + answer.text("area") + "&" + said)});
        more.links.push_back({page.t("Show it as a good example"), page.tenant_url("/staff/needs/examples/new?" + said)});
        return more;
    };
    return others;
}

/// What others do well, or we do, is one step from the plan.
register_::Others with_plan_of_examples(register_::Others others) {
    others.more = [](const register_::Record& example, const html::Page& page) {
        auto more = whose_words(example, page);
        if (example.has_ended() || !http::may(page.request(), Role::editor)) return more;
        more.links.push_back({page.t("Make it an activity of the plan"),
                              page.tenant_url("/staff/plan/parts/new?kind=activity&" + said_in_address(example.text("title")))});
        return more;
    };
    return others;
}

/// What is recommended is one step from the plan; once it stands there, each names the other.
register_::Others with_plan(register_::Others others) {
    others.more = [](const register_::Record& recommended, const html::Page& page) {
        auto more = whose_words(recommended, page);
        if (recommended.has_ended() || !http::may(page.request(), Role::editor)) return more;
        if (recommended.text("node").empty())
            more.links.push_back({page.t("Make it an activity of the plan"),
                                  page.tenant_url("/staff/plan/parts/new?kind=activity&" +
                                                  said_in_address(recommended.text("title")))});
        if (recommended.text("activity").empty())
            more.links.push_back(
                way_to_wish(recommended.text("title"), "recommendation", recommended.text("title"), page));
        return more;
    };
    return others;
}

register_::Others with_address(register_::Others others) {
    others.more = address_of_invitation;
    return others;
}

/// Each need that an inventory found, and a signal of which nothing came yet, is one step from the plan of activities.
register_::Others with_wishes(register_::Others others, std::string_view source) {
    others.more = [source](const register_::Record& found, const html::Page& page) {
        register_::More more;
        if (found.has_ended()) return more;
        const bool is_inventory = source == "needs_inventory";
        const auto needs = is_inventory ? register_::list_items(found.text("results"))
                                        : std::vector<std::string>{found.text("title")};
        if (!is_inventory && found.text("state") != "new") return more;
        for (const auto& need : needs) more.links.push_back(way_to_wish(need, source, found.text("title"), page));
        return more;
    };
    return others;
}

/// Beside a round: what is answered of it, its report.
register_::Others with_ways(register_::Others others) {
    others.more = [](const register_::Record& round, const html::Page& page) {
        const auto query = "?round=" + round.id;
        return register_::More{
            .links = {{page.t("What is answered, and what is not"),
                       page.tenant_url("/staff/needs/coverage" + query)},
                      {page.t("Report of this round"), page.tenant_url("/staff/needs/report" + query)},
                      {page.t("Report of several municipalities"),
                       page.tenant_url("/staff/needs/joint-report" +
                                       (round.text("mark").empty() ? "" : "?mark=" + html::url_encode(round.text("mark"))))},
                      {page.t("Invite a unit"), page.tenant_url("/staff/needs/invitations/new" + query)},
                      {page.t("Add an answer"), page.tenant_url("/staff/needs/answers/new" + query)}}};
    };
    return others;
}

}  // namespace

Kinds::Kinds(db::Database& database, const base::Clock& clock, const municipality::Municipalities& municipalities,
             const register_::Others& others)
    : rounds(round_register(municipalities), database, clock, with_ways(others)),
      questions(question_register(), database, clock, linked(*this, others)),
      answers(answer_register(), database, clock, with_deeds(linked(*this, others))),
      recommendations(recommendation_register(), database, clock, with_plan(linked(*this, others))),
      examples(example_register(municipalities), database, clock, with_plan_of_examples(others)),
      groups(group_register(), database, clock, others),
      supporters(supporter_register(), database, clock, linked(*this, others)),
      equipment(equipment_register(), database, clock, others),
      challenges(challenge_register(), database, clock, others),
      points(points_register(), database, clock, linked(*this, others)),
      inventories(inventory_register(), database, clock, with_wishes(linked(*this, others), "needs_inventory")),
      signals(signal_register(), database, clock, with_wishes(others, "signal")),
      insights(insight_register(), database, clock, others),
      invitations(invitation_register(), database, clock, with_address(linked(*this, others))),
      responsibilities(responsibility_register(), database, clock, others),
      wishes(wish_register(), database, clock, others),
      paper_forms(paper_form_register(), database, clock, others),
      informal_help(informal_help_register(), database, clock, others),
      investigations(investigation_register(), database, clock, others),
      guidance(guidance_register(), database, clock, others),
      hits(hit_register(), database, clock, others) {}

std::vector<register_::Records*> Kinds::all() {
    return {&rounds,     &questions, &answers,     &recommendations, &examples,       &groups,
            &supporters, &equipment, &challenges,  &points,          &inventories,    &signals,
            &insights,   &wishes,    &paper_forms, &informal_help,   &investigations, &guidance,
            &hits,       &invitations, &responsibilities};
}

Slice slice(db::Database& database, const base::Clock& clock,
            const municipality::Municipalities& municipalities, const directory::Directory& directory,
            const register_::Others& others, Arranged arranged) {
    const auto kinds = std::make_shared<Kinds>(database, clock, municipalities, others);
    return {
        .name = "needs",
        .routes =
            [kinds, &database, &municipalities, &directory, arranged](const Slices&) {
                return routes_of_needs({kinds, database, municipalities, directory, arranged});
            },
        .registers = kinds->all(),
        .menu = menu,
        .scopes = {&read_needs, &write_needs},
        .duties = duties_of_needs(database, kinds, arranged),
        .plan_mapping = [kinds, &municipalities](
                            std::string_view json,
                            const std::string&) { return plan_mapping(*kinds, municipalities, json); },
        .load_demo = [kinds, &municipalities](const Demo& demo) { load_demo(*kinds, municipalities, demo); },
        .owns = kinds,
    };
}

}  // namespace digilots::needs
