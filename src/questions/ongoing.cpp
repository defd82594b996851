// Questions and chats that are under way: among all that is, and by the code of whoever asked.
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/html/codes_alike.h"
#include "platform/html/page.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/ongoing.h"
#include "questions/pages.h"
#include "questions/registers.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

constexpr std::string_view by_chat = "chat";

/// Its topic and the way it came by: never its words.
std::string about_of(const Waiting::Question& question, const html::Page& page) {
    const auto topic = question.topic.empty() ? page.t("No topic")
                                              : taxonomy::label(taxonomy::List::topic, question.topic, page.translator());
    const auto all = ways_in();
    const auto* way = base::find_in(all, question.channel, &register_::FixedTerm::key);
    return way ? topic + ", " + page.t(way->label) : topic;
}

/// What it is about, and when somebody is to be rung.
std::string what_waits(const Waiting::Question& question, const OfficeHours& office, const html::Page& page) {
    const auto about = about_of(question, page), when = wish_words(office, question.wished, page.translator());
    return when.empty() ? about : page.t("{what}: wants to be rung {when}", {{"what", about}, {"when", when}});
}

std::vector<OngoingMatter> that_wait(const Questions& questions, const html::Page& page, bool are_chats) {
    std::vector<OngoingMatter> matters;
    const auto now = Inside::of(questions).clock.now();
    const auto office = questions.office_hours(page.request().tenant->id);
    for (const auto held = questions.waiting(page.request().tenant->id); const auto& question : held->questions)
        if ((question.channel == by_chat) == are_chats)
            matters.push_back({.what = what_waits(question, office, page),
                               .since = question.asked_at,
                               .until = question.promised_at,
                               .is_late = question.promised_at < now,
                               .function = question.function,
                               .unit = question.unit,
                               .path = "/staff/questions/" + question.id + (are_chats ? "/chat" : "")});
    return matters;
}

/// Of whoever asked for an answer by letter: it is to be printed, and goes nowhere by itself.
std::vector<OngoingMatter> letters_to_print(const Questions& questions, const html::Page& page) {
    std::vector<OngoingMatter> matters;
    const auto rows = Inside::of(questions).database.read([&](db::Connection& connection) {
        return connection.query(sql::letters_to_print, page.request().tenant->id);
    });
    for (const auto row : rows) {
        const auto topic = row.text("topic");
        matters.push_back({.what = topic.empty() ? page.t("No topic")
                                                 : taxonomy::label(taxonomy::List::topic, topic, page.translator()),
                           .since = base::parse_utc(row.text("answered_at")),
                           .function = row.text("function"),
                           .unit = row.text("unit"),
                           .path = staff_path_of(row.text("id"))});
    }
    return matters;
}

std::string standing_of(const Followed& followed, const OfficeHours& office, const html::Page& page, base::Instant now) {
    const auto& zone = page.request().tenant->zone;
    const auto& words = page.translator();
    const auto promised = promise_words(followed.promised_at, zone, words);
    const auto wished = wish_words(office, followed.wished, words);
    if (followed.state == Followed::State::waiting)
        return followed.promised_at < now
                   ? page.t("You were promised an answer by {date}. We are late, and are sorry for that. Ring us if it is "
                            "urgent.",
                            {{"date", promised}})
                   : wished.empty() ? page.t("It waits for an answer. You get one by {date}.", {{"date", promised}})
               : followed.is_wish_promised
                   ? page.t("We ring you: {when}.", {{"when", wished}})
                   : page.t("You want to be rung: {when}. We ring then if we can, at the latest {promise}.",
                            {{"when", wished}, {"promise", promised}});
    if (followed.answer.empty())
        return page.t("The question is closed without a written answer. Ring us, or ask again, if you still want to know.");
    return followed.answered_at ? page.t("Answered {time}.", {{"time", words.date_time(*followed.answered_at, zone)}}) : "";
}

}  // namespace

