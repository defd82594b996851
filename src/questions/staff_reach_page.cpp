// Staff note how whoever asked is reached, and hand them the code; an answer by letter is printed with its address.
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/templates.h"

namespace digilots::questions {

namespace {

std::optional<register_::Record> question_of(const Pages& pages, const http::Request& request) {
    const auto& records = pages.questions.questions();
    auto question = records.find(request.tenant->id, request.parameter("id"));
    if (question && !records.may_change(register_::around_of(records, request), *question)) return std::nullopt;
    return question;
}

bool can_be_noted(const register_::Record& question) {
    return question.text("state") == "waiting" && question.text("channel") != "chat";
}

/// The code that the page before has told, where it is this question's.
std::string code_told(const http::Request& request, const register_::Record& question) {
    const auto code = base::tidy_code(code_kind, request.form.get("code"));
    return base::is_code(code_kind, code, question.text("code_hash")) ? code : "";
}

std::string how_often_kept(const Pages& pages, const http::Request& request, const register_::Record& question) {
    return std::string(word_of(pages.questions.contact_of(request.tenant->id, question.id).how_often));
}

std::string url_of(const register_::Record& question, const html::Page& page) {
    return page.tenant_url("/staff/questions/" + question.id);
}

struct NotedAnew {
    std::string by, contact, wished, how_often;
};

http::Response show(const Pages& pages, const http::Request& request, const register_::Record& question, const NotedAnew& typed,
                    html::FormErrors errors, const std::string& code = "") {
    html::Page page(request);
    page.title = page.t("How to reach who asked");
    page.staff = true;
    page.indexable = false;
    page.scripts = {"comes_with.js"};
    const auto url = url_of(question, page);
    page.breadcrumbs = {{page.t("Questions from residents"), page.tenant_url("/staff/questions")},
                        {question.text("summary"), url},
                        {page.title, "", true}};
    StaffReachView view{.errors = std::move(errors),
                        .url = url + "/reach",
                        .question_url = url,
                        .seen = pages.questions.questions().mark_of(question),
                        .form_key = base::form_key_for(request.form.get("form_key"), pages.clock.now()),
                        .code = code,
                        .has_code = !question.text("code_hash").empty()};
    view.slip_url = url + "/slip.pdf";
    view.reply_by = reply_by_of_staff(typed.by, page).with(view.errors);
    view.contact = contact_of_staff(typed.contact, page).with(view.errors);
    const bool is_kept = pages.questions.contact_of(request.tenant->id, question.id).by != ReplyBy::none;
    if (is_kept) view.contact.hint = page.t("Leave it empty if what is kept is right.");
    view.wished = wish_again_field(pages, question.text("wished"), typed.wished, page).with(view.errors);
    word_wish_for_staff(view.wished, page);
    view.how_often = how_often_again_field(pages, typed.how_often, page).with(view.errors);
    view.how_often.label = page.t("How often do we tell them?");
    const int status = view.errors.empty() ? 200 : 422;
    return never_kept(html::render_page(page, templates::staff_reach_page(view, page), status));
}

print::Document paper(const std::string& title, const html::Page& page, const std::string& language) {
    const auto& tenant = *page.request().tenant;
    return {.title = title,
            .language = language,
            .right_to_left = i18n::translator(language).language().right_to_left,
            .footer = tenant.phone.empty() ? tenant.name : tenant.name + " · " + tenant.phone};
}

}  // namespace

html::components::Field reply_by_of_staff(std::string_view chosen, const html::Page& page) {
    const auto way = [&](const char* value, std::string label) {
        return html::components::Option{value, std::move(label), chosen == value};
    };
    return {.name = "reply_by",
            .label = page.t("How do they want the answer?"),
            .options = {way("none", page.t("They look on the page with the code")), way("email", page.t("By e-mail")),
                        way("phone", page.t("By phone")), way("letter", page.t("By letter"))}};
}

html::components::Field contact_of_staff(std::string_view typed, const html::Page& page) {
    auto field = contact_field(typed, page);
    field.label = page.t("E-mail address, phone number, or address of the letter");
    field.optional = true;
    field.hint = page.t("Only where they want an e-mail, a call or a letter. It is kept apart from the question and deleted "
                        "before it.");
    return field;
}

void word_wish_for_staff(html::components::Field& wished, const html::Page& page) {
    wished.label = page.t("When do they want to be rung?");
    wished.hint = page.t("Only if they are to be rung. These are the times when the phone is answered.");
}

http::Response staff_reach_page(const Pages& pages, const http::Request& request) {
    const auto question = question_of(pages, request);
    if (!question || !can_be_noted(*question)) return html::error_page(request, 404);
    const auto often = how_often_kept(pages, request, *question);
    return show(pages, request, *question, {question->text("reply_by"), "", question->text("wished"), often}, {});
}

http::Response note_reach(const Pages& pages, const http::Request& request) {
    const auto question = question_of(pages, request);
    if (!question) return html::error_page(request, 404);
    const html::Page page(request);
    const auto wished = wished_in(request);
    NotedAnew typed{std::string(request.form.get("reply_by")), std::string(request.form.get("contact").substr(0, 1000)),
                    wished.value_or(question->text("wished")),
                    request.form.has(how_often_name) ? std::string(request.form.get(how_often_name).substr(0, 40))
                                                     : how_often_kept(pages, request, *question)};
    if (typed.by.empty() || typed.by == word_of(ReplyBy::none)) typed.by = way_meant_by(typed.by, typed.contact, request);
    const auto by = reply_by_called(typed.by);
    const auto how_often = how_often_called(typed.how_often);
    html::FormErrors errors;
    if (!by) errors.add("reply_by", page.t("Choose how they want the answer."));
    if (!how_often) errors.add(how_often_name, how_often_fault(page.translator()));
    if (!errors.empty()) return show(pages, request, *question, typed, std::move(errors));
    const auto& records = pages.questions.questions();
    const auto noted = pages.questions.note_reach(
        register_::around_of(records, request), *request.tenant, question->id,
        {*by, typed.contact, std::string(request.form.get("form_key")), wished, how_often}, request.identity->account_id,
        base::Seen::mark(request.form.get("seen")), page.translator());
    for (const auto& [field, message] : noted.errors) errors.add(field, message);
    if (!errors.empty()) return show(pages, request, *question, typed, std::move(errors));
    // Told in this answer alone: an address stands in histories, and can be loaded again.
    if (noted.came_of == Answering::done && !noted.code.empty()) return show(pages, request, *question, typed, {}, noted.code);
    return register_::told_of_step(records, request, noted.came_of, whose_question_it_is);
}

http::Response question_slip(const Pages& pages, const http::Request& request) {
    const auto question = question_of(pages, request);
    const auto code = question ? code_told(request, *question) : "";
    if (code.empty()) return html::error_page(request, 404);
    const html::Page page(request);
    const auto document = code_on_paper(pages, page, code_to_print(pages, request, code), {print::slip_papers().front()});
    return never_kept(print::pdf_answer(document, "slip.pdf"));
}

http::Response answer_letter(const Pages& pages, const http::Request& request) {
    const auto question = question_of(pages, request);
    const auto contact = question ? pages.questions.contact_of(request.tenant->id, question->id) : Questions::Contact{};
    if (!question || contact.by != ReplyBy::letter || question->text("answer").empty()) return html::error_page(request, 404);
    Inside::of(pages.questions).note_reading(request, question->id);
    const html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto& words = i18n::translator(question->text("language"));
    auto document = paper(words.t("Answer to your question to {municipality}", {{"municipality", tenant.name}}), page,
                          question->text("language"));
    document.blocks.push_back({print::Paragraph{{contact.value}, print::Emphasis::strong}});
    document.blocks.push_back({print::Heading{1, {document.title}}});
    const auto asked = base::parse_utc(question->text("asked_at"));
    if (asked) {
        const auto day = words.date(base::to_civil(*asked, tenant.zone).date);
        document.blocks.push_back(
            {print::Paragraph{{words.t("You asked us something on {date}. This is the answer:", {{"date", day}})}}});
    }
    for (const auto& line : base::separated(question->text("answer"), '\n'))
        document.blocks.push_back({print::Paragraph{{line}}});
    return never_kept(print::pdf_answer(document, "letter.pdf"));
}

}  // namespace digilots::questions
