#pragma once
// What Goals holds; for the files of this folder.
#include <map>

#include "goals/goal.h"
#include "goals/goals.h"
#include "goals/weeks.h"
#include "platform/kept/kept.h"

namespace digilots::goals {

/// What kind of number "measure=…" gives; nothing where that is not there.
using KindOfCounted = std::function<std::optional<measures::Kind>(const std::string& counted_from)>;
register_::Register goal_register(register_::Choices counted_from, KindOfCounted kind_of);
register_::Register value_register(
    std::function<bool(db::Connection&, std::string_view municipality, std::string_view goal)> is_counted);
register_::Register interim_register();
register_::Register document_register();
register_::Register story_register();
register_::Register deviation_register();
register_::Register check_register();
register_::Register reference_register();
register_::Register ambition_register();
register_::Register benefit_register();
register_::Register quality_register(register_::Choices of_others);

struct HandValue {
    base::Date day{};
    std::int64_t number = 0;             // in hundredths
    std::string note;
};
struct Interim {
    std::string id, title;
    std::optional<base::Date> from = {}, to = {};
    std::optional<std::int64_t> target = {};
};
struct Document {
    std::string id, title, address, function;
    std::optional<base::Date> ends = {};
};

/// All that is written of a municipality's goals; the goals in use, by name.
struct Snapshot {
    std::vector<Goal> goals;
    std::map<std::string, std::vector<HandValue>> values;               // of a goal, by day
    std::map<std::string, std::vector<Interim>> interims;
    std::map<std::string, std::map<std::string, WeekNote>> notes;       // of a goal, by week
    std::map<std::string, Document> documents;
    const Goal* find(std::string_view id) const;
};

struct Goals::Implementation {
    db::Database& database;
    const kept::Versions& versions;
    const base::Clock& clock;
    const Neighbours neighbours;
    std::vector<measures::Measure> measures = {};
    SavedFigures saved = nullptr;
    Surveys surveys = {};
    std::vector<KnownShare> shares = {};
    Moneys money = nullptr;
    Edition edition = nullptr;
    std::vector<register_::Records*> registers_of_all = {};
    register_::Records goals, values, interims, documents, stories, deviations, checks, references, ambitions, benefits, quality;
    kept::Kept<Snapshot> snapshots;
    kept::Kept<std::vector<measures::Row>> rows;     // by question: of measures that say what they are made from

    Implementation(db::Database& opened, const kept::Versions& known, const base::Clock& time, Neighbours others);

    /// Of what no page asks: the municipality's own language and zone.
    register_::Surroundings around(std::string_view municipality) const;
    std::shared_ptr<const Snapshot> snapshot(std::string_view municipality) const { return snapshots.of(municipality); }
    std::vector<register_::Records*> registers();
    /// Of one register, those of a goal, in the order of the list.
    std::vector<register_::Record> of_goal(const register_::Records& records, const register_::Surroundings& around,
                                           const std::string& goal) const;
};

/// The way in for the files of this slice.
struct Inside {
    static Goals::Implementation& of(const Goals& goals) { return *goals.implementation_; }
};

/// "measure=…" → what it asks for; nothing of the measure where it or one of its limits is not there (any more).
struct CountedFrom {
    const measures::Measure* measure = nullptr;
    std::map<std::string, std::string> where = {};
    const measures::Measure* whole = nullptr;    // of a share of two measures
    std::string stated = {};                     // what must be stated to count in the whole

    measures::Kind kind() const { return whole != nullptr ? measures::Kind::share : measure->kind; }
};
CountedFrom counted_from(const Goals::Implementation& self, const std::string& question);
/// The same question without what a goal says itself: period, split, comparison. "" where it asks for no measure that every
/// colleague may see, or for something that a goal cannot keep, such as a share of what it is split up by.
std::string question_for_goal(const Goals::Implementation& self, const std::string& question);
/// "Participants of activities: Kind: Course"
std::string counted_from_in_words(const CountedFrom& from, std::string_view municipality, const i18n::Translator& words);
register_::Choices choices_of_counting(const Goals::Implementation& self);

RetentionRules retention_rules();
std::vector<DutyKind> duty_kinds(Goals& goals);
void load_demo(Goals& goals, const Demo& demo);
MappingPlan plan_mapping(Goals& goals, std::string_view json, const std::string& file);

}  // namespace digilots::goals
