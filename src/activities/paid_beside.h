#pragma once
// What was entered as paid already and may be the same money as what a session cost.
#include <functional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "platform/register/field.h"

namespace digilots::activities {

struct PaidBeside {
    /// Of costs ("fee" …) of a session on a day: what whoever writes them is asked.
    std::function<std::vector<std::string>(const register_::Surroundings& around, const std::string& activity, base::Date day,
                                           const std::vector<std::string>& costs)>
        asked = nullptr;
};

}  // namespace digilots::activities
