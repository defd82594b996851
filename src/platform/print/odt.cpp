#include "platform/print/odt.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "platform/base/text.h"
#include "platform/print/odt_styles.h"
#include "platform/print/packed_files.h"
#include "platform/print/pencil.h"
#include "platform/print/picture_file.h"
#include "platform/print/pieces.h"
#include "platform/print/png.h"
#include "platform/print/xml.h"

namespace digilots::print {

namespace {

constexpr std::string_view kind_of_file = "application/vnd.oasis.opendocument.text";
constexpr int pixels_of_drawing = 1200, pixels_of_module = 8, light_modules = 4;

/// As a picture file: light all around, where cameras look for it.
Drawing drawing_of(const QrCode& code) {
    const double side = code.size + 2 * light_modules;
    return {[&code, side](Pencil& pencil) {
                for (int y = 0; y < code.size; ++y)
                    for (int x = 0; x < code.size; ++x)
                        if (code.is_dark(x, y))
                            pencil.rectangle(x + light_modules - side / 2, y + light_modules - side / 2, 1, 1, "#000000");
            },
            side / 2};
}

/// By the longest text of each column, within bounds: the word processor breaks the rest.
std::vector<double> shares_of(const Table& table) {
    const auto wanted = [](const Text& text) { return std::clamp<std::size_t>(base::length(text.words), 8, 40); };
    std::vector<double> shares;
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
        std::size_t most = wanted(table.headers[column]);
        for (const auto& row : table.rows)
            if (column < row.size()) most = std::max(most, wanted(row[column]));
        shares.push_back(static_cast<double>(most));
    }
    return shares;
}

/// Words with their line breaks.
std::string broken_text(std::string_view words) {
    std::string xml;
    for (std::size_t begin = 0; begin <= words.size();) {
        const auto end = std::min(words.find('\n', begin), words.size());
        if (begin > 0) xml += element("text:line-break", {});
        xml += xml_text(words.substr(begin, end - begin));
        begin = end + 1;
    }
    return xml;
}

std::string_view style_of(Emphasis emphasis) {
    switch (emphasis) {
        case Emphasis::lead:
            return "Lead";
        case Emphasis::strong:
            return "Strong";
        case Emphasis::number:
            return "Number";
        case Emphasis::small:
            return "Small";
        default:
            return "Text_20_body";
    }
}

std::string paragraph(std::string_view style, const std::string& inside) {
    return element("text:p", {{"text:style-name", std::string(style)}}, inside);
}

/// Of a picture that lies as Exif counts; mirrored ones stay as they are.
std::string_view turn_of(int orientation) {
    switch (orientation) {
        case 3:
            return "rotate (3.14159265358979)";
        case 6:
            return "rotate (-1.5707963267949)";
        case 8:
            return "rotate (1.5707963267949)";
        default:
            return "";
    }
}

enum class Lines { below_rows, none };

/// The blocks of a document as XML, with the pictures and styles that they need.
class OdtWriter {
public:
    explicit OdtWriter(const Document& document) : document_(document), measure_(measure_of(document)) {}

    std::string content() {
        const auto text = blocks(document_.blocks, measure_.text_width() * measure_.scale);
        return xml_part("office:document-content", element("office:automatic-styles", {}, styles_) +
                                                       element("office:body", {}, element("office:text", {}, text)));
    }
    const std::vector<PackedFile>& pictures() const { return pictures_; }

private:
    std::string blocks(const std::vector<Block>& blocks, double width) {
        std::string all;
        for (const auto& block : blocks)
            all += std::visit([&](const auto& one) { return write(one, width); }, block.is);
        return all;
    }

    std::string write(const Text& text) {
        const auto words = broken_text(text.words);
        if (text.language.empty() || text.language == document_.language) return words;
        auto& style = languages_[text.language];
        if (style.empty()) {
            style = "Language" + std::to_string(languages_.size());
            styles_ += element("style:style", {{"style:name", style}, {"style:family", "text"}}, in_language(text.language));
        }
        return element("text:span", {{"text:style-name", style}}, words);
    }

    std::string write(const Heading& heading, double) {
        const auto level = std::to_string(std::clamp(heading.level, 1, 3));
        return element("text:h", {{"text:style-name", "Heading_20_" + level}, {"text:outline-level", level}},
                       write(heading.text));
    }

