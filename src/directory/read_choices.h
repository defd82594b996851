#pragma once
// What was chosen in a record's form among what it offers. What is not offered is said beside the field, never left out
// without a word; what the record had before and still has stays.
#include <string>
#include <vector>

#include "directory/record_form.h"

namespace digilots::directory {

struct ChoiceReader {
    const http::Fields& form;
    const Record& before;
    const Snapshot& snapshot;
    const html::Page& page;
    html::FormErrors& errors;

    /// One of a list, a place or a contact; what the record had where it was none of them.
    std::string one(const FieldSpec& spec) const;
    /// Terms of a list. Those that are known, where others are not.
    std::string terms(const FieldSpec& spec) const;
    /// The same; notes keep their stated words where the code stays chosen.
    std::string note_codes(const FieldSpec& spec) const;

private:
    std::vector<std::string_view> known_terms(const FieldSpec& spec, const std::vector<std::string>& earlier) const;
};

/// The id of the group of boxes, to which its message leads: the layout has a "languages" of its own.
std::string choices_id(const FieldSpec& spec);
/// The message where something else was sent than the form offers.
std::string not_in_the_list(const html::Page& page);

}  // namespace digilots::directory
