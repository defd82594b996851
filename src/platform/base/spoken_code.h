#pragma once
// Codes that follow something without an account: letters and digits that are not mistaken for each other, read out by phone or
// from paper. Of signs that look or sound alike a code has one, and typed as the other it is found all the same
// (decision 0100). Only a hash is kept; whoever has the code has what it opens, so pages with it are `no-store`.
#include <string>
#include <string_view>

namespace digilots::base {

/// What codes are for ("question"), so that the same secret or code means nothing elsewhere; and how many signs they have, in
/// groups of four: 12 are 50 bits, 16 are 66. At most 20.
struct CodeKind {
    std::string_view of;
    std::size_t signs = 16;
};

/// The same for the same secret: "k7m2-9xqd-4tfh-p3wz".
std::string code_of(const CodeKind& kind, std::string_view secret);
/// The code that is stored, of those that this secret makes or made before; "" where another one is stored.
std::string code_known(const CodeKind& kind, std::string_view secret, std::string_view stored_hash);
/// What a database keeps of a code that code_of() made; "" where it is none of this kind.
std::string hash_of_code(const CodeKind& kind, std::string_view code);

/// What a database may hold of a code that somebody typed: in any letters and hyphens, with spaces, with a sign that looks or
/// sounds like the one meant, or pasted as the address of its page, with what follows it there.
struct CodeHashes {
    std::string now = "";     // as codes are made now
    std::string before = "";  // exactly as typed: codes that were made of more signs stay valid
    bool empty() const { return now.empty(); }
};
/// Empty where it is none of this kind.
CodeHashes hashes_of_code(const CodeKind& kind, std::string_view typed);
bool is_code(const CodeKind& kind, std::string_view typed, std::string_view stored_hash);
/// In lower case and groups, sign by sign as it was typed; "" where it is none.
std::string tidy_code(const CodeKind& kind, std::string_view typed);
/// A secret for code_of(): with a form's key (base/form_key.h) the same for the same content, so that what is sent again gets
/// the same code; without one a new one each time.
std::string secret_for_code(std::string_view form_key, std::string_view content);

}  // namespace digilots::base
