#pragma once
// "What could not be helped": for who decides what is missing where.
#include "inquiries/pages.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::inquiries {

struct UnmetView {
    std::string url, number, csv_url, cut;
    html::FormErrors errors;
    html::components::Field period, unit;   // unit: without a name where there is none to choose
    std::vector<html::components::Field> dates;
    html::components::Table table;
};

/// Of ninety days unless said otherwise. Who is limited to a unit sees the entries at its places.
http::Response unmet_page(const Pages& pages, const http::Request& request);
/// The same as CSV, which may leave the house: counts of fewer than five are left out and said to be.
http::Response unmet_table(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
