#pragma once
#include <string>

#include "platform/print/document.h"

namespace digilots::print {

/// Square, on white, as large as the drawing.
std::string png(const Drawing& drawing, int pixels);

}  // namespace digilots::print
