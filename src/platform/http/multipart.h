#pragma once
// multipart/form-data, strictly and bounded. Text parts become fields, parts with a file name become uploads.
#include <string_view>

#include "platform/http/request.h"

namespace digilots::http {

struct Multipart {
    Fields fields;
    std::vector<Upload> uploads;
};

/// The boundary named by a Content-Type header; "" where there is none or it breaks the rules.
std::string boundary_of(std::string_view content_type);
/// nullopt: not well-formed, text that is not UTF-8, or more than 200 parts. That is a 400.
std::optional<Multipart> read_multipart(std::string_view body, std::string_view boundary);
/// The last part of a path, without controls and signs that file systems or shells read; at most 150 bytes.
std::string clean_file_name(std::string_view name);

}  // namespace digilots::http
