#include "platform/http/faults_too.h"

namespace digilots::http {

namespace {

struct Block {
    std::size_t begin, end;
};

/// The block that is marked so, from `from` on: the summary of a form's faults and a notice hold no blocks of their own. Nothing
/// where there is none.
Block block_of(std::string_view page, std::string_view mark, std::size_t from) {
    constexpr std::string_view end_of_block = "/div>";
    const auto at = page.find(mark, from);
    const auto end = at == std::string_view::npos ? at : page.find(end_of_block, at);
    if (end == std::string_view::npos) return {0, 0};
    return {page.rfind('<', at), end + end_of_block.size()};
}

}  // namespace

void say_faults_too(std::string& page, std::string_view refused) {
    const auto content = page.find("id=\"main\"");
    if (content == std::string::npos) return;
    const auto faults = block_of(refused, "class=\"error-summary\"", 0);
    const auto notice = block_of(page, "class=\"notice ", content);
    if (faults.end > 0 && notice.end > 0)
        page.insert(notice.end, refused.substr(faults.begin, faults.end - faults.begin));
}

}  // namespace digilots::http
