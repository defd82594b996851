#pragma once
// XML as text, for the parts of OpenDocument files. Inside of platform/print.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace digilots::print {

/// As it stands in XML; what XML cannot hold is left out.
std::string xml_text(std::string_view text);

using XmlAttribute = std::pair<std::string_view, std::string>;
/// Values are escaped here, `inside` is XML already.
std::string element(std::string_view name, std::initializer_list<XmlAttribute> attributes, std::string_view inside = "");
/// The root of a part of an OpenDocument file, with its namespaces.
std::string xml_part(std::string_view name, std::string_view inside);

}  // namespace digilots::print
