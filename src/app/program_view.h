#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"

namespace digilots::app {

struct Reachable {
    std::string name, phone;     // of a municipality; phone "" where none is set
};

struct ProgramView {
    std::string version;
    std::string source_address;  // where this installation's source is, "" where the operator has not said
    std::vector<Reachable> whom_to_ask;     // where it is ""
};

}  // namespace digilots::app