    std::string write(const Paragraph& one, double) {
        auto words = write(one.text);
        // What leads nowhere but on our own pages is words alone.
        if (one.url.starts_with("https://") || one.url.starts_with("http://"))
            words = element("text:a", {{"xlink:type", "simple"}, {"xlink:href", one.url}}, words);
        return paragraph(style_of(one.emphasis), words);
    }

    std::string write(const List& list, double) {
        std::string items;
        for (const auto& item : list.items) {
            const auto marker = item.marker_words.empty() ? "" : xml_text(item.marker_words) + ": ";
            items += element("text:list-item", {}, paragraph("Text_20_body", marker + write(item.text)));
        }
        return items.empty() ? "" : element("text:list", {{"text:style-name", "Dots"}}, items);
    }

    /// Its styles; each column has its share of the width.
    std::string begin_table(std::size_t count, const std::vector<double>& shares, double width, Lines lines) {
        const auto name = "Table" + std::to_string(++tables_);
        styles_ += element("style:style", {{"style:name", name}, {"style:family", "table"}},
                           element("style:table-properties",
                                   {{"style:width", in_points(width)},
                                    {"table:align", "margins"},
                                    {"style:writing-mode", document_.right_to_left ? "rl-tb" : "lr-tb"}}));
        styles_ += element("style:style", {{"style:name", name + "cell"}, {"style:family", "table-cell"}},
                           element("style:table-cell-properties",
                                   {{"fo:padding", in_points(measure_.body * measure_.scale * 0.3)},
                                    {"fo:border-bottom", lines == Lines::none ? "none" : "0.5pt solid #808080"}}));
        const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (std::size_t at = 0; at < count; ++at) {
            const bool is_shared = shares.size() == count && sum > 0;
            const double part = is_shared ? shares[at] / sum : 1.0 / static_cast<double>(count);
            styles_ += element("style:style",
                               {{"style:name", name + "." + std::to_string(at)}, {"style:family", "table-column"}},
                               element("style:table-column-properties", {{"style:column-width", in_points(width * part)}}));
        }
        return name;
    }
    static std::string table(const std::string& name, std::size_t count, const std::string& title, const std::string& rows) {
        std::string columns;
        for (std::size_t at = 0; at < count; ++at)
            columns += element("table:table-column", {{"table:style-name", name + "." + std::to_string(at)}});
        return element("table:table", {{"table:name", title}, {"table:style-name", name}}, columns + rows);
    }
    static std::string cell(const std::string& name, const std::string& inside) {
        return element("table:table-cell", {{"table:style-name", name + "cell"}, {"office:value-type", "string"}}, inside);
    }
    /// `numbers`: of the cells of columns of numbers.
    std::string row(const std::string& name, std::string_view style, std::string_view numbers, const Table& of,
                    const std::vector<Text>& cells) {
        std::string all;
        for (std::size_t at = 0; at < cells.size(); ++at)
            all += cell(name, paragraph(of.is_numeric(at) ? numbers : style, write(cells[at])));
        return element("table:table-row", {}, all);
    }

    std::string write(const Table& one, double width) {
        const auto name = begin_table(one.headers.size(), shares_of(one), width, Lines::below_rows);
        auto rows = element("table:table-header-rows", {}, row(name, "Table_20_Heading", "Number_20_Heading", one, one.headers));
        for (const auto& cells : one.rows) rows += row(name, "Standard", "Number", one, cells);
        const auto title = one.caption + " " + std::to_string(tables_);
        return table(name, one.headers.size(), title, rows) + paragraph("Standard", "");
    }

    std::string write(const Picture& picture, double width) {
        if (const auto* file = std::get_if<PictureFile>(&picture.is))
            return write(*file, picture.alternative, picture.width > 0 ? std::min(picture.width * measure_.scale, width) : width);
        const auto side = std::min(picture.width > 0 ? picture.width * measure_.scale : width, width);
        const auto* code = std::get_if<QrCode>(&picture.is);
        const auto name = keep_picture(code ? png(drawing_of(*code), (code->size + 2 * light_modules) * pixels_of_module)
                                            : png(std::get<Drawing>(picture.is), pixels_of_drawing),
                                       ".png");
        return frame(name, picture.alternative, {side, side});
    }

