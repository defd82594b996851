#pragma once
// An inquiry as outside programs write and read it.
#include <optional>
#include <string>
#include <string_view>

#include "inquiries/stored_inquiry.h"
#include "platform/base/json.h"

namespace digilots::inquiries {

struct ReadInquiry {
    Inquiry inquiry;
    FieldErrors errors;     // wrong kinds and unknown names; what the values mean is validate()'s matter
};

/// nullopt where the text is no JSON object.
std::optional<ReadInquiry> read_inquiry(std::string_view json, const i18n::Translator& translator);

/// All fields; null where nothing is stated.
void write_inquiry(base::JsonWriter& json, const StoredInquiry& stored);

}  // namespace digilots::inquiries
