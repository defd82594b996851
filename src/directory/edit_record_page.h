#pragma once
#include "directory/kept_edits.h"

namespace digilots::directory {

struct EditRecordView {
    std::string url, version, public_url, back_url;
    std::string form_key;               // of a new one: sent twice it is added once
    std::vector<FormItem> items;
    html::FormErrors errors;
    std::vector<KeptEdit> edits;
    html::components::Freshness freshness;
    std::string kind, id, end_url;  // end_url: contacts only
    bool is_new = false, saved = false;
    std::string checked_since;          // fields that were checked after the whole was
    bool all_checked = false;           // of the form
    std::vector<std::string> used_by;   // what points at this contact
    std::string same_name, same_url;    // what is there already and may be the same as the new one
};

}  // namespace digilots::directory
