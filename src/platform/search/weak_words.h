#pragma once
// Words that find nothing by themselves, or help little beside others (words.h, is_weak): for a search that runs elsewhere.
#include <string>
#include <vector>

namespace digilots::search {

std::vector<std::string> weak_words();

}  // namespace digilots::search
