#include "platform/base/ensure.h"

namespace digilots::base {

void report_bug(const char* condition, const char* file, int line) {
    throw Bug(std::string(file) + ":" + std::to_string(line) + ": expected " + condition);
}

}  // namespace digilots::base
