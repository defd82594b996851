#pragma once
// The body of one request: by Content-Length or chunked, bounded either way. Trailers are read and dropped.
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/http/head.h"

namespace digilots::http {

enum class BodyState { reading, complete, refused };

class BodyReader {
public:
    BodyReader() = default;
    BodyReader(const Head& head, std::size_t limit);

    /// Takes what belongs to the body from the start of `bytes`; used() says how much.
    BodyState take(std::string_view bytes);
    std::size_t used() const { return used_; }
    int status() const { return status_; }
    std::string body;

private:
    enum class Part {
        length,
        size,
        extension,
        size_end,
        data,
        data_end,
        data_end2,
        trailer,
        trailer_line,
        trailer_end,
        last_end,
        done
    };

    BodyState refuse(int status);
    BodyState take_chunked(std::string_view bytes);
    bool take_byte(char byte);
    bool end_of_size_line();

    Part part_ = Part::done;
    std::size_t limit_ = 0, used_ = 0, overhead_ = 0;
    std::uint64_t remaining_ = 0;
    int digits_ = 0, status_ = 0;
};

}  // namespace digilots::http
