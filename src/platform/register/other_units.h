#pragma once
#include "platform/i18n/translator.h"
#include "platform/register/records.h"

namespace digilots::register_ {

/// For html::not_theirs_page().
inline constexpr i18n::Text who_changes_other_units =
    TEXT("This belongs to another unit. Whoever works there may change it, or somebody who is limited to no unit. An "
         "administrator decides that. Nothing was changed.");

/// What belongs to no unit is everybody's, also of those who are limited to one: of records that wait for whoever has time.
Others with_what_is_nobodys(Others others);

}  // namespace digilots::register_
