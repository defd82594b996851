#pragma once
// The pages of questions and answers beside those of their registers.
#include <optional>
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/error_page.h"
#include "platform/html/page.h"
#include "platform/html/stored.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"
#include "platform/print/format.h"
#include "questions/questions.h"

namespace digilots::questions {

inline constexpr i18n::Text whose_question_it_is =
    TEXT("The question belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");

struct Pages {
    Questions& questions;
    const referral::Referral& referral;
    inquiries::Inquiries& log;
    const directory::Directory& directory;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
};

inline constexpr i18n::Text nobody_answers_yet = TEXT(
    "We have not yet set who answers here. Your question is kept until somebody sees to it: we cannot say when.");

/// Where the municipality has not said who answers: how somebody is reached until then.
struct NobodyYet {
    std::string phone = {};                 // "" none
    std::string places_url = {};            // "" it has no places either
};
/// Nothing where somebody answers.
std::optional<NobodyYet> nobody_yet(const Pages& pages, const html::Page& page);

struct AskView {
    html::FormErrors errors = {};
    std::string url = {}, follow_url = {}, form_key = {}, promise = {};
    html::components::Field question = {}, topic = {}, reply_by = {}, contact = {}, wished = {}, how_often = {}, code = {};
    bool is_call = false;                   // "We ring you": a page of its own
    std::optional<NobodyYet> nobody_yet = {};   // then nothing is promised
    std::string place = {}, place_slug = {};   // that rings, by name; "" none
    html::FormErrors code_errors = {};
    bool is_following = false;              // the code was wrong: its form stands first, alone
    std::string typed_code = {};
    std::vector<std::string> doubts = {};   // what to look at before it is saved …
    std::string asked_about = {};           // … and what was asked about already
    std::vector<std::pair<std::string, std::string>> warnings = {};   // by code: hints of note_check.js, which refuse nothing
};

/// What stands in the form.
struct AskTyped {
    std::string question = {}, topic = {}, reply_by = "none", contact = {}, form_key = {},
                how_often = std::string(word_of(HowOften::only)), wished = {}, place = {};
    bool is_call = false;
};

/// What came of making a question of an entry.
struct FromEntryView {
    std::string code = {}, standing = {}, question_url = {}, entry_url = {}, slip_url = {};
};

struct FollowView {
    std::optional<html::components::DangerCard> danger = {};
    bool is_new = false;
    std::vector<std::string> named = {};   // in a new one: what may be somebody's name or address
    std::string code = {}, state = {}, question = {}, asked = {}, promised = {}, answered = {}, how = {}, kept_until = {};
    bool is_late = false, is_wish_promised = false, is_rung = false;
    std::optional<NobodyYet> nobody_yet = {};   // then nothing is promised
    std::vector<std::string> rung = {};     // when nobody answered, and what happens next
    std::vector<std::string> answer = {};   // paragraphs
    std::vector<html::Link> suggestions = {};
    std::string ask_url = {}, how_often_url = {}, notice = {}, reached = {}, reach_url = {}, wished = {};
    html::FormErrors errors = {};
    std::optional<html::components::Field> how_often = {};   // where whoever asked is told of it
    std::vector<html::Link> papers = {};    // the code, to print
};

/// What stands on the slip of a question's code, beside how the municipality is reached.
struct CodeOnPaper {
    std::string code;
    std::optional<base::Instant> promised_at = {};   // while it waits
    std::optional<Followed> followed = {};           // how and when they are reached; nothing where it is answered
};
print::Document code_on_paper(const Pages& pages, const html::Page& page, const CodeOnPaper& of, const print::Format& format);
CodeOnPaper code_to_print(const Pages& pages, const http::Request& request, std::string_view code);
/// The files of the slip, by the address of the code's page.
std::vector<html::Link> code_papers(const std::string& url_of_code, const html::Page& page);

/// How whoever asked is reached, chosen anew.
struct ReachView {
    html::FormErrors errors = {};
    std::string url = {}, back_url = {}, reached = {};
    html::components::Field reply_by = {}, contact = {}, wished = {}, how_often = {};
};

/// A code that staff have just made, which is shown this once.
struct CodeGiven {
    std::string done = {}, code = {}, slip_url = {}, question_url = {};
};

/// The same for staff, with the code where it was made just now.
struct StaffReachView {
    html::FormErrors errors = {};
    std::string url = {}, question_url = {}, slip_url = {}, seen = {}, form_key = {}, code = {};
    bool has_code = false;
    html::components::Field reply_by = {}, contact = {}, wished = {}, how_often = {};
};

/// The slip with a code that this page tells: sent by a form, so that it stands in no address.
struct SlipOfCode {
    std::string url, code;
};

/// Another code instead of a lost one: by what they are known, or the code itself.
struct NewCodeView {
    std::string url = {}, question_url = {}, seen = {}, form_key = {}, known_by = {}, code = {}, slip_url = {};
};

struct AnswerRow {
    std::string question, url;
    html::components::Freshness freshness;
};
struct BankView {
    std::string query = {}, url = {}, count = {}, ask_url = {};
    std::vector<AnswerRow> rows = {};
    html::components::Pagination pages = {};
};

struct AnswerView {
    html::Safe answer = {};
    std::string language = {};              // of what the municipality wrote
    std::vector<std::string> steps = {}, languages = {};
    std::vector<html::Link> links = {};
    html::components::Freshness freshness = {};
    std::string helped_url = {}, ask_url = {}, form_key = {};
    bool is_thanked = false;
};

/// For staff: one question with the form for its answer.
struct AnsweringView {
    html::FormErrors errors = {};
    std::string url = {}, seen = {}, promised = {}, asked = {}, question_url = {};
    bool is_late = false;
    std::vector<std::string> question = {};
    std::string contact = {}, contact_until = {}, each_step = {}, letter_note = {}, tries = {};
    bool is_rung = false;                   // that nobody answered can be noted
    html::components::Field answer = {}, way = {};
    struct Known {
        std::string id, question;
        std::vector<std::string> text;
    };
    std::vector<Known> suggestions = {};    // of the bank
    std::string button = {};
    std::vector<std::string> doubts = {};   // of the answer, before it is given
    std::string asked_about = {};
    std::vector<std::pair<std::string, std::string>> refusals = {}, warnings = {};  // by kind: for note_check.js
};

/// Asked once before a question is closed.
struct ClosingView {
    bool is_over = false;                   // somebody else was faster
    std::string url = {}, back_url = {}, seen = {};
    std::vector<std::string> question = {};
    std::string what_follows = {}, button = {};
};

struct SpeedView {
    html::FormErrors errors = {};
    std::string url = {}, period = {}, csv_url = {}, definition = {};
    html::components::Field choice = {};
    std::vector<html::components::Field> dates = {};
    html::components::Field unit = {};
    html::components::Table table = {};
};

// ---- Chat ----

/// One thing that was said.
struct LineView {
    int number = 0;
    std::string who, time;
    bool is_own = false;
    std::vector<std::string> words = {};    // paragraphs
};
struct ChatStartView {
    html::FormErrors errors = {};
    bool is_open = false, has_hours = false;
    std::optional<NobodyYet> nobody_yet = {};   // then nothing is promised
    std::string url = {}, ask_url = {}, form_key = {}, promise = {}, opens = {};   // opens: "Monday 30 November 2026 09:00"
    html::components::Field question = {};
};
struct ChatView {
    html::FormErrors errors = {};
    bool is_staff = false, is_over = false, is_somebody_here = false;
    std::optional<NobodyYet> nobody_yet = {};   // then nothing is promised
    std::string code = {}, url = {}, lines_url = {}, form_key = {}, ask_url = {}, promise = {}, seen = {};
    int last = 0;
    std::vector<LineView> lines = {};
    html::components::Field words = {};
    html::components::Field topic = {};     // for staff: what the entry in the log is about
    bool may_be_closed = false;
    html::components::Field unsaid = {};    // without a name but where the chat was closed while somebody wrote
};
struct ChatsView {
    bool is_here = false;
    std::string over_url = {};             // those that are over
    std::string url = {}, closed = {};     // closed: that residents cannot write now, and when they can; "" while they can
    std::vector<html::Link> chats = {}, answered = {};   // answered: nobody has written since, and they are not closed
};

http::Response chat_page(const Pages& pages, const http::Request& request);
http::Response begin_chat(const Pages& pages, const http::Request& request);
http::Response talk_page(const Pages& pages, const http::Request& request);
http::Response say_in_chat(const Pages& pages, const http::Request& request);
http::Response new_lines(const Pages& pages, const http::Request& request);
http::Response chats_page(const Pages& pages, const http::Request& request);
/// How many wait, for whoever stands at another page.
http::Response waiting_chats(const Pages& pages, const http::Request& request);
http::Response note_presence(const Pages& pages, const http::Request& request);
http::Response staff_talk_page(const Pages& pages, const http::Request& request);
http::Response reply_in_chat(const Pages& pages, const http::Request& request);
http::Response close_chat(const Pages& pages, const http::Request& request);
http::Response new_lines_for_staff(const Pages& pages, const http::Request& request);

/// The lines as whoever reads them sees them; the question first where `with_question`.
std::vector<LineView> lines_of(const Talk& talk, bool for_staff, bool with_question, const html::Page& page);
/// {"state": …, "lines": [{number, who, time, own, words}]}
http::Response lines_as_json(const Talk& talk, bool for_staff, const html::Page& page, bool is_somebody_here);
/// The number in "after", 0 where there is none.
int lines_after(const http::Request& request);

// ---- For residents ----
http::Response ask_page(const Pages& pages, const http::Request& request);
http::Response ask(const Pages& pages, const http::Request& request);
/// The box for the code: what a phone restores that sent one.
http::Response code_form(const Pages& pages, const http::Request& request);
http::Response find_code(const Pages& pages, const http::Request& request);
http::Response follow_page(const Pages& pages, const http::Request& request);
http::Response reach_page(const Pages& pages, const http::Request& request);
http::Response choose_reach(const Pages& pages, const http::Request& request);
http::Response choose_how_often(const Pages& pages, const http::Request& request);
http::Response bank_page(const Pages& pages, const http::Request& request);
http::Response answer_page(const Pages& pages, const http::Request& request);
http::Response say_helped(const Pages& pages, const http::Request& request);

// ---- For staff ----
http::Response staff_reach_page(const Pages& pages, const http::Request& request);
http::Response note_reach(const Pages& pages, const http::Request& request);
http::Response new_code_page(const Pages& pages, const http::Request& request);
http::Response give_new_code(const Pages& pages, const http::Request& request);
http::Response code_slip(const Pages& pages, const http::Request& request);
http::Response question_slip(const Pages& pages, const http::Request& request);
http::Response answer_letter(const Pages& pages, const http::Request& request);
/// The two fields of how somebody is reached, as staff fill them in.
html::components::Field reply_by_of_staff(std::string_view chosen, const html::Page& page);
html::components::Field contact_of_staff(std::string_view typed, const html::Page& page);
void word_wish_for_staff(html::components::Field& wished, const html::Page& page);
http::Response answering_page(const Pages& pages, const http::Request& request);
http::Response give_answer(const Pages& pages, const http::Request& request);
http::Response closing_page(const Pages& pages, const http::Request& request);
http::Response open_question_again(const Pages& pages, const http::Request& request);
http::Response close_question(const Pages& pages, const http::Request& request);
http::Response take_question(const Pages& pages, const http::Request& request);
http::Response note_step_told(const Pages& pages, const http::Request& request);
http::Response note_question_tried(const Pages& pages, const http::Request& request);
http::Response from_entry_page(const Pages& pages, const http::Request& request);
http::Response make_question_of_entry(const Pages& pages, const http::Request& request);
http::Response make_answer_of(const Pages& pages, const http::Request& request);
http::Response speed_page(const Pages& pages, const http::Request& request);
http::Response speed_table(const Pages& pages, const http::Request& request);
http::Response note_told(const Pages& pages, const http::Request& request);

// ---- For programs ----
http::Response post_question(const Pages& pages, const http::Request& request);
http::Response list_questions(const Pages& pages, const http::Request& request);
http::Response get_question(const Pages& pages, const http::Request& request);
http::Response find_answers(const Pages& pages, const http::Request& request);

/// Who typed a number or an address and chose no way means that way.
AskTyped ask_typed_in(const http::Request& request);
/// Question, topic, how the answer is wanted, and where it goes: as residents are asked.
void add_ask_fields(AskView& view, const AskTyped& typed, const html::Page& page);
std::string way_meant_by(std::string_view chosen, std::string_view contact, const http::Request& request);
/// Where no letter is sent, each step is told by phone alone.
void say_that_steps_are_rung(html::components::Field& how_often, const html::Page& page);
html::components::Field reply_by_field(std::string_view chosen, const html::Page& page);
html::components::Field contact_field(std::string_view typed, const html::Page& page);
/// When they want to be rung, where they have chosen already: what stands can stay.
html::components::Field wish_again_field(const Pages& pages, std::string_view stands, std::string_view chosen,
                                         const html::Page& page);
/// The field "wished", cut; nothing where the form has none.
std::optional<std::string> wished_in(const http::Request& request);
/// How often they are told, where how they are reached is chosen anew: what was kept of it went with the number or address.
html::components::Field how_often_again_field(const Pages& pages, std::string_view chosen, const html::Page& page);
struct BankHits {
    std::vector<const BankAnswer*> answers = {};
    std::optional<referral::Danger> danger = {};
    bool is_whole = true;   // false: not to be kept
};
/// Those of the bank that residents see and their search finds, the best first, at most `most`.
BankHits bank_hits(const Pages& pages, const http::Request& request, const BankAnswers& all, std::string_view text,
                   std::size_t most);

}  // namespace digilots::questions
