// Any bytes as a note: no crash, no sanitizer report, and what is found does not depend on what stands around it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/personal/personal_data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots::personal;
    const std::string text(reinterpret_cast<const char*>(data), size);
    find_personal_data(text);
    doubts_about(text);
    for (const char* found : {"811218-9876", "850312-T124", "anna (at) example.se", "4111 1111 1111 1111", "070-123 45 67",
                              "SE35 5000 0000 0549 1000 0003"}) {
        if (find_personal_data(text + " \n ; \n " + found) == PersonalData::none) std::abort();
        if (find_personal_data(found + (" \n ; \n " + text)) == PersonalData::none) std::abort();
    }
    return 0;
}
