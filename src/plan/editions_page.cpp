// Editions of the plan: kept as it was, approved by the project group, then the owners, then the steering group.
#include <array>

#include "plan/editions.h"
#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "plan/words.h"
#include "platform/audit/audit.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/personal/personal_data.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_about = 300, longest_basis = 200, steps_of_approval = 3;

/// Who noted it when; on which day the group did it, and where that is written.
struct Approval {
    std::string by = {}, at = {}, on = {}, basis = {};
};

struct Edition {
    std::string id, about, made_by, made_at;
    std::int64_t version = 0, number = 0;
    std::array<Approval, steps_of_approval> approvals;

    /// Which step comes next; three where all are taken.
    std::size_t next() const {
        std::size_t at = 0;
        while (at < approvals.size() && !approvals[at].at.empty()) ++at;
        return at;
    }
    std::string mark() const { return base::mark_of({id, std::to_string(version)}); }
};

Approval approval_read(const db::Row& row, const std::string& step) {
    return {row.text(step + "_by"), row.text(step + "_at"), row.text(step + "_on"), row.text(step + "_basis")};
}

Edition edition_read(const db::Row& row) {
    return {.id = row.text("id"),
            .about = row.text("about"),
            .made_by = row.text("made_by"),
            .made_at = row.text("made_at"),
            .version = row.integer("version"),
            .number = row.integer("number"),
            .approvals = {approval_read(row, "project_group"), approval_read(row, "owners"),
                          approval_read(row, "steering_group")}};
}

i18n::Text title_of_step(std::size_t step) {
    constexpr std::array titles{TEXT("Project group"), TEXT("Owners"), TEXT("Steering group")};
    return titles[step];
}

i18n::Text button_of_step(std::size_t step) {
    constexpr std::array buttons{TEXT("The project group has approved it"), TEXT("The owners have approved it"),
                                 TEXT("The steering group has approved it")};
    return buttons[step];
}

std::string moment(const std::string& stored, const html::Page& page) {
    const auto at = base::parse_utc(stored);
    return at ? page.translator().date_time(*at, page.request().tenant->zone) : "";
}

std::string state_of(const Edition& edition, const html::Page& page) {
    const auto next = edition.next();
    if (next == steps_of_approval) return page.t("Approved");
    return next == 0 ? page.t("Draft") : page.t("Approved by: {who}", {{"who", page.t(title_of_step(next - 1))}});
}

std::string title_of_edition(const Edition& edition, const html::Page& page) {
    return page.t("The plan, edition {n}", {{"n", std::to_string(edition.number)}});
}

http::Response show_editions(const Pages& pages, const http::Request& request, html::FormErrors errors) {
    const auto page = plan_page_of(request, html::Page(request).t("Editions"));
    const auto rows = pages.kinds->database.read(
        [&](db::Connection& connection) { return connection.query(sql::editions, request.tenant->id); });
    EditionsView view{.table = {.caption = page.t("Editions of the plan, the newest first"),
                                .columns = {{page.t("Edition")}, {page.t("Made on")}, {page.t("Approval")}, {page.t("About it")}},
                                .empty = page.t("No edition has been made.")}};
    for (const auto row : rows) {
        const auto edition = edition_read(row);
        view.table.rows.push_back(
            {{.text = title_of_edition(edition, page), .url = page.tenant_url("/staff/plan/editions/" + edition.id)},
             {.text = moment(edition.made_at, page)},
             {.text = state_of(edition, page)},
             {.text = edition.about, .unknown = edition.about.empty()}});
    }
    if (http::may(request, http::Role::coordinator)) view.url = page.tenant_url("/staff/plan/editions");
    view.about = html::components::Field{.name = "about",
                                         .label = page.t("About this edition"),
                                         .value = std::string(request.form.get("about")),
                                         .optional = true}
                     .with(errors);
    view.errors = std::move(errors);
    return html::render_page(page, templates::editions_page(view, page), view.errors.empty() ? 200 : 422);
}

