#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/translator.h"
#include "platform/register/records.h"

namespace digilots::register_ {

/// For html::not_theirs_page().
inline constexpr i18n::Text who_changes_other_units =
    TEXT("This belongs to another unit. Whoever works there may change it, or somebody who is limited to no unit. An "
         "administrator decides that. Nothing was changed.");

/// What belongs to no unit is everybody's, also of those who are limited to one: of records that wait for whoever has time.
Others with_what_is_nobodys(Others others);
/// The same, and what names somebody is theirs too, whatever unit it is of (Others::named_as).
Others with_who_is_named(Others others,
                         std::function<std::vector<std::string>(std::string_view, const http::Identity&)> named_as);

}  // namespace digilots::register_
