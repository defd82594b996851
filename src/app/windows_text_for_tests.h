#pragma once
// Tables as old programs save them.
#include <string>
#include <string_view>

namespace digilots::app {

/// As Excel saves "CSV" in Sweden and Norway; "" where it has no sign for something.
inline std::string as_windows(std::string_view utf8) {
    std::string text;
    for (std::size_t at = utf8.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80) {
            text += utf8[at];
        } else if (byte == 0xC2 || byte == 0xC3) {
            text += static_cast<char>((byte == 0xC3 ? 0x40 : 0) + static_cast<unsigned char>(utf8[++at]));
        } else if (utf8.substr(at, 3) == "–") {
            text += '\x96';
            at += 2;
        } else if (utf8.substr(at, 3) == "”") {
            text += '\x94';
            at += 2;
        } else if (utf8.substr(at, 3) == "’") {
            text += '\x92';
            at += 2;
        } else {
            return "";
        }
    }
    return text;
}

}  // namespace digilots::app
