#pragma once
// What residents ask in writing, promised an answer by a time; and the bank of answers that all desks share.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "organisation/organisation.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/kept/versions.h"
#include "platform/mail/mailbox.h"
#include "platform/register/steps.h"
#include "platform/slice/how_often.h"
#include "platform/slice/how_reached.h"
#include "platform/slice/slice.h"
#include "platform/slice/wished_time.h"
#include "referral/referral.h"

namespace digilots::questions {

/// What other programs may do with questions; answers of the bank are open to everyone.
inline constexpr http::Scope read_questions{"questions:read", TEXT("read residents’ questions")};

// ---- Asking ----

/// How somebody wants the answer, beside the page with their code.
enum class ReplyBy { none, email, phone, letter };   // letter: as staff noted it
std::string_view word_of(ReplyBy way);
WayToReach reach_by(ReplyBy way);
std::optional<ReplyBy> reply_by_called(std::string_view word);
/// What whoever asks by themselves may choose: no letter.
std::optional<ReplyBy> reply_by_offered(std::string_view word);

struct Asking {
    std::string question;
    std::string topic = "";            // taxonomy key, "" none
    ReplyBy reply_by = ReplyBy::none;
    std::string contact = "";          // address or number; "" for none
    HowOften how_often = HowOften::only;    // that they are told of it
    std::string channel = "form";      // "api", "chat", "email" …
    std::string form_key = "";         // base/form_key.h: sent again it is the same question; a random UUID is a program's
    std::string language = "sv";       // in which the answer's letter is written
    std::string entry = "";            // of the log, that it grew from: one question for each
    std::string unit = "";             // whose it is; "" nobody's
    std::string message_id = "";       // of the e-mail that it came by; kept with the contact
    std::string wished = "";           // when they want to be rung, one of wishes(): "2026-11-27 morning"; "" as soon as possible
    /// In the transaction that keeps it, the first time alone. `path`: of its page for staff, below the municipality.
    std::function<void(db::Connection&, const std::string& path, const std::string& code, base::Instant promised)> along =
        nullptr;
};

/// field → message, translated
using FieldErrors = std::vector<std::pair<std::string, std::string>>;

struct Asked {
    std::string code;                  // "k7m2-9xqd-…": follows the question; kept nowhere, told this once
    base::Instant promised_at{};
    bool is_repeated = false;          // it was sent before, with the same key
    bool is_code_replaced = false;     // meanwhile staff gave a new one: `code` is "", for it would find nothing
};
struct NotAsked {
    FieldErrors errors = {};
    bool is_full = false;              // so many wait already that nobody could keep the promise
    bool has_one = false;              // the entry has grown into a question already
    bool is_key_reused = false;        // a program's key that has asked something else in the last 24 hours
};

/// What whoever has the code may see.
struct Followed {
    enum class State { waiting, answered, closed } state = State::waiting;
    std::string question, answer, reply_way;
    base::Instant asked_at{}, promised_at{};
    std::optional<base::Instant> answered_at = {};
    ReplyBy told_by = ReplyBy::none;   // none: nothing is kept of how to reach them (any more)
    std::string wished = {};           // as they asked for it, "" none, and where nobody rings them
    bool is_wish_promised = false;     // false: it is tried; promised is another time
    std::string told_at = {};          // masked (platform/slice/how_reached.h): a code may be found or guessed
    HowOften how_often = HowOften::only;
    bool is_letter_missed = false;     // the answer's has not arrived
    std::int64_t tries = 0;            // how often somebody rang and nobody answered; the last
    std::optional<base::Instant> tried_at = {};
    bool is_open_chat = false;         // what is said there stands on the page of the chat
    std::string id = {};
};
std::string_view word_of(Followed::State state);
/// "By phone, on the number that ends with 67"; "" where nobody is told.
std::string how_reached(const Followed& followed, const i18n::Translator& words);

// ---- Answering ----

enum class ReplyWay { page, email, phone, letter };
std::string_view word_of(ReplyWay way);
std::optional<ReplyWay> reply_way_called(std::string_view word);

struct Reply {
    std::string answer;
    ReplyWay way = ReplyWay::page;
    bool is_what_was_said = false;     // the staff's lines of a chat are the answer, as they stand when it is kept
};
using Answering = register_::Stepped;

/// Questions that wait, from memory.
struct Waiting {
    struct Question {
        std::string id, topic, channel, summary, unit, function, person;
        base::Instant asked_at{}, promised_at{};
        bool is_answered_so_far = false;   // a chat in which the staff wrote last
        std::string to_tell = "";      // "taken", "late": staff have to tell whoever asked; "" nothing
        std::string wished = "";       // when they want to be rung; "" as soon as possible, or not at all
    };
    std::vector<Question> questions;   // the one promised first in front
};

/// Something promised that ended, or whose time ran out.
struct Ended {
    std::string channel;               // its way in: one of questions', or by_call_back
    base::Instant asked_at{}, promised_at{};
    std::optional<base::Instant> answered_at = {};   // nothing: without an answer
    bool is_left = false;                            // closed without one, or not needed any more: in no share
    std::string unit = "";                           // "" of none
};
inline constexpr std::string_view by_call_back = "call_back";
/// Of another slice: what ended from a moment on and before another, and what waits after its time that ran out then.
using EndedElsewhere =
    std::function<std::vector<Ended>(std::string_view municipality_id, base::Instant from, base::Instant until)>;

// ---- The bank ----

/// Phone numbers and e-mail addresses of desks, as a municipality publishes them.
using PublishedContacts = std::function<std::vector<std::string>(std::string_view municipality_id)>;
/// The municipality's own number, and those of its places and contacts that residents see.
PublishedContacts published_by(const directory::Directory& directory, const municipality::Municipalities& municipalities);

struct BankAnswer {
    std::string id, slug, question, answer, unit, function, verified_on;
    std::vector<std::string> words, steps, topics, languages;
    std::vector<std::pair<std::string, std::string>> links;   // what it leads to, address
    bool is_published = false;
    std::string path() const { return "/answers/" + slug; }
};
using BankAnswers = std::vector<BankAnswer>;   // by question
struct Helped {
    std::int64_t yes = 0, no = 0;
};

// ---- Chat: a question whose first line is the question, said to and fro while somebody is there ----

struct Line {
    int number = 0;
    base::Instant at{};
    bool is_staff = false;
    std::string account, words;
};
struct Talk {
    std::string question_id, question;
    Followed::State state = Followed::State::waiting;
    base::Instant asked_at{};
    std::vector<Line> lines;
};
/// What came of a line: kept (also when it was kept before), the chat is over or gone, it has no room for more, or what is wrong
/// with the words.
enum class Said { kept, over, full, wrong };
struct SayResult {
    Said came_of = Said::kept;
    std::string fault = "";            // translated, where it is wrong
};

inline constexpr std::string_view kept_questions = "question", kept_answers = "answer", kept_promises = "promise";

class Questions {
public:
    /// So many wait at most in a municipality.
    static constexpr std::size_t most_waiting = 2000;
    static constexpr std::size_t longest_question = 2000, longest_answer = 8000;
    /// So long after it was answered or closed a code shows it.
    static constexpr int code_days = 90;
    /// In one chat.
    static constexpr int most_lines = 200;
    static constexpr std::size_t longest_line = 1000;

