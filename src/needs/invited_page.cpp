// What a unit answers by its link, on a phone, without an account: the questions of one area, as drafts.
#include <algorithm>

#include "needs/pages.h"
#include "needs/sql.h"
#include "needs/templates.h"
#include "needs/terms.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/register/pages.h"

namespace digilots::needs {

namespace {

constexpr std::size_t longest_secret = 100;
constexpr std::int64_t most_questions = 500;
constexpr int gone = 410;

struct Invited {
    std::optional<register_::Record> invitation;
    std::optional<register_::Record> round;
    std::vector<register_::Record> questions;           // by their numbers
    bool is_open = false;
};

Invited invited_by(const Pages& pages, const http::Request& request) {
    Invited found;
    const auto secret = request.parameter("secret");
    if (secret.empty() || secret.size() > longest_secret) return found;
    auto& links = pages.kinds->invitations;
    const auto id = pages.database.read([&](db::Connection& connection) -> std::string {
        const auto rows = connection.query(sql::find_invitation, request.tenant->id, secret);
        return rows.empty() ? "" : rows[0].text("id");
    });
    if (!id.empty()) found.invitation = links.find(request.tenant->id, id);
    if (!found.invitation) return found;
    found.round = pages.kinds->rounds.find(request.tenant->id, found.invitation->text("round"));
    const auto last = found.invitation->date("open_until");
    const auto today = base::to_civil(links.now(), request.tenant->zone).date;
    found.is_open = last && today <= *last && !found.invitation->has_ended() && found.round && !found.round->has_ended() &&
                    found.round->text("state") != "done";
    // Of a link that closed while somebody wrote as well: what was written is given back with its questions.
    if (!found.is_open && (!found.round || request.form.pairs.empty())) return found;
    const auto around = register_::around_of(pages.kinds->questions, request);
    const register_::ListQuery query{.filters = {{"round", found.round->id}}};
    found.questions = pages.kinds->questions.list(around, query, most_questions, 0).records;
    std::erase_if(found.questions, [](const register_::Record& question) { return question.has_ended(); });
    std::ranges::stable_sort(found.questions, {}, [](const register_::Record& one) { return one.text("code"); });
    return found;
}

std::string name_of_answer(const register_::Record& question) { return "answer_" + question.id; }

void add_questions(InvitedView& view, const Invited& invited, const html::FormErrors& errors, const html::Page& page) {
    for (const char* part : {"current", "desired", "between"}) {
        InvitedView::Part of{part, label_of(parts(), part, page), {}};
        for (const auto& question : invited.questions) {
            if (question.text("part") != part) continue;
            const auto name = name_of_answer(question);
            of.fields.push_back(html::components::Field{.name = name,
                                                        .label = question.text("title"),
                                                        .value = std::string(page.request().form.get(name)),
                                                        .rows = 3}
                                    .with(errors));
        }
        if (!of.fields.empty()) view.parts.push_back(std::move(of));
    }
}

/// A guess is told apart from what is known: as it was chosen, else as it is of whoever says it.
std::string certainty_in(const http::Request& request, const html::Page& page) {
    const std::string chosen(request.form.get("certainty"));
    const register_::Surroundings around{.municipality_id = request.tenant->id, .words = &page.translator()};
    const auto known = certainties()(around);
    return base::find_in(known, chosen, &register_::Choice::key) == nullptr ? "stated" : chosen;
}

http::Response show_invited(const Pages& pages, const http::Request& request, const Invited& invited,
                            const html::FormErrors& errors) {
    html::Page page(request);
    page.indexable = false;
    InvitedView view{.errors = errors};
    if (!invited.is_open) {
        page.title = page.t("A link that is closed");
        view.closed = page.t("This link is closed. Ask whoever gave it to you for another one.");
        add_questions(view, invited, errors, page);
        for (auto& part : view.parts)
            std::erase_if(part.fields, [](const html::components::Field& field) { return field.value.empty(); });
        std::erase_if(view.parts, [](const InvitedView::Part& part) { return part.fields.empty(); });
        return http::told_nobody(html::render_page(page, templates::invited_page(view, page), gone));
    }
    page.title = invited.round->text("title");
    view.url = page.tenant_url("/needs/" + invited.invitation->text("secret"));
    view.lead = page.t("{unit}: {area}", {{"unit", invited.invitation->text("title")},
                                          {"area", label_of(areas(), invited.invitation->text("area"), page)}});
    const auto last = page.translator().date(*invited.invitation->date("open_until"));
    view.until = page.t("The link is open until {date}.", {{"date", last}});
    view.form_key = base::form_key_for(request.form.get("form_key"), pages.kinds->answers.now());
    if (!request.query.get("sent").empty())
        view.done = page.t("Thank you. Your answers are received. You can add more until the link closes.");
    const auto typed = [&](const char* name) { return std::string(request.form.get(name)); };
    view.role = html::components::Field{.name = "role",
                                        .label = page.t("Your role"),
                                        .value = typed("role"),
                                        .hint = page.t("Such as: assistant nurse. Never a name.")}
                    .with(errors);
    const auto asked = typed("resident_asked");
    view.resident = {.name = "resident_asked",
                     .label = page.t("Was a resident asked?"),
                     .options = {{"", page.t("Unknown"), asked.empty()},
                                 {"yes", page.t("Yes"), asked == "yes"},
                                 {"no", page.t("No"), asked == "no"}}};
    view.certainty = {.name = "certainty", .label = page.t("How sure are you?")};
    const auto sure = certainty_in(request, page);
    for (const auto& one : certainties()(register_::around_of(pages.kinds->answers, request)))
        view.certainty.options.push_back({one.key, one.label, one.key == sure});
    view.informants = html::components::Field{.name = "informants",
                                              .label = page.t("How many of you answer together?"),
                                              .value = typed("informants"),
                                              .input_mode = "numeric",
                                              .optional = true}
                          .with(errors);
    add_questions(view, invited, errors, page);
    return http::never_kept(html::render_page(page, templates::invited_page(view, page), errors.empty() ? 200 : 422));
}

std::vector<register_::Draft> answers_in(const http::Request& request, const Invited& invited, html::FormErrors& errors) {
    const html::Page page(request);
    const auto role = base::clean(request.form.get("role"));
    if (role.empty()) errors.add("role", page.t("Say in which role you answer."));
    if (role.find('\n') != std::string::npos) errors.add("role", page.t("Write one role."));
    std::vector<register_::Draft> drafts;
    for (const auto& question : invited.questions) {
        const auto typed = base::clean(request.form.get(name_of_answer(question)));
        if (typed.empty()) continue;
        drafts.push_back({{"title", {typed}},
                          {"round", {invited.round->id}},
                          {"area", {invited.invitation->text("area")}},
                          {"question", {question.id}},
                          {"certainty", {certainty_in(request, page)}},
                          {"informants", {base::clean(request.form.get("informants"))}},
                          {"roles", {role}},
                          {"way", {"form"}},
                          {"resident_asked", {std::string(request.form.get("resident_asked"))}},
                          {"state", {"draft"}},
                          {"source", {invited.invitation->text("title")}},
                          {"unit", {invited.invitation->text("unit")}},
                          {"form_key", {std::string(request.form.get("form_key"))}}});
    }
    if (drafts.empty() && errors.empty() && !invited.questions.empty())
        errors.add(name_of_answer(invited.questions.front()), page.t("Answer at least one question."));
    return drafts;
}

}  // namespace

http::Response invited_page(const Pages& pages, const http::Request& request) {
    const auto invited = invited_by(pages, request);
    if (!invited.invitation) return http::told_nobody(html::error_page(request, 404));
    return show_invited(pages, request, invited, {});
}

http::Response answer_by_link(const Pages& pages, const http::Request& request) {
    const auto invited = invited_by(pages, request);
    if (!invited.invitation) return http::told_nobody(html::error_page(request, 404));
    html::FormErrors errors;
    if (!invited.is_open) return show_invited(pages, request, invited, errors);
    const auto drafts = answers_in(request, invited, errors);
    if (!errors.empty()) return show_invited(pages, request, invited, errors);
    auto& records = pages.kinds->answers;
    const auto around = register_::around_of(records, request);
    const html::Page page(request);
    for (const auto& refused : add_all(records, around, drafts, "link:" + invited.invitation->id)) {
        const auto& draft = drafts[refused.draft];
        // Said once for all that was sent.
        const auto& input = refused.problem.input;
        const bool is_of_all = input == "roles" || input == "informants";
        const auto field = input == "roles" ? "role" : is_of_all ? input : "answer_" + draft.at("question").front();
        errors.add(field, refused.problem.words(page.translator()));
        if (is_of_all) break;
    }
    if (!errors.empty()) return show_invited(pages, request, invited, errors);
    return http::see_other(page.tenant_url("/needs/" + invited.invitation->text("secret") + "?sent=1"));
}

}  // namespace digilots::needs
