#include "platform/http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include "platform/base/ensure.h"

namespace digilots::http {

std::string brotli(std::string_view text, int quality) {
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
    std::string out(size, '\0');
    // A small window keeps the encoder's memory small: pages are far below it.
    const int window = text.size() > 64 * 1024 ? 20 : 16;
    const auto done = BrotliEncoderCompress(quality, window, BROTLI_MODE_TEXT, text.size(),
                                            reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                            reinterpret_cast<std::uint8_t*>(out.data()));
    ENSURE(done == BROTLI_TRUE);
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

std::string gzip(std::string_view text, int level) {
    z_stream stream{};
    constexpr int gzip_with_32k_window = 15 + 16;
    ENSURE(deflateInit2(&stream, level, Z_DEFLATED, gzip_with_32k_window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    ENSURE(done == Z_STREAM_END);
    out.shrink_to_fit();
    return out;
}

bool is_compressible(std::string_view content_type) {
    return content_type.starts_with("text/") || content_type.find("json") != std::string_view::npos ||
           content_type.find("xml") != std::string_view::npos ||
           content_type.find("javascript") != std::string_view::npos;
}

}  // namespace digilots::http
