#pragma once
// What one report, board or file asks of measures: several of its parts need the same figure, and it is counted once, so that all
// of them say the same also where somebody saves meanwhile.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "platform/measures/measure.h"

namespace digilots::measures {

/// For one request, by one thread. A measure is known by its key.
class CountedOnce {
public:
    /// Stays as long as this object.
    const std::vector<Row>& rows(const Measure& measure, const Query& query);
    Value total(const Measure& measure, const Query& query);
    bool was_ever_counted(const Measure& measure, const std::string& municipality);

private:
    std::map<std::string, std::vector<Row>> rows_ = {};
    std::map<std::pair<std::string, std::string>, bool> counted_ = {};
};

}  // namespace digilots::measures
