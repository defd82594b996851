#include "platform/testing/spreadsheet.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>

#include "platform/html/tags.h"

namespace digilots::testing {

namespace {

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = size; i > 0; --i) number = number << 8 | static_cast<unsigned char>(bytes.at(at + i - 1));
    return number;
}

}  // namespace

std::string part_of_zip(std::string_view file, std::string_view name) {
    auto at = little_endian(file, file.rfind("PK\5\6") + 16, 4);
    while (file.substr(at, 4) == "PK\1\2") {
        const auto names = little_endian(file, at + 28, 2);
        if (file.substr(at + 46, names) == name) {
            const auto local = little_endian(file, at + 42, 4);
            const auto begin = local + 30 + little_endian(file, local + 26, 2) + little_endian(file, local + 28, 2);
            std::string out(little_endian(file, at + 24, 4), '\0');
            z_stream stream{};
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(file.data() + begin));
            stream.avail_in = little_endian(file, at + 20, 4);
            stream.next_out = reinterpret_cast<Bytef*>(out.data());
            stream.avail_out = static_cast<uInt>(out.size());
            EXPECT_EQ(inflateInit2(&stream, -MAX_WBITS), Z_OK);
            EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
            inflateEnd(&stream);
            return out;
        }
        at += 46 + names + little_endian(file, at + 30, 2) + little_endian(file, at + 32, 2);
    }
    return "";
}

std::vector<std::vector<std::string>> cells_of_xlsx(std::string_view file) {
    const auto sheet = part_of_zip(file, "xl/worksheets/sheet1.xml");
    std::vector<std::vector<std::string>> rows;
    const auto between = [&](std::size_t from, std::string_view open, std::string_view close, std::size_t end) -> std::string {
        auto at = sheet.find(open, from);
        if (at == std::string::npos || at > end) return "";
        at = sheet.find('>', at) + 1;
        return sheet.substr(at, sheet.find(close, at) - at);
    };
    for (auto row = sheet.find("<row "); row != std::string::npos; row = sheet.find("<row ", row + 1)) {
        auto& cells = rows.emplace_back();
        const auto end = sheet.find("</row>", row);
        for (auto cell = sheet.find("<c ", row); cell < end; cell = sheet.find("<c ", cell + 1)) {
            const auto text = between(cell, "<t", "</t>", sheet.find("</c>", cell));
            const auto number = between(cell, "<v", "</v>", sheet.find("</c>", cell));
            cells.push_back(number.empty() ? html::text_of(text) : "#" + number);
        }
    }
    return rows;
}

}  // namespace digilots::testing
