// Figures of the nation beside one's own: each with its year, of whom it is and how it is defined, the own one with its time.
#include "goals/sections.h"
#include "goals/words.h"

namespace digilots::goals {

namespace {

/// "Reach residents: 1 234 participants, 1 January – 23 November 2026"; "–" where it belongs to no goal in use.
std::string own_number(const SectionsAsked& asked, const Snapshot& snapshot, const register_::Record& record) {
    const auto* goal = snapshot.find(record.text("goal"));
    if (goal == nullptr) return "–";
    const auto reading = read_goal(asked.self, snapshot, *goal, asked.tenant, {.as_of = asked.today});
    const auto number = asked.leaves_the_house ? public_number_in_words(*goal, reading, asked.words)
                                               : number_in_words(*goal, reading, asked.words);
    return goal->title + ": " + number + ", " + periods::days_of(reading.period, asked.words);
}

}  // namespace

Section references_section(const SectionsAsked& asked) {
    const auto snapshot = asked.self.snapshot(asked.tenant.id);
    return section_of_register(
        asked, "references", TEXT("Reference figures"), asked.self.references,
        {"title", "figure", "year", "base", "definition", "publisher"}, {},
        {{TEXT("Our own number, and of when"),
          [&](const register_::Record& record) { return own_number(asked, *snapshot, record); }}});
}

}  // namespace digilots::goals
