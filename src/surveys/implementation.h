#pragma once
// What Surveys holds; for the files of this folder.
#include "platform/http/limiter.h"
#include "platform/register/any_shown.h"
#include "platform/kept/kept.h"
#include "surveys/questions.h"
#include "surveys/sealing.h"
#include "surveys/surveys.h"

namespace digilots::surveys {

/// A group of fewer is told nothing about, and so many answers move together at least.
inline constexpr std::int64_t fewest = 5;

register_::Register survey_register();
register_::Register round_register();
register_::Register interview_register();
register_::Register user_test_register();
register_::Register study_register();
RetentionRules retention_rules();
std::vector<PrivacyNotice> privacy_notices();

struct Round {
    std::string id, title, stage;
    base::Date opens{}, closes{};
    bool is_open_on(base::Date day) const { return opens <= day && day <= closes; }
};

struct Edition {
    int number = 0;
    std::int64_t version = 0;
    bool is_answered = false;
    Definition definition = {};
};

/// A survey as it is asked: with its rounds in order and its newest edition.
struct Survey {
    std::string id, slug, title, kind, audience;
    std::vector<std::string> languages;
    std::string asked_after = "", e_service = "";
    bool needs_code = false, is_paired = false, is_listed = false, is_compared = false, is_closed = false, is_template = false;
    std::vector<Round> rounds;
    Edition edition;

    bool is_vote() const { return kind == "vote"; }
    const Round* open_round(base::Date day) const;
    const Round* round(std::string_view id) const;
    /// The language that its words are in first.
    std::string first_language() const { return languages.empty() ? "sv" : languages.front(); }
};
using List = std::vector<Survey>;

/// Where one that the slug or the id names.
const Survey* find_survey(const List& list, std::string_view id_or_slug);

struct Results;
struct ResultsByRound;

/// Of all rounds of a survey in one, since one round's figures could tell what another one hides.
struct KeptResults {
    kept::Kept<ResultsByRound> by_round;                    // "2281|SURVEY|SPLIT"
    /// Of "2281|SURVEY|ROUND|SPLIT", all rounds together with "" as the round.
    std::shared_ptr<const Results> of(std::string_view key) const;
};

struct Surveys::Implementation {
    db::Database& database;
    const base::Clock& clock;
    const Neighbours neighbours;
    mutable Keys keys;
    register_::Records surveys, rounds, interviews, user_tests, studies;
    register_::AnyShown any_shown;                          // surveys, whatever else is saved
    kept::Kept<List> lists;                                 // of a municipality
    KeptResults results;
    http::Limiter answering{0.5, 60}, guessing{1.0 / 6, 10};

    Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time, Neighbours others);

    base::Date today_in(std::string_view zone) const;
    std::shared_ptr<const List> list(std::string_view municipality) const { return lists.of(municipality); }
};

struct Inside {
    static Surveys::Implementation& of(const Surveys& surveys) { return *surveys.implementation_; }
};

/// Of codes and pseudonyms of one survey; and of what came on one day ("2026-11-30").
std::string secret_name(std::string_view survey);
std::string day_key_name(std::string_view day);

// ---- Editions (editions.cpp) ----

enum class Saved { saved, changed_meanwhile };
/// The newest edition as it stands; an empty first one where there is none.
Edition newest_edition(db::Connection& connection, std::string_view municipality, std::string_view survey);
std::vector<Edition> all_editions(db::Connection& connection, std::string_view municipality, std::string_view survey);
/// In place while nobody has answered it; else as the next one, in which changed questions are counted apart.
Saved save_edition(const Surveys::Implementation& self, std::string_view municipality, std::string_view survey,
                   const Edition& seen, Definition definition, std::string_view actor);

// ---- Taking answers in (spool.cpp) ----

struct Sent {
    std::string answers;                    // checking.h: to_text
    std::string pair = "";                  // own facts, tidied; "" none
    bool is_made_up = false;                // the facts of nobody, which need no slow hash: some hundred of a demo
    std::string once = "";                  // what may be used once: "code:…", "form:…", "sheet:…"; "" nothing
};
enum class Taken { taken, used_before, no_such_code, changed_meanwhile, closed };
/// All or nothing, in one transaction: sealed, without a time.
Taken take(const Surveys::Implementation& self, std::string_view municipality, const Survey& survey, const Round& round,
           const std::vector<Sent>& sent);
/// New codes, each told once and never again.
std::vector<std::string> make_codes(const Surveys::Implementation& self, std::string_view municipality, const Survey& survey,
                                    int number, std::string_view actor);

// ---- Moving (moving.cpp) ----

/// Days of which answers wait that nobody can open any more: their key is gone.
std::vector<std::string> days_without_key(const Surveys::Implementation& self);
std::int64_t move_all(const Surveys::Implementation& self, const std::function<void()>& go_on);
/// Of one survey that nobody answers any more, also what came today.
std::int64_t move_rest(const Surveys::Implementation& self, std::string_view municipality, std::string_view survey);

// ---- Closing (closing.cpp) ----

/// Nobody answers any more, and whoever was told that the answer is taken is counted: what waits is moved, change told a last
/// time, pseudonyms and keys are destroyed.
void close_for_good(const Surveys::Implementation& self, std::string_view municipality, const Survey& survey,
                    std::string_view actor);
/// What a closing that was cut off has left to do.
void finish_closed(const Surveys::Implementation& self);
/// A survey with rounds or codes handed out is not deleted, nor a round that somebody has answered.
register_::Others held_by_rounds_and_codes(register_::Others others, db::Database& database);
register_::Others held_by_answers(register_::Others others, db::Database& database);

// ---- Pairs (pairs.cpp) ----

/// Own facts as they are compared: however they were typed. "" where one is missing.
std::string tidy_facts(const std::vector<std::string>& facts);
struct ChangeRow {
    std::string from_round, to_round, question;
    std::int64_t number = 0, higher = 0, same = 0, lower = 0, sum_before = 0, sum_after = 0;
};
/// Of those who were asked in one wording before and in another afterwards: "q2@1>q2@2".
std::string name_of_change(std::string_view before, std::string_view later);
/// The later one of the two; the name itself where there is one.
std::string later_wording(std::string_view name);
/// Of all pairs of rounds, where as many further pairs have come as may be told.
void tell_change(db::Connection& connection, std::string_view municipality, const Survey& survey);
std::vector<ChangeRow> told_change(db::Connection& connection, std::string_view municipality, std::string_view survey);

}  // namespace digilots::surveys
