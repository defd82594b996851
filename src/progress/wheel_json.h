#pragma once
// A wheel as JSON: for outside programs, and as it is kept with an evaluation.
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/json.h"
#include "progress/progress.h"

namespace digilots::progress {

/// As GET /api/v1/{municipality}/wheel answers.
std::string wheel_json(const Wheel& wheel, const i18n::Translator& translator);
/// The same with what a picture needs besides (numbers and colours of own goals, why).
std::string kept_wheel_json(const Wheel& wheel);
/// A kept wheel, as far as a picture and a table need it; nothing where the text is none.
std::optional<Wheel> read_kept_wheel(std::string_view json);

}  // namespace digilots::progress
