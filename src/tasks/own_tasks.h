#pragma once
// Whose an open task is, and in which order people see theirs.
#include <string>
#include <vector>

#include "organisation/organisation.h"
#include "platform/register/records.h"

namespace digilots::tasks {

/// Their own, and those of functions that they hold or stand in for in which no person is named.
std::vector<register_::Record> tasks_of(const register_::Records& records, const organisation::Organisation& organisation,
                                        const register_::Surroundings& around, const std::string& account);
/// Those that are open and name neither a person nor a function: who leads the work says whose they are.
std::vector<register_::Record> tasks_of_nobody(const register_::Records& records, const register_::Surroundings& around);
/// Open tasks where a field says this.
void add_open(std::vector<register_::Record>& found, const register_::Records& records,
              const register_::Surroundings& around, std::string_view field, const std::string& value);
/// Those with a day first, the earliest first.
void put_in_order(std::vector<register_::Record>& tasks);
/// What is to be done, in the reader's words.
std::string title_of(const register_::Records& records, const register_::Record& task, const register_::Surroundings& around);

}  // namespace digilots::tasks
