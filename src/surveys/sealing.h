#pragma once
// Keys outside of the database and its backups, and what they seal: answers that wait, codes, pseudonyms. libsodium stays in
// sealing.cpp.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/mutex.h"

namespace digilots::surveys {

/// A folder of files that only the program reads; "" keeps them in memory (tests). Several servers of one database share the
/// folder. What is destroyed is overwritten first, and does not come back.
class Keys {
public:
    explicit Keys(std::string folder);

    /// Made where there is none. `name`: letters, figures and hyphens.
    std::string secret(const std::string& name);
    bool has(const std::string& name) const;
    void destroy(const std::string& name);
    /// Of all that are there.
    std::vector<std::string> names() const;

    /// Sealed for a day's key: base64. Who has the database alone cannot open it.
    std::string seal(const std::string& name, std::string_view text);
    /// Nothing where the key is destroyed, or it was not sealed for it.
    std::optional<std::string> open(const std::string& name, std::string_view sealed) const;

private:
    std::optional<std::string> find(const std::string& name) const;

    const std::string folder_;
    mutable base::Mutex mutex_;
    std::map<std::string, std::string> in_memory_ GUARDED_BY(mutex_);
};

/// The same for the same text and secret, as 64 hexadecimal characters; tells nothing without the secret.
std::string keyed_hash(std::string_view secret, std::string_view text);
/// The same, slow on purpose: few facts make a pseudonym, so guessing is to cost. 19 MiB and two passes of argon2id, two at
/// once.
std::string slow_keyed_hash(std::string_view secret, std::string_view text);

/// A number below `end`, each as likely as another.
std::size_t random_below(std::size_t end);

}  // namespace digilots::surveys
