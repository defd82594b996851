// A part moves to another phase, or is closed: each on a page that tells what is missing before anything is written.
#include <algorithm>

#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/personal/personal_data.h"
#include "platform/register/pages.h"
#include "platform/register/steps.h"

namespace digilots::plan {

namespace {

constexpr std::size_t longest_why = 500;

struct AskedPart {
    std::shared_ptr<const Plan> plan;
    const Node* node = nullptr;
    std::optional<register_::Record> record = {};
};

AskedPart asked_part(const Pages& pages, const http::Request& request) {
    AskedPart asked{.plan = pages.kinds->kept.of(request.tenant->id)};
    asked.node = asked.plan->find(request.parameter("id"));
    if (asked.node) asked.record = pages.kinds->nodes.find(request.tenant->id, asked.node->id);
    return asked;
}

html::Page step_page_of(const http::Request& request, const AskedPart& asked, const std::string& title) {
    auto page = plan_page_of(request, title);
    page.breadcrumbs.push_back({asked.plan->name_of(*asked.node), page.tenant_url("/staff/plan/" + asked.node->id)});
    return page;
}

http::Response show_phase(const Pages& pages, const http::Request& request, const AskedPart& asked, html::FormErrors errors) {
    const auto page = step_page_of(request, asked, html::Page(request).t("Move to another phase"));
    const auto here = page.tenant_url("/staff/plan/" + asked.node->id);
    StepView view{.url = here + "/phase",
                  .back_url = here,
                  .seen = page.seen(pages.kinds->nodes.mark_of(*asked.record)),
                  .button = page.t("Move it"),
                  .about = page.t("Now: {phase}. Phases need not come in their order; why it moves is kept.",
                                  {{"phase", page.t(title_of_phase(asked.node->phase))}})};
    const std::string chosen(request.form.has("phase") ? request.form.get("phase") : request.query.get("phase"));
    view.choice = {.name = "phase", .label = page.t("To which phase")};
    for (const auto phase : phases) {
        html::components::Option option{
            std::string(phase), std::string(phase) + ". " + page.t(title_of_phase(phase)), chosen == phase};
        std::string missing;
        for (const auto* kind : missing_for(*asked.plan, *asked.node, phase))
            missing += (missing.empty() ? "" : ", ") + page.t(kind->title);
        if (!missing.empty()) option.hint = page.t("Not finished yet: {documents}", {{"documents", missing}});
        view.choice.options.push_back(std::move(option));
    }
    view.choice = view.choice.with(errors);
    view.text = html::components::Field{.name = "why",
                                        .label = page.t("Why it moves"),
                                        .value = std::string(request.form.get("why")),
                                        .hint = page.t("Where documents are missing, say why it moves without them.")}
                    .with(errors);
    view.errors = std::move(errors);
    return html::render_page(page, templates::step_page(view, page), view.errors.empty() ? 200 : 422);
}

void add_faults_of_why(html::FormErrors& errors, const std::string& why, const std::string& missing, const html::Page& page) {
    if (why.empty()) errors.add("why", missing);
    else if (base::length(why) > longest_why)
        errors.add("why", page.tn("Write at most {n} character.", "Write at most {n} characters.", longest_why));
    else if (personal::find_personal_data(why) != personal::PersonalData::none)
        errors.add("why", page.t("Remove the number or address: nothing here tells of a person."));
}

html::FormErrors faults_of_move(const AskedPart& asked, std::string_view phase, const std::string& why, const html::Page& page) {
    html::FormErrors errors;
    if (std::ranges::find(phases, phase) == phases.end()) errors.add("phase", page.t("Choose the phase."));
    else if (asked.node->phase == phase) errors.add("phase", page.t("It is in this phase already. Choose another."));
    add_faults_of_why(errors, why, page.t("Write why it moves."), page);
    return errors;
}

/// A project goes on somewhere when it closes; other parts belong to one that does.
bool waits_for_hand_over(const Kinds& kinds, db::Connection& connection, std::string_view municipality_id,
                         std::string_view kind, std::string_view id) {
    const auto& handed_over = kinds.neighbours.handed_over;
    return handed_over && kind == word_of(Kind::project) && !handed_over(connection, municipality_id, id);
}

void tell_hand_over(StepView& view, const Kinds& kinds, const Node& node, const html::Page& page) {
    const bool waits = kinds.database.read([&](db::Connection& connection) {
        return waits_for_hand_over(kinds, connection, page.request().tenant->id, word_of(node.kind), node.id);
    });
    if (!waits) return;
    view.can_send = false;
    view.also = page.t("It is to be handed over first: to which group it goes, what residents and staff can do now, how it is "
                       "followed up.");
    view.way = {page.t("Plan its handing over"), page.tenant_url("/staff/bodies/handovers/new?part=" + node.id)};
}

/// What is closed is opened again on the same page, with a reason that is kept.
void ask_why_open(StepView& view, html::FormErrors errors, const html::Page& page) {
    view.about = page.t("It is closed. Where something is left to do, it can be opened again; why is kept.");
    view.lines.clear();
    view.can_send = true;
    view.button = page.t("Open it again");
    view.text = html::components::Field{.name = "why",
                                        .label = page.t("Why it is opened again"),
                                        .value = std::string(page.request().form.get("why"))}
                    .with(errors);
    view.errors = std::move(errors);
}

http::Response show_close(const Pages& pages, const http::Request& request, const AskedPart& asked, bool is_refused,
                          html::FormErrors errors = {}) {
    const auto page = step_page_of(request, asked, html::Page(request).t("Close this part"));
    const auto here = page.tenant_url("/staff/plan/" + asked.node->id);
    StepView view{.url = here + "/close",
                  .back_url = here,
                  .seen = page.seen(pages.kinds->nodes.mark_of(*asked.record)),
                  .button = page.t("Close it today"),
                  .lines_title = page.t("Criteria that have neither evidence nor an accepted exception:")};
    for (const auto* one : asked.plan->criteria_of(asked.node->id))
        if (!one->is_met()) view.lines.push_back(one->title);
    view.can_send = view.lines.empty() && !asked.node->closed;
    if (!asked.node->closed) tell_hand_over(view, *pages.kinds, *asked.node, page);
    if (asked.node->closed) ask_why_open(view, std::move(errors), page);
    else if (view.can_send && asked.plan->criteria_of(asked.node->id).empty())
        view.about = page.t("It has no criteria. What is closed stays in the plan.");
    else if (view.can_send) view.about = page.t("Each criterion is met. What is closed stays in the plan.");
    else if (view.lines.empty()) view.about = page.t("It cannot be closed yet.");
    else view.about = page.t("It cannot be closed yet. Say of each what shows that it is there, or who accepted that it is not.");
    return html::render_page(page, templates::step_page(view, page), is_refused ? 422 : 200);
}

http::Response told(const Pages& pages, const http::Request& request, register_::Stepped came_of, std::string_view id) {
    if (came_of == register_::Stepped::done)
        return http::see_other(html::Page(request).tenant_url("/staff/plan/" + std::string(id)));
    return register_::told_of_step(pages.kinds->nodes, request, came_of, TEXT("It belongs to the whole municipality."));
}

/// It stands among the moves, in the phase that it is in.
http::Response open_again(const Pages& pages, const http::Request& request, const AskedPart& asked) {
    const html::Page page(request);
    const auto why = base::clean(request.form.get("why"));
    html::FormErrors errors;
    add_faults_of_why(errors, why, page.t("Write why it is opened again."), page);
    if (!errors.empty()) return show_close(pages, request, asked, true, std::move(errors));
    auto& records = pages.kinds->nodes;
    const auto now = pages.kinds->clock.now();
    const auto& municipality = request.tenant->id;
    const auto& account = request.identity->account_id;
    const auto came_of = register_::step(
        records, register_::around_of(records, request), pages.kinds->around(municipality), asked.node->id, account,
        base::Seen::mark(request.form.get("seen")), [&](db::Connection& connection, register_::Record& record) {
            if (record.text("closed_on").empty()) return false;
            connection.execute(sql::add_move, municipality, base::new_uuid(now), record.id, record.text("phase"),
                               record.text("phase"), why, "", account, base::format_utc(now));
            record.columns["closed_on"] = std::string();
            return true;
        });
    return told(pages, request, came_of, asked.node->id);
}

}  // namespace

http::Response phase_page(const Pages& pages, const http::Request& request) {
    const auto asked = asked_part(pages, request);
    return asked.record ? show_phase(pages, request, asked, {}) : html::error_page(request, 404);
}

http::Response move_phase(const Pages& pages, const http::Request& request) {
    const auto asked = asked_part(pages, request);
    if (!asked.record) return html::error_page(request, 404);
    const auto moved = move_to_phase(pages, request, request.form.get("phase"), base::clean(request.form.get("why")),
                                     request.identity->account_id, base::Seen::mark(request.form.get("seen")));
    if (!moved.errors.empty()) return show_phase(pages, request, asked, moved.errors);
    return told(pages, request, moved.came_of, asked.node->id);
}

Moved move_to_phase(const Pages& pages, const http::Request& request, std::string_view phase, const std::string& why,
                    const std::string& actor, const base::Seen& seen) {
    const auto asked = asked_part(pages, request);
    if (!asked.record) return {};
    Moved moved{.errors = faults_of_move(asked, phase, why, html::Page(request))};
    if (!moved.errors.empty()) return moved;
    moved.missing = missing_for(*asked.plan, *asked.node, phase);
    std::vector<std::string> missing;
    for (const auto* kind : moved.missing) missing.emplace_back(kind->key);
    auto& records = pages.kinds->nodes;
    const auto now = pages.kinds->clock.now();
    const auto& municipality = request.tenant->id;
    moved.came_of = register_::step(
        records, register_::around_of(records, request), pages.kinds->around(municipality), asked.node->id, actor, seen,
        [&](db::Connection& connection, register_::Record& record) {
            connection.execute(sql::add_move, municipality, base::new_uuid(now), record.id, record.text("phase"), phase, why,
                               register_::joined_list(missing), actor, base::format_utc(now));
            record.columns["phase"] = std::string(phase);
            return true;
        });
    return moved;
}

http::Response close_page(const Pages& pages, const http::Request& request) {
    const auto asked = asked_part(pages, request);
    return asked.record ? show_close(pages, request, asked, false) : html::error_page(request, 404);
}

http::Response close_part(const Pages& pages, const http::Request& request) {
    const auto asked = asked_part(pages, request);
    if (!asked.record) return html::error_page(request, 404);
    if (asked.node->closed && request.form.has("why")) return open_again(pages, request, asked);
    auto& records = pages.kinds->nodes;
    const auto& municipality = request.tenant->id;
    const auto stored = pages.kinds->around(municipality);
    bool is_refused = false;
    const auto came_of = register_::step(
        records, register_::around_of(records, request), stored, asked.node->id, request.identity->account_id,
        base::Seen::mark(request.form.get("seen")), [&](db::Connection& connection, register_::Record& record) {
            is_refused = !record.text("closed_on").empty() ||
                         !connection.query(sql::open_criteria, municipality, record.id).empty() ||
                         waits_for_hand_over(*pages.kinds, connection, municipality, record.text("kind"), record.id);
            if (!is_refused) record.columns["closed_on"] = base::format_date(stored.today);
            return !is_refused;
        });
    if (is_refused) return show_close(pages, request, asked_part(pages, request), true);
    return told(pages, request, came_of, asked.node->id);
}

}  // namespace digilots::plan
