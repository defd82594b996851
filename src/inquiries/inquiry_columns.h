#pragma once
// The log as a table: its columns, and an entry as a row of it and back.
#include "inquiries/implementation.h"
#include "platform/register/register.h"

namespace digilots::inquiries {

register_::Register inquiry_declaration(const Service& service);
register_::Record record_of(const Inquiry& inquiry, const Service& service, const register_::Surroundings& around);
/// `before` keeps what no column says: the seconds.
Inquiry inquiry_of(const register_::Record& record, const Inquiry* before, const Service& service,
                   const register_::Surroundings& around);
/// Where what validate() says of a field stands.
std::string column_of(const std::string& field);

}  // namespace digilots::inquiries
