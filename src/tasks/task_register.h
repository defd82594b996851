#pragma once
#include "platform/register/register.h"
#include "tasks/task_fields.h"

namespace digilots::tasks {

inline constexpr std::string_view kept_tasks = "task";
/// For programs behind a key.
inline constexpr http::Scope read_scope{"tasks:read", TEXT("read what is to be done")};

/// A kind of record, said once (platform/register). `known` and `name_of` live as long as it.
register_::Register task_register(const Known& known, const std::function<std::string(std::string_view)>& name_of);

}  // namespace digilots::tasks
