// Staff in chats: who is here for them, what residents write, and closing one with an entry in the log.
#include <algorithm>

#include "platform/audit/reading.h"
#include "platform/base/form_key.h"
#include "platform/base/json.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/register/pages.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/templates.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

namespace {

using html::components::Field;

const i18n::Text whose_chat =
    TEXT("The question belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

void stay_here(const Pages& pages, const http::Request& request) {
    const auto& account = request.identity->account_id;
    if (pages.questions.is_present(request.tenant->id, account))
        pages.questions.be_present(request.tenant->id, account, pages.clock.now() + Questions::stays_here);
}

/// Nothing is chosen for whoever closes it: what all leave as it stands tells nothing.
Field topic_field(const std::string& chosen, const html::Page& page) {
    const register_::Surroundings around{.municipality_id = page.request().tenant->id, .words = &page.translator()};
    Field field{.name = "topic", .label = page.t("What it was about")};
    if (chosen.empty()) field.options.push_back({"", page.t("Choose a topic"), true});
    for (const auto& choice : taxonomy::topic_choices(around))
        field.options.push_back({choice.key, choice.label, choice.key == chosen, "", choice.group});
    return field;
}

http::Response show_staff_talk(const Pages& pages, const http::Request& request, const Talk& talk, const std::string& typed,
                               const std::string& key, html::FormErrors errors, int status) {
    html::Page page(request);
    page.title = page.t("Chat with a resident");
    page.staff = true;
    page.indexable = false;
    page.scripts.push_back("chat.js");
    const auto list = page.tenant_url("/staff/questions"), url = list + "/" + talk.question_id;
    page.breadcrumbs = {{page.t("Questions from residents"), list}, {page.t("Chats"), list + "/chat"}, {page.title, "", true}};
    const auto question = pages.questions.questions().find(request.tenant->id, talk.question_id);
    auto topic = std::string(request.form.get("topic"));
    if (topic.empty() && question) topic = question->text("topic");
    ChatView view{.errors = std::move(errors),
                  .is_staff = true,
                  .is_over = talk.state != Followed::State::waiting,
                  .url = url + "/chat",
                  .lines_url = url + "/lines",
                  .form_key = base::form_key_for(key, pages.clock.now()),
                  .ask_url = url,
                  .seen = question ? pages.questions.questions().mark_of(*question) : "",
                  .last = talk.lines.empty() ? 0 : talk.lines.back().number,
                  .lines = lines_of(talk, true, true, page),
                  .may_be_closed = !answer_in(talk.lines).empty()};
    view.topic = topic_field(topic, page).with(view.errors);
    view.words = Field{.name = "words", .label = page.t("Answer"), .value = typed, .rows = 3}.with(view.errors);
    if (view.is_over && !typed.empty()) view.unsaid = Field{.name = "unsaid", .label = page.t("What you were writing"),
                                                            .value = typed, .rows = 3};
    return html::render_page(page, templates::talk_page(view, page), status);
}

/// Being here opens nothing while nobody would answer the phone.
std::string closed_until(const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    if (pages.questions.is_chat_open(tenant)) return "";
    if (tenant.phone_answers && tenant.phone_changes)
        return page.t("Chat is closed to residents now. It opens {time}.",
                      {{"time", page.translator().date_time(*tenant.phone_changes, tenant.zone)}});
    return page.t("Chat is closed to residents now. It opens when the phone is answered, or in working time.");
}

}  // namespace

http::Response chats_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    page.title = page.t("Chats");
    page.staff = true;
    page.indexable = false;
    const auto list = page.tenant_url("/staff/questions");
    page.breadcrumbs = {{page.t("Questions from residents"), list}, {page.title, "", true}};
    stay_here(pages, request);
    ChatsView view{.is_here = pages.questions.is_present(tenant.id, request.identity->account_id),
                   .over_url = list + "?state=answered&channel=chat",
                   .url = list + "/presence"};
    if (view.is_here) view.closed = closed_until(pages, page);
    for (const auto held = pages.questions.waiting(tenant.id); const auto& question : held->questions) {
        if (question.channel != "chat") continue;
        const auto when = page.translator().date_time(question.asked_at, tenant.zone);
        auto& list_of = question.is_answered_so_far ? view.answered : view.chats;
        list_of.push_back({when + ": " + question.summary, list + "/" + question.id + "/chat"});
    }
    return html::render_page(page, templates::chats_page(view, page));
}

