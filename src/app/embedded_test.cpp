#include <gtest/gtest.h>

#include <algorithm>

#include "app/migrations.h"
#include "app/statements.h"
#include "platform/base/embedded.h"

namespace digilots::app {
namespace {

TEST(Embedded, FilesAreSortedAndFoundByName) {
    const auto files = base::embedded_files();
    EXPECT_TRUE(std::ranges::is_sorted(files, {}, &base::EmbeddedFile::name));
    for (const auto& file : files) EXPECT_EQ(base::embedded_file(file.name), file.content);
    EXPECT_FALSE(base::embedded_file("data/../secret").has_value());
}

TEST(Embedded, MigrationsRunFromOneWithoutGaps) {
    int expected = 1;
    for (const auto& migration : migrations()) EXPECT_EQ(migration.number, expected++);
}

TEST(Embedded, QueriesAreNamedAfterTheirFolder) {
    for (const auto folder : all_statements()) {
        ASSERT_FALSE(folder.empty());
        const std::string_view first = folder.front()->name;
        const auto prefix = first.substr(0, first.rfind('/') + 1);
        for (const auto* statement : folder) EXPECT_TRUE(std::string_view(statement->name).starts_with(prefix));
    }
}

}  // namespace
}  // namespace digilots::app
