#include "platform/tables/xml_part.h"

#include <expat.h>

#include <exception>
#include <memory>

namespace digilots::tables {

namespace {

constexpr char between_namespace_and_name = '|';

/// What expat's functions are given. Exceptions do not pass through C.
struct Reading {
    XML_Parser parser;
    XmlListener& listener;
    std::exception_ptr thrown = nullptr;

    void stop() { XML_StopParser(parser, XML_FALSE); }
    void guard(auto&& work) {
        if (thrown) return;
        try {
            work();
            if (listener.is_done()) stop();
        } catch (...) {
            thrown = std::current_exception();
            stop();
        }
    }
};

void XMLCALL on_begin(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& reading = *static_cast<Reading*>(data);
    reading.guard([&] { reading.listener.begin(name, XmlAttributes(attributes)); });
}
void XMLCALL on_end(void* data, const XML_Char* name) {
    auto& reading = *static_cast<Reading*>(data);
    reading.guard([&] { reading.listener.end(name); });
}
void XMLCALL on_text(void* data, const XML_Char* some, int length) {
    auto& reading = *static_cast<Reading*>(data);
    reading.guard([&] { reading.listener.text({some, static_cast<std::size_t>(length)}); });
}
void XMLCALL on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<Reading*>(data)->guard([] { throw TableFault{TableFault::Kind::dangerous}; });
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

std::string_view XmlAttributes::value(std::string_view name) const {
    for (const auto* pair = pairs_; *pair; pair += 2)
        if (name == pair[0]) return pair[1];
    return "";
}

bool XmlAttributes::has(std::string_view name) const {
    for (const auto* pair = pairs_; *pair; pair += 2)
        if (name == pair[0]) return true;
    return false;
}

std::string_view local_name(std::string_view name) {
    const auto at = name.rfind(between_namespace_and_name);
    return at == std::string_view::npos ? name : name.substr(at + 1);
}

void read_xml(const ZipFile& file, const ZipEntry& entry, XmlListener& listener) {
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(
        XML_ParserCreateNS(nullptr, between_namespace_and_name));
    if (!parser) throw std::bad_alloc();
    Reading reading{parser.get(), listener};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), on_begin, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
    Unpacker unpacker(file, entry);
    bool is_over = false;
    while (!is_over) {
        const auto piece = unpacker.next();
        is_over = piece.empty();
        if (unpacker.is_damaged()) throw TableFault{TableFault::Kind::cut_off};
        const auto status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), is_over);
        if (reading.thrown) std::rethrow_exception(reading.thrown);
        if (listener.is_done()) return;
        if (XML_GetErrorCode(parser.get()) == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        if (status != XML_STATUS_OK) throw TableFault{TableFault::Kind::cut_off};
    }
}

}  // namespace digilots::tables
