#pragma once
// What may be wrong with a record and may be right (Register::doubts, free_text.h).
#include <string>
#include <vector>

#include "platform/register/records.h"

namespace digilots::register_ {

/// In the reader's words, each once; without what could be said of `before` just as well. nullptr: it is new.
std::vector<std::string> doubts_about(const Register& declaration, const Surroundings& around, const Record* before,
                                      const Record& after);
/// Of what was typed; nothing where it is refused anyway.
std::vector<std::string> doubts_about(const Records& records, const Surroundings& around, const Record* before,
                                      const Draft& draft);

}  // namespace digilots::register_
