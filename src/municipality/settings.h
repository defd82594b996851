#pragma once
// What an administrator sets, as a register of one record.
#include "municipality/municipality.h"
#include "platform/register/register.h"

namespace digilots::municipality {

/// The desks that can be chosen, by this name in the register's links.
inline constexpr std::string_view desk_source = "municipality.desk";

register_::Register settings_register();
std::vector<register_::Choice> desk_choices(const std::vector<DeskChoice>& desks, const register_::Surroundings& around);
/// Notices, links and networks around the form.
register_::AroundOnly around_settings(const register_::Record& record, const std::vector<Network>& networks,
                                  const html::Page& page);

Settings settings_of(const register_::Record& record);
register_::Record record_of(std::string_view municipality_id, const Settings& settings);

// Kinds of questions that only settings have.
/// Boxes, and which of them comes first: one column, "page_languages" and "default_language" in the form.
register_::Field page_languages(std::string_view name, i18n::Text title);
/// Times of Monday to Thursday and of Friday. A rule that the form cannot show stays while they are empty.
register_::Field phone_hours(std::string_view name, i18n::Text title);

}  // namespace digilots::municipality
