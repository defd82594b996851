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

void add_number(std::string& out, std::size_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((number >> (8 * i)) & 0xff);
}

std::string deflated(const std::string& content) {
    std::string out(compressBound(static_cast<uLong>(content.size())) + 64, '\0');
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    std::string file, directory;
    for (const auto& [name, content] : parts) {
        const auto packed = deflated(content);
        std::string common;
        add_number(common, 20, 2);
        add_number(common, 0, 2);
        add_number(common, 8, 2);
        add_number(common, 0, 4);
        add_number(common, crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())), 4);
        add_number(common, packed.size(), 4);
        add_number(common, content.size(), 4);
        add_number(common, name.size(), 2);
        add_number(common, 0, 2);
        directory += "PK\1\2" + std::string("\x14\0", 2) + common + std::string(10, '\0');
        add_number(directory, file.size(), 4);
        directory += name;
        file += "PK\3\4" + common + name + packed;
    }
    std::string end = "PK\5\6" + std::string(4, '\0');
    for (int i = 0; i < 2; ++i) add_number(end, parts.size(), 2);
    add_number(end, directory.size(), 4);
    add_number(end, file.size(), 4);
    add_number(end, 0, 2);
    return file + directory + end;
}

std::string xlsx_of(const XlsxParts& parts) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" + target + "\"/>";
    };
    std::string styles = "<cellXfs><xf numFmtId=\"0\"/>";
    for (std::size_t at = parts.formats.find("<numFmt "), id = 164; at != std::string::npos;
         at = parts.formats.find("<numFmt ", at + 1), ++id)
        styles += "<xf numFmtId=\"" + std::to_string(id) + "\"/>";
    const std::string usual = "<sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>";
    return zip_of(
        {{"[Content_Types].xml", head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
         {"_rels/.rels", head + "<Relationships" + package + ">" + relation("rId1", "officeDocument", "xl/workbook.xml") +
                             "</Relationships>"},
         {"xl/workbook.xml", head + "<workbook" + main + " xmlns:r=\"" + office + "\">" +
                                 (parts.workbook.empty() ? usual : parts.workbook) + "</workbook>"},
         {"xl/_rels/workbook.xml.rels",
          head + "<Relationships" + package + ">" + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
              relation("rId2", "styles", "styles.xml") + relation("rId3", "sharedStrings", "/xl/sharedStrings.xml") +
              relation("rId4", "worksheet", "worksheets/sheet2.xml") + "</Relationships>"},
         {"xl/styles.xml",
          head + "<styleSheet" + main + "><numFmts>" + parts.formats + "</numFmts>" + styles + "</cellXfs></styleSheet>"},
         {"xl/sharedStrings.xml", head + "<sst" + main + ">" + parts.shared + "</sst>"},
         {"xl/worksheets/sheet1.xml",
          head + "<worksheet" + main + "><sheetData>" + parts.rows + "</sheetData></worksheet>"},
         {"xl/worksheets/sheet2.xml", head + "<worksheet" + main + "><sheetData/></worksheet>"}});
}

std::string ods_of(const std::string& tables) {
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"content.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
                                   "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                   "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                                   "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                                   "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                                   "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                                   "<office:body><office:spreadsheet>" +
                                       tables + "</office:spreadsheet></office:body></office:document-content>"}});
}

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
