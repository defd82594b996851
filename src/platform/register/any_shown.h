#pragma once
// Whether residents have anything of some registers: for menus, which lead to no empty page.
#include <memory>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/kept/kept.h"
#include "platform/kept/versions.h"
#include "platform/register/records.h"

namespace digilots::register_ {

/// By municipality; kept until one of the registers changes, whatever day it is and whatever else is saved.
class AnyShown {
public:
    /// Of a register whose records are published those that are; of others all that are in use. All outlive it.
    AnyShown(std::vector<const Records*> registers, const kept::Versions& versions, const base::Clock& clock);

    bool in(std::string_view municipality_id) const { return *kept_->of(municipality_id); }

private:
    std::shared_ptr<kept::Kept<bool>> kept_;
};

}  // namespace digilots::register_
