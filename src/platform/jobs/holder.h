#pragma once
// Who holds a lease: this process, among those of all machines.
#include <string>

namespace digilots::jobs {

/// "MACHINE PID TOKEN": another one each time. MACHINE is this boot of this machine or container.
std::string new_holder();
/// True where the process was one of this machine and is gone.
bool is_dead_here(const std::string& holder);

}  // namespace digilots::jobs