/// "30 November 2026 – 31 January 2027" of "2026-11-30/2027-01-31".
std::string told_days(const std::string& days, const html::Page& page) {
    const auto slash = days.find('/');
    const auto told = [&](const std::string& stored) {
        const auto day = base::parse_date(stored);
        return day ? page.translator().date(*day) : std::string();
    };
    const auto from = told(days.substr(0, slash)), to = told(slash == days.npos ? "" : days.substr(slash + 1));
    if (from.empty() && to.empty()) return page.t("no day");
    if (from.empty()) return to;
    return from + " – " + to;
}

/// What of a part became another one; no text where it is told in a way of its own.
i18n::Text what_changed(EditionChange::What what) {
    using What = EditionChange::What;
    switch (what) {
        case What::other_owner: return TEXT("Who answers for it");
        case What::other_resources: return TEXT("Resources");
        case What::other_goals: return TEXT("Municipal goals that it supports");
        case What::other_targets: return TEXT("Targets of the UN");
        case What::other_exclusions: return TEXT("What is not part of it");
        default: return {};
    }
}

std::string told_milestone(const EditionChange& change, const html::Page& page) {
    using What = EditionChange::What;
    const auto with = [&](i18n::Text text) {
        return page.translator().t(text, {{"part", change.of},
                                          {"milestone", change.name},
                                          {"before", change.what == What::milestone_renamed ? change.before
                                                                                            : told_days(change.before, page)},
                                          {"after", change.what == What::milestone_renamed ? change.after
                                                                                           : told_days(change.after, page)}});
    };
    if (change.what == What::milestone_added) return with(TEXT("{part}: new milestone “{milestone}”, {after}"));
    if (change.what == What::milestone_removed) return with(TEXT("{part}: the milestone “{milestone}” is gone, {before}"));
    if (change.what == What::milestone_renamed) return with(TEXT("{part}: the milestone “{before}” is “{after}”"));
    return with(TEXT("{part}: the milestone “{milestone}” moved from {before} to {after}"));
}

std::string told_change(const EditionChange& change, const html::Page& page) {
    const auto phase = [&](const std::string& key) { return page.t(title_of_phase(key)); };
    using What = EditionChange::What;
    if (!change.of.empty()) return told_milestone(change, page);
    if (change.what == What::added) return page.t("New: {name}", {{"name", change.name}});
    if (change.what == What::removed) return page.t("Gone: {name}", {{"name", change.name}});
    if (change.what == What::renamed)
        return page.t("Renamed: “{before}” is “{after}”", {{"before", change.before}, {"after", change.after}});
    if (change.what == What::other_days)
        return page.t("{name}: {before} is {after}", {{"name", change.name},
                                                      {"before", told_days(change.before, page)},
                                                      {"after", told_days(change.after, page)}});
    if (change.what == What::other_phase)
        return page.t("{name}: {before} is {after}",
                      {{"name", change.name}, {"before", phase(change.before)}, {"after", phase(change.after)}});
    return page.t("{name}, {what}: “{before}” is “{after}”", {{"name", change.name},
                                                             {"what", page.t(what_changed(change.what))},
                                                             {"before", change.before},
                                                             {"after", change.after}});
}

html::components::Table table_of_kept(const std::vector<KeptPart>& parts, const html::Page& page) {
    html::components::Table table{
        .caption = page.t("The parts as they were then"),
        .columns = {{page.t("Part")},
                    {page.t("Kind of part")},
                    {page.t("From")},
                    {page.t("To")},
                    {page.t("Phase")},
                    {page.t("Who answers for it")},
                    {page.t("Milestones")}}};
    const auto milestones = [&](const KeptPart& part) {
        std::string text;
        for (const auto& one : part.milestones)
            text += (text.empty() ? "" : "; ") + one.title + " (" + told_days("/" + one.deadline, page) + ")";
        return text;
    };
    const auto day = [&](const std::string& stored) {
        const auto date = base::parse_date(stored);
        return html::components::Cell{.text = date ? page.translator().date(*date) : "", .unknown = !date};
    };
    for (const auto& part : parts)
        table.rows.push_back({{.text = part.name},
                              {.text = page.t(title_of(kind_called(part.kind).value_or(Kind::activity)))},
                              day(part.starts),
                              day(part.ends),
                              {.text = page.t(title_of_phase(part.phase))},
                              {.text = part.owner, .unknown = part.owner.empty()},
                              {.text = part.is_whole ? milestones(part) : "", .unknown = !part.is_whole}});
    return table;
}

