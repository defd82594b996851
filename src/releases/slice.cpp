#include "releases/implementation.h"

namespace digilots::releases {

// Nothing shows the tables yet: they are made by the command alone, and no menu, job or text on /privacy speaks of them.
Slice slice(Releases& releases) {
    return {
        .name = "releases",
        .registers = {&releases.choices()},
    };
}

}  // namespace digilots::releases
