#pragma once
// Whether a text is one e-mail address that can be written to.
#include <string_view>

namespace digilots::base {

enum class EmailFault {
    none,
    invisible,      // a zero-width or direction mark, a soft hyphen, an odd space or sign that looks like another
    mailto,         // a link: "mailto:…", "…?bcc=…"
    not_one_address
};

/// Strict where a link is made of it: no "..", no "?", "%" or "&", a domain with a dot. Letters of any alphabet.
EmailFault fault_of_email(std::string_view text);

}  // namespace digilots::base
