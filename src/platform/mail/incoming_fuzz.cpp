// Any bytes as a letter: no crash, no sanitizer report, and what is read of it is within its promised bounds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/base/text.h"
#include "platform/mail/incoming.h"

namespace {

bool is_line(std::string_view text) {
    return digilots::base::is_valid_utf8(text) && text.find_first_of("\r\n") == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (mail::text_of_html(bytes).size() > size) std::abort();
    const auto letter = mail::read_incoming(bytes);
    if (!letter) return 0;
    if (!is_line(letter->subject) || !is_line(letter->message_id) || !is_line(letter->from)) std::abort();
    if (!base::is_valid_utf8(letter->text) || letter->attachments.size() > 20) std::abort();
    if (!std::ranges::all_of(letter->attachments, is_line)) std::abort();
    return 0;
}
