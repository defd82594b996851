#pragma once
#include <string>
#include <vector>

#include "directory/pages.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::directory {

struct ManagedRow {
    std::string title, url, kind, status, id;
    html::components::Freshness freshness;
    std::vector<std::string> to_complete;
    bool is_changed_here = true;    // false: who looks is limited to another unit
};

struct ManagedList {
    std::string title, kind, add_label, url;    // of the list with search, filters and history
    std::vector<ManagedRow> rows;
    std::vector<html::Link> more = {};
};

struct ManageDirectoryView {
    std::vector<ManagedList> lists;
    std::vector<html::components::Option> units;        // for which the page can be asked
    std::vector<html::components::Tag> to_complete;     // "Fill in a phone number (5)"
    std::string import_note;
    bool verified = false, ended = false;
    bool phone_missing = false;
};

}  // namespace digilots::directory
