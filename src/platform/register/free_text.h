#pragma once
// What people write in words, whatever the register: no number of a person, a card or an account stands in any of it, and what
// may be a person's name, own address or own phone is asked about.
#include <initializer_list>

#include "platform/register/register.h"

namespace digilots::register_ {

/// The register's own rules, then that no text holds such a number. Of what stood `before` (nullptr: it is new) nothing is said;
/// where the register has said something of a field already, neither.
void check_rules(const Register& declaration, const Record* before, const Checked& checked, Problems& problems);

/// The second half alone.
void check_free_texts(const Register& declaration, const Record* before, const Record& record, Problems& problems);

/// In these fields nothing tells of a person: no number and no address, not even those of a desk. So it is where something is
/// told that happened; where a text says whom to turn to, a desk's own may stand.
void check_no_person(const Checked& checked, std::initializer_list<const char*> fields, Problems& problems);

/// What may be somebody's own, in fields that are asked about (Field::not_asked_about). Of names nothing where something is
/// said of the field already.
void doubt_free_texts(const Register& declaration, const Checked& checked, Problems& doubts);

/// The same of a text that stands in no register, such as why something is cancelled: sentences, none where nothing is doubted.
std::vector<std::string> doubts_of_text(std::string_view text, const Surroundings& around);

}  // namespace digilots::register_
