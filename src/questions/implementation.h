#pragma once
// What Questions holds; for the files of this folder.
#include "platform/http/limiter.h"
#include "platform/kept/kept.h"
#include "questions/promises.h"
#include "questions/questions.h"
#include "questions/registers.h"

namespace digilots::questions {

struct Questions::Implementation {
    db::Database& database;
    const kept::Versions& versions;
    const municipality::Municipalities& municipalities;
    const organisation::Organisation& organisation;
    const base::Clock& clock;
    const bool sends_letters;
    PeriodOf period_of = nullptr;
    EndedElsewhere ended_elsewhere = nullptr;
    PublishedContacts published = nullptr;
    std::string public_address = {};
    register_::Records questions, bank, promise_records;
    kept::Kept<Waiting> waiting;
    kept::Kept<BankAnswers> answers;
    kept::Kept<ChannelPromises> own_promises;
    /// What one address may do at once, and how fast it may go on: asking is work for people, a wrong code may be a guess.
    http::Limiter asking{1.0 / 60, 20}, guessing{0.5, 30}, helping{1.0 / 20, 20}, saying{0.5, 30}, following{4, 120};

    Implementation(db::Database& opened, const kept::Versions& known, const municipality::Municipalities& all,
                   const organisation::Organisation& units, const base::Clock& time, register_::Others others, bool letters);

    register_::Surroundings around(std::string_view municipality_id) const;
    base::Instant promised_at(std::string_view municipality_id, base::Instant asked, std::string_view channel) const;
    OfficeHours office_hours(std::string_view municipality_id) const;
    bool has_said_who_answers(std::string_view municipality_id) const;
    /// Into the trail, once a day for each person: somebody has looked at how a person is reached.
    void note_reading(const http::Request& request, const std::string& question_id) const;
    /// Of the page where residents ask, and follow by a code, for letters: "" where no address is known.
    std::string ask_address(const http::Tenant& tenant) const;
    std::string zone_of(std::string_view municipality_id) const;
    std::string country_of(std::string_view municipality_id) const;
    std::string day_of(std::string_view municipality_id, base::Instant instant) const;
    std::shared_ptr<const Waiting> load_waiting(std::string_view municipality_id) const;
    std::shared_ptr<const BankAnswers> load_answers(std::string_view municipality_id) const;
    std::optional<register_::Record> of_entry(std::string_view municipality_id, std::string_view entry) const;
    std::optional<inquiries::Companion::Line> line_beside(const html::Page& page, const inquiries::Inquiry& entry) const;
    std::vector<std::string> promised(const html::Page& page, const inquiries::Inquiry& entry) const;
    /// What the pages of the two kinds of records tell and offer beside their fields.
    register_::More more_of_question(const register_::Record& question, const html::Page& page) const;
    register_::More more_of_answer(const register_::Record& answer, const html::Page& page) const;
    std::optional<Period> period(std::string_view municipality_id, std::string_view rule) const;
    Answering step(const register_::Surroundings& around, std::string_view id, std::string_view account, const base::Seen& seen,
                   const register_::StepChange& change);
};

/// Of a question, below the municipality: where staff find what a letter is about.
inline std::string staff_path_of(const std::string& question_id) { return "/staff/questions/" + question_id; }

/// The staff's lines, as the answer that is kept.
std::string answer_in(const std::vector<Line>& lines);
std::string answer_said(db::Connection& connection, std::string_view municipality_id, std::string_view question_id);

/// The way in for the pages of this slice.
struct Inside {
    static Questions::Implementation& of(const Questions& questions) { return *questions.implementation_; }
};

}  // namespace digilots::questions
