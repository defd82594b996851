// Somebody removes the index, or a part of it, under a running server.
#include <gtest/gtest.h>

#include <filesystem>

#include "platform/search/index.h"
#include "platform/testing/database.h"

namespace digilots::search {
namespace {

namespace files = std::filesystem;

class RemovedIndex : public ::testing::Test {
protected:
    RemovedIndex() { fill(); }

    void fill() {
        index->rebuild([](const std::function<void(const Document&)>& add) {
            Document document;
            document.id = "library";
            document.title = "Stadsbiblioteket";
            add(document);
        });
        index->set_note("made", "yes");
        EXPECT_EQ(found(), 1U);
    }

    std::size_t found() const {
        Query query;
        query.text = "stadsbiblioteket";
        return index->find(query).hits.size();
    }

    void expect_missing_until_rebuilt() {
        EXPECT_EQ(found(), 0U);
        EXPECT_EQ(index->note("made"), "") << "whoever looks sees that it is gone";
        fill();
        EXPECT_EQ(index->note("made"), "yes");
    }

    testing::TemporaryFolder folder;
    const files::path place = folder.path() / "search";
    std::unique_ptr<Index> index = open_index(place.string());
};

TEST_F(RemovedIndex, IsMissedAndRebuiltWhereTheWholeFolderIsGone) {
    files::remove_all(place);
    expect_missing_until_rebuilt();
    EXPECT_TRUE(files::exists(place / "current"));
}

TEST_F(RemovedIndex, IsMissedAndRebuiltWhereOnlyItsFilesAreGone) {
    for (const auto& entry : files::directory_iterator(place)) {
        if (entry.is_directory()) files::remove_all(entry.path());
    }
    EXPECT_TRUE(files::exists(place / "current"));
    expect_missing_until_rebuilt();
}

TEST_F(RemovedIndex, IsBegunAnewByWhoWritesToIt) {
    files::remove_all(place);
    index->set_note("made", "again");
    EXPECT_EQ(index->note("made"), "again");
    EXPECT_EQ(found(), 0U);
}

TEST_F(RemovedIndex, IsNotMadeWhereTheFolderAroundItIsGone) {
    files::rename(folder.path(), folder.path().string() + "-moved");
    EXPECT_ANY_THROW(index->rebuild([](const std::function<void(const Document&)>&) {}));
    EXPECT_FALSE(files::exists(folder.path()));
    files::rename(folder.path().string() + "-moved", folder.path());
    EXPECT_EQ(found(), 1U);
}

}  // namespace
}  // namespace digilots::search