    Questions(db::Database& database, const kept::Versions& versions, const municipality::Municipalities& municipalities,
              const organisation::Organisation& organisation, const base::Clock& clock, register_::Others others,
              bool sends_letters);
    ~Questions();

    /// How long contact details are kept where a municipality has chosen so; before anybody is served.
    void know(PeriodOf period_of);
    /// What else "How fast we answer" counts; before anybody is served.
    void know(EndedElsewhere ended);
    /// Which phone numbers and e-mail addresses may stand in answers; before anybody is served. Without it none.
    void know(PublishedContacts published);

    /// What addresses in letters begin with: "https://digilots.example.org"; before anybody is served. Without it letters name none.
    void know_address(std::string public_address);

    register_::Records& questions() const;
    register_::Records& bank() const;
    register_::Records& promises() const;

    /// Whether the municipality has said who answers: a function sees to questions, or it promises an answer itself. Where it has
    /// not, what is asked waits, and nothing is promised or told of.
    bool has_said_who_answers(std::string_view municipality_id) const;
    /// Whether people are told of the chat: the same, and its hours are known.
    bool offers_chat(const http::Tenant& tenant) const;
    /// By when is answered what comes in by this way ("form", "chat", "call_back" …).
    base::Instant promised_at(std::string_view municipality_id, base::Instant asked, std::string_view channel = "form") const;
    /// When the office rings those who ask for it: its phone hours, else its working time. What is chosen is the promise.
    OfficeHours office_hours(std::string_view municipality_id) const;
    /// Durable when it returns. Errors by the names of the form: question, topic, reply_by, contact, wished.
    base::Result<Asked, NotAsked> ask(const http::Tenant& tenant, const Asking& asking, const i18n::Translator& words);
    /// Nothing where there is no such question, or not any more: both look the same.
    std::optional<Followed> follow(const http::Tenant& tenant, std::string_view code) const;

