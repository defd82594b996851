#pragma once
// Codes that follow a sign-up (platform/base/spoken_code.h): 12 signs, read out over the phone or from paper.
#include <string>
#include <string_view>

#include "platform/base/seen.h"
#include "platform/base/spoken_code.h"

namespace digilots::activities {

inline constexpr base::CodeKind code_kind{"sign-up", 12};

inline constexpr std::size_t signs_of_proof = 24;

/// Whoever is with it all the way has a row at each session under one code: each holds the hash of the code, then the session.
inline std::string hash_along(std::string_view hash, std::string_view session) {
    return std::string(hash) + "/" + std::string(session);
}
inline bool is_along(std::string_view stored) { return stored.find('/') != std::string_view::npos; }
/// Of the code alone.
inline std::string hash_without_session(std::string_view stored) { return std::string(stored.substr(0, stored.find('/'))); }
/// What pages of staff carry in place of a code that was read out to them: it shows that this account had it, and opens nothing
/// for anybody else.
inline std::string proof_of_stored(std::string_view stored, std::string_view account) {
    return base::mark_of({hash_without_session(stored), std::string(account)}).substr(0, signs_of_proof);
}
inline std::string proof_of_code(std::string_view code, std::string_view account) {
    return proof_of_stored(base::hash_of_code(code_kind, code), account);
}
/// Between which all that one code stands for is stored; both excluded.
struct BoundsAlong {
    std::string after, before;
    explicit BoundsAlong(std::string_view stored)
        : after(hash_without_session(stored) + "/"), before(hash_without_session(stored) + "0") {}
};

}  // namespace digilots::activities
