#pragma once
// A child process that reads what somebody sent: this program once more, with little memory and time, in which bytes that
// break their reader break nothing else.
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::base {

// ---- The parent's end ----

/// Ended and waited for whatever happens: none outlives its object. Throws std::system_error where the machine has no room for
/// one more.
class ReadingChild {
public:
    /// It finds `bytes` as its standard input, on no disk and under no name; `longest` from now it is taken as hanging.
    ReadingChild(const std::vector<std::string>& command, std::string_view bytes, std::chrono::milliseconds longest);
    ~ReadingChild();
    ReadingChild(const ReadingChild&) = delete;
    ReadingChild& operator=(const ReadingChild&) = delete;

    /// What it says next; "" at its end, nothing where its time is up. Stands until the next call.
    std::optional<std::string_view> next();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// ---- The child's end ----

struct ChildMeans {
    std::size_t memory = 0;   // bytes, beside what the program takes itself
    int seconds = 0;          // of processor
};
/// Before it looks at anything: no files, no further processes, no more than its means, and its end with the parent's.
void give_up_what_is_not_needed(const ChildMeans& means);
/// The whole of standard input.
std::string_view bytes_from_parent();
/// False: the parent is gone.
bool say_to_parent(std::string_view bytes);

}  // namespace digilots::base
