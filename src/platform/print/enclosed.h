#pragma once
// PDFs of others behind one of ours: a meeting's papers behind its agenda.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::print {

/// Fit to be bound behind another: what is seen on its pages, and nothing that runs or leads elsewhere.
struct Enclosed {
    std::string name = {}, bytes = {};
    std::size_t pages = 0;
};

/// Nothing where `pdf` cannot be bound: it is locked, broken, without pages, or unpacks to more than is held.
std::optional<Enclosed> enclosed(std::string name, std::string_view pdf);

/// `first` as it is, tags and all; then the pages of each, which readers find by its name in the list of contents.
std::string bound(std::string_view first, const std::vector<Enclosed>& papers);

}  // namespace digilots::print
