#pragma once
// What a caller is expected to handle is a value. What ends a request is an exception (see ARCHITECTURE.md,
// Errors).
#include <expected>
#include <utility>

namespace digilots::base {

template <class T, class E>
using Result = std::expected<T, E>;

template <class E>
std::unexpected<E> failure(E error) {
    return std::unexpected<E>(std::move(error));
}

}  // namespace digilots::base
