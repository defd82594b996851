#pragma once
// An edition in words: its parts, what else they say, their milestones, what changed; for its page, its paper and everyone.
#include "plan/edition_record.h"
#include "plan/views.h"
#include "platform/html/page.h"

namespace digilots::plan {

std::string title_of_edition(const Edition& edition, const html::Page& page);
/// "Draft", "Approved by: Owners", "Approved", "Sent back by: Owners".
std::string state_of_edition(const Edition& edition, const html::Page& page);
/// "approved on 2 November 2026 (Steering group, November: the plan is adopted), noted by …".
std::string words_of_step(const EditionStep& step, const Kinds& kinds, const html::Page& page);
std::vector<std::string> words_of_changes(const std::vector<KeptPart>& before, const std::vector<KeptPart>& after,
                                          const html::Page& page);
html::components::Table table_of_kept(const std::vector<KeptPart>& parts, const html::Page& page);
/// What else they say: owner, goals, targets, resources, exclusions …
html::components::Table table_of_said(const std::vector<KeptPart>& parts, const html::Page& page);
html::components::Table table_of_kept_milestones(const std::vector<KeptPart>& parts, const html::Page& page);
/// "Edition 2 of the plan is approved by the steering group, 2 November 2026."
std::string words_of_approved(const Edition& edition, const html::Page& page);
/// The same, or that none is, and what it means for what is shown beside it.
std::string words_of_approval(const std::optional<Edition>& approved, const html::Page& page);
/// Those that everyone may see: still shown today, or shown then and gone since.
std::vector<KeptPart> kept_for_everyone(const std::vector<KeptPart>& parts, const Plan& plan);

}  // namespace digilots::plan
