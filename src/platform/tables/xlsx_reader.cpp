#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>

#include "platform/base/text.h"
#include "platform/tables/number_format.h"
#include "platform/tables/spreadsheet.h"
#include "platform/tables/xml_part.h"

namespace digilots::tables {

namespace {

constexpr std::size_t most_shared = 2'000'000, most_styles = 100'000, most_sheets = 1'000,
                      most_names_told = 200;
constexpr std::string_view relation_namespaces[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships|id"};

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "_x000D_" is how a sign stands there that XML cannot hold.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned sign = 0;
        const bool is_escape =
            text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_' &&
            std::from_chars(&text[at + 2], &text[at + 2] + 4, sign, 16).ptr == &text[at + 2] + 4;
        if (is_escape && sign < 0x80) {
            out += static_cast<char>(sign);
            at += 6;
        } else {
            out += text[at];
        }
    }
    return out;
}

/// Where a part leads from the folder it stands in: "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml".
std::string target_of(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    return std::string(folder) + std::string(target);
}

struct Relation {
    std::string type, target;
};
using Relations = std::map<std::string, Relation, std::less<>>;

class RelationReader final : public XmlListener {
public:
    Relations found;
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (local_name(name) != "Relationship" || attributes.value("TargetMode") == "External") return;
        if (found.size() > most_sheets * 4) throw TableFault{TableFault::Kind::too_large};
        const std::string type(attributes.value("Type"));
        found[std::string(attributes.value("Id"))] = {type.substr(type.rfind('/') + 1),
                                                      std::string(attributes.value("Target"))};
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

Relations relations_of(const ZipFile& file, std::string_view folder, std::string_view part) {
    RelationReader reader;
    const auto* entry = file.find(std::string(folder) + "_rels/" + std::string(part) + ".rels");
    if (entry) read_xml(file, *entry, reader);
    return std::move(reader.found);
}

struct SheetName {
    std::string name, relation;
};

class WorkbookReader final : public XmlListener {
public:
    std::vector<SheetName> sheets;  // those that are not hidden
    bool from_1904 = false;

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        const auto local = local_name(name);
        if (local == "workbookPr")
            from_1904 = attributes.value("date1904") == "1" || attributes.value("date1904") == "true";
        if (local != "sheet" || attributes.value("state").ends_with("idden")) return;
        if (sheets.size() >= most_sheets) throw TableFault{TableFault::Kind::too_large};
        for (const auto relation : relation_namespaces)
            if (attributes.has(relation))
                sheets.push_back(
                    {std::string(attributes.value("name")), std::string(attributes.value(relation))});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

/// Which cells show days, hours or percentages.
class StyleReader final : public XmlListener {
public:
    std::vector<Shows> styles;

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        const auto local = local_name(name);
        if (local == "numFmt") {
            if (formats_.size() > most_styles) throw TableFault{TableFault::Kind::too_large};
            formats_[std::string(attributes.value("numFmtId"))] = shows_of(attributes.value("formatCode"));
        } else if (local == "cellXfs") {
            is_inside_ = true;
        } else if (local == "xf" && is_inside_) {
            if (styles.size() > most_styles) throw TableFault{TableFault::Kind::too_large};
            const auto own = formats_.find(attributes.value("numFmtId"));
            const auto number = whole(attributes.value("numFmtId")).value_or(0);
            styles.push_back(own != formats_.end()          ? own->second
                             : number >= 0 && number < 1000 ? shows_of(static_cast<int>(number))
                                                            : Shows::number);
        }
    }
    void end(std::string_view name) override {
        if (local_name(name) == "cellXfs") is_inside_ = false;
    }
    void text(std::string_view) override {}

private:
    std::map<std::string, Shows, std::less<>> formats_;
    bool is_inside_ = false;
};

/// Texts that several cells say.
class SharedReader final : public XmlListener {
public:
    struct Shared {
        std::string text;
        bool is_too_long;
    };
    std::vector<Shared> texts;

    explicit SharedReader(const TableLimits& limits) : limits_(limits), said_(limits.cell_bytes) {}
    void begin(std::string_view name, const XmlAttributes&) override {
        const auto local = local_name(name);
        if (local == "si") said_.clear();
        if (local == "rPh") ++reading_aids_;
        is_text_ = local == "t" && reading_aids_ == 0;
    }
    void end(std::string_view name) override {
        is_text_ = false;
        if (local_name(name) == "rPh") --reading_aids_;
        if (local_name(name) != "si") return;
        bytes_ += said_.text().size();
        if (texts.size() >= most_shared || bytes_ > limits_.text_bytes)
            throw TableFault{TableFault::Kind::too_large};
        texts.push_back({without_escapes(said_.text()), said_.is_too_long()});
    }
    void text(std::string_view some) override {
        if (is_text_) said_.add(some);
    }

private:
    const TableLimits& limits_;
    CellText said_;
    std::size_t bytes_ = 0;
    int reading_aids_ = 0;
    bool is_text_ = false;
};

struct Workbook {
    std::vector<SharedReader::Shared> shared;
    std::vector<Shows> styles;
    bool from_1904 = false;
};

class SheetReader final : public XmlListener {
public:
    SheetReader(const Workbook& book, RowSink& sink)
        : book_(book), sink_(sink), said_(sink.limits().cell_bytes) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        const auto local = local_name(name);
        if (local == "row") {
            row_ = whole(attributes.value("r")).value_or(row_ + 1);
            column_ = 0;
            if (row_ < 1) throw TableFault{TableFault::Kind::cut_off};
            sink_.begin_row(row_);
        } else if (local == "c") {
            begin_cell(attributes);
        } else if (local == "rPh") {
            ++reading_aids_;
        } else if (local == "v" || (local == "t" && reading_aids_ == 0)) {
            has_value_ = is_text_ = true;
        } else if (local == "f") {
            has_formula_ = true;
        }
    }
    void end(std::string_view name) override {
        const auto local = local_name(name);
        if (local == "v" || local == "t") is_text_ = false;
        if (local == "rPh") --reading_aids_;
        if (local == "c") end_cell();
        if (local == "row") sink_.end_row();
        if (local == "sheetData") is_done_ = true;
    }
    void text(std::string_view some) override {
        if (is_text_) said_.add(some);
    }
    bool is_done() const override { return is_done_; }

private:
    void begin_cell(const XmlAttributes& attributes) {
        said_.clear();
        type_ = attributes.value("t");
        const auto style = whole(attributes.value("s")).value_or(0);
        shows_ = style >= 0 && style < std::ssize(book_.styles)
                     ? book_.styles[static_cast<std::size_t>(style)]
                     : Shows::number;
        has_value_ = has_formula_ = is_text_ = false;
        const auto place = attributes.value("r");
        if (place.empty()) return;
        std::size_t column = 0;
        for (const char letter : place.substr(0, 4))
            if (letter >= 'A' && letter <= 'Z')
                column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
        if (column == 0) throw TableFault{TableFault::Kind::cut_off};
        column_ = column - 1;
    }

