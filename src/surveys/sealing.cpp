#include "surveys/sealing.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <semaphore>
#include <stdexcept>

#include "platform/base/base64.h"
#include "platform/base/ensure.h"

namespace digilots::surveys {

namespace {

constexpr std::size_t secret_size = crypto_box_SECRETKEYBYTES;
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;

const unsigned char* bytes_in(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* room_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string new_secret() {
    ENSURE(sodium_init() >= 0);
    std::string secret(secret_size, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::string public_half(std::string_view secret) {
    std::string half(crypto_box_PUBLICKEYBYTES, '\0');
    ENSURE(secret.size() == secret_size && crypto_scalarmult_base(room_of(half), bytes_in(secret)) == 0);
    return half;
}

std::string path_of_key(const std::string& folder, const std::string& name) {
    return folder + "/" + name + ".key";
}

std::optional<std::string> read_key(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::optional<std::string> bytes(std::in_place, std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (bytes->size() != secret_size) bytes.reset();
    return bytes;
}

/// Whole under its name at once, so that another server never reads half a key. False where there is one already.
bool write_key(const std::string& folder, const std::string& path, std::string_view secret) {
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    const auto draft = path + "." + std::to_string(::getpid()) + std::to_string(randombytes_random());
    const int file = ::open(draft.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) throw std::runtime_error("cannot write a key in " + folder + ": see that the program may write there");
    const bool is_written =
        ::write(file, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) && ::fsync(file) == 0;
    ::close(file);
    const bool is_named = is_written && ::link(draft.c_str(), path.c_str()) == 0;
    ::unlink(draft.c_str());
    if (!is_written) throw std::runtime_error("cannot write a key in " + folder + ": see that the disk is not full");
    return is_named;
}

void overwrite(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    const std::string noughts(secret_size, '\0');
    if (::write(file, noughts.data(), noughts.size()) > 0) ::fsync(file);
    ::close(file);
    ::unlink(path.c_str());
}

}  // namespace

Keys::Keys(std::string folder) : folder_(std::move(folder)) {
    ENSURE(sodium_init() >= 0);
}

std::optional<std::string> Keys::find(const std::string& name) const {
    if (!folder_.empty()) return read_key(path_of_key(folder_, name));
    const base::Lock lock(mutex_);
    const auto found = in_memory_.find(name);
    return found == in_memory_.end() ? std::nullopt : std::optional(found->second);
}

bool Keys::has(const std::string& name) const {
    return find(name).has_value();
}

std::string Keys::secret(const std::string& name) {
    if (auto found = find(name)) return *std::move(found);
    auto made = new_secret();
    if (folder_.empty()) {
        const base::Lock lock(mutex_);
        return in_memory_.emplace(name, made).first->second;
    }
    write_key(folder_, path_of_key(folder_, name), made);
    auto kept = find(name);
    if (!kept) throw std::runtime_error("cannot read the key " + name + " in " + folder_);
    return *std::move(kept);
}

void Keys::destroy(const std::string& name) {
    const base::Lock lock(mutex_);
    in_memory_.erase(name);
    if (!folder_.empty()) overwrite(path_of_key(folder_, name));
}

std::vector<std::string> Keys::names() const {
    std::vector<std::string> names;
    if (folder_.empty()) {
        const base::Lock lock(mutex_);
        for (const auto& [name, key] : in_memory_) names.push_back(name);
        return names;
    }
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(folder_, none))
        if (file.path().extension() == ".key") names.push_back(file.path().stem().string());
    return names;
}

std::string Keys::seal(const std::string& name, std::string_view text) {
    const auto half = public_half(secret(name));
    std::string sealed(text.size() + crypto_box_SEALBYTES, '\0');
    ENSURE(crypto_box_seal(room_of(sealed), bytes_in(text), text.size(), bytes_in(half)) == 0);
    return base::to_base64(sealed);
}

std::optional<std::string> Keys::open(const std::string& name, std::string_view text) const {
    const auto own = find(name);
    const auto sealed = base::from_base64(text);
    if (!own || !sealed || sealed->size() < crypto_box_SEALBYTES) return std::nullopt;
    std::string opened(sealed->size() - crypto_box_SEALBYTES, '\0');
    const auto half = public_half(*own);
    if (crypto_box_seal_open(room_of(opened), bytes_in(*sealed), sealed->size(), bytes_in(half), bytes_in(*own)) != 0)
        return std::nullopt;
    return opened;
}

std::string keyed_hash(std::string_view secret, std::string_view text) {
    std::array<unsigned char, 32> hash{};
    ENSURE(crypto_generichash(hash.data(), hash.size(), bytes_in(text), text.size(), bytes_in(secret), secret.size()) == 0);
    std::string hexadecimal(2 * hash.size() + 1, '\0');
    sodium_bin2hex(hexadecimal.data(), hexadecimal.size(), hash.data(), hash.size());
    hexadecimal.pop_back();
    return hexadecimal;
}

std::string slow_keyed_hash(std::string_view secret, std::string_view text) {
    static std::counting_semaphore<2> places{2};
    struct Place {
        Place() { places.acquire(); }
        ~Place() { places.release(); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
    } const place;
    std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
    constexpr std::string_view purpose = "pair";
    ENSURE(crypto_generichash(salt.data(), salt.size(), bytes_in(purpose), purpose.size(), bytes_in(secret), secret.size()) ==
           0);
    std::string slow(32, '\0');
    if (crypto_pwhash(room_of(slow), slow.size(), text.data(), text.size(), salt.data(), passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return keyed_hash(secret, slow);
}

std::size_t random_below(std::size_t end) {
    ENSURE(sodium_init() >= 0);
    ENSURE(end > 0 && end <= 0xFFFFFFFF);
    return randombytes_uniform(static_cast<std::uint32_t>(end));
}

}  // namespace digilots::surveys
