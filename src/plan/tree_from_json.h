#pragma once
// The whole tree, or a part with what is below it, on its way back in.
#include <string>
#include <string_view>

#include "platform/base/json.h"
#include "platform/base/result.h"
#include "platform/register/field.h"
#include "platform/tables/table.h"

namespace digilots::plan {

struct Kinds;

/// As tree_as_json() tells it, changed: a row for each part, what stands above before what stands below. A part with an `id` is
/// that one; one without is new, unless the same name, kind and code stand there already. What a part does not say stays as it
/// stands, and parts that are not named stay where they are.
/// Else what is wrong with it, in the reader's words.
base::Result<tables::Table, std::string> table_of_tree(const Kinds& kinds, const base::Json& tree,
                                                       const register_::Surroundings& around);
/// The same of a file.
base::Result<tables::Table, std::string> table_of_tree_file(const Kinds& kinds, std::string_view json,
                                                            const register_::Surroundings& around);

}  // namespace digilots::plan
