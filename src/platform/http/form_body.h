#pragma once
#include "platform/http/request.h"

namespace digilots::http {

inline constexpr std::size_t most_form_fields = 500, most_form_parts = 200;

/// Fields and uploads out of the body: 0, or the status that refuses it: 400 not well-formed, 413 too many fields, 415 a type no
/// page reads.
int read_form(Request& request);

enum class FormFault { none, too_many_fields, not_text };
/// What is wrong with the fields of a request that was refused, in its address or its body. Linear.
FormFault fault_of(const Request& request);

}  // namespace digilots::http
