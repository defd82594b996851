#pragma once
// Questions that only call-backs have.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/register/read_only.h"
#include "platform/slice/wished_time.h"

namespace digilots::callbacks {

/// How somebody is reached. It stands in a table of its own, and never in a list, a table, a search, the trail or a program's
/// answer.
struct Contact {
    std::string way;                    // phone, email, letter, here; "" none
    std::string value;                  // "" for whom comes back here
    std::string counts_from = "";       // stored: from when the time counts after which it is deleted
};
using ContactOf = std::function<std::optional<Contact>(std::string_view municipality_id, std::string_view call_back)>;

/// What read() took from the form, for whoever writes it beside the record; nothing where the form said nothing new. No column
/// holds it: the record's column holds a mark of it, which goes with it.
std::optional<Contact> contact_typed(const register_::Record& record);
/// Whether whoever asks sees to the call-back: nobody else is shown how the person is reached.
using MaySeeContact = std::function<bool(const register_::Surroundings& around, const register_::Record& call_back)>;
/// A choice and a line. A new record that a form adds has a way.
register_::Field contact_field(std::string_view name, i18n::Text title, ContactOf stands, MaySeeContact may_see);

/// In lists, of one that waits: that nobody has said how the person is reached, with the way to say it. Beside a contact field
/// called `contact`; no column of its own.
register_::Field lacking_field(std::string_view name, i18n::Text heading, std::string_view contact);

/// What is wrong with a text that is kept although it may not tell who asked; nothing where it may be kept.
std::optional<i18n::Text> personal_data_in(std::string_view text);
/// What it may hold, where it may be kept when somebody says that it holds none; nothing mostly.
std::optional<i18n::Text> doubt_about(std::string_view text);
/// The box that says so.
inline constexpr i18n::Text it_names_nobody = TEXT("It names nobody: save it as it is");
/// One line in which nobody is named: identifiers are refused, and what may be a name is asked about once.
register_::Field plain_line(std::string_view name, i18n::Text title, std::size_t most_characters = 200);

/// When its phone is answered.
using OfficeHoursOf = std::function<OfficeHours(std::string_view municipality_id)>;
/// When the person wants to be rung (platform/slice/wished_time.h); "" as soon as possible. Column NAME.
register_::Field wished_field(std::string_view name, i18n::Text title, const base::Clock& clock, OfficeHoursOf office);

/// How, when and by whom it ended. Columns NAME, NAME_note, closed_at, closed_by.
register_::Field outcome_field(std::string_view name, i18n::Text title, std::function<std::string(std::string_view)> name_of);
register_::Choices outcomes();
/// An entry of the log, that the address named: its words and whose question it was, by its id; nothing where there is none.
struct NamedEntry {
    std::string words, asker;
};
using EntryWords = std::function<std::optional<NamedEntry>(const register_::Surroundings& around, std::string_view id)>;
/// Columns NAME, asker ("": a resident; employees and partners count nowhere), opened_unit (under which it was counted).
register_::Field entry_field(std::string_view name, i18n::Text title, EntryWords words);

}  // namespace digilots::callbacks
