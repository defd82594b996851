#pragma once
// What the import said of a record that was changed here, and what stands here now: both in words.
#include "directory/directory_store.h"
#include "directory/record_form.h"

namespace digilots::directory {

struct KeptEdit {
    std::string label, imported, here;
};

/// `saved`: as stored, whatever the form says.
std::vector<KeptEdit> kept_edits(const std::vector<FactEdit>& edits, const Record& saved,
                                 const std::vector<Organization>& organizations, const FormContext& context);

}  // namespace digilots::directory
