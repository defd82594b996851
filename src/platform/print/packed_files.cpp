#include "platform/print/packed_files.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace digilots::print {

namespace {

constexpr time_t first_day_of_zip = 315'619'200;  // 1980-01-02: a day that every zone can say

struct Freed {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, Freed>;
using Archive = std::unique_ptr<zip_t, Freed>;

[[noreturn]] void give_up(const char* step) {
    throw std::runtime_error(std::string("A zip file could not be made: ") + step);
}

void add(zip_t* archive, const PackedFile& file) {
    Source content(zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0));
    if (!content) give_up("content");
    const auto index = zip_file_add(archive, file.name.c_str(), content.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) give_up("entry");
    content.release();  // the archive's now
    const auto packing = file.is_packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    const auto entry = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(archive, entry, packing, 0) != 0) give_up("packing");
    if (zip_file_set_mtime(archive, entry, first_day_of_zip, 0) != 0) give_up("time");
}

std::string bytes_of(zip_source_t* source) {
    if (zip_source_open(source) != 0) give_up("reading");
    std::string bytes;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0) bytes.resize(stat.size);
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (bytes.empty() || read != static_cast<zip_int64_t>(bytes.size())) give_up("reading");
    return bytes;
}

}  // namespace

std::string packed(const std::vector<PackedFile>& files) {
    zip_error_t error;
    zip_error_init(&error);
    const Source whole(zip_source_buffer_create(nullptr, 0, 0, &error));
    Archive archive(whole ? zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error) : nullptr);
    zip_error_fini(&error);
    if (!archive) give_up("beginning");
    zip_source_keep(whole.get());  // it outlives the archive, which frees its own
    for (const auto& file : files) add(archive.get(), file);
    if (zip_close(archive.get()) != 0) give_up("end");
    archive.release();
    return bytes_of(whole.get());
}

}  // namespace digilots::print
