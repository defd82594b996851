#include <algorithm>

#include "bodies/pages.h"
#include "bodies/sql.h"
#include "bodies/terms.h"
#include "platform/base/time.h"
#include "platform/register/pages.h"
#include "platform/slice/duty.h"

namespace digilots::bodies {

namespace {

using http::Access, http::Method, http::MenuPlace;

const http::Menu menu{{MenuPlace::staff, 335, TEXT("Groups, decisions and systems"), "/staff/bodies"}};

http::Routes routes_of_bodies(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string at = "/{municipality}/staff/bodies";
    return {
        {Method::get, at, Access::guide, page(overview_page)},
        {Method::get, at + "/pack", Access::guide, page(pack_page)},
        {Method::get, at + "/pack.pdf", Access::guide, page(pack_pdf), {}, {}, http::Effort::drawing},
        {Method::get, at + "/pack.odt", Access::guide, page(pack_odt), {}, {}, http::Effort::drawing},
        {Method::get, at + "/pack.zip", Access::guide, page(pack_zip), {}, {}, http::Effort::drawing},
        {Method::get, at + "/checklist-for-part", Access::editor, page(checklist_page)},
        {Method::post, at + "/checklist-for-part", Access::editor, page(begin_checklist)},
        {Method::get, at + "/rollout-table", Access::guide, page(rollout_page)},
        {Method::get, at + "/layers", Access::guide, page(layers_page)},
        {Method::get, at + "/spread", Access::guide, page(spread_page)},
        {Method::get,
         "/api/v1/{municipality}/decisions",
         Access::anyone,
         page(list_decisions),
         {"result", "limit", "cursor"}},
        {Method::get, "/{municipality}/meetings/{id}/calendar.ics", Access::anyone, page(meetings_calendar)}};
}

register_::LinkSource titles_of(const register_::Records& records, std::string path) {
    return {.choices =
                [&records](const register_::Surroundings& around) {
                    std::vector<register_::Choice> choices;
                    for (const auto& one :
                         records.list(around, {.with_ended = true}, register_::Records::most_counted, 0).records) {
                        // The same in every language, as tables find a record by it.
                        const auto day = one.columns.contains("day") ? one.text("day") : "";
                        choices.push_back(
                            {.key = one.id,
                             .label = one.text("title") + (day.empty() ? "" : ", " + day),
                             .is_offered = !one.has_ended()});
                    }
                    return choices;
                },
            .path = std::move(path)};
}

register_::Others linked(const Kinds& kinds, const register_::Others& others,
                         register_::MoreOf more = nullptr) {
    auto found = others;
    found.links["bodies.group"] = titles_of(kinds.groups, "/staff/bodies/steering-groups/");
    found.links["bodies.meeting"] = titles_of(kinds.meetings, "/staff/bodies/meetings/");
    found.links["bodies.handover"] = titles_of(kinds.handovers, "/staff/bodies/handovers/");
    found.links["bodies.introduction"] = titles_of(kinds.introductions, "/staff/bodies/introductions/");
    found.more = std::move(more);
    return found;
}

/// When the group met last, and by when it should meet again by its rhythm.
register_::More::Part rhythm_of(const Kinds& kinds, const register_::Record& group, const html::Page& page) {
    std::string last, next;
    const auto today = base::format_date(register_::around_of(kinds.meetings, page.request()).today);
    for (const auto& meeting : in_use(kinds.meetings, page.request(), {.filters = {{"body", group.id}}})) {
        const auto day = meeting.text("day");
        if (meeting.text("state") == "cancelled") continue;
        if (day < today && day > last) last = day;
        if (day >= today && (next.empty() || day < next)) next = day;
    }
    const auto told = [&](const std::string& day) { return page.translator().date(*base::parse_date(day)); };
    std::vector<std::string> lines;
    lines.push_back(last.empty() ? page.t("No meeting has been held.")
                                 : page.t("Last met {date}.", {{"date", told(last)}}));
    if (!next.empty()) lines.push_back(page.t("Meets next {date}.", {{"date", told(next)}}));
    const auto months = months_between(group.text("rhythm"));
    constexpr int days_of_month = 31;
    if (next.empty() && months && !last.empty()) {
        const auto due = base::format_date(base::add_days(*base::parse_date(last), *months * days_of_month));
        lines.push_back(due < today
                            ? page.t("By its rhythm it should have met by {date}: plan the next meeting.",
                                     {{"date", told(due)}})
                            : page.t("By its rhythm it meets again by {date}; no meeting is planned.",
                                     {{"date", told(due)}}));
    } else if (next.empty()) {
        lines.push_back(page.t("No meeting is planned."));
    }
    return {page.t("Its meetings"), std::move(lines)};
}

/// Organisations and functions, each with its part: what a group across departments is made of.
register_::More::Part members_of(const Kinds& kinds, const register_::Record& group, const html::Page& page) {
    const auto around = register_::around_of(kinds.members, page.request());
    std::vector<std::string> lines;
    for (const auto& member : in_use(kinds.members, page.request(), {.filters = {{"body", group.id}}})) {
        auto line = member.text("title");
        for (const char* name : {"function", "part"}) {
            const auto* field = kinds.members.declaration().find(name);
            for (const auto& said : field->type->show(*field, member, around).lines) line += ", " + said;
        }
        lines.push_back(std::move(line));
    }
    if (lines.empty()) lines.push_back(page.t("Nobody sits in it yet."));
    return {page.t("Who sits in the group"), std::move(lines)};
}

register_::MoreOf ways_of_group(const Kinds& kinds) {
    return [&kinds](const register_::Record& group, const html::Page& page) {
        const auto of = [&](const std::string& path) {
            return page.tenant_url("/staff/bodies/" + path + "?body=" + group.id);
        };
        register_::More more;
        more.links = {{page.t("Members of groups"), of("members")},
                      {page.t("Meetings"), of("meetings")},
                      {page.t("Decision log"), of("decisions")},
                      {page.t("Add a meeting"), of("meetings/new")},
                      {page.t("What others wish of it"), page.tenant_url("/staff/needs/wishes?body=" + group.id)}};
        if (group.flag("shares_days") && !group.has_ended())
            more.links.push_back({page.t("Days of meeting as a calendar"),
                                  page.tenant_url("/meetings/" + group.id + "/calendar.ics")});
        more.above.push_back(rhythm_of(kinds, group, page));
        more.above.push_back(members_of(kinds, group, page));
        return more;
    };
}

register_::MoreOf ways_of_meeting(const Kinds& kinds) {
    return [&kinds](const register_::Record& meeting, const html::Page& page) {
        const auto at = page.tenant_url("/staff/bodies/");
        const auto of = "?meeting=" + meeting.id;
        register_::More more{
            .links = {{page.t("Meeting pack"), at + "pack" + of},
                      {page.t("Items of agendas"), at + "items" + of},
                      {page.t("Add an item"), at + "items/new" + of},
                      {page.t("Add a decision"), at + "decisions/new" + of + "&body=" + meeting.text("body")}}};
        const auto group = kinds.groups.find(page.request().tenant->id, meeting.text("body"));
        if (group && group->flag("shares_days") && !group->has_ended())
            more.links.push_back({page.t("Days of meeting as a calendar"),
                                  page.tenant_url("/meetings/" + group->id + "/calendar.ics")});
        return more;
    };
}

register_::More ways_of_handover(const register_::Record& handover, const html::Page& page) {
    const auto at = page.tenant_url("/staff/bodies/handover-points");
    return {.links = {{page.t("Points of handing over"), at + "?handover=" + handover.id},
                      {page.t("Add a point"), at + "/new?handover=" + handover.id}}};
}

register_::More ways_of_introduction(const register_::Record& introduction, const html::Page& page) {
    return {.links = {{page.t("Steps of introductions"),
                       page.tenant_url("/staff/bodies/introduction-steps?introduction=" + introduction.id)}}};
}

std::vector<Duty> decisions_open(db::Database& database, std::string_view municipality) {
    return database.read([&](db::Connection& connection) {
        std::vector<Duty> duties;
        for (const auto row : connection.query(sql::open_decisions, municipality)) {
            const auto id = row.text("id"), function = row.text("function"), due = row.text("due");
            duties.push_back({.id = id + "/" + due,
                              .name = row.text("title"),
                              .why = {{TEXT("It is to be done by {date}, as was decided."), {{"date", due}}}},
                              .due = due,
                              .responsible = function.empty() ? "body_decision" : "function:" + function,
                              .record = "body_decision:" + id,
                              .path = "/staff/bodies/decisions/" + id});
        }
        return duties;
    });
}

DutyKind decisions_to_do(db::Database& database) {
    return {
        .key = "bodies.decided",
        .title = TEXT("A decision that is to be carried out"),
        .task = TEXT("Carry it out, and say what came of it: {name}"),
        .gone = TEXT("It is done, or has another day."),
        .of = {{"body_decision", TEXT("Decision log")}},
        .now = [&database](std::string_view municipality) { return decisions_open(database, municipality); },
        .from = {{"body_decision"}},
        .is_promise = true};
}

}  // namespace

Kinds::Kinds(db::Database& database, const base::Clock& clock, const register_::Others& others)
    : groups(group_register(), database, clock, linked(*this, others, ways_of_group(*this))),
      members(member_register(), database, clock, linked(*this, others)),
      meetings(meeting_register(), database, clock, linked(*this, others, ways_of_meeting(*this))),
      items(item_register(), database, clock, linked(*this, others)),
      decisions(decision_register(), database, clock, linked(*this, others)),
      handovers(handover_register(), database, clock, linked(*this, others, ways_of_handover)),
      points(point_register(), database, clock, linked(*this, others)),
      rollout(rollout_register(), database, clock, linked(*this, others)),
      method(method_register(), database, clock, others),
      factors(factor_register(), database, clock, others),
      demography(demography_register(), database, clock, others),
      checks(check_register(), database, clock, others),
      systems(system_register(), database, clock, others),
      process(process_register(), database, clock, others),
      introductions(introduction_register(), database, clock, linked(*this, others, ways_of_introduction)),
      steps(step_register(), database, clock, linked(*this, others)),
      services(tier_register(), database, clock, others) {}

std::vector<register_::Records*> Kinds::all() {
    return {&groups,  &members, &meetings,      &items,   &decisions,  &handovers,
            &points,  &rollout, &method,        &factors, &demography, &checks,
            &systems, &process, &introductions, &steps,   &services};
}

Slice slice(db::Database& database, const base::Clock& clock,
            const municipality::Municipalities& municipalities, const register_::Others& others) {
    const auto kinds = std::make_shared<Kinds>(database, clock, others);
    return {
        .name = "bodies",
        .routes =
            [kinds, &database](const Slices&) {
                return routes_of_bodies({kinds, database});
            },
        .registers = kinds->all(),
        .menu = menu,
        .duties = {decisions_to_do(database)},
        .days = {[kinds](const DaysAsked& asked) { return days_of_members(*kinds, asked); }},
        .plan_mapping = [kinds, &municipalities](
                            std::string_view json,
                            const std::string&) { return plan_mapping(*kinds, municipalities, json); },
        .load_demo = [kinds, &municipalities](const Demo& demo) { load_demo(*kinds, municipalities, demo); },
        .owns = kinds,
    };
}

}  // namespace digilots::bodies