    /// How to reach them from now on. Without a contact the one that is kept stays, where the way is the same.
    struct Reach {
        ReplyBy by = ReplyBy::none;
        std::string contact = {}, form_key = {};
        std::optional<std::string> wished = {};   // as Asking::wished; nothing: as it stands
        std::optional<HowOften> how_often = {};   // the same
    };
    /// While it waits; what is wrong with it by the names of the form. Nothing changes else: what follow() finds afterwards says
    /// how it stands. Who is not rung has no time for it.
    FieldErrors choose_reach(const http::Tenant& tenant, std::string_view code, const Reach& reach,
                             const i18n::Translator& words);
    /// The same by staff. Where nobody has a code of it one is made, and told this once; "" else.
    struct NotedReach {
        FieldErrors errors = {};
        register_::Stepped came_of = register_::Stepped::done;
        std::string code = {};
    };
    NotedReach note_reach(const register_::Surroundings& around, const http::Tenant& tenant, std::string_view id,
                          const Reach& reach, std::string_view account, const base::Seen& seen,
                          const i18n::Translator& words);
    /// Whoever has lost the code gets another one, told this once; the one of before finds nothing any more. Only where something
    /// is kept by which staff know them, and whoever has a code reads something.
    NotedReach new_code(const register_::Surroundings& around, const http::Tenant& tenant, std::string_view id,
                        std::string_view form_key, std::string_view account, const base::Seen& seen);
    static bool can_have_new_code(const register_::Record& question, ReplyBy reached);
    /// While it waits, and how to reach them is kept; else nothing changes.
    void choose_how_often(const http::Tenant& tenant, std::string_view code, HowOften often);

    /// Where the answer is sent: "" where nothing is kept (any more).
    struct Contact {
        ReplyBy by = ReplyBy::none;
        HowOften how_often = HowOften::only;
        std::string value;
        std::optional<base::Date> gone_on = {};   // deleted then at the latest; nothing where nothing is deleted by time
    };
    Contact contact_of(std::string_view municipality_id, std::string_view question_id) const;
    bool sends_letters() const;

    /// The answer that was given last counts as in time or late; the first one, by e-mail, puts a letter in.
    Answering answer(const register_::Surroundings& around, const http::Tenant& tenant, std::string_view id, const Reply& reply,
                     std::string_view account, const base::Seen& seen);
    /// Nothing more is to be done about it; how to reach who asked is deleted.
    Answering close(const register_::Surroundings& around, std::string_view id, std::string_view account, const base::Seen& seen);
    /// Closed by mistake: it waits again, with its promise of before, or is answered again. How to reach who asked stays deleted.
    Answering open_again(const register_::Surroundings& around, std::string_view id, std::string_view account,
                         const base::Seen& seen);
    Answering take(const register_::Surroundings& around, std::string_view id, std::string_view account, const base::Seen& seen);
    /// Nobody answered the phone. Only of who waits to be rung.
    Answering note_try(const register_::Surroundings& around, std::string_view id, std::string_view account,
                       const base::Seen& seen);
    /// In the transaction that closes somebody's account: what they have taken and not answered goes to `to`; "": to nobody yet.
    static void hand_over_all(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                              std::string_view to, std::string_view actor, base::Instant now);

