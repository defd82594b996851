#pragma once
#include <vector>

#include "platform/html/page.h"

namespace digilots::accounts {

struct StaffStartView {
    std::vector<html::Link> work;            // staff pages
    std::vector<html::Link> networks;        // statistics
    std::vector<html::Link> municipalities;  // public pages, for operators
};

}  // namespace digilots::accounts
