#pragma once
// A declaration held against the table that a migration has made.
#include <string>
#include <vector>

#include "platform/db/connection.h"
#include "platform/register/register.h"

namespace digilots::register_ {

/// One line for each thing that is not as declared, with what to do; empty where all is right.
std::vector<std::string> faults_of_table(db::Connection& connection, const Register& declaration);

}  // namespace digilots::register_
