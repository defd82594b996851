#pragma once
// The plan as it stands, in memory: parts in a tree, and what belongs to each.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"

namespace digilots::plan {

enum class Kind { strategy, plan, project, area, activity };
std::string_view word_of(Kind kind);
std::optional<Kind> kind_called(std::string_view word);

struct Node {
    std::string id = {}, code = {}, title = {}, parent = {}, owner = {}, resources = {}, horizon = {}, cycle = {}, layer = {},
                tier = {}, exclusions = {}, status_note = {}, series = {}, phase = {}, wording = {};
    Kind kind = Kind::activity;
    std::int64_t version = 0;
    std::optional<base::Date> starts = {}, ends = {}, begun = {}, done = {}, closed = {};
    bool goes_on = false, is_published = false;
    std::vector<std::string> municipal_goals = {}, goals = {}, targets = {}, processes = {}, challenges = {};
    std::string changed_at = {};

    bool is_over() const { return done || closed; }
};

/// `node` waits for `other`, or may run beside it.
struct Dependency {
    std::string id = {}, why = {}, node = {}, other = {};
    bool must_be_first = true;
};

struct Milestone {
    std::string id = {}, title = {}, node = {}, open_responsible = {}, lead = {}, deliverable_kind = {}, deliverable = {},
                deliverable_url = {};
    std::int64_t number = 0;  // 0: none
    std::optional<base::Date> deadline = {}, done = {};
    std::vector<std::string> responsible = {}, result_goals = {};  // goals: by their numbers
    std::int64_t version = 0;
    std::string changed_at = {};
};

struct Criterion {
    std::string id = {}, title = {}, node = {}, evidence = {}, evidence_url = {}, exception_by = {}, exception_why = {};
    std::optional<base::Date> exception_on = {};

    bool is_accepted_without() const { return exception_on && !exception_by.empty() && !exception_why.empty(); }
    bool is_met() const { return !evidence.empty() || !evidence_url.empty() || is_accepted_without(); }
};

inline constexpr std::size_t most_sections = 6;
struct Document {
    std::string id = {}, title = {}, node = {}, kind = {};
    bool is_short = false;
    std::optional<base::Date> finished = {};
    std::array<std::string, most_sections> sections = {};
};

/// A part in its place: parents before children, each level by code, then by name.
struct Placed {
    const Node* node = nullptr;
    int depth = 0;
};

/// Which phase asks for a kind of document where the municipality says otherwise than usual: "1" … "4", asked_by_none.
using AskedIn = std::map<std::string, std::string, std::less<>>;
inline constexpr std::string_view asked_by_none = "none";

class Plan {
public:
    Plan(std::vector<Node> nodes, std::vector<Dependency> dependencies, std::vector<Milestone> milestones,
         std::vector<Criterion> criteria, std::vector<Document> documents, AskedIn asked_in = {});

    const Node* find(std::string_view id) const;
    const std::vector<Placed>& placed() const { return placed_; }
    std::vector<const Node*> below(std::string_view parent) const;
    /// Itself first.
    std::vector<const Node*> all_below(const Node& node) const;
    /// From the top to its parent.
    std::vector<const Node*> above(const Node& node) const;
    /// Of the part itself; else of the nearest above it that says one; "" where none does.
    std::string answers_for(const Node& node) const;
    /// "A-AO1": the codes from the project down.
    std::string whole_code(const Node& node) const;
    /// "A-AO1 Digitalt lärande"
    std::string name_of(const Node& node) const;

    std::vector<const Milestone*> milestones_of(std::string_view node) const;
    std::vector<const Criterion*> criteria_of(std::string_view node) const;
    std::vector<const Document*> documents_of(std::string_view node) const;
    std::vector<const Dependency*> dependencies_of(std::string_view node) const;
    /// It began before what must be first was over, or is to: nothing else breaks a dependency.
    bool is_broken(const Dependency& dependency) const;

    const std::vector<Milestone>& milestones() const { return milestones_; }
    const std::vector<Dependency>& dependencies() const { return dependencies_; }
    const std::vector<Document>& documents() const { return documents_; }
    const AskedIn& asked_in() const { return asked_in_; }

private:
    void place(const std::string& parent, int depth);
    template <class Part>
    using OfNodes = std::map<std::string, std::vector<const Part*>, std::less<>>;

    std::vector<Node> nodes_;
    std::vector<Dependency> dependencies_;
    std::vector<Milestone> milestones_;
    std::vector<Criterion> criteria_;
    std::vector<Document> documents_;
    AskedIn asked_in_;
    std::map<std::string, std::vector<const Node*>, std::less<>> below_;
    std::map<std::string, const Node*, std::less<>> by_id_;
    OfNodes<Dependency> dependencies_of_;
    OfNodes<Milestone> milestones_of_;
    OfNodes<Criterion> criteria_of_;
    OfNodes<Document> documents_of_;
    std::vector<Placed> placed_;
    std::map<const Node*, std::size_t> place_of_;
};

/// As many as a page holds: where there are more than `most`, those without activities; where these are more, down to projects.
/// What stands at the top stays.
std::vector<Placed> folded(const std::vector<Placed>& parts, std::size_t most);

}  // namespace digilots::plan