std::vector<std::string> rung_words(const Followed& followed, base::Instant now, const html::Page& page) {
    if (followed.state != Followed::State::waiting || followed.tries == 0 || !followed.tried_at) return {};
    const auto& zone = page.request().tenant->zone;
    const auto last = page.translator().date_time(*followed.tried_at, zone);
    return {page.tn("We rang you on {time}, and nobody answered.",
                    "We have rung you {n} times, the last on {time}, and nobody answered.", followed.tries, {{"time", last}}),
            followed.promised_at < now
                ? page.t("We ring again. You may choose another number, another time or another way, or ring us.")
                : page.t("We ring again, at the latest {promise}. You may choose another number, another time or another way, or "
                         "ring us.",
                         {{"promise", promise_words(followed.promised_at, zone, page.translator())}})};
}

std::vector<OngoingKind> ongoing_kinds(const Questions& questions) {
    return {{.key = "question",
             .title = TEXT("Questions from residents"),
             .one = TEXT("Question"),
             .of = "question",
             .now = [&questions](const html::Page& page) { return that_wait(questions, page, false); }},
            {.key = "chat",
             .title = TEXT("Chats"),
             .one = TEXT("Chat"),
             .of = "question",
             .now = [&questions](const html::Page& page) { return that_wait(questions, page, true); }},
            {.key = "answer_by_letter",
             .title = TEXT("Answers to send by letter"),
             .one = TEXT("Answer to send by letter"),
             .are_letters = true,
             .of = "question",
             .now = [&questions](const html::Page& page) { return letters_to_print(questions, page); }}};
}

/// What is said in an open chat, as the page of the chat shows it.
FollowedMatter chat_matter(const Questions& questions, const Followed& followed, std::string_view code, const html::Page& page) {
    FollowedMatter matter{.what = followed.question,
                          .standing = page.t("The chat is open. To go on, write this code under “Ask a question”.")};
    const auto talk = questions.talk(*page.request().tenant, code);
    if (!talk) return matter;
    for (const auto& line : lines_of(*talk, false, false, page))
        matter.more.push_back(line.who + ", " + line.time + ": " + base::joined(line.words, " "));
    return matter;
}

FollowedKind followed_kind(const Questions& questions) {
    return {.code = code_kind,
            .find = [&questions](const html::Page& page, std::string_view code) -> std::optional<FollowedMatter> {
                const auto& tenant = *page.request().tenant;
                auto& self = Inside::of(questions);
                // While a wrong code waits a right one does, too.
                if (html::wait_of_guess(self.guessing, page.request(), self.clock.now())) return std::nullopt;
                const auto followed = questions.follow(tenant, code);
                if (!followed) return std::nullopt;
                if (followed->is_open_chat) return chat_matter(questions, *followed, code, page);
                const auto asked = page.translator().date_time(followed->asked_at, tenant.zone);
                const bool is_kept_alone =
                    followed->state == Followed::State::waiting && !questions.has_said_who_answers(tenant.id);
                FollowedMatter matter{.what = followed->question,
                                      .standing = is_kept_alone
                                                      ? page.t(nobody_answers_yet)
                                                      : standing_of(*followed, questions.office_hours(tenant.id), page,
                                                                    Inside::of(questions).clock.now()),
                                      .more = base::separated(followed->answer, '\n'),
                                      .began = page.t("Asked {time}.", {{"time", asked}})};
                const auto reached = how_reached(*followed, page.translator());
                for (auto& line : rung_words(*followed, Inside::of(questions).clock.now(), page))
                    matter.more.push_back(std::move(line));
                if (followed->state == Followed::State::waiting && !reached.empty())
                    matter.more.push_back(page.t("How you get the answer: {way}", {{"way", reached}}) + ".");
                return matter;
            },
            .wait = [&questions](const http::Request& request) {
                auto& self = Inside::of(questions);
                return wait_after_guess(self.guessing, request, self.clock.now());
            },
            .one = TEXT("Question"),
            .opens = [&questions](const html::Page& page, std::string_view code) -> std::optional<std::string> {
                const auto followed = questions.follow(*page.request().tenant, code);
                if (!followed) return std::nullopt;
                return "/staff/questions/" + followed->id + (followed->is_open_chat ? "/chat" : "");
            }};
}

}  // namespace digilots::questions
