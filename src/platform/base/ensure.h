#pragma once
// ENSURE states what must be true unless this program has a bug. It throws Bug: a 500 in serve, a failure in
// tests.
#include <stdexcept>
#include <string>

namespace digilots::base {

class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] void report_bug(const char* condition, const char* file, int line);

}  // namespace digilots::base

#define ENSURE(condition) \
    ((condition) ? static_cast<void>(0) : ::digilots::base::report_bug(#condition, __FILE__, __LINE__))
