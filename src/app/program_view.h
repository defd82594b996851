#pragma once
#include <string>

namespace digilots::app {

struct ProgramView {
    std::string version;
    std::string source_address;  // where this installation's source is, "" where the operator has not said
};

}  // namespace digilots::app