    // ---- Chat ----

    /// While the phone is answered (without known hours: in working time) and somebody of the staff is here for it.
    bool is_chat_open(const http::Tenant& tenant) const;
    /// Here for chat until `until` at most; nothing: not here any more.
    void be_present(std::string_view municipality_id, std::string_view account, std::optional<base::Instant> until);
    bool is_present(std::string_view municipality_id, std::string_view account) const;
    /// So long somebody counts as here after opening a chat or saying so, unless a chat waits for longer than …
    static constexpr std::chrono::minutes stays_here{60};
    /// … this without an answer, or than was promised: who had said so before is not here any more.
    static constexpr std::chrono::minutes chat_waits{10};
    /// Nothing where there is no such chat, or not any more; lines after that number.
    std::optional<Talk> talk(const http::Tenant& tenant, std::string_view code, int after = 0) const;
    std::optional<Talk> talk_of(std::string_view municipality_id, std::string_view question_id, int after = 0) const;
    /// Durable when it returns. `account` "": the resident. The same words with the same key are the same line.
    SayResult say(const http::Tenant& tenant, std::string_view question_id, std::string_view account, std::string_view words,
                  std::string_view form_key, const i18n::Translator& translator);

    /// Never null.
    std::shared_ptr<const Waiting> waiting(std::string_view municipality_id) const;

    /// Those in use, published or not. Never null.
    std::shared_ptr<const BankAnswers> answers(std::string_view municipality_id) const;
    /// Once for each form: its key is kept for a day. False: the form is older than that, or has no key; nothing is counted.
    bool note_helped(std::string_view municipality_id, std::string_view answer_id, bool did_help, std::string_view form_key);
    /// Who has used an answer of the bank, and where: "" no unit; "" at no desk.
    struct UsedBy {
        std::string unit = {}, place = {};
    };
    /// An answer of the bank was put into an answer, or told somebody: counted by unit and place.
    void note_used(std::string_view municipality_id, const UsedBy& by, std::string_view answer_id);
    Helped helped(std::string_view municipality_id, std::string_view answer_id) const;

    /// Beside entries of the log: the way to make a question of one, and how it stands then.
    inquiries::Companion beside_entries() const;

    std::vector<measures::Measure> measures(const directory::Directory& directory) const;

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

/// Questions, and how to reach who asked.
RetentionRules retention_rules();
inline constexpr std::string_view contact_rule = "questions.contact", question_rule = "questions.question";

/// A letter that came in by e-mail, as a question; what it has of a person's numbers and addresses is taken out of its text. The
/// sender gets a letter with the code, once, and at most one an hour and three a day. Left out is what programs wrote, counted
/// in digilots_letters_left_out_total with why. What stays in the mailbox: later, more than 20 of one address in a day; full,
/// where questions wait that are as many as may, or letters half as many.
enum class TakenIn { kept, left_out, later, full };
TakenIn take_in_letter(Questions& questions, const http::Tenant& tenant, std::string_view bytes, bool is_whole);
/// Every five minutes: what is unread in the mailbox becomes questions of the municipality with this name in addresses.
jobs::Kind reading_mail(Questions& questions, const municipality::Municipalities& municipalities, mail::MailboxServer server,
                        std::string municipality);

/// What the one search finds of the bank.
FindableKind answers_of_bank(const Questions& questions);

/// "/{municipality}/ask…", "/{municipality}/chat…", "/{municipality}/answers…", "/{municipality}/staff/questions…",
/// "/{municipality}/staff/answers…",
/// "/api/v1/{municipality}/questions…", "/api/v1/{municipality}/answers"
Slice slice(Questions& questions, const referral::Referral& referral, inquiries::Inquiries& log,
            const directory::Directory& directory, const municipality::Municipalities& municipalities,
            const organisation::Organisation& organisation, const base::Clock& clock);

}  // namespace digilots::questions
