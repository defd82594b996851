#pragma once
// What a municipality has promised to reach, and how it goes: each goal has its number from a measure, a survey, or dated entries
// by hand, and a status by one written rule (status.h). The wheel's own goals are another thing (progress).
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
#include "platform/http/access.h"
#include "platform/kept/versions.h"
#include "platform/measures/measure.h"
#include "platform/measures/once.h"
#include "platform/periods/period.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"
#include "platform/slice/told.h"

namespace digilots::goals {

inline constexpr http::Scope read_goals{"goals:read", TEXT("read goals")};

/// Under which goals are kept (platform/kept), with all that is written of them.
inline constexpr std::string_view kept_goals = "project_goal";

struct Neighbours {
    const municipality::Municipalities& municipalities;
    register_::Others others;   // "organisation.function"
};

/// What a survey says of an effect: in hundredths, and of how many answers; with what it was before, where that is known.
struct SurveyAnswer {
    std::int64_t number = 0;
    std::int64_t answers = 0;
    std::optional<std::int64_t> before = {};
    std::int64_t answers_before = 0;
    std::string round = {};              // that tells it; "" where all do
    periods::Period asked = {};          // its days
    int wordings = 1;                    // of the question, whose answers are counted together
};
/// What was taken away of that which a goal is counted from.
enum class Missing { nothing, survey, question, answer };
/// How many women, men, girls, boys answered a survey in a time, and all others together; nothing where that is hidden.
struct ByGender {
    std::string survey;
    std::map<std::string, std::optional<std::int64_t>> numbers = {};
    std::optional<std::int64_t> others = {};
};
struct Surveys {
    /// Questions that a goal can be counted from; their keys begin with "survey=".
    register_::Choices questions = nullptr;
    /// Nothing where too few have answered, or the question is gone.
    std::function<std::optional<SurveyAnswer>(std::string_view municipality_id, const std::string& key,
                                              const periods::Period& period)>
        answer = nullptr;
    /// Why it can be counted no more.
    std::function<Missing(std::string_view municipality_id, const std::string& key)> missing = nullptr;
    /// The page of its results, below the municipality; "" where there is none.
    std::function<std::string(std::string_view municipality_id, const std::string& key)> results_path = nullptr;
    /// The share that found an answer easy to understand, asked in that time.
    std::function<std::optional<SurveyAnswer>(std::string_view municipality_id, const periods::Period& period)> understood =
        nullptr;
    std::function<std::vector<ByGender>(std::string_view municipality_id, const periods::Period& period)> by_gender = nullptr;
};

/// A goal that is shown to residents.
struct PublicGoal {
    std::string id, title, status, number, target, period;  // in the reader's words
    html::components::Mark mark = {};
};

/// A measure that is a part of another one: "answered_at_first_contact" of "inquiries". What must be stated for one to count in
/// the whole, "" where all count.
struct KnownShare {
    std::string part, whole, stated = "";
};

class Goals {
public:
    Goals(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours);
    ~Goals();

    /// What numbers can be counted from, and questions to the statistics that somebody saved: (name, question).
    using SavedFigures = std::function<std::vector<std::pair<std::string, std::string>>(std::string_view municipality_id)>;
    void know(std::vector<measures::Measure> measures, SavedFigures saved);
    void know(Surveys surveys);
    /// Of which measures shares are made: a saved share of two figures is counted as a share.
    void know(std::vector<KnownShare> shares);
    /// What budgets say of a time, for reports; from figures that the report has counted, where it has.
    using Moneys = std::function<std::vector<digilots::Told>(std::string_view municipality_id, const periods::Period& period,
                                                             const i18n::Translator& words, measures::CountedOnce& figures)>;
    void know(Moneys money);
    /// Which edition of the tables of that month everybody has: what they are told of goals is counted once for each.
    using Edition = std::function<std::int64_t(std::string_view municipality_id, base::Date last_of_month)>;
    void know_editions(Edition edition);

    /// Of all slices: what a final report tells of them.
    void know_registers(std::vector<register_::Records*> registers);

    register_::Records& records() const;    // the goals themselves
    /// Figures of others to stand beside one's own: title, figure, base, year, publisher, address.
    register_::Records& references() const;
    /// Those that are shown to residents, in their order, with how they stand: what is counted, until the last month that is
    /// released. From memory where there are none.
    std::vector<PublicGoal> published(const http::Tenant& tenant, const i18n::Translator& words) const;
    /// The same of all, as they stand today, for staff.
    enum class Told { published, all };
    std::vector<PublicGoal> told(const http::Tenant& tenant, const i18n::Translator& words, Told which) const;

    struct Implementation;

private:
    std::unique_ptr<Implementation> implementation_;
    friend struct Inside;
};

/// "/{municipality}/staff/goals…", "/api/v1/{municipality}/goals…"
Slice slice(Goals& goals);

}  // namespace digilots::goals
