#pragma once
// What the files of this slice share.
#include "offline/offline.h"
#include "platform/http/limiter.h"

namespace digilots::offline {

struct Offline::Implementation {
    db::Database& database;
    const base::Clock& clock;
    Neighbours neighbours;
    http::Limiter sending{20, 400};      // entries a second from one address, and at once
    http::Limiter logging{1, 600};       // of one person: far more than anybody logs in a day on paper
};

struct Inside {
    static Offline::Implementation& of(const Offline& offline) { return *offline.implementation_; }
};

/// The installation's own; made where there is none yet.
struct NamedKey {
    std::string id;
    ServerKey key;
};
NamedKey server_key(db::Database& database, base::Instant now);

}  // namespace digilots::offline
