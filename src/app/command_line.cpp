#include "app/command_line.h"

#include <cstdio>

namespace digilots::app {

int run_command_line(int, char**) {
    std::puts("digilots");
    return 0;
}

}  // namespace digilots::app
