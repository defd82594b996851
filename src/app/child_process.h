#pragma once
// Runs another program (pg_dump, pg_restore) without a shell and waits for it.
#include <string>
#include <utility>
#include <vector>

namespace digilots::app {

struct ChildResult {
    int exit_code = 0;      // 127 where the program is not installed
    std::string errors;     // what it wrote to standard error
};

/// `environment` is added to this process's own: secrets go there, never into the arguments that everyone can list.
ChildResult run_child(const std::vector<std::string>& arguments,
                      const std::vector<std::pair<std::string, std::string>>& environment);

}  // namespace digilots::app
