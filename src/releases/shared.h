#pragma once
// Links to released tables.
#include "platform/register/records.h"
#include "platform/slice/slice.h"
#include "releases/asked.h"

namespace digilots::releases {

/// What is released of a municipality.
using PeriodsOf = std::function<std::vector<periods::Period>(const std::string& municipality)>;

register_::Register shared_register(const PeriodsOf& released);
RetentionRules shared_rules();
const PrivacyNotice& shared_notice();
/// Where its table is, for whoever opens the record.
register_::More more_of_shared(const register_::Record& link, const html::Page& page);

http::Response shared_page(const Pages& pages, const http::Request& request);
http::Response shared_csv(const Pages& pages, const http::Request& request);
http::Response shared_json(const Pages& pages, const http::Request& request);

}  // namespace digilots::releases
