#pragma once
// Counters and histograms for /metrics (Prometheus text). Names and labels are fixed words, never data.
// Each thread counts for itself, without waiting for others; a scrape adds them up and misses nothing.
// A label is `route="/{municipality}/"`, or a bare word, which becomes `kind="word"`.
#include <cstdint>
#include <string>
#include <string_view>

namespace digilots::http {

void count(std::string_view metric, std::string_view label = {}, std::int64_t by = 1);
void observe(std::string_view metric, double seconds, std::string_view label = {});
void gauge(std::string_view metric, double value);
std::string metrics_text();

}  // namespace digilots::http
