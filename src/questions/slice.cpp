#include <algorithm>

#include "platform/html/codes_alike.h"
#include "platform/slice/own_page.h"
#include "questions/demo.h"
#include "questions/duties.h"
#include "questions/ongoing.h"
#include "questions/pages.h"
#include "questions/telling.h"

namespace digilots::questions {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

http::Routes routes(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string staff = "/{municipality}/staff/questions/{id}", api = "/api/v1/{municipality}";
    kept::Dependences bank{{kept_answers}, {"rhythm"}}, found = referral::found_from;
    found.insert(found.end(), bank.begin(), bank.end());
    return {{Method::get, "/{municipality}/chat", Access::anyone, page(chat_page)},
            {Method::post, "/{municipality}/chat", Access::anyone, page(begin_chat)},
            {Method::get, "/{municipality}/chat/{code}", Access::anyone, page(talk_page)},
            {Method::post, "/{municipality}/chat/{code}", Access::anyone, page(say_in_chat)},
            {Method::get, "/{municipality}/chat/{code}/lines", Access::anyone, page(new_lines), {"after"}},
            {Method::get, "/{municipality}/staff/questions/chat", Access::guide, page(chats_page)},
            {Method::get, "/{municipality}/staff/questions/chat/waiting", Access::guide, page(waiting_chats)},
            {Method::get, "/{municipality}/staff/how-fast", Access::coordinator, page(speed_page)},
            {Method::get, "/{municipality}/staff/how-fast.csv", Access::coordinator, page(speed_table)},
            {Method::post, "/{municipality}/staff/questions/presence", Access::guide, page(note_presence)},
            {Method::get, staff + "/chat", Access::guide, page(staff_talk_page)},
            {Method::post, staff + "/chat", Access::guide, page(reply_in_chat)},
            {Method::post, staff + "/chat/close", Access::guide, page(close_chat)},
            {Method::get, staff + "/lines", Access::guide, page(new_lines_for_staff)},
            {Method::post, "/{municipality}/staff/answers/{id}/told", Access::guide, page(note_told)},
            {Method::get, "/{municipality}/ask", Access::anyone, page(ask_page), {"by", "place"}},
            {Method::post, "/{municipality}/ask", Access::anyone, page(ask)},
            {Method::get, "/{municipality}/ask/follow", Access::anyone, page(code_form)},
            {Method::post, "/{municipality}/ask/follow", Access::anyone, page(find_code)},
            {Method::get, "/{municipality}/ask/{code}", Access::anyone, page(follow_page), {"new", "chosen"}},
            {Method::get, "/{municipality}/ask/{code}/slip.pdf", Access::anyone, page(code_slip), print::format_query(), {},
             http::Effort::drawing},
            {Method::get, "/{municipality}/ask/{code}/reach", Access::anyone, page(reach_page)},
            {Method::post, "/{municipality}/ask/{code}/reach", Access::anyone, page(choose_reach)},
            {Method::post, "/{municipality}/ask/{code}/how-often", Access::anyone, page(choose_how_often)},
            {Method::get, "/{municipality}/answers", Access::anyone, page(bank_page), {"q", "page"}, found},
            {Method::get, "/{municipality}/answers/{slug}", Access::anyone, page(answer_page), {"thanks"}, bank},
            {Method::post, "/{municipality}/answers/{slug}/helped", Access::anyone, page(say_helped)},
            {Method::get, "/{municipality}/staff/questions/from-entry/{id}", Access::guide, page(from_entry_page)},
            {Method::post, "/{municipality}/staff/questions/from-entry/{id}", Access::guide, page(make_question_of_entry)},
            {Method::get, staff + "/reach", Access::guide, page(staff_reach_page)},
            {Method::post, staff + "/reach", Access::guide, page(note_reach)},
            {Method::get, staff + "/code", Access::guide, page(new_code_page)},
            {Method::post, staff + "/code", Access::guide, page(give_new_code)},
            {Method::post, staff + "/slip.pdf", Access::guide, page(question_slip), {}, {}, http::Effort::drawing},
            {Method::get, staff + "/letter.pdf", Access::guide, page(answer_letter), {}, {}, http::Effort::drawing},
            {Method::get, staff + "/answer", Access::guide, page(answering_page)},
            {Method::post, staff + "/answer", Access::guide, page(give_answer)},
            {Method::get, staff + "/close", Access::guide, page(closing_page)},
            {Method::post, staff + "/close", Access::guide, page(close_question)},
            {Method::post, staff + "/open", Access::guide, page(open_question_again)},
            {Method::post, staff + "/take", Access::guide, page(take_question)},
            {Method::post, staff + "/tried", Access::guide, page(note_question_tried)},
            {Method::post, staff + "/told", Access::guide, page(note_step_told)},
            {Method::get, staff + "/bank", Access::guide, page(make_answer_of)},
            {Method::post, api + "/questions", Access::anyone, page(post_question)},
            {Method::get, api + "/questions", Access::token(read_questions), page(list_questions)},
            {Method::get, api + "/questions/{code}", Access::anyone, page(get_question)},
            {Method::get, api + "/answers", Access::anyone, page(find_answers), {"q"}, found}};
}

http::Menu menu(const Questions& questions) {
    const auto takes = [&questions](const http::Tenant& tenant, const http::Identity&) {
        return questions.has_said_who_answers(tenant.id) ? 0 : -1;
    };
    const auto chats = [&questions](const http::Tenant& tenant, const http::Identity&) {
        return questions.offers_chat(tenant) ? 0 : -1;
    };
    return {{MenuPlace::residents, 450, TEXT("Common questions"), "/answers"},
            {MenuPlace::staff, 210, TEXT("Inbox"), "/staff/questions", Role::guide, {},
             [&questions](const http::Tenant& tenant, const http::Identity&) {
                 return std::ssize(questions.waiting(tenant.id)->questions);
             }},
            {MenuPlace::staff, 212, TEXT("Chats"), "/staff/questions/chat", Role::guide, {},
             [&questions](const http::Tenant& tenant, const http::Identity&) {
                 return std::ranges::count_if(questions.waiting(tenant.id)->questions, [](const Waiting::Question& question) {
                     return question.channel == "chat" && !question.is_answered_so_far;
                 });
             }},
            {MenuPlace::staff, 920, TEXT("How fast we answer"), "/staff/how-fast", Role::coordinator},
            {MenuPlace::help, 100, TEXT("We can ring you"), "/ask?by=phone", Role::guide, {}, takes},
            {MenuPlace::help, 110, TEXT("Write with us in a chat"), "/chat", Role::guide, {}, chats},
            {MenuPlace::settings, 215, TEXT("Promised answers by way in"), "/staff/settings/promises", Role::administrator},
            {MenuPlace::staff, 220, TEXT("Answer bank"), "/staff/answers", Role::guide}};
}

SitePages site(const Questions& questions) {
    return {.of = [&questions](const http::Tenant& tenant) {
        std::vector<std::string> paths{"/ask", "/answers"};
        if (questions.offers_chat(tenant)) paths.emplace_back("/chat");
        for (const auto held = questions.answers(tenant.id); const auto& answer : *held)
            if (answer.is_published) paths.push_back(answer.path());
        return paths;
    }};
}

/// The ways to us, whatever hour it is: what is not open then is kept as a question.
FindableKind ways_to_us() {
    return {.as = FindableKind::As::activity,
            .all =
                [](std::string_view) {
                    return std::vector{
                        own_page(TEXT("We can ring you"), "/ask?by=phone",
                                 "ring mig|ringa mig|ring upp mig|ringa upp|bli uppringd|kan ni ringa mig|ringer ni upp|"
                                 "återuppringning|ring meg|ringe meg|bli oppringt|kan dere ringe meg|call me|call me back|"
                                 "ring me|phone me|اتصلوا بي|اتصل بي|معاودة الاتصال"),
                        own_page(TEXT("Write with us in a chat"), "/chat",
                                 "chatt|chatta|chatten|chatta med er|livechatt|chat|chatte|chatte med dere|live chat|"
                                 "دردشة|محادثة|الدردشة"),
                        own_page(TEXT("Ask a question"), "/ask",
                                 "fråga|ställa en fråga|ställa fråga|skriva till er|kontakta er|kontakta kommunen|spørsmål|"
                                 "stille spørsmål|stille et spørsmål|skrive til dere|kontakte dere|ask a question|write to you|"
                                 "contact you|contact us|سؤال|طرح سؤال|التواصل معكم")};
                },
            .from = {}};
}

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::those_who_ask,
     TEXT(
         "A question that you ask in writing is read by the staff, who answer it. Personal numbers, phone numbers and e-mail "
         "addresses are refused in its text. Whoever has its code can read it and the answer; the code is not kept.")},
    {.of = PrivacyNotice::Of::those_who_ask,
     .text =
         TEXT("If you want the answer by e-mail, phone or letter, your address or number, and how often you want to be told, is "
              "kept apart from the question, used for nothing else, and deleted when the question is closed, at the latest after "
              "{period}."),
     .rule = std::string(contact_rule),
     .preserved =
         TEXT("If you want the answer by e-mail, phone or letter, your address or number, and how often you want to be told, is "
              "kept apart from the question, used for nothing else, and deleted when the question is closed.")},
    {.of = PrivacyNotice::Of::those_who_ask,
     .text = TEXT("Written questions and their answers are deleted after {period}. Counts stay."),
     .rule = std::string(question_rule),
     .preserved = TEXT("The municipality keeps written questions and their answers for the time being: none is deleted.")},
    {PrivacyNotice::Of::those_who_ask, TEXT("What is said in a chat is kept with its question, and deleted with it. Whoever "
                                            "has the code of the chat can read it.")},
    {PrivacyNotice::Of::staff, TEXT("Colleagues see which questions you have taken and which you have answered.")},
};

}  // namespace

