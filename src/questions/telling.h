#pragma once
// Whoever asked and wants to know of each step is told of it, by the one way that they left and once.
#include "platform/jobs/jobs.h"
#include "platform/mail/outbox.h"
#include "questions/implementation.h"

namespace digilots::questions {

/// Where the answer goes, as it is kept. `to_tell`: what staff have to tell, "" nothing.
struct StoredContact {
    ReplyBy by = ReplyBy::none;
    HowOften how_often = HowOften::only;
    std::string value = "", given_at = "", to_tell = "";
    std::string message_id = "";   // of the e-mail that it came by, "" none
};
StoredContact contact_in(db::Connection& connection, std::string_view municipality_id, std::string_view question_id);

/// What whoever asked is told, beside the answer.
enum class Told { taken, late };
std::string_view word_of(Told step);

inline constexpr const char* kind_of_answer_letter = "answer to a question";
/// Of a question, for letters: a later word overtakes a former one.
std::string matter_of_question(std::string_view id);
/// With where staff find what it is about, and what they read of it.
mail::Letter told_of_question(mail::Letter letter, const register_::Record& question, const http::Tenant& tenant);
/// A letter about a question that says who writes and how to ring them; under their own e-mail, where they asked by one.
mail::Letter letter_about(const http::Tenant& tenant, const StoredContact& contact, const std::string& language,
                          const std::string& subject, const std::string& text, base::Instant now);

/// In the transaction in which somebody takes the question on.
void tell_taken(db::Connection& connection, const Questions::Implementation& self, const std::string& municipality_id,
                const register_::Record& question);
/// In the transaction that closes it without an answer: whoever left an e-mail address on a form is told.
void tell_closed(db::Connection& connection, const Questions::Implementation& self, const std::string& municipality_id,
                 const register_::Record& question);
/// Those whose promise runs out within an hour, each once. How many.
int tell_late(const Questions& questions, const http::Tenant& tenant);
jobs::Kind telling_who_is_late(const Questions& questions);

/// What no letter tells staff tell, and say so. False where there is nothing to tell any more.
bool note_told_of_step(const Questions& questions, std::string_view municipality_id, std::string_view question_id,
                       std::string_view step);

}  // namespace digilots::questions
