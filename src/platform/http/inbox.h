#pragma once
// What has come over a connection and is not read yet. The bytes and the place in them change together, here alone.
#include <cstddef>
#include <string>
#include <string_view>

namespace digilots::http {

class Inbox {
public:
    void add(std::string_view bytes) {
        drop_taken();
        bytes_.append(bytes);
    }
    std::string_view unread() const { return std::string_view(bytes_).substr(at_); }
    bool empty() const { return at_ == bytes_.size(); }
    std::size_t held() const { return bytes_.size(); }
    /// The first `count` of unread() have been read.
    void take(std::size_t count) { at_ += count; }
    /// Gives the memory of a long request back, where nothing is unread.
    void shrink() {
        if (!empty() || bytes_.capacity() <= kept) return;
        std::string().swap(bytes_);
        at_ = 0;
    }

private:
    /// Also while a request is half read: who never stops sending fills no memory with what was answered.
    void drop_taken() {
        if (empty())
            bytes_.clear();
        else if (at_ > kept)
            bytes_.erase(0, at_);
        else
            return;
        at_ = 0;
    }

    static constexpr std::size_t kept = 8192;
    std::string bytes_;
    std::size_t at_ = 0;
};

}  // namespace digilots::http
