#pragma once
// Whose wheel a page shows, and where its pages are: below the municipality where it has a service here, else
// /wheels.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "municipality/municipality.h"
#include "platform/html/page.h"
#include "progress/progress.h"

namespace digilots::progress {

/// What the handlers of this slice share.
struct Pages {
    Progress& progress;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
};

struct Subject {
    std::shared_ptr<const municipality::Municipality> municipality = nullptr;
    bool has_service = false;

    const std::string& id() const { return municipality->id; }
    const std::string& name() const { return municipality->name; }
    /// "/overkalix/progress/wheel" or "/wheels/ydre"; `ending`: ".svg", "?year=2020" …
    std::string wheel_path(std::string_view ending = "") const;
    /// Below /api/v1/: "overkalix/wheel" or "wheels/ydre".
    std::string api_path() const;
    std::string method_path() const;
    std::string target_path(std::string_view target) const;
    /// The page of an indicator: the national one where the municipality has no service here.
    std::string indicator_path(std::string_view indicator) const;
};

/// Of the request's {municipality} or {slug}; nothing where there is no such municipality, or at another one's own host, where
/// its pages are not.
std::optional<Subject> subject_of(const http::Request& request,
                                  const municipality::Municipalities& municipalities);

}  // namespace digilots::progress
