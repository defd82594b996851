#pragma once
// Surveys that anybody answers without an account: sealed, moved together in random order, counted; by round and group.
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/html/page.h"
#include "platform/http/access.h"
#include "platform/kept/versions.h"
#include "platform/periods/period.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::surveys {

inline constexpr http::Scope read_surveys{"surveys:read", TEXT("read results of surveys")};

struct Neighbours {
    const municipality::Municipalities& municipalities;
    register_::Others others = {};
    /// Outside of the database and its backups; "" in memory (tests).
    std::string keys_folder = "";
    std::string site = "";                  // what addresses on paper begin with
};

/// A result that others may read, such as a goal: how many of those who answered chose it. Nothing is told of few.
struct Share {
    std::int64_t part = 0, of = 0;
    int wordings = 1;                    // of how many wordings of the question the answers are
    bool operator==(const Share&) const = default;
};

/// What a survey says of an effect: the newest round of a time, and what was asked before it. One that is still open counts once
/// it tells anything. Nothing where the newest that is over tells nothing: an older one is no answer of today.
struct Effect {
    Share now = {};
    std::optional<Share> before = {};
    std::string round = {};              // its name, and the days in which it asked
    periods::Period asked = {};
    bool operator==(const Effect&) const = default;
};

/// Why a result can be told no more: what of it was taken away.
enum class Missing { nothing, survey, question, answer };

/// How many women, men, girls, boys answered a survey in a time; nothing where that is hidden.
struct ByGender {
    std::string survey;
    std::map<std::string, std::optional<std::int64_t>> numbers = {};  // "women" …, of what was asked for
    /// Who said something else, or did not say, together: told where each alone is hidden, if that tells of neither.
    std::optional<std::int64_t> others = {};
};

class Surveys {
public:
    Surveys(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours);
    ~Surveys();

    register_::Records& surveys() const;
    register_::Records& rounds() const;
    register_::Records& interviews() const;
    register_::Records& user_tests() const;
    register_::Records& studies() const;

    /// What can be asked for below: "SURVEY:QUESTION:VALUE", in words; VALUE "rose": answered higher than before, of those whose
    /// codes match.
    std::vector<register_::Choice> offered(std::string_view municipality, const i18n::Translator& words) const;
    /// Of a round, "" of all; `result` as offered, by its keys, in whatever words it was asked. Nothing where it is hidden, not
    /// asked or not there.
    std::optional<Share> share(std::string_view municipality, std::string_view result, std::string_view round = "") const;

    /// Of the rounds of a time, with what was asked before: by codes that match, or of all who answered.
    std::optional<Effect> effect(std::string_view municipality, std::string_view result, const periods::Period& period) const;
    /// Of questions on a theme (Question::theme) the share with the first answer, in the newest round of a time that tells it.
    std::optional<Share> share_of_theme(std::string_view municipality, std::string_view theme,
                                        const periods::Period& period) const;
    /// Of surveys of residents with a round in a time, all that split by gender.
    std::vector<ByGender> by_gender(std::string_view municipality, const periods::Period& period) const;
    /// The page of a result, below the municipality; "" where its survey is gone.
    std::string results_path(std::string_view municipality, std::string_view result) const;
    Missing missing(std::string_view municipality, std::string_view result) const;
    /// What residents are asked after the use of an e-service, where that is open: its name and its page.
    std::optional<html::Link> asked_after(const http::Tenant& tenant, std::string_view e_service,
                                          const i18n::Translator& words) const;

    /// Moves what may be moved, tells of change. How many answers were moved.
    std::int64_t move(const std::function<void()>& go_on = nullptr);

    struct Implementation;

private:
    friend struct Inside;
    std::unique_ptr<Implementation> implementation_;
};

/// "/{municipality}/surveys…", "/{municipality}/staff/surveys…", "/api/v1/{municipality}/surveys…".
Slice slice(Surveys& surveys);

}  // namespace digilots::surveys
