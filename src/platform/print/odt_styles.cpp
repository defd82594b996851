#include "platform/print/odt_styles.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/print/pieces.h"
#include "platform/print/xml.h"

namespace digilots::print {

namespace {

constexpr double times_of_foot = 0.72, least_foot = 8;
constexpr double times_of_heading[] = {1.75, 1.3, 1.1};

struct ParagraphStyle {
    std::string_view name;
    double times;  // the body's letters
    bool is_bold;
};
constexpr ParagraphStyle paragraph_styles[] = {
    {"Lead", 1.1, false}, {"Strong", 1, true}, {"Number", 1.5, true}, {"Small", 0.85, false}};

std::string_view country_of(std::string_view language) {
    if (language == "sv") return "SE";
    if (language == "nb" || language == "nn") return "NO";
    if (language == "en") return "GB";
    return "none";
}

std::string letters_of(double size, bool is_bold) {
    const auto points = in_points(size);
    const std::string weight = is_bold ? "bold" : "normal";
    return element("style:text-properties", {{"fo:font-size", points},
                                             {"style:font-size-asian", points},
                                             {"style:font-size-complex", points},
                                             {"fo:font-weight", weight},
                                             {"style:font-weight-asian", weight},
                                             {"style:font-weight-complex", weight}});
}

std::string paragraph_style(std::string_view name, std::string_view parent, const std::string& inside) {
    return element("style:style",
                   {{"style:name", std::string(name)},
                    {"style:family", "paragraph"},
                    {"style:parent-style-name", std::string(parent)}},
                   inside);
}

std::string direction_of(const Document& document) {
    return document.right_to_left ? "rl-tb" : "lr-tb";
}

std::string usual_styles(const Document& document, double body) {
    const auto size = in_points(body);
    const auto language = document.language;
    const std::string country(country_of(language));
    const auto by_default = element("style:paragraph-properties",
                                    {{"style:writing-mode", direction_of(document)}, {"fo:text-align", "start"}}) +
                            element("style:text-properties", {{"style:font-name", "Noto Sans"},
                                                              {"style:font-name-complex", "Noto Sans"},
                                                              {"fo:font-size", size},
                                                              {"style:font-size-complex", size},
                                                              {"fo:language", language},
                                                              {"fo:country", country},
                                                              {"style:language-complex", language},
                                                              {"style:country-complex", country}});
    const auto room = element("style:paragraph-properties",
                              {{"fo:margin-top", "0pt"}, {"fo:margin-bottom", in_points(body * 0.4)}});
    return element("style:default-style", {{"style:family", "paragraph"}}, by_default) +
           element("style:style", {{"style:name", "Standard"}, {"style:family", "paragraph"}}) +
           paragraph_style("Text_20_body", "Standard", room);
}

std::string heading_styles(double body) {
    std::string all;
    for (int level = 1; level <= 3; ++level) {
        const auto number = std::to_string(level);
        const auto room = element("style:paragraph-properties", {{"fo:keep-with-next", "always"},
                                                                 {"fo:margin-top", in_points(body * 0.8)},
                                                                 {"fo:margin-bottom", in_points(body * 0.3)}});
        all += element("style:style",
                       {{"style:name", "Heading_20_" + number},
                        {"style:display-name", "Heading " + number},
                        {"style:family", "paragraph"},
                        {"style:parent-style-name", "Standard"},
                        {"style:next-style-name", "Text_20_body"},
                        {"style:default-outline-level", number}},
                       room + letters_of(body * times_of_heading[level - 1], true));
    }
    return all;
}

std::string other_styles(double body) {
    std::string all;
    for (const auto& [name, times, is_bold] : paragraph_styles)
        all += paragraph_style(name, "Text_20_body", letters_of(body * times, is_bold));
    all += paragraph_style("Table_20_Heading", "Standard", letters_of(body, true));
    const auto at_the_end = element("style:paragraph-properties", {{"fo:text-align", "end"}});
    all += paragraph_style("Number", "Standard", at_the_end);
    all += paragraph_style("Number_20_Heading", "Table_20_Heading", at_the_end);
    all += paragraph_style("Footer", "Standard", letters_of(std::max(least_foot, body * times_of_foot), false));
    all += element("style:style", {{"style:name", "Graphics"}, {"style:family", "graphic"}});
    const auto indent = element("style:list-level-properties",
                                {{"text:space-before", "0pt"}, {"text:min-label-width", in_points(body * 1.2)}});
    return all + element("text:list-style", {{"style:name", "Dots"}},
                         element("text:list-level-style-bullet", {{"text:level", "1"}, {"text:bullet-char", "•"}}, indent));
}

std::string page_layout(const Document& document, const Measure& measure) {
    const double scale = measure.scale;
    const auto margin = in_points(measure.margin * scale);
    const std::string side = document.lies ? "landscape" : "portrait";
    const auto paper = element("style:page-layout-properties", {{"fo:page-width", in_points(measure.width * scale)},
                                                                {"fo:page-height", in_points(measure.height * scale)},
                                                                {"style:print-orientation", side},
                                                                {"fo:margin-top", margin},
                                                                {"fo:margin-bottom", margin},
                                                                {"fo:margin-left", margin},
                                                                {"fo:margin-right", margin},
                                                                {"style:writing-mode", direction_of(document)}});
    const auto foot = element("style:header-footer-properties", {{"fo:min-height", in_points(measure.body * scale)},
                                                                 {"fo:margin-top", in_points(measure.body * scale * 0.8)}});
    return element("style:page-layout", {{"style:name", "Paper"}}, paper + element("style:footer-style", {}, foot));
}

}  // namespace

std::string in_points(double length) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), length, std::chars_format::fixed, 2).ptr;
    return std::string(text.data(), end) + "pt";
}

std::string in_language(std::string_view language) {
    const std::string country(country_of(language)), name(language);
    return element("style:text-properties", {{"fo:language", name},
                                             {"fo:country", country},
                                             {"style:language-complex", name},
                                             {"style:country-complex", country}});
}

std::string odt_styles(const Document& document) {
    const auto measure = measure_of(document);
    const double body = measure.body * measure.scale;
    const auto font = element("style:font-face", {{"style:name", "Noto Sans"},
                                                  {"svg:font-family", "'Noto Sans', 'Liberation Sans', Arial"},
                                                  {"style:font-family-generic", "swiss"}});
    const auto page = element("text:page-number", {{"text:select-page", "current"}}, "1") + " / " +
                      element("text:page-count", {}, "1");
    const auto foot = element("text:p", {{"text:style-name", "Footer"}},
                              (document.footer.empty() ? "" : xml_text(document.footer) + "   ") + page);
    const auto master = element("style:master-page", {{"style:name", "Standard"}, {"style:page-layout-name", "Paper"}},
                                element("style:footer", {}, foot));
    return xml_part("office:document-styles",
                    element("office:font-face-decls", {}, font) +
                        element("office:styles", {}, usual_styles(document, body) + heading_styles(body) + other_styles(body)) +
                        element("office:automatic-styles", {}, page_layout(document, measure)) +
                        element("office:master-styles", {}, master));
}

}  // namespace digilots::print
