#pragma once
#include <string_view>

#include "platform/http/request.h"

namespace digilots::http {

std::string_view name_of(Method method);
/// "Not Found" for 404.
std::string_view reason_of(int status);

}  // namespace digilots::http
