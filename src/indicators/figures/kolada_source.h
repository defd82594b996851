#pragma once
// Kolada's open API, version 3 (kolada.se), and files of it: recorded answers of versions 3 and 2, figures as CSV.
#include <memory>
#include <string>

#include "indicators/figures/source_client.h"
#include "indicators/figures/source.h"

namespace digilots::indicators {

inline constexpr const char* kolada_address = "https://api.kolada.se/v3";

/// `address` "": for files only.
std::unique_ptr<Source> kolada_source(const std::string& address, Patience patience = {});

}  // namespace digilots::indicators
