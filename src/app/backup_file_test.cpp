/// SEC-12: which files of a folder are backups of a tenant. How one is made and restored is for
/// tests/serve/backup_test.py.
#include "app/backup_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace heng::app {
namespace {

namespace fs = std::filesystem;

class BackupFolder : public testing::Test {
protected:
    BackupFolder() { fs::create_directory(folder_); }
    ~BackupFolder() override { fs::remove_all(folder_); }
    BackupFolder(const BackupFolder&) = delete;
    BackupFolder& operator=(const BackupFolder&) = delete;

    void put(const std::string& name) { std::ofstream(folder_ / name) << "four"; }

    /// Of each test its own: several run at once.
    const fs::path folder_ =
        fs::path(testing::TempDir()) /
        ("heng-backups-" +
         std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(BackupFolder, ListsWholeOnesOfTheTenantTheNewestFirst) {
    put("city-20210630T080000Z-7.backup");
    put("city-20210715T103000Z-812.backup");
    for (const char* const other :
         {"town-20210715T103000Z-812.backup", "city-20210715T103000Z-new",
          "city-20210715T103000Z-new.part", "city-20219915T103000Z-1.backup", "city-1.backup",
          "city-20210715T103000Z.backup", "notes.txt"})
        put(other);
    const auto listed = list_backups(folder_, "city");
    ASSERT_TRUE(listed);
    ASSERT_EQ(listed->size(), 2U);
    EXPECT_EQ(listed->front().name, "city-20210715T103000Z-812.backup");
    EXPECT_EQ(listed->front().size_bytes, 4);
    EXPECT_EQ(ledger::print_instant(listed->front().made_at), "2021-07-15T10:30:00.000000Z");
    EXPECT_EQ(listed->back().name, "city-20210630T080000Z-7.backup");
}

TEST_F(BackupFolder, HasNoneBeforeItIsThere) {
    const auto listed = list_backups(folder_ / "absent", "city");
    ASSERT_TRUE(listed);
    EXPECT_TRUE(listed->empty());
}

TEST_F(BackupFolder, SaysWhereItIsNoFolder) {
    put("file");
    const auto listed = list_backups(folder_ / "file", "city");
    ASSERT_FALSE(listed);
    EXPECT_EQ(listed.error().code, Code::file_unreadable);
}

}  // namespace
}  // namespace heng::app
