#include "app/application.h"

namespace digilots::app {

std::vector<base::Measure> Application::measures() const { return {}; }

}  // namespace digilots::app
