#pragma once
// The files of a backup folder and their checksums, apart from how an engine is copied.
#include <map>
#include <string>

namespace digilots::app {

using Manifest = std::map<std::string, std::string>;   // "engine" → "sqlite"

/// Writes manifest.txt ("key value" lines) and SHA256SUMS (as sha256sum -c reads it) over all files of the folder,
/// and makes all of it durable.
void seal_backup(const std::string& folder, const Manifest& manifest);

/// The manifest of a sealed folder. CommandError where a file is missing or its checksum is another.
Manifest open_sealed_backup(const std::string& folder);

/// SHA-256 of a file's content in hexadecimal.
std::string checksum_of_file(const std::string& file);
/// fsync of a file or folder.
void make_durable(const std::string& path);

}  // namespace digilots::app
