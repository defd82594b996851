// Whoever has lost the code of a question gets another one: staff know them by what is kept of how to reach them.
#include "platform/base/form_key.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/templates.h"

namespace digilots::questions {

namespace {

struct OfCode {
    register_::Record question;
    Questions::Contact contact;
};

/// Nothing where it is not theirs, or nobody could be known by anything.
std::optional<OfCode> question_of_code(const Pages& pages, const http::Request& request) {
    const auto& records = pages.questions.questions();
    auto question = records.find(request.tenant->id, request.parameter("id"));
    if (!question || !records.may_change(register_::around_of(records, request), *question)) return std::nullopt;
    auto contact = pages.questions.contact_of(request.tenant->id, question->id);
    if (!Questions::can_have_new_code(*question, contact.by)) return std::nullopt;
    return OfCode{*std::move(question), std::move(contact)};
}

std::string known_by(const Questions::Contact& contact, const html::Page& page) {
    if (contact.by == ReplyBy::email) return page.t("E-mail address: {address}", {{"address", contact.value}});
    if (contact.by == ReplyBy::letter) return page.t("Name and address: {address}", {{"address", contact.value}});
    return page.t("Phone number: {number}", {{"number", contact.value}});
}

/// With the code where it was given just now; else with what they are known by.
http::Response show_new_code(const Pages& pages, const http::Request& request, const OfCode& of, const std::string& code) {
    html::Page page(request);
    page.title = page.t("A new code for who asked");
    page.staff = true;
    page.indexable = false;
    const auto list = page.tenant_url("/staff/questions"), url = list + "/" + of.question.id;
    page.breadcrumbs = {{page.t("Questions from residents"), list}, {of.question.text("summary"), url}, {page.title, "", true}};
    NewCodeView view{.url = url + "/code",
                     .question_url = url,
                     .seen = pages.questions.questions().mark_of(of.question),
                     .form_key = base::form_key_for("", pages.clock.now()),
                     .code = code,
                     .slip_url = url + "/slip.pdf"};
    if (code.empty()) {
        Inside::of(pages.questions).note_reading(request, of.question.id);
        view.known_by = known_by(of.contact, page);
    }
    return never_kept(html::render_page(page, templates::new_code_page(view, page)));
}

}  // namespace

http::Response new_code_page(const Pages& pages, const http::Request& request) {
    const auto of = question_of_code(pages, request);
    return of ? show_new_code(pages, request, *of, "") : html::error_page(request, 404);
}

http::Response give_new_code(const Pages& pages, const http::Request& request) {
    const auto of = question_of_code(pages, request);
    if (!of) return html::error_page(request, 404);
    const auto& records = pages.questions.questions();
    const auto given = pages.questions.new_code(register_::around_of(records, request), *request.tenant, of->question.id,
                                                request.form.get("form_key"), request.identity->account_id,
                                                base::Seen::mark(request.form.get("seen")));
    // Told in this answer alone: an address stands in histories, and can be loaded again.
    if (given.came_of == Answering::done && !given.code.empty()) return show_new_code(pages, request, *of, given.code);
    return register_::told_of_step(records, request, given.came_of, whose_question_it_is);
}

}  // namespace digilots::questions