http::Response waiting_chats(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto number = std::ranges::count_if(pages.questions.waiting(request.tenant->id)->questions, [](const auto& one) {
        return one.channel == "chat" && !one.is_answered_so_far;
    });
    const auto title = page.t("Chats");
    base::JsonWriter json;
    json.begin_object().member("number", static_cast<std::int64_t>(number));
    json.member("title", number == 0 ? title : title + " (" + std::to_string(number) + ")");
    json.member("told", number == 0 ? "" : page.tn("{n} chat waits for an answer", "{n} chats wait for an answer", number));
    json.end_object();
    return never_kept(http::json(std::move(json).take()));
}

http::Response note_presence(const Pages& pages, const http::Request& request) {
    const bool is_here = request.form.get("here") == "yes";
    pages.questions.be_present(request.tenant->id, request.identity->account_id,
                               is_here ? std::optional(pages.clock.now() + Questions::stays_here) : std::nullopt);
    return http::see_other(html::Page(request).tenant_url("/staff/questions/chat"));
}

http::Response staff_talk_page(const Pages& pages, const http::Request& request) {
    const auto talk = pages.questions.talk_of(request.tenant->id, request.parameter("id"));
    if (!talk) return html::error_page(request, 404);
    stay_here(pages, request);
    return show_staff_talk(pages, request, *talk, "", "", {}, 200);
}

http::Response reply_in_chat(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto& records = pages.questions.questions();
    const auto question = records.find(request.tenant->id, request.parameter("id"));
    if (!question || question->text("channel") != "chat") return html::error_page(request, 404);
    const std::string typed(request.form.get("words")), key(request.form.get("form_key"));
    if (!records.may_change(register_::around_of(records, request), *question)) {
        const auto theirs = pages.questions.talk_of(request.tenant->id, question->id);
        html::FormErrors errors;
        errors.add("words", page.t(whose_chat));
        return theirs ? show_staff_talk(pages, request, *theirs, typed, key, std::move(errors), 403)
                      : html::error_page(request, 404);
    }
    stay_here(pages, request);
    const auto said =
        pages.questions.say(*request.tenant, question->id, request.identity->account_id, typed, key, page.translator());
    if (said.came_of == Said::kept) return http::see_other(page.tenant_url("/staff/questions/" + question->id + "/chat"));
    html::FormErrors errors;
    if (said.came_of == Said::wrong) errors.add("words", said.fault);
    if (said.came_of == Said::over)
        errors.add("", page.t("The chat is over: a colleague has closed it. What you were writing is not sent. On the page of "
                              "the question you can put it into the answer, or open it again."));
    if (said.came_of == Said::full) errors.add("", page.t("The chat is full. Close it with what you have answered."));
    const auto talk = pages.questions.talk_of(request.tenant->id, question->id);
    if (!talk) return html::error_page(request, 404);
    return show_staff_talk(pages, request, *talk, typed, key, std::move(errors), said.came_of == Said::wrong ? 422 : 409);
}

http::Response close_chat(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto talk = pages.questions.talk_of(request.tenant->id, request.parameter("id"));
    if (!talk) return html::error_page(request, 404);
    const auto answer = answer_in(talk->lines);
    const std::string topic(request.form.get("topic"));
    html::FormErrors errors;
    if (answer.empty()) errors.add("words", page.t("Write an answer before you close the chat as answered."));
    if (taxonomy::find(taxonomy::List::topic, topic) == nullptr) errors.add("topic", page.t("Choose a topic from the list."));
    if (!errors.empty()) return show_staff_talk(pages, request, *talk, "", "", std::move(errors), 422);
    const auto& records = pages.questions.questions();
    const auto question = records.find(request.tenant->id, talk->question_id);
    if (!question) return html::error_page(request, 404);
    if (!records.may_change(register_::around_of(records, request), *question))
        return register_::told_of_step(records, request, Answering::not_theirs, whose_chat);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (question->text("state") != "waiting" || !seen.is(records.mark_of(*question)))
        return register_::told_of_step(records, request, Answering::changed, whose_chat);
    // First the entry, once for this chat: cut off behind it, the chat is still open and is closed by pressing again.
    inquiries::Inquiry entry;
    entry.channel = "chat";
    entry.outcome = "answered";
    entry.topics = {topic};
    pages.log.log(*request.tenant, entry, request.identity->account_id, "chat:" + talk->question_id, talk->question_id);
    const auto came_of = pages.questions.answer(register_::around_of(records, request), *request.tenant, talk->question_id,
                                                {answer, ReplyWay::page, true}, request.identity->account_id,
                                                seen);
    return register_::told_of_step(records, request, came_of, whose_chat);
}

http::Response new_lines_for_staff(const Pages& pages, const http::Request& request) {
    const auto talk = pages.questions.talk_of(request.tenant->id, request.parameter("id"), lines_after(request));
    if (!talk) return html::error_page(request, 404);
    return lines_as_json(*talk, true, html::Page(request), true);
}

}  // namespace digilots::questions
