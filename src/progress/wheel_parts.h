#pragma once
// The parts of the wheel's page, each from the wheel's facts.
#include <vector>

#include "progress/subject.h"
#include "progress/wheel_view.h"

namespace digilots::progress {

/// Goals with chosen targets, in the UN's order.
std::vector<WheelGroup> groups_of(const Wheel& wheel, const Subject& subject, const html::Page& page);
std::vector<RingView> rings_of(const Wheel& wheel, const std::vector<WheelGroup>& groups);
/// Targets whose colour is another than in the figure before; `better`: those that rose, else those that
/// fell.
std::vector<ChangeView> changes_of(const Wheel& wheel, bool better, const Subject& subject,
                                   const html::Page& page);
std::vector<html::components::Mark> legend_of(const html::Page& page);
/// What must be said where figures are invented; "" where none is.
std::string made_up_text(const Wheel& wheel, const html::Page& page);
/// "Source: Kolada", and others that the figures come from.
std::string source_of(const Wheel& wheel, const html::Page& page);

}  // namespace digilots::progress
