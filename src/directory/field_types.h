#pragma once
// Questions that only the directory asks, as types of a register's fields.
#include "platform/register/field.h"

namespace digilots::directory {

/// Columns hours_*: OpenStreetMap's notation, and what could not be put into it.
register_::Field hours(std::string_view name, i18n::Text title);
/// Equipment, a row of the form each.
register_::Field aids(std::string_view name, i18n::Text title);
/// Terms of a list that keep the words in which an import stated them.
register_::Field notes(std::string_view name, i18n::Text title, register_::Choices choices);

}  // namespace digilots::directory
