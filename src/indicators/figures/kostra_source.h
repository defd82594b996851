#pragma once
// KOSTRA, Norway's figures of municipalities, from Statistics Norway's PxWeb API (version 1: POST a query, JSON-stat 2.0
// back), and files of it.
#include <memory>
#include <string>

#include "indicators/figures/source_client.h"
#include "indicators/figures/source.h"

namespace digilots::indicators {

inline constexpr const char* kostra_address = "https://data.ssb.no/api/v0/no/table";

/// The service allows 30 questions a minute: waits so that a minute has passed before it gives up.
Patience kostra_patience();

/// The wishes are indicators ("kostra:13502:KOSandel150000") and whole tables ("12272"). `address` "": for files only.
/// An indicator that its table does not have any more is gone; a table that is not there takes its own with it.
std::unique_ptr<Source> kostra_source(const std::string& address, Patience patience = {});

}  // namespace digilots::indicators
