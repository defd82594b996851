#pragma once
#include "platform/i18n/translator.h"

namespace digilots::register_ {

/// For html::not_theirs_page().
inline constexpr i18n::Text who_changes_other_units =
    TEXT("This belongs to another unit. Whoever works there may change it, or somebody who is limited to no unit. An "
         "administrator decides that. Nothing was changed.");

}  // namespace digilots::register_
