#pragma once
// A backup is a folder: the database, the settings file, and SHA256SUMS over both and a manifest.
#include <string>

#include "app/settings.h"
#include "platform/base/clock.h"

namespace digilots::app {

/// Writes a consistent copy while servers go on working; everything acknowledged before the call is in it.
/// `folder` must not exist or be empty; it appears under its name only when it is complete.
/// Throws CommandError that says what to do.
void back_up(const Settings& settings, const std::string& folder, const base::Clock& clock);

/// Throws CommandError where a file is missing, was changed, or is of another engine than the settings name.
void verify_backup(const Settings& settings, const std::string& folder);

/// Verifies, then puts the backup in the place of the present data. Returns where the former database file was kept,
/// "" where there was none (PostgreSQL replaces inside one transaction).
std::string restore(const Settings& settings, const std::string& folder, const base::Clock& clock);

}  // namespace digilots::app
