#include "app/application.h"

namespace digilots::app {

std::vector<base::Measure> Application::measures() const { return inquiries.measures(); }

}  // namespace digilots::app
