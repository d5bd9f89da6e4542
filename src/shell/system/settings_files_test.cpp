#include "shell/system/settings_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace heng::system {
namespace {

class SettingFiles : public testing::Test {
protected:
    SettingFiles() {
        std::string name = (std::filesystem::temp_directory_path() / "heng_files_XXXXXX").string();
        folder_ = mkdtemp(name.data());
        std::ofstream(folder_ / "file") << "x";
        settings_.data_folder = folder_.string();
    }
    ~SettingFiles() override { std::filesystem::remove_all(folder_); }

    std::string path(const char* name) const { return (folder_ / name).string(); }
    /// Of the one thing that is wrong.
    std::string wrong(Code code) {
        const Issues issues = check_files(settings_);
        EXPECT_EQ(issues.size(), 1U);
        if (issues.size() != 1) return {};
        EXPECT_EQ(issues.front().code, code);
        return issues.front().place.item;
    }

    std::filesystem::path folder_;
    app::Settings settings_;
};

TEST_F(SettingFiles, MayBeMissingWhereTheyCanBeMade) {
    settings_.data_folder = path("a/b");
    settings_.data_evidence = path("c");
    settings_.data_db = "sqlite:" + path("heng.db");
    settings_.log_file = path("log");
    EXPECT_TRUE(check_files(settings_).empty());
    EXPECT_FALSE(std::filesystem::exists(path("a"))) << "nothing is made";
}

TEST_F(SettingFiles, MustBeThereToBeRead) {
    settings_.tls_certificate = path("file");
    EXPECT_TRUE(check_files(settings_).empty());
    settings_.tls_key = path("none");
    EXPECT_EQ(wrong(Code::file_unreadable), "tls.key");
    settings_.tls_key.clear();
    settings_.smtp_password_file = folder_.string();
    EXPECT_EQ(wrong(Code::file_unreadable), "notices.smtp.password_file") << "a folder is no file";
    settings_.smtp_password_file.clear();
    settings_.oidc_client_secret_file = path("none");
    EXPECT_EQ(wrong(Code::file_unreadable), "oidc.client_secret_file");
    settings_.oidc_client_secret_file.clear();
    settings_.oidc_ca_file = path("none");
    EXPECT_EQ(wrong(Code::file_unreadable), "oidc.ca_file");
}

TEST_F(SettingFiles, MustBeOfTheirKind) {
    settings_.data_folder = path("file");
    EXPECT_EQ(wrong(Code::file_unwritable), "data.folder");
    settings_.data_folder = path("file") + "/below";
    EXPECT_EQ(wrong(Code::file_unwritable), "data.folder");
    settings_.data_folder = folder_.string();
    settings_.log_file = folder_.string();
    EXPECT_EQ(wrong(Code::file_unwritable), "log.file");
    settings_.log_file = path("none/log");
    EXPECT_EQ(wrong(Code::file_unwritable), "log.file") << "its folder must be there";
    settings_.log_file.clear();
    settings_.data_db = "sqlite:" + path("none/heng.db");
    EXPECT_EQ(wrong(Code::file_unwritable), "data.db");
    settings_.data_db = "postgresql://db/heng";
    EXPECT_TRUE(check_files(settings_).empty());
}

}  // namespace
}  // namespace heng::system
