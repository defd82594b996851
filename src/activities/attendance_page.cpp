// Who came is counted: by thumb while people are there, or afterwards.
#include "activities/session_fields.h"

#include <algorithm>
#include <cmath>

#include "activities/attendance_fields.h"
#include "activities/outcomes.h"
#include "activities/templates.h"
#include "platform/base/clock_time.h"
#include "platform/base/lists.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/register/free_text.h"
#include "platform/register/pages.h"
#include "platform/tables/number.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

namespace {

using html::components::Field;
constexpr int most_typed = 1'000'000'000;
const NumberOf costs_of[] = {{"fee", TEXT("Fee"), &Attendance::fee},
                             {"premises", TEXT("Premises"), &Attendance::premises},
                             {"material", TEXT("Material"), &Attendance::material},
                             {"travel", TEXT("Travel"), &Attendance::travel}};
struct TextOf {
    const char* name;
    i18n::Text title;
    std::string Attendance::*member;
};
const TextOf texts_of[] = {{"note", TEXT("What came of it"), &Attendance::note},
                           {"asked", TEXT("Questions that came up"), &Attendance::asked},
                           {"needs", TEXT("Needs that were found"), &Attendance::needs},
                           {"next_step", TEXT("Next step"), &Attendance::next_step}};

/// "120", "99,50"
std::string amount_as_typed(std::int64_t hundredths) {
    const auto whole = std::to_string(hundredths / 100);
    return hundredths % 100 == 0 ? whole : whole + "," + base::two_digits(static_cast<int>(hundredths % 100));
}

std::optional<std::int64_t> typed_amount(const http::Fields& typed, const char* name, FieldErrors& errors,
                                         const i18n::Translator& words) {
    const auto text = base::trim(typed.get(name));
    if (text.empty()) return std::nullopt;
    const auto amount = tables::read_number(text);
    const double hundredths = amount ? *amount * 100 : -1;
    constexpr double nearly_whole = 1e-4;
    if (amount && *amount >= 0 && *amount < most_typed && std::abs(hundredths - std::round(hundredths)) < nearly_whole)
        return static_cast<std::int64_t>(std::round(hundredths));
    errors.emplace_back(name, words.t("Write an amount in kronor, such as 1 250 or 99,50."));
    return std::nullopt;
}

http::Fields fields_in(const Attendance& attendance) {
    http::Fields fields = counted_fields(attendance);
    const auto add = [&](std::string name, std::string value) {
        fields.pairs.emplace_back(std::move(name), std::move(value));
    };
    for (const auto& one : costs_of)
        add(one.name, attendance.*one.member ? amount_as_typed(*(attendance.*one.member)) : "");
    for (const auto& one : texts_of) add(one.name, attendance.*one.member);
    for (const auto& [term, number] : attendance.found_us) add("found_" + term, std::to_string(number));
    for (const auto& partner : attendance.partners) add("partners", partner);
    add("kind", attendance.kind);
    add("purpose", attendance.purpose);
    return fields;
}

Attendance attendance_in(const http::Fields& typed, const std::vector<PartnerThere>& partners, html::FormErrors& faults,
                         const html::Page& page) {
    FieldErrors errors;
    const auto& words = page.translator();
    Attendance attendance = counted_in(typed, errors, words);
    for (const auto& one : costs_of) attendance.*one.member = typed_amount(typed, one.name, errors, words);
    for (const auto& one : texts_of)
        attendance.*one.member = base::clean(typed.get(one.name).substr(0, 20'000));
    attendance.kind = base::cut(typed.get("kind"), 100);
    attendance.purpose = base::cut(typed.get("purpose"), 100);
    read_terms(typed, "found_", taxonomy::List::found_us, attendance.found_us, errors, words);
    for (const auto& partner : partners)
        if (base::holds(typed.all("partners"), partner.id)) attendance.partners.push_back(partner.id);
    for (const auto& [field, message] : errors) faults.add(field, message);
    return attendance;
}

Field number_field(const http::Fields& typed, const std::string& name, std::string label,
                   const html::FormErrors& errors) {
    return Field{.name = name,
                 .label = std::move(label),
                 .value = std::string(typed.get(name)),
                 .autocomplete = "off",
                 .input_mode = "numeric",
                 .optional = true}
        .with(errors);
}

/// What it counts as in statistics: as its activity says, or as it was when it was held.
std::vector<Field> held_as_fields(const http::Fields& typed, const Activity& activity, const html::FormErrors& errors,
                                  const html::Page& page) {
    const auto chosen = [&](const char* name, const std::string& usual) {
        return typed.get(name).empty() ? usual : std::string(typed.get(name));
    };
    Field kind{.name = "kind", .label = page.t("Kind")}, purpose{.name = "purpose", .label = page.t("What it is counted as")};
    const auto kinds = chosen("kind", activity.kind), purposes = chosen("purpose", activity.purpose);
    for (const auto& term : taxonomy::terms(taxonomy::List::activity_kind))
        kind.options.push_back({term.key, page.t(term.label), term.key == kinds});
    purpose.options = {{"support", page.t("Support to residents"), purposes != "competence"},
                       {"competence", page.t("Competence development"), purposes == "competence"}};
    return {kind.with(errors), purpose.with(errors)};
}

/// Two numbers or amounts with the same message are told apart where the messages stand together; what is folded away is open.
void name_what_is_wrong(AttendanceView& view, html::FormErrors& errors) {
    for (const auto* fields : {&view.numbers, &view.groups, &view.found_us, &view.texts, &view.costs, &view.held_as})
        for (const auto& field : *fields) errors.name(field.element_id(), field.label);
    for (const auto* fields : {&view.groups, &view.found_us})
        for (const auto& field : *fields)
            view.has_details = view.has_details || !field.value.empty() || !field.error.empty();
    for (const auto& field : view.costs) view.has_wrong_cost = view.has_wrong_cost || !field.error.empty();
}

http::Response show_attendance(const Pages& pages, const http::Request& request, const http::Fields& typed,
                               html::FormErrors errors, int status, const std::vector<std::string>& doubts = {}) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(request.parameter("session"));
    if (!session || session->status == Status::cancelled) return html::error_page(request, 404);
    auto page = staff_page(
        request, html::Page(request).t("Count who came: {activity}", {{"activity", activity->title}}));
    const auto url = page.tenant_url("/staff/sessions/" + session->id);
    AttendanceView view{
        .url = url + "/attendance",
        .back_url = url,
        .seen = typed.has("seen") ? std::string(typed.get("seen"))
                                  : pages.activities.mark_of(request.tenant->id, session->id),
        .when = when_text(*session, request.tenant->zone, page.translator()),
        .signed_up = page.tn("{n} person is signed up", "{n} persons are signed up", session->taken)};
    for (const auto& one : numbers_of_people())
        view.numbers.push_back(number_field(typed, one.name, page.t(one.title), errors));
    for (const auto& one : costs_of) {
        view.costs.push_back(number_field(typed, one.name, page.t(one.title), errors));
        view.costs.back().suffix = "kr";
        view.costs.back().input_mode = "decimal";
    }
    for (const auto& one : texts_of)
        view.texts.push_back(Field{.name = one.name,
                                   .label = page.t(one.title),
                                   .value = std::string(typed.get(one.name)),
                                   .hint = page.t("Nothing about a person: no names, no numbers."),
                                   .optional = true,
                                   .rows = 3}
                                 .with(errors));
    view.partners = {.name = "partners", .label = page.t("Who took part of those who arrange it with us"), .optional = true};
    const auto took_part = typed.all("partners");
    for (const auto& partner : partners_of(pages.activities, request.tenant->id, activity->id))
        if (!partner.has_ended || base::holds(took_part, partner.id))
            view.partners.options.push_back({partner.id, partner.title, base::holds(took_part, partner.id)});
    view.held_as = held_as_fields(typed, *activity, errors, page);
    const auto& words = page.translator();
    for (const auto& term : taxonomy::terms(taxonomy::List::target_group))
        view.groups.push_back(number_field(typed, "group_" + term.key, words.t(term.label), errors));
    for (const auto& term : taxonomy::terms(taxonomy::List::found_us))
        view.found_us.push_back(number_field(typed, "found_" + term.key, words.t(term.label), errors));
    name_what_is_wrong(view, errors);
    view.doubts = doubts;
    view.asked_about = doubts.empty() ? "" : base::mark_of(doubts);
    view.errors = std::move(errors);
    auto response = html::render_page(page, templates::attendance_page(view, page), status);
    response.for_once = true;
    return response;
}

/// What may be meant otherwise: names in what was written now, and more who stayed away than had said that they come.
std::vector<std::string> doubts_about_attendance(const Attendance& attendance, const std::optional<Attendance>& before,
                                                 const Session& session, const register_::Surroundings& around) {
    std::vector<std::string> doubts;
    for (const auto& one : texts_of) {
        const auto& text = attendance.*one.member;
        if (before && (*before).*one.member == text) continue;
        for (auto& doubt : register_::doubts_of_text(text, around)) base::add_once(doubts, std::move(doubt));
    }
    const auto absent = attendance.did_not_come.value_or(0);
    if (absent > session.taken && (!before || before->did_not_come != attendance.did_not_come))
        doubts.push_back(around.words->tn("{absent} are entered as signed up and not there, but {n} person was signed up.",
                                          "{absent} are entered as signed up and not there, but {n} persons were signed up.",
                                          session.taken, {{"absent", std::to_string(absent)}}));
    return doubts;
}

/// Of costs that are written now, or otherwise than before.
void ask_about_payments(const Pages& pages, const Attendance& attendance, const std::optional<Attendance>& before,
                        const Programme::Found& found, const register_::Surroundings& around, std::vector<std::string>& doubts) {
    const auto& paid = Inside::of(pages.activities).paid_beside.asked;
    std::vector<std::string> costs;
    for (const auto& one : costs_of) {
        const auto& cost = attendance.*one.member;
        if (cost.value_or(0) > 0 && (!before || (*before).*one.member != cost)) costs.emplace_back(one.name);
    }
    if (!paid || costs.empty()) return;
    const auto day = base::to_civil(found.session->starts, around.zone).date;
    for (auto& doubt : paid(around, found.activity->id, day, costs)) base::add_once(doubts, std::move(doubt));
}

bool has_not_begun(const Pages& pages, const Session& session) {
    return Inside::of(pages.activities).clock.now() < session.starts;
}

/// Instead of a form that would be filled in for nothing.
http::Response not_yet_page(const http::Request& request, const Programme::Found& found) {
    const auto page = session_step_page(
        request, found, html::Page(request).t("Count who came: {activity}", {{"activity", found.activity->title}}));
    AttendanceView view;
    view.back_url = page.tenant_url("/staff/sessions/" + found.session->id);
    view.when = when_text(*found.session, request.tenant->zone, page.translator());
    return html::render_page(page, templates::attendance_not_yet(view, page));
}

/// One more or one fewer of what the button names; what else was typed stays.
http::Fields stepped(const http::Fields& typed, std::string_view step) {
    auto fields = typed;
    const bool is_more = step.ends_with('+');
    step.remove_suffix(1);
    for (auto& [name, value] : fields.pairs) {
        if (name != step) continue;
        const auto number = base::whole_number_up_to(base::trim(value), 0, most_typed).value_or(0);
        value = std::to_string(std::max(0, is_more ? number + 1 : number - 1));
        break;
    }
    return fields;
}

}  // namespace

http::Response attendance_page(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (found.session && !may_count(pages, request, *found.activity)) return html::not_theirs_page(request, whose_activity);
    if (found.session && found.session->status != Status::cancelled && has_not_begun(pages, *found.session))
        return not_yet_page(request, found);
    const auto stands = pages.activities.attendance(request.tenant->id, request.parameter("session"));
    return show_attendance(pages, request, stands ? fields_in(*stands) : http::Fields{}, {}, 200);
}

http::Response count_attendance(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto [activity, session] = programme->session(request.parameter("session"));
    if (!session) return html::error_page(request, 404);
    const html::Page page(request);
    html::FormErrors errors;
    if (!may_count(pages, request, *activity)) {
        if (session->status == Status::cancelled) return html::not_theirs_page(request, whose_activity);
        errors.add("", page.t(whose_activity));
        return show_attendance(pages, request, request.form, std::move(errors), 403);
    }
    const auto step = request.form.get("step");
    if (step.size() > 1) return show_attendance(pages, request, stepped(request.form, step), {}, 200);
    const auto partners = partners_of(pages.activities, request.tenant->id, activity->id);
    const auto attendance = attendance_in(request.form, partners, errors, page);
    for (const auto& [field, message] : pages.activities.faults_of(attendance, page.translator()))
        errors.add(field, message);
    if (has_not_begun(pages, *session))
        errors.add("", page.t("The session has not begun yet: nobody can have come."));
    if (!errors.empty()) return show_attendance(pages, request, request.form, std::move(errors), 422);
    const auto around = register_::around_of(pages.activities.activities(), request);
    const auto before = pages.activities.attendance(request.tenant->id, session->id);
    auto doubts = doubts_about_attendance(attendance, before, *session, around);
    ask_about_payments(pages, attendance, before, {activity, session}, around, doubts);
    if (!doubts.empty() && request.form.get("asked_about") != base::mark_of(doubts))
        return show_attendance(pages, request, request.form, {}, 422, doubts);
    const auto came_of = pages.activities.count(around, session->id, attendance, request.identity->account_id,
                                                base::Seen::mark(request.form.get("seen")));
    if (came_of == Arranged::not_there) return html::error_page(request, 404);
    if (came_of == Arranged::not_theirs) {
        errors.add("", page.t(whose_activity));
        return show_attendance(pages, request, request.form, std::move(errors), 403);
    }
    if (came_of != Arranged::done) return http::changed_meanwhile("activity:" + activity->id);
    return http::see_other(page.tenant_url("/staff/sessions/" + session->id + "?done=counted"));
}

}  // namespace digilots::activities
