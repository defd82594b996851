#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace digilots::base {

/// A file that the build put into the program.
struct EmbeddedFile {
    std::string_view name;
    std::string_view content;  ///< lives as long as the program; a zero byte follows it
};

/// Finds a file by its name:
///   "data/..."   the file at that path in the repository (data/demo/mapping.json)
///   "web/..."    the file at that path under web/dist (web/app.css is web/dist/app.css)
///   "words/known_words.bin"  what cmake/known_words.py made
///   "texts/sv.mo"  the merged catalogue of a language
[[nodiscard]] std::optional<std::string_view> embedded_file(std::string_view name);

/// All embedded files, sorted by name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace digilots::base