void add_approvals(EditionView& view, const Edition& edition, const Kinds& kinds, const html::Page& page) {
    const auto& name_of = kinds.nodes.others().name_of;
    const auto who = [&](const std::string& account) { return name_of ? name_of(account) : std::string(); };
    view.facts.push_back({page.t("Made on"), {moment(edition.made_at, page) + " " + who(edition.made_by)}});
    if (!edition.about.empty()) view.facts.push_back({page.t("About it"), {edition.about}});
    for (std::size_t at = 0; at < steps_of_approval; ++at) {
        const auto& one = edition.approvals[at];
        if (one.at.empty()) {
            view.facts.push_back({page.t(title_of_step(at)), {page.t("has not approved it yet")}});
            continue;
        }
        std::vector<std::string> lines;
        const auto day = base::parse_date(one.on);
        if (day) lines.push_back(page.t("Approved on {date}", {{"date", page.translator().date(*day)}}));
        if (!one.basis.empty()) lines.push_back(one.basis);
        lines.push_back(page.t("Noted {date} by {who}", {{"date", moment(one.at, page)}, {"who", who(one.by)}}));
        view.facts.push_back({page.t(title_of_step(at)), std::move(lines)});
    }
}

/// The day and where it is written, as they are asked for with the step that comes next.
void ask_for_approval(EditionView& view, const Edition& edition, base::Date today, html::FormErrors errors,
                      const html::Page& page) {
    const auto& form = page.request().form;
    view.url = page.tenant_url("/staff/plan/editions/" + edition.id);
    view.button = page.t(button_of_step(edition.next()));
    view.on = html::components::Field{.name = "approved_on",
                                      .label = page.t("On which day it was approved"),
                                      .value = form.has("approved_on") ? std::string(form.get("approved_on"))
                                                                       : base::format_date(today),
                                      .type = "date"}
                  .with(errors);
    view.basis = html::components::Field{.name = "basis",
                                         .label = page.t("Where that is written"),
                                         .value = std::string(form.get("basis")),
                                         .hint = page.t("Such as: minutes of the steering group, § 4"),
                                         .optional = true}
                     .with(errors);
    view.errors = std::move(errors);
}

html::FormErrors faults_of_approval(const http::Request& request, base::Date today, const html::Page& page) {
    html::FormErrors errors;
    const auto day = base::parse_date(request.form.get("approved_on"));
    if (!day) errors.add("approved_on", page.t("Write on which day it was approved."));
    else if (*day > today) errors.add("approved_on", page.t("That day is still to come: what is approved has been approved."));
    const auto basis = base::clean(request.form.get("basis"));
    if (base::length(basis) > longest_basis)
        errors.add("basis", page.tn("Write at most {n} character.", "Write at most {n} characters.", longest_basis));
    else if (personal::find_personal_data(basis) != personal::PersonalData::none)
        errors.add("basis", page.t("Remove the number or address: nothing here tells of a person."));
    return errors;
}

http::Response show_edition(const Pages& pages, const http::Request& request, html::FormErrors errors) {
    const auto& municipality = request.tenant->id;
    std::string content, before;
    std::optional<Edition> edition;
    pages.kinds->database.read([&](db::Connection& connection) {
        const auto rows = connection.query(sql::find_edition, municipality, request.parameter("id"));
        if (rows.empty()) return;
        edition = edition_read(rows[0]);
        content = rows[0].text("content");
        const auto earlier = connection.query(sql::edition_before, municipality, edition->number);
        if (!earlier.empty()) before = earlier[0].text("content");
    });
    if (!edition) return html::error_page(request, 404);
    auto page = plan_page_of(request, title_of_edition(*edition, html::Page(request)));
    page.breadcrumbs.push_back({page.t("Editions"), page.tenant_url("/staff/plan/editions")});
    const auto parts = parts_of_json(content);
    EditionView view{.parts = table_of_kept(parts, page), .seen = page.seen(edition->mark())};
    add_approvals(view, *edition, *pages.kinds, page);
    if (before.empty()) view.changes = {page.t("It is the first edition.")};
    else
        for (const auto& change : changes_between(parts_of_json(before), parts))
            view.changes.push_back(told_change(change, page));
    if (view.changes.empty()) view.changes = {page.t("Nothing has changed since the edition before.")};
    const int status = errors.empty() ? 200 : 422;
    if (edition->next() < steps_of_approval && http::may(request, http::Role::coordinator))
        ask_for_approval(view, *edition, today_of(pages, request), std::move(errors), page);
    return html::render_page(page, templates::edition_page(view, page), status);
}

}  // namespace

