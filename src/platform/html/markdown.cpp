#include "platform/html/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include "platform/base/web_address.h"

namespace digilots::html {

namespace {

constexpr std::size_t deepest_list = 4, deepest_emphasis = 4;
constexpr std::size_t longest_address = 1000;

std::string address_of(const MD_ATTRIBUTE& attribute) {
    return attribute.text ? std::string(attribute.text, attribute.size) : std::string();
}

bool may_lead_to(std::string_view address) {
    if (address.size() > longest_address) return false;
    if (address.starts_with("mailto:"))
        return address.size() > 7 && std::ranges::none_of(address, [](unsigned char sign) {
                   return sign <= ' ' || sign == '"' || sign == '\\' || sign == 0x7F;
               });
    return base::is_web_address(address) && !base::names_user_before_host(address);
}

class Renderer {
public:
    explicit Renderer(int heading) : heading_(heading) {}

    void enter_block(MD_BLOCKTYPE type, const void* detail) {
        switch (type) {
            case MD_BLOCK_UL: return open_list("ul");
            case MD_BLOCK_OL: return open_list("ol");
            case MD_BLOCK_LI: return lists_ <= deepest_list ? open("li") : open_nothing("\n");
            case MD_BLOCK_H: {
                const int level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
                return open("h" + std::to_string(std::min(heading_ + level - 1, 6)));
            }
            case MD_BLOCK_P:
            case MD_BLOCK_CODE: return open("p");
            default: return open_nothing();
        }
    }
    void leave_block(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --lists_;
        close_spans();
        if (!open_.empty()) close();
    }
    void enter_span(MD_SPANTYPE type, const void* detail) {
        const bool is_readable = spans_ < deepest_emphasis && !is_in_link_;
        std::string end;
        if (type == MD_SPAN_EM && is_readable) {
            writer_.literal("<em>");
            end = "</em>";
        } else if (type == MD_SPAN_STRONG && is_readable) {
            writer_.literal("<strong>");
            end = "</strong>";
        } else if (type == MD_SPAN_A && !is_in_link_) {
            end = open_link(address_of(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
        }
        ++spans_;
        open_.push_back({std::move(end), type});
    }
    /// Each end that is told; the library forgets some where marks cross, and those end with their block.
    void leave_span(MD_SPANTYPE type) {
        auto depth = open_.size();
        while (depth > 0 && open_[depth - 1].span && *open_[depth - 1].span != type) --depth;
        if (depth == 0 || !open_[depth - 1].span) return;
        while (open_.size() >= depth) close();
    }
    void text(MD_TEXTTYPE type, std::string_view text) {
        if (type == MD_TEXT_BR) return writer_.literal("<br>");
        if (type == MD_TEXT_SOFTBR) return writer_.text("\n");
        if (type == MD_TEXT_NULLCHAR) return writer_.text("\uFFFD");
        // An entity ("&auml;") stays as it was typed: it could stand for what nobody sees.
        writer_.text(text);
    }

    std::string take() && {
        while (!open_.empty()) close();
        return std::move(writer_.out);
    }

private:
    struct Open {
        std::string end;  // "" for what is shown as nothing
        std::optional<MD_SPANTYPE> span = {};
    };

    void open(const std::string& tag) {
        close_spans();
        writer_.literal("<" + tag + ">");
        open_.push_back({"</" + tag + ">\n"});
    }
    void open_nothing(const char* end = "") {
        close_spans();
        open_.push_back({end});
    }
    void open_list(const char* tag) {
        ++lists_;
        lists_ <= deepest_list ? open(tag) : open_nothing();
    }
    void close() {
        writer_.literal(open_.back().end);
        if (open_.back().end == "</a>") is_in_link_ = false;
        if (open_.back().span) --spans_;
        open_.pop_back();
    }
    void close_spans() {
        while (!open_.empty() && open_.back().span) close();
    }
    std::string open_link(const std::string& address) {
        if (!may_lead_to(address)) return "";
        writer_.literal("<a class=\"ds-link\" href=\"");
        writer_.url(address);
        writer_.literal("\">");
        is_in_link_ = true;
        return "</a>";
    }

    int heading_;
    Writer writer_;
    std::vector<Open> open_;
    std::size_t lists_ = 0, spans_ = 0;
    bool is_in_link_ = false;
};

/// Texts alone, a line for each block that has one.
class Reader {
public:
    explicit Reader(Breaks breaks) : breaks_(breaks) {}
    void enter_block(MD_BLOCKTYPE, const void*) { end_line(); }
    void leave_block(MD_BLOCKTYPE) { end_line(); }
    void enter_span(MD_SPANTYPE, const void*) {}
    void leave_span(MD_SPANTYPE) {}
    void text(MD_TEXTTYPE type, std::string_view text) {
        if (type == MD_TEXT_BR) return end_line();
        if (type == MD_TEXT_SOFTBR && breaks_ == Breaks::kept) return end_line();
        out_ += type == MD_TEXT_SOFTBR ? " " : type == MD_TEXT_NULLCHAR ? "\uFFFD" : text;
    }
    std::string take() && {
        end_line();
        if (out_.ends_with('\n')) out_.pop_back();
        return std::move(out_);
    }

private:
    void end_line() {
        if (!out_.empty() && !out_.ends_with('\n')) out_ += '\n';
    }
    Breaks breaks_;
    std::string out_;
};

/// The library (0.4.8) looks, and even tells, a few letters beyond the end of some texts whose marks cross. So it reads a copy
/// with nothing behind it, and what it tells ends where the text does.
template <class Target>
struct Telling {
    Target& target;
    std::string copy;
    std::size_t size;

    std::string_view within(const char* letters, std::size_t count) const {
        const std::less<const char*> before;
        const char* end = copy.data() + size;
        if (before(letters, copy.data()) || before(end, letters)) return {letters, count};
        return {letters, std::min(count, static_cast<std::size_t>(end - letters))};
    }
};

template <class Target>
void parse(std::string_view text, Target& target) {
    constexpr std::size_t beyond = 256;
    Telling<Target> telling{target, std::string(text) + std::string(beyond, '\n'), text.size()};
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* to) {
        static_cast<Telling<Target>*>(to)->target.enter_block(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* to) {
        static_cast<Telling<Target>*>(to)->target.leave_block(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* to) {
        static_cast<Telling<Target>*>(to)->target.enter_span(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* to) {
        static_cast<Telling<Target>*>(to)->target.leave_span(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* letters, MD_SIZE size, void* to) {
        const auto& told = *static_cast<Telling<Target>*>(to);
        told.target.text(type, told.within(letters, size));
        return 0;
    };
    md_parse(telling.copy.data(), static_cast<MD_SIZE>(text.size()), &parser, &telling);
}

}  // namespace

Safe markdown(std::string_view text, int heading) {
    Renderer renderer(heading);
    parse(text, renderer);
    return Safe::trusted(std::move(renderer).take());
}

std::string without_markdown(std::string_view text, Breaks breaks) {
    Reader reader(breaks);
    parse(text, reader);
    return std::move(reader).take();
}

}  // namespace digilots::html
