#pragma once
// Strategy, plans, projects, areas and activities as a pyramid of what there is.
#include <vector>

#include "plan/editions.h"
#include "plan/tree.h"
#include "plan/views.h"

namespace digilots::plan {

inline constexpr double pyramid_width = 600, pyramid_height = 280;
/// Five levels from the top, each with how many there are of it.
std::vector<PyramidLevel> pyramid_of(const Plan& plan, bool only_public, const i18n::Translator& words);
/// Of what an edition kept, on paper.
print::Picture pyramid_of_kept(const std::vector<KeptPart>& parts, const html::Page& page);
html::components::Table table_of_levels(const Plan& plan, bool only_public, const html::Page& page);

}  // namespace digilots::plan
