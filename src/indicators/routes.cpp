#include "indicators/indicators.h"

namespace digilots::indicators {

http::Routes routes(Indicators&, const municipality::Municipalities&, const base::Clock&) { return {}; }

}  // namespace digilots::indicators
