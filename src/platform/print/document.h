#pragma once
// What is printed, said once: the web page and the tagged PDF are made from it. All words are already in the
// reader's language; lengths are in points (1/72 inch) on paper.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace digilots::print {

class Pencil;

/// `language`: of words that are not in the document's own ("sv" in an Arabic leaflet), "" else. A line break
/// in the words is one on paper. `whole`: stands on one line where that is long enough, as a phone number.
struct Text {
    std::string words;
    std::string language = "";
    bool whole = false;
};

struct Heading {
    int level = 2;  // 1 to 3; never one alone at the foot of a page
    Text text;
};

enum class Emphasis {
    usual,
    lead,
    strong,
    number,
    small
};  // number: what is dialled, read from an arm's length

struct Paragraph {
    Text text;
    Emphasis emphasis = Emphasis::usual;
    std::string url = "";  // on a page that is read, not printed, the words lead there
};

/// Draws in a square whose middle is (0, 0) and whose edges lie `extent` away from it.
struct Drawing {
    std::function<void(Pencil&)> draw;
    double extent = 1;
};

struct ListItem {
    Text text;
    std::optional<Drawing> marker = std::nullopt;  // instead of the usual dot
    std::string marker_words = "";                 // what the marker says; "" where the text says it
};

struct List {
    std::vector<ListItem> items;
};

/// Cells of a row are as many as headers. Columns are as wide as what stands in them asks for;
/// where their longest words do not fit beside each other, the cells of a row stand below each other, each with its header.
/// Who cannot see it is told each cell's header, which is repeated on each page.
struct Table {
    std::string caption;  // what the table is; read aloud
    std::vector<Text> headers;
    std::vector<std::vector<Text>> rows;
    /// By column: numbers, which stand at its end. None: those behind the first that hold numbers alone.
    std::vector<bool> numeric = {};

    bool is_numeric(std::size_t column) const;
};

/// What is to be read by a camera; light modules all around it.
struct QrCode {
    int size = 0;                 // modules a side
    std::vector<bool> dark = {};  // row by row
    bool is_dark(int x, int y) const { return dark[static_cast<std::size_t>(y * size + x)]; }
};

/// What somebody photographed or saved as a picture: as large as it is, never wider than its column.
/// picture_file.h says which of them paper can show.
struct PictureFile {
    std::string media_type = "";                           // "image/jpeg"
    int width = 0, height = 0;                             // in pixels, as it is shown
    std::shared_ptr<const std::string> bytes = nullptr;  // for paper; a page that is read needs none
    std::string url = "";                                  // where such a page finds it
};

struct Picture {
    std::string alternative;  // in words; never ""
    std::variant<Drawing, QrCode, PictureFile> is;
    double width = 0;  // 0: of its column
};

struct Block;

/// Side by side where each is wide enough to read, else below each other, the first first.
struct Columns {
    std::vector<std::vector<Block>> columns;
    std::vector<double> shares = {};  // of the width; none: equal
};

struct Block {
    std::variant<Heading, Paragraph, List, Table, Picture, Columns> is;
};

enum class Paper { a3, a4, a5, a6 };  // a3: a4 made larger, letters too
enum class Size { usual, large };     // large: letters of at least 18 points

struct Document {
    std::string title;
    std::string language;  // "sv", "ar"
    bool right_to_left = false;
    Paper paper = Paper::a4;
    Size size = Size::usual;
    std::vector<Block> blocks = {};
    std::string footer = "";  // at the foot of each page, beside its number
    double body = 0;          // letters of a paragraph; 0: what is well read on this paper
    double margin = 0;        // 0: what is usual on this paper
    bool lies = false;        // the long side below: for wide tables
};

}  // namespace digilots::print
