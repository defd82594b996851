// Any bytes as Markdown: what comes out opens and closes the elements that there are, and links lead to the web alone.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/markdown.h"

using namespace digilots;

namespace {

void require(bool is_so) {
    if (!is_so) std::abort();
}

constexpr std::string_view elements[] = {"p", "ul", "ol", "li", "h3", "h4", "h5", "h6", "em", "strong"};
constexpr std::string_view link = "a class=\"ds-link\" href=\"";

std::string opened(std::string_view tag) {
    for (const auto element : elements)
        if (tag == element) return std::string(element);
    require(tag.starts_with(link));
    const auto address = tag.substr(link.size());
    std::string scheme(address.substr(0, address.find(':')));
    for (char& letter : scheme) letter = static_cast<char>(letter | 0x20);
    require(scheme == "http" || scheme == "https" || scheme == "mailto");
    require(address.find('"') == address.size() - 1);
    return "a";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 16'000) return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto html = html::markdown(text, 3).html();
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const auto end = html.find('>', at);
        require(end != std::string::npos);
        const auto tag = std::string_view(html).substr(at + 1, end - at - 1);
        if (tag == "br") continue;
        if (tag.starts_with('/')) {
            require(!open.empty() && open.back() == tag.substr(1));
            open.pop_back();
        } else {
            open.push_back(opened(tag));
            require(open.size() < 30);
        }
    }
    require(open.empty());
    static_cast<void>(html::without_markdown(text));
    return 0;
}
