#include "app/index_watch.h"

#include "app/attempt.h"

namespace digilots::app {

void IndexWatch::look(std::chrono::steady_clock::time_point now) {
    if (now < next_look_ && (has_failed_ || !is_missing())) return;
    attempt("search not caught up", trouble_, [&] { application_.catch_up_index(); });
    has_failed_ = !trouble_.empty();
    next_look_ = now + std::chrono::minutes(1);
}

std::string IndexWatch::reason_not_ready() const {
    return !has_failed_ && is_missing() ? "the search index is missing and is being built anew" : "";
}

bool IndexWatch::is_missing() const {
    try {
        return application_.search_is_missing();
    } catch (const search::IndexError&) {
        return true;
    }
}

}  // namespace digilots::app
