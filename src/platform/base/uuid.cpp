#include "platform/base/uuid.h"

#include <sodium/crypto_hash_sha256.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "platform/base/ensure.h"
#include "platform/base/mutex.h"

namespace digilots::base {
namespace {

constexpr char hexadecimal[] = "0123456789abcdef";

void fill_random(unsigned char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t got = getrandom(bytes, size, 0);
        ENSURE(got > 0 || errno == EINTR);
        if (got > 0) {
            bytes += got;
            size -= static_cast<std::size_t>(got);
        }
    }
}

template <class T>
T random_number() {
    T number{};
    fill_random(reinterpret_cast<unsigned char*>(&number), sizeof number);
    return number;
}

/// The 12 bits after the millisecond and the 62 after the variant, counted up as one number inside a
/// millisecond.
struct Sequence {
    std::uint64_t millisecond = 0;
    std::uint64_t high = 0;  // 12 bits
    std::uint64_t low = 0;   // 62 bits

    void start(std::uint64_t now) {
        millisecond = now;
        // The top bit starts at zero, so that a millisecond has room to count in.
        high = random_number<std::uint64_t>() & 0x7ff;
        low = random_number<std::uint64_t>() >> 2;
    }

    void count_up() {
        // A random step keeps the next identifier from being guessed.
        low += 1 + (random_number<std::uint32_t>() >> 4);
        if (low >> 62 == 0) return;
        low &= (std::uint64_t{1} << 62) - 1;
        if (++high >> 12 == 0) return;
        start(millisecond + 1);
    }
};

std::string as_text(const Sequence& sequence) {
    const std::uint64_t first = sequence.millisecond << 16 | 0x7000 | sequence.high;
    const std::uint64_t second = std::uint64_t{1} << 63 | sequence.low;
    std::string text;
    text.reserve(36);
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) text += '-';
        const std::uint64_t half = nibble < 16 ? first : second;
        text += hexadecimal[half >> (60 - 4 * (nibble % 16)) & 0xf];
    }
    return text;
}

}  // namespace

std::string new_uuid(Instant now) {
    static Mutex mutex;
    static Sequence sequence GUARDED_BY(mutex);
    const auto millisecond = static_cast<std::uint64_t>(now.time_since_epoch().count()) & 0xffff'ffff'ffff;
    const Lock lock(mutex);
    if (millisecond > sequence.millisecond) {
        sequence.start(millisecond);
    } else {
        sequence.count_up();
    }
    return as_text(sequence);
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (dash ? text[i] != '-' : !digit) return false;
    }
    return true;
}

std::string random_token(std::size_t bytes) {
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string random(bytes, '\0');
    fill_random(reinterpret_cast<unsigned char*>(random.data()), bytes);
    std::string text;
    unsigned bits = 0;
    unsigned held = 0;
    for (const char byte : random) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (held += 8; held >= 6; held -= 6) text += alphabet[bits >> (held - 6) & 0x3f];
    }
    if (held > 0) text += alphabet[bits << (6 - held) & 0x3f];
    return text;
}

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string text;
    text.reserve(2 * hash.size());
    for (const unsigned char byte : hash) {
        text += hexadecimal[byte >> 4];
        text += hexadecimal[byte & 0xf];
    }
    return text;
}

}  // namespace digilots::base
