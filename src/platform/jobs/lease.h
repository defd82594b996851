#pragma once
// Who alone may do something that is no job, such as a command that imports: a row that is renewed while it lives.
#include <stdexcept>
#include <string>

#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::jobs {

/// Another one has it: says which process.
class Taken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Lease {
public:
    /// Taken where another one lives. One whose process on this machine is gone is taken over at once, another one when it
    /// has not been renewed for five minutes by the clock.
    Lease(db::Database& database, const base::Clock& clock, std::string name);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    /// At least once a minute; costs nothing in between. Taken where another one has it.
    void renew();

private:
    void take();

    db::Database& database_;
    const base::Clock& clock_;
    const std::string name_, holder_;
    base::Instant renewed_{};
};

}  // namespace digilots::jobs
