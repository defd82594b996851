#include "plan/digest.h"
#include "plan/pages.h"

namespace digilots::plan {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

const http::Menu menu{{MenuPlace::staff,
                       485,
                       TEXT("The plan"),
                       "/staff/plan",
                       Role::guide,
                       {"/staff/plan/parts", "/staff/plan/dependencies", "/staff/plan/milestones", "/staff/plan/criteria",
                        "/staff/plan/documents", "/staff/plan/comments", "/staff/plan/required"}}};

const audit::Words trail{.actions = {TEXT("edition made"), TEXT("edition approved"), TEXT("edition sent back"),
                                     TEXT("plan calendar shared"), TEXT("plan calendar ended")},
                         .records = {{"plan_edition", TEXT("Edition of the plan"), "/staff/plan/editions/"}},
                         .fields = {}};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("Colleagues see who wrote and changed the plan, who moved a part of it to another phase and who noted that an "
                  "edition was approved. It is kept as the municipality’s documents are. Nothing in it tells of a resident.")},
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("Whoever asks for it gets a letter with the plan’s week. The day that you chose is kept until you take it back "
                  "or your account is closed.")}};

void add_staff(http::Routes& routes, const Pages& pages) {
    const auto page = http::handlers_with(pages);
    constexpr auto drawing = http::Effort::drawing;
    const std::string all = "/{municipality}/staff/plan", one = all + "/{id}", document = all + "/documents/{id}/document";
    const http::Routes staff{{Method::get, all, Access::guide, page(tree_page)},
                             {Method::get, one, Access::guide, page(node_page)},
                             {Method::get, one + "/phase", Access::coordinator, page(phase_page)},
                             {Method::post, one + "/phase", Access::coordinator, page(move_phase)},
                             {Method::get, one + "/close", Access::coordinator, page(close_page)},
                             {Method::post, one + "/close", Access::coordinator, page(close_part)},
                             {Method::post, one + "/reach", Access::coordinator, page(lengthen_part)},
                             {Method::get, one + "/calendar", Access::coordinator, page(calendar_page)},
                             {Method::post, one + "/calendar", Access::coordinator, page(make_calendar)},
                             {Method::post, one + "/calendar/end", Access::coordinator, page(end_calendar)},
                             {Method::get, one + "/archive.zip", Access::coordinator, page(archive_zip), {}, {}, drawing},
                             {Method::get, all + "/follow-up.csv", Access::guide, page(follow_up_csv)},
                             {Method::get, all + "/follow-up.xlsx", Access::guide, page(follow_up_xlsx), {}, {}, drawing},
                             {Method::get, all + "/tree.csv", Access::guide, page(tree_csv)},
                             {Method::get, all + "/tree.json", Access::guide, page(tree_file)},
                             {Method::get, all + "/tree.xlsx", Access::guide, page(tree_xlsx), {}, {}, drawing},
                             {Method::get, all + "/timeline", Access::guide, page(timeline_page)},
                             {Method::get, all + "/timeline.pdf", Access::guide, page(timeline_pdf), {}, {}, drawing},
                             {Method::get, all + "/year", Access::guide, page(year_page)},
                             {Method::get, all + "/year.pdf", Access::guide, page(year_pdf), {}, {}, drawing},
                             {Method::get, all + "/unsaid", Access::guide, page(unsaid_page)},
                             {Method::get, all + "/processes", Access::guide, page(processes_page)},
                             {Method::get, document, Access::guide, page(document_page)},
                             {Method::get, document + ".pdf", Access::guide, page(document_pdf), {}, {}, drawing},
                             {Method::get, document + ".odt", Access::guide, page(document_odt), {}, {}, drawing},
                             {Method::get, all + "/digest", Access::guide, page(digest_page)},
                             {Method::post, all + "/digest", Access::guide, page(save_digest)},
                             {Method::get, all + "/editions", Access::guide, page(editions_page)},
                             {Method::post, all + "/editions", Access::coordinator, page(make_edition)},
                             {Method::get, all + "/editions/{id}", Access::guide, page(edition_page)},
                             {Method::get, all + "/editions/{id}/edition.pdf", Access::guide, page(edition_pdf), {}, {}, drawing},
                             // Whoever holds the function of the step, whatever their role.
                             {Method::post, all + "/editions/{id}", Access::guide, page(approve_edition)}};
    routes.insert(routes.end(), staff.begin(), staff.end());
}

http::Routes routes_of_plan(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string open = "/{municipality}/progress/plan", api = "/api/v1/{municipality}/plan";
    http::Routes routes{{Method::get, open, Access::anyone, page(public_page)},
                        {Method::get, open + ".pdf", Access::anyone, page(public_pdf), {}, {}, http::Effort::drawing},
                        {Method::get, open + "/approved", Access::anyone, page(approved_page)},
                        {Method::get, open + "/timeline", Access::anyone, page(public_timeline)},
                        {Method::get, open + "/calendar.ics", Access::anyone, page(public_calendar)},
                        {Method::get, "/{municipality}/plan/{token}/calendar.ics", Access::anyone, page(partner_calendar)},
                        {Method::get, api, Access::anyone_or(read_plan), page(get_plan)},
                        {Method::get, api + "/timeline", Access::anyone_or(read_plan), page(get_timeline), {"from", "to"}},
                        {Method::get, api + "/milestones", Access::anyone_or(read_plan), page(get_milestones)},
                        {Method::get, api + "/changes", Access::token(read_plan), page(get_changes)},
                        {Method::get, api + "/{id}", Access::anyone_or(read_plan), page(get_part)},
                        {Method::post, api, Access::token(write_plan), page(post_part)},
                        {Method::post, api + "/tree", Access::token(write_plan), page(post_tree), {}, {}, http::Effort::drawing},
                        {Method::patch, api + "/{id}", Access::token(write_plan), page(patch_part)}};
    add_staff(routes, pages);
    return routes;
}

}  // namespace

Slice slice(db::Database& database, const base::Clock& clock, Neighbours neighbours) {
    const auto kinds = std::make_shared<Kinds>(database, clock, std::move(neighbours));
    if (kinds->neighbours.know_contributing)
        kinds->neighbours.know_contributing([&kinds = *kinds](std::string_view municipality_id, std::string_view target) {
            return contributing_to(*kinds.kept.of(municipality_id), target);
        });
    return {
        .name = "plan",
        .routes = [kinds](const Slices&) { return routes_of_plan({kinds}); },
        .registers = kinds->all(),
        .menu = menu,
        .scopes = {&read_plan, &write_plan},
        .trail = trail,
        .privacy = privacy,
        .duties = duties(*kinds),
        .days = {[kinds](const DaysAsked& asked) { return days_of_owners(*kinds, asked); }},
        .jobs = {{.name = "plan_digest",
                  .title = TEXT("Letters with the plan’s week"),
                  .work = [kinds](jobs::Run& run) { Digests(*kinds).send(run); },
                  .schedule = jobs::Daily{.hour = 6, .minute = 50}}},
        .plan_mapping = [kinds](std::string_view json,
                                const std::string& file) { return plan_mapping(*kinds, json, file); },
        .load_demo = [kinds](const Demo& demo) { load_demo(*kinds, demo); },
        .owns = kinds,
    };
}

}  // namespace digilots::plan
