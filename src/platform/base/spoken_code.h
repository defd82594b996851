#pragma once
// Codes that follow something without an account: letters and digits that are not mistaken for each other, read out by phone or
// from paper. Only a hash is kept; whoever has the code has what it opens, so pages with it are `no-store`.
#include <string>
#include <string_view>

namespace digilots::base {

/// What codes are for ("question"), so that the same secret or code means nothing elsewhere; and how many signs they have, in
/// groups of four: 12 are about 58 bits, 16 about 78. At most 20.
struct CodeKind {
    std::string_view of;
    std::size_t signs = 16;
};

/// The same for the same secret: "k7m2-9xqd-4tfh-p3wz".
std::string code_of(const CodeKind& kind, std::string_view secret);
/// What a database keeps of a code, however it was typed: in any letters and hyphens, with spaces, or pasted as the address of
/// its page, with what follows it there; "" where it is none of this kind.
std::string hash_of_code(const CodeKind& kind, std::string_view typed);
/// As code_of() wrote it, however it was typed; "" where it is none.
std::string tidy_code(const CodeKind& kind, std::string_view typed);
/// A secret for code_of(): with a form's key (base/form_key.h) the same for the same content, so that what is sent again gets
/// the same code; without one a new one each time.
std::string secret_for_code(std::string_view form_key, std::string_view content);

}  // namespace digilots::base