    /// As it was saved. One that its camera turns is turned by the frame: word processors do not read that in the file.
    std::string write(const PictureFile& file, const std::string& alternative, double width) {
        constexpr double most_of_page = 0.7;
        if (!can_be_printed(file)) return "";
        const auto head = file.media_type == "image/jpeg" ? head_of_jpeg(*file.bytes) : std::nullopt;
        auto extent = printed_extent(file, width, measure_.text_height() * measure_.scale * most_of_page);
        if (head && head->orientation >= 5) std::swap(extent.width, extent.height);
        const auto name = keep_picture(*file.bytes, head ? ".jpg" : ".png");
        return frame(name, alternative, extent, head ? turn_of(head->orientation) : "");
    }

    std::string keep_picture(std::string bytes, std::string_view ending) {
        auto name = "Pictures/" + std::to_string(pictures_.size() + 1) + std::string(ending);
        pictures_.push_back({name, std::move(bytes), false});
        return name;
    }

    /// `turn`: "rotate (1.57)", counted against the clock; "" where it stands as it is.
    std::string frame(const std::string& file, const std::string& alternative, const Extent& extent, std::string_view turn = "") {
        const auto image = element("draw:image", {{"xlink:href", file},
                                                  {"xlink:type", "simple"},
                                                  {"xlink:show", "embed"},
                                                  {"xlink:actuate", "onLoad"}});
        const auto inside = image + element("svg:desc", {}, xml_text(alternative));
        const auto name = "Picture" + std::to_string(pictures_.size());
        const auto width = in_points(extent.width), height = in_points(extent.height);
        if (turn.empty())
            return paragraph("Standard", element("draw:frame",
                                                 {{"draw:name", name},
                                                  {"draw:style-name", "Graphics"},
                                                  {"text:anchor-type", "as-char"},
                                                  {"svg:width", width},
                                                  {"svg:height", height}},
                                                 inside));
        return paragraph("Standard", element("draw:frame",
                                             {{"draw:name", name},
                                              {"draw:style-name", "Graphics"},
                                              {"text:anchor-type", "as-char"},
                                              {"svg:width", width},
                                              {"svg:height", height},
                                              {"draw:transform", std::string(turn)}},
                                             inside));
    }

    /// In large letters below each other, as on paper.
    std::string write(const Columns& columns, double width) {
        const auto count = columns.columns.size();
        if (document_.size == Size::large || count < 2) {
            std::string all;
            for (const auto& column : columns.columns) all += blocks(column, width);
            return all;
        }
        const auto name = begin_table(count, columns.shares, width, Lines::none);
        std::string cells;
        for (const auto& column : columns.columns) {
            const auto inside = blocks(column, width / static_cast<double>(count));
            cells += cell(name, inside.empty() ? paragraph("Standard", "") : inside);
        }
        return table(name, count, name, element("table:table-row", {}, cells));
    }

    const Document& document_;
    const Measure measure_;
    std::string styles_;
    std::vector<PackedFile> pictures_;
    std::map<std::string, std::string> languages_;
    int tables_ = 0;
};

std::string meta_of(const Document& document) {
    return xml_part("office:document-meta",
                    element("office:meta", {}, element("meta:generator", {}, "Digilots") +
                                                   element("dc:title", {}, xml_text(document.title)) +
                                                   element("dc:language", {}, xml_text(document.language))));
}

std::string kind_of_part(std::string_view name) {
    return name.ends_with(".png") ? "image/png" : name.ends_with(".jpg") ? "image/jpeg" : "text/xml";
}

std::string manifest_of(const std::vector<PackedFile>& files) {
    auto all = element("manifest:file-entry", {{"manifest:full-path", "/"},
                                               {"manifest:version", "1.2"},
                                               {"manifest:media-type", std::string(kind_of_file)}});
    for (const auto& file : files)
        all += element("manifest:file-entry", {{"manifest:full-path", file.name},
                                               {"manifest:media-type", kind_of_part(file.name)}});
    return xml_part("manifest:manifest", all);
}

}  // namespace

std::string odt(const Document& document) {
    OdtWriter writer(document);
    std::vector<PackedFile> inside{{"content.xml", writer.content()}};
    inside.push_back({"styles.xml", odt_styles(document)});
    inside.push_back({"meta.xml", meta_of(document)});
    for (const auto& picture : writer.pictures()) inside.push_back(picture);
    std::vector<PackedFile> files{{"mimetype", std::string(kind_of_file), false}};
    const auto manifest = manifest_of(inside);
    for (auto& file : inside) files.push_back(std::move(file));
    files.push_back({"META-INF/manifest.xml", manifest});
    return packed(files);
}

}  // namespace digilots::print
