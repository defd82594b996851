#pragma once
#include "directory/record_form.h"

namespace digilots::directory {

struct KeptEdit {
    std::string label, imported;    // what the import says of a field that was changed here
};

struct EditRecordView {
    std::string url, version, public_url, back_url;
    std::vector<FormItem> items;
    html::FormErrors errors;
    std::vector<KeptEdit> edits;
    html::components::Freshness freshness;
    std::string kind, id, end_url;  // end_url: contacts only
    bool is_new = false, saved = false;
    std::vector<std::string> used_by;   // what points at this contact
};

}  // namespace digilots::directory
