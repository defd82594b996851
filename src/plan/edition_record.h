#pragma once
// An edition of the plan and its three steps: project group, owners, steering group. For the pages of editions.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan/editions.h"
#include "plan/kinds.h"
#include "platform/db/connection.h"
#include "platform/i18n/translator.h"

namespace digilots::plan {

inline constexpr std::size_t steps_of_approval = 3;

struct EditionStep {
    std::string function = {};  // who alone notes it; "" any coordinator
    std::string result = {};    // "approved", "returned", "" not taken
    std::string day = {};       // of the body's meeting; "" where nobody said it
    std::string decision = {}, what = {}, why = {}, by = {}, at = {};
};

struct Edition {
    std::string id = {}, about = {}, made_by = {}, made_at = {};
    std::int64_t version = 0, number = 0;
    std::array<EditionStep, steps_of_approval> steps = {};

    /// Which step comes next; three where all are taken.
    std::size_t next() const;
    bool is_approved() const { return next() == steps_of_approval; }
    /// Sent back: nobody takes a step of it any more.
    bool is_returned() const { return !is_approved() && steps[next()].result == "returned"; }
    std::string mark() const;
};

struct WholeEdition {
    Edition edition = {};
    std::vector<KeptPart> parts = {};
    bool is_first = true;
    std::vector<KeptPart> before = {};  // of the edition before it
};

std::vector<register_::Choice> functions_to_choose(const Kinds& kinds, std::string_view municipality_id);
/// As they are called today: what an edition keeps does not change with them.
NamesThen names_of_today(const Kinds& kinds, std::string_view municipality_id);
i18n::Text title_of_step(std::size_t step);
std::vector<Edition> all_editions(const Kinds& kinds, std::string_view municipality_id);
std::optional<Edition> edition_in(db::Connection& connection, std::string_view municipality_id, std::string_view id);
std::optional<WholeEdition> whole_edition(const Kinds& kinds, std::string_view municipality_id, std::string_view id);
/// The newest that the steering group has approved: which one it is, and all that it keeps.
std::optional<Edition> approved_edition(const Kinds& kinds, std::string_view municipality_id);
std::optional<WholeEdition> whole_approved_edition(const Kinds& kinds, std::string_view municipality_id);
/// Writes a step as it is now said, in the caller's transaction.
void write_step(db::Connection& connection, std::string_view municipality_id, const Edition& edition, std::size_t step);

}  // namespace digilots::plan
