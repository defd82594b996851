#include "everyday/pages.h"
#include "everyday/sql.h"
#include "platform/base/time.h"
#include "platform/kept/versions.h"
#include "platform/register/any_shown.h"
#include "platform/register/pages.h"
#include "platform/slice/counted_rule.h"

namespace digilots::everyday {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

http::Routes routes(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string here = "/{municipality}", one = here + "/staff/pickups/{id}";
    const auto from = [](const register_::Records& records) {
        return kept::Dependences{{records.declaration().kept_name()}, {"rhythm"}};
    };
    const auto& kinds = *pages.kinds;
    return {{Method::get, here + "/step-guides", Access::anyone, page(guides_page), {}, from(kinds.guides)},
            {Method::get, here + "/step-guides/{slug}", Access::anyone, page(guide_page), {"by"}},
            {Method::get, here + "/digital-systems", Access::anyone, page(systems_page)},
            {Method::get, here + "/apply-again", Access::anyone, page(renewals_page)},
            {Method::get, here + "/apply-again.ics", Access::anyone, page(renewals_calendar)},
            {Method::post, one + "/reminded", Access::guide, page(note_reminder)},
            {Method::post, one + "/fetched", Access::guide, page(note_fetched)}};
}

http::Menu menu_of(const register_::AnyShown& any_shown) {
    const auto something = [any_shown](const http::Tenant& tenant, const http::Identity&) {
        return any_shown.in(tenant.id) ? 0 : -1;
    };
    return {
    {MenuPlace::residents, 460, TEXT("Step by step"), "/step-guides", Role::guide, {"/digital-systems", "/apply-again"},
     something},
    {MenuPlace::staff, 810, TEXT("Step guides"), "/staff/step-guides"},
    {MenuPlace::staff, 812, TEXT("To be fetched"), "/staff/pickups"},
    {MenuPlace::staff, 814, TEXT("Digital systems"), "/staff/systems"},
    {MenuPlace::staff, 813, TEXT("Where people get stuck"), "/staff/stuck-points"},
    {MenuPlace::staff, 816, TEXT("To apply for again"), "/staff/renewals"}};
}

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("Of things that you fetch in person a number is kept, never your name. It is deleted {period} after it was "
                  "fetched."),
     .rule = std::string(pickup_rule),
     .preserved =
         TEXT("Of things that you fetch in person a number is kept, never your name. The municipality deletes none for the "
              "time being.")},
};

register_::More steps_of(const register_::Records& records, const register_::Record& pickup, const html::Page& page) {
    register_::More more;
    const auto& request = page.request();
    if (pickup.text("state") != "waiting" || !request.identity) return more;
    if (!records.may_change(register_::around_of(records, request), pickup)) return more;
    const auto url = page.tenant_url("/staff/pickups/" + pickup.id);
    const auto seen = records.mark_of(pickup);
    more.steps.push_back(
        {page.t("Was it fetched?"), page.t("It leaves the queue."), page.t("Fetched"), url + "/fetched", false, seen});
    more.steps.push_back({page.t("Have you reminded whoever it is for?"),
                          page.t("By the system that it comes from. A new task comes in ten working days."),
                          page.t("Reminded today"), url + "/reminded", false, seen});
    return more;
}

}  // namespace

RetentionRules retention_rules() {
    return {counted(
        {.key = std::string(pickup_rule),
         .title = TEXT("Things that were fetched"),
         .about = TEXT("The number and the place are deleted. What waits stays. The time counts from the day on which it was "
                       "fetched or sent back."),
         .period = {3, Period::Unit::months},
         .choice = PeriodChoice{1, 24},
         .laws = {},
         .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} thing", "{n} things", n); },
         .held = nullptr,
         .due = nullptr,
         .remove =
             [](db::Connection& connection, const Due& due, int most) {
                 const auto deleted =
                     connection.execute(sql::delete_pickups, due.municipality_id, base::format_utc(due.before), most);
                 if (deleted > 0) kept::raise(connection, "pickup", due.municipality_id);
                 return deleted;
             }},
        [](db::Connection& connection, std::string_view id, std::string_view before) {
            return connection.query(sql::count_pickups, id, before)[0].integer("number");
        })};
}

Slice slice(db::Database& database, const directory::Directory& directory, const organisation::Organisation& organisation,
            const municipality::Municipalities& municipalities, const base::Clock& clock, const register_::Others& others,
            inquiries::Inquiries& log, const kept::Versions& versions) {
    auto of_pickups = others;
    const auto box = std::make_shared<std::weak_ptr<Kinds>>();
    of_pickups.more = [box](const register_::Record& pickup, const html::Page& page) {
        const auto kinds = box->lock();
        return kinds ? steps_of(kinds->pickups, pickup, page) : register_::More{};
    };
    auto of_stuck_points = with_e_services(others, directory);
    of_stuck_points.more = more_of_stuck_point;
    const auto with_rhythm = [&](const char* kind) {
        auto with = others;
        with.checked_every = [&organisation, kind = std::string(kind)](std::string_view municipality_id) {
            return organisation::rhythm_of(*organisation.rhythms(municipality_id), kind).months;
        };
        return with;
    };
    const auto place_units = [&directory](std::string_view municipality_id, std::string_view place) {
        return unit_of_place(directory, municipality_id, place);
    };
    const std::shared_ptr<Kinds> kinds(new Kinds{{step_guide_register(), database, clock, with_rhythm("step_guide")},
                                                 {system_register(), database, clock, with_rhythm("system")},
                                                 {renewal_register(), database, clock, with_e_services(others, directory)},
                                                 {pickup_register(place_units), database, clock, of_pickups},
                                                 {stuck_point_register(), database, clock, of_stuck_points}});
    log.know(form_help(kinds, clock));
    *box = kinds;
    const Pages pages{kinds, directory, organisation, municipalities, clock};
    return {
        .name = "everyday",
        .routes = [pages](const Slices&) { return routes(pages); },
        .registers = {&kinds->guides, &kinds->systems, &kinds->renewals, &kinds->pickups, &kinds->stuck_points},
        .menu = menu_of({{&kinds->guides, &kinds->systems, &kinds->renewals}, versions, clock}),
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = duty_kinds(pages),
        .site = {.of = [](const http::Tenant&) {
            return std::vector<std::string>{"/step-guides", "/digital-systems", "/apply-again"};
        }},
        .owns = kinds,
    };
}

}  // namespace digilots::everyday