http::Response editions_page(const Pages& pages, const http::Request& request) {
    return show_editions(pages, request, {});
}

http::Response make_edition(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto about = base::clean(request.form.get("about"));
    html::FormErrors errors;
    if (base::length(about) > longest_about)
        errors.add("about", page.tn("Write at most {n} character.", "Write at most {n} characters.", longest_about));
    else if (personal::find_personal_data(about) != personal::PersonalData::none)
        errors.add("about", page.t("Remove the number or address: nothing here tells of a person."));
    if (!errors.empty()) return show_editions(pages, request, std::move(errors));
    const auto& municipality = request.tenant->id;
    const auto now = pages.kinds->clock.now();
    const auto plan = load_plan(*pages.kinds, municipality);
    const auto content = as_json(parts_to_keep(*plan, names_of_owners(*pages.kinds, pages.kinds->around(municipality))));
    const auto id = pages.kinds->database.write(
        [&](db::Connection& connection) {
            auto made = base::new_uuid(now);
            const auto number = connection.query(sql::last_number, municipality)[0].integer("number") + 1;
            connection.execute(sql::add_edition, municipality, made, number, about, request.identity->account_id,
                               base::format_utc(now), content);
            audit::record(connection, {municipality, request.identity->account_id, "edition made", "plan_edition:" + made, ""},
                          now);
            return made;
        },
        db::Isolation::deciding);
    return http::see_other(page.tenant_url("/staff/plan/editions/" + id));
}

http::Response edition_page(const Pages& pages, const http::Request& request) {
    return show_edition(pages, request, {});
}

http::Response approve_edition(const Pages& pages, const http::Request& request) {
    const auto& municipality = request.tenant->id;
    const auto& account = request.identity->account_id;
    auto errors = faults_of_approval(request, today_of(pages, request), html::Page(request));
    if (!errors.empty()) return show_edition(pages, request, std::move(errors));
    const auto basis = base::clean(request.form.get("basis"));
    const std::string on(request.form.get("approved_on"));
    const auto now = pages.kinds->clock.now();
    enum class Came { approved, not_there, changed } came = Came::not_there;
    std::string id;
    pages.kinds->database.write(
        [&](db::Connection& connection) {
            const auto rows = connection.query(sql::find_edition, municipality, request.parameter("id"));
            came = Came::not_there;
            if (rows.empty()) return;
            auto edition = edition_read(rows[0]);
            id = edition.id;
            came = Came::changed;
            const bool is_seen = base::Seen::mark(request.form.get("seen")).is(edition.mark());
            if (!is_seen || edition.next() == steps_of_approval) return;
            edition.approvals[edition.next()] = {account, base::format_utc(now), on, basis};
            const auto& [group, owners, steering] = edition.approvals;
            const auto changed =
                connection.execute(sql::approve_edition, municipality, id, edition.version, group.by, group.at, group.on,
                                   group.basis, owners.by, owners.at, owners.on, owners.basis, steering.by, steering.at,
                                   steering.on, steering.basis);
            if (changed != 1) return;
            audit::record(connection, {municipality, account, "edition approved", "plan_edition:" + id, ""}, now);
            came = Came::approved;
        },
        db::Isolation::deciding);
    if (came == Came::not_there) return html::error_page(request, 404);
    if (came == Came::changed) return http::changed_meanwhile("plan_edition:" + id);
    return http::see_other(html::Page(request).tenant_url("/staff/plan/editions/" + id));
}

}  // namespace digilots::plan
