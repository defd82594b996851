// Any bytes as a note: no crash, no sanitizer report, and the answer does not depend on what stands far behind.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "inquiries/inquiries.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots::inquiries;
    const std::string text(reinterpret_cast<const char*>(data), size);
    find_personal_data(text);
    if (find_personal_data(text + " ; 811218-9876") == PersonalData::none) std::abort();
    return 0;
}
