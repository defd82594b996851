#include "platform/print/only_drawn.h"

#include <algorithm>
#include <memory>
#define POINTERHOLDER_TRANSITION 4  // asked for by the library's headers
// Nothing of qpdf's JSON.hh is used, and clang refuses it in C++20: a vector of what is not defined yet.
#define JSON_HH
class JSON;
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>

namespace digilots::print {

namespace {

constexpr std::string_view begins_path[] = {"m", "re"};
constexpr std::string_view ends_path[] = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"};
constexpr std::string_view whole[] = {"Do", "sh"};

bool is_one_of(const auto& words, std::string_view word) {
    return std::ranges::find(words, word) != std::end(words);
}

/// Copies a page's drawing, instruction by instruction.
class MarksOnlyDrawn : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token& token) override {
        instruction_ += token.getRawValue();
        if (token.getType() != QPDFTokenizer::tt_word) return;
        take(token.getValue());
        write(instruction_);
        instruction_.clear();
        if (ends_) write("\nEMC");
        ends_ = false;
    }
    void handleEOF() override { write(instruction_); }

private:
    void take(std::string_view word) {
        if (word == "BDC" || word == "BMC")
            ++depth_;
        else if (word == "EMC")
            --depth_;
        const bool is_unread = depth_ == 0 && word != "EMC";
        if (is_marked_) {
            if (word == (is_text_ ? "ET" : "") || (!is_text_ && is_one_of(ends_path, word))) end();
        } else if (is_unread && (word == "BT" || is_one_of(begins_path, word))) {
            is_text_ = word == "BT";
            is_marked_ = true;
            write("\n/Artifact BMC");
        } else if (is_unread && is_one_of(whole, word)) {
            write("\n/Artifact BMC");
            ends_ = true;
        }
    }
    void end() {
        is_marked_ = false;
        ends_ = true;
    }

    std::string instruction_;
    int depth_ = 0;
    bool is_marked_ = false, is_text_ = false, ends_ = false;
};

}  // namespace

void mark_only_drawn(QPDFPageObjectHelper& page) {
    page.addContentTokenFilter(std::make_shared<MarksOnlyDrawn>());
}

}  // namespace digilots::print