Slice slice(Questions& questions, const referral::Referral& referral, inquiries::Inquiries& log,
            const directory::Directory& directory, const municipality::Municipalities& municipalities,
            const organisation::Organisation& organisation, const base::Clock& clock) {
    return {
        .name = "questions",
        .routes =
            [&](const Slices&) {
                return html::codes_alike(routes({questions, referral, log, directory, municipalities, clock}),
                                         Inside::of(questions).guessing, Inside::of(questions).clock);
            },
        .registers = {&questions.questions(), &questions.bank(), &questions.promises()},
        .menu = menu(questions),
        .scopes = {&read_questions},
        .measures = questions.measures(directory),
        .trail = {.actions = {{"question contact read", TEXT("looked at how who asked is reached")},
                              {"question contact changed", TEXT("changed how who asked is reached")},
                              {"question code replaced", TEXT("gave whoever asked a new code")},
                              {"question handed over", TEXT("question handed over")}}},
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = duty_kinds(questions, organisation, municipalities, clock),
        .ongoing = ongoing_kinds(questions),
        .followed = {followed_kind(questions)},
        .findable = {answers_of_bank(questions), ways_to_us()},
        .site = site(questions),
        .jobs = {telling_who_is_late(questions)},
        .load_demo = [&](const Demo& demo) { load_demo(questions, municipalities, clock, demo); },
    };
}

}  // namespace digilots::questions
