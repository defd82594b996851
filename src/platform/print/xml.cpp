#include "platform/print/xml.h"

#include "platform/html/tags.h"

namespace digilots::print {

namespace {

constexpr std::string_view beginning = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace

std::string xml_text(std::string_view text) {
    std::string kept;
    for (const char letter : text)
        if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\n' || letter == '\t') kept += letter;
    return html::escaped(kept);
}

std::string element(std::string_view name, std::initializer_list<XmlAttribute> attributes, std::string_view inside) {
    std::string xml = "<" + std::string(name);
    for (const auto& [attribute, value] : attributes) xml += " " + std::string(attribute) + "=\"" + xml_text(value) + "\"";
    if (inside.empty()) return xml + "/>";
    return xml + ">" + std::string(inside) + "</" + std::string(name) + ">";
}

std::string xml_part(std::string_view name, std::string_view inside) {
    const std::string open = "urn:oasis:names:tc:opendocument:xmlns:";
    return std::string(beginning) + element(name,
                                            {{"xmlns:office", open + "office:1.0"},
                                             {"xmlns:style", open + "style:1.0"},
                                             {"xmlns:text", open + "text:1.0"},
                                             {"xmlns:table", open + "table:1.0"},
                                             {"xmlns:draw", open + "drawing:1.0"},
                                             {"xmlns:fo", open + "xsl-fo-compatible:1.0"},
                                             {"xmlns:svg", open + "svg-compatible:1.0"},
                                             {"xmlns:meta", open + "meta:1.0"},
                                             {"xmlns:manifest", open + "manifest:1.0"},
                                             {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                             {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                                             {name.starts_with("manifest:") ? "manifest:version" : "office:version", "1.2"}},
                                            inside);
}

}  // namespace digilots::print
