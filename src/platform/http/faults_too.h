#pragma once
// A form that was both filled in wrongly and changed by somebody else meanwhile: both are said at once.
#include <string>
#include <string_view>

namespace digilots::http {

/// What has to be mended by the page that refused stands on `page`, below the notice that leads it; where that says nothing,
/// `page` stays as it is.
void say_faults_too(std::string& page, std::string_view refused);

}  // namespace digilots::http
