#pragma once
// KOSTRA, Norway's figures of municipalities, from Statistics Norway's PxWeb API (version 1: POST a query, JSON-stat 2.0
// back), and files of it.
#include <memory>
#include <string>

#include "indicators/courier.h"
#include "indicators/source.h"

namespace digilots::indicators {

inline constexpr const char* kostra_address = "https://data.ssb.no/api/v0/no/table";

/// The wishes are table numbers ("12272"). `address` "": for files only.
std::unique_ptr<Source> kostra_source(const std::string& address, Patience patience = {});

}  // namespace digilots::indicators
