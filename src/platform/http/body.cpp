#include "platform/http/body.h"

#include <algorithm>

#include "platform/http/ascii.h"

namespace digilots::http {

namespace {
constexpr std::size_t most_overhead = 8 * 1024;  // chunk extensions and trailers together
}

BodyReader::BodyReader(const Head& head, std::size_t limit) : limit_(limit) {
    if (head.chunked) {
        part_ = Part::size;
    } else if (head.content_length.value_or(0) > 0) {
        part_ = Part::length;
        remaining_ = *head.content_length;
        if (remaining_ > limit) status_ = 413;
    }
}

BodyState BodyReader::refuse(int status) {
    status_ = status;
    return BodyState::refused;
}

BodyState BodyReader::take(std::string_view bytes) {
    used_ = 0;
    if (status_ != 0) return BodyState::refused;
    if (part_ == Part::done) return BodyState::complete;
    if (part_ != Part::length) return take_chunked(bytes);
    used_ = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, bytes.size()));
    body.append(bytes.substr(0, used_));
    remaining_ -= used_;
    if (remaining_ > 0) return BodyState::reading;
    part_ = Part::done;
    return BodyState::complete;
}

BodyState BodyReader::take_chunked(std::string_view bytes) {
    while (used_ < bytes.size()) {
        if (part_ == Part::data) {
            const auto count =
                static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, bytes.size() - used_));
            body.append(bytes.substr(used_, count));
            used_ += count;
            remaining_ -= count;
            if (remaining_ == 0) part_ = Part::data_end;
            continue;
        }
        if (!take_byte(bytes[used_++])) return refuse(status_ != 0 ? status_ : 400);
        if (part_ == Part::done) return BodyState::complete;
    }
    return BodyState::reading;
}

bool BodyReader::end_of_size_line() {
    if (remaining_ > limit_ - body.size()) {
        status_ = 413;
        return false;
    }
    part_ = remaining_ == 0 ? Part::trailer : Part::data;
    digits_ = 0;
    return true;
}

/// One byte of the framing around the data; false where it breaks the grammar.
bool BodyReader::take_byte(char byte) {
    const bool visible = byte == '\t' || (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
    switch (part_) {
        case Part::size:
            if (is_hex(byte)) {
                if (++digits_ > 15) return false;
                remaining_ = remaining_ * 16 + static_cast<std::uint64_t>(hex_value(byte));
                return true;
            }
            if (digits_ == 0) return false;
            part_ = byte == ';' ? Part::extension : Part::size_end;
            return byte == ';' || byte == '\r';
        case Part::extension:
            if (byte == '\r') part_ = Part::size_end;
            return byte == '\r' || (visible && ++overhead_ <= most_overhead);
        case Part::size_end:
            return byte == '\n' && end_of_size_line();
        case Part::data_end:
            part_ = Part::data_end2;
            return byte == '\r';
        case Part::data_end2:
            part_ = Part::size;
            return byte == '\n';
        case Part::trailer:
            part_ = byte == '\r' ? Part::last_end : Part::trailer_line;
            return byte == '\r' || is_token_character(byte);
        case Part::trailer_line:
            if (byte == '\r') part_ = Part::trailer_end;
            return byte == '\r' || (visible && ++overhead_ <= most_overhead);
        case Part::trailer_end:
            part_ = Part::trailer;
            return byte == '\n';
        case Part::last_end:
            part_ = Part::done;
            return byte == '\n';
        case Part::length:
        case Part::data:
        case Part::done:
            break;
    }
    return false;
}

}  // namespace digilots::http
