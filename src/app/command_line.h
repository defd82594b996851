#pragma once

namespace digilots::app {

/// Runs the subcommand that the arguments name and returns the exit code of the process:
/// 0 done, 1 something is wrong with the data or the machine, 2 wrong arguments or settings.
[[nodiscard]] int run_command_line(int argument_count, char** arguments);

}  // namespace digilots::app