    void end_cell() {
        const auto column = column_++;
        if (!has_value_)
            return sink_.cell(column, "", has_formula_ ? CellFault::not_computed : CellFault::none);
        if (said_.is_too_long()) return sink_.cell(column, "", CellFault::too_long);
        const auto& text = said_.text();
        if (type_ == "s") return shared(column, text);
        if (type_ == "e") return sink_.cell(column, text, CellFault::error);
        if (type_ == "str" || type_ == "inlineStr") return sink_.cell(column, without_escapes(text));
        if (type_ == "b") return sink_.cell(column, text == "1" || text == "true" ? "1" : "0");
        if (type_ == "d") return sink_.cell(column, day(text));
        number(column, text);
    }

    void shared(std::size_t column, const std::string& text) {
        const auto index = whole(base::trim(text));
        if (!index || *index < 0 || *index >= std::ssize(book_.shared))
            throw TableFault{TableFault::Kind::cut_off};
        const auto& said = book_.shared[static_cast<std::size_t>(*index)];
        sink_.cell(column, said.text, said.is_too_long ? CellFault::too_long : CellFault::none);
    }

    /// "2026-11-27T00:00:00"
    static std::string day(std::string text) {
        if (const auto at = text.find('T'); at != std::string::npos)
            text = text.substr(at).starts_with("T00:00") ? text.substr(0, at) : text.replace(at, 1, " ");
        return text;
    }

    void number(std::size_t column, const std::string& given) {
        const auto text = base::trim(given);
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        // What is no number is shown as it stands there; a question for numbers refuses it.
        const bool is_number = error == std::errc() && end == text.data() + text.size();
        sink_.cell(column, is_number ? shown_number(value, shows_, book_.from_1904) : std::string(text));
    }

    const Workbook& book_;
    RowSink& sink_;
    CellText said_;
    std::string type_;
    Shows shows_ = Shows::number;
    std::int64_t row_ = 0;
    std::size_t column_ = 0;
    int reading_aids_ = 0;
    bool has_value_ = false, has_formula_ = false, is_text_ = false, is_done_ = false;
};

std::string names_after_first(const std::vector<SheetName>& sheets) {
    std::string names;
    for (std::size_t i = 1; i < sheets.size(); ++i) names += (names.empty() ? "" : ", ") + sheets[i].name;
    return base::cut(names, most_names_told);
}

const Relation* first_of(const Relations& relations, std::string_view type) {
    const auto found =
        std::ranges::find_if(relations, [&](const auto& one) { return one.second.type == type; });
    return found == relations.end() ? nullptr : &found->second;
}

template <class Listener>
void read_part(const ZipFile& file, const std::string& folder, const Relation* relation, Listener& listener) {
    const auto* entry = relation ? file.find(target_of(folder, relation->target)) : nullptr;
    if (entry) read_xml(file, *entry, listener);
}

}  // namespace

bool read_xlsx(const ZipFile& file, RowSink& sink) {
    const auto above = relations_of(file, "", "");
    const auto* main = first_of(above, "officeDocument");
    const auto path = main ? target_of("", main->target) : std::string("xl/workbook.xml");
    const auto* entry = file.find(path);
    if (!entry || !path.ends_with(".xml")) return false;
    WorkbookReader workbook;
    read_xml(file, *entry, workbook);
    const auto slash = path.rfind('/');
    const auto folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    const auto relations = relations_of(file, folder, path.substr(folder.size()));
    std::erase_if(workbook.sheets, [&](const SheetName& sheet) {
        const auto found = relations.find(sheet.relation);
        return found == relations.end() || found->second.type != "worksheet";
    });
    if (workbook.sheets.empty()) return false;  // a text document has none
    StyleReader styles;
    read_part(file, folder, first_of(relations, "styles"), styles);
    SharedReader shared(sink.limits());
    read_part(file, folder, first_of(relations, "sharedStrings"), shared);
    const Workbook book{std::move(shared.texts), std::move(styles.styles), workbook.from_1904};
    const auto* sheet = file.find(target_of(folder, relations.at(workbook.sheets.front().relation).target));
    if (!sheet) throw TableFault{TableFault::Kind::cut_off};
    SheetReader reader(book, sink);
    read_xml(file, *sheet, reader);
    if (sink.is_empty() && workbook.sheets.size() > 1)
        throw TableFault{TableFault::Kind::first_sheet_empty, names_after_first(workbook.sheets)};
    return true;
}

}  // namespace digilots::tables
