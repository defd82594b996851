#pragma once
// Questions that are asked again: kept with a name, for a unit or for all, opened by a link.
#include "platform/register/records.h"

namespace digilots::statistics {

/// "organisation.unit" among its links.
register_::Register saved_register();
/// The way to the figures, on the page of a saved question.
register_::More way_to_figures(const register_::Record& saved, const html::Page& page);
/// Whether it stands on the statistics page of this account.
bool is_in_list_of(const register_::Record& saved, std::string_view account);
/// The page of the figures, below the municipality.
std::string figures_path(const register_::Record& saved);

}  // namespace digilots::statistics
