#include <cstddef>
#include <cstdint>

#include "platform/base/ensure.h"
#include "platform/files/media.h"
#include "platform/files/office.h"
#include "platform/files/picture.h"

// Whatever bytes come as a picture or a document: taken clean, or refused; what is clean stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots::files;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto clean : {clean_jpeg, clean_png, clean_webp}) {
        const auto picture = clean(bytes);
        if (!picture) continue;
        ENSURE(picture->width > 0 && picture->height > 0 && picture->bytes.size() <= size + 64);
        const auto again = clean(picture->bytes);
        ENSURE(again && again->bytes == picture->bytes && again->width == picture->width &&
               again->height == picture->height);
    }
    static_cast<void>(orientation_of(bytes));
    static_cast<void>(look_into_office(bytes));
    return 0;
}
