#include "shell/log/log.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace heng::log {
namespace {

class Fixed final : public app::Clock {
    ledger::Instant now() override { return ledger::Instant{}; }
};

class Logs : public testing::Test {
protected:
    Logs() {
        std::string name = (std::filesystem::temp_directory_path() / "heng_log_XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~Logs() override { std::filesystem::remove_all(folder_); }

    std::unique_ptr<Log> open(app::LogLevel level = app::LogLevel::info) {
        auto log = Log::open({level, app::LogFormat::json, path_of("log")}, clock_);
        EXPECT_TRUE(log);
        return log ? std::move(*log) : nullptr;
    }
    std::string path_of(const char* name) const { return (folder_ / name).string(); }
    std::string read(const char* name) const {
        std::ifstream file(path_of(name));
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    std::vector<std::string> lines(const char* name) const {
        std::istringstream text(read(name));
        std::vector<std::string> out;
        for (std::string line; std::getline(text, line);) out.push_back(line);
        return out;
    }

    Fixed clock_;
    std::filesystem::path folder_;
};

TEST_F(Logs, TakeRecordsFromTheirLevelOn) {
    const auto log = open(app::LogLevel::warning);
    log->debug("a");
    log->info("b");
    log->warning("c");
    log->error("d", {{"n", 1}});
    EXPECT_FALSE(log->takes(app::LogLevel::info));
    ASSERT_EQ(lines("log").size(), 2U);
    EXPECT_EQ(
        lines("log")[1],
        "{\"time\":\"1970-01-01T00:00:00.000000Z\",\"level\":\"error\",\"what\":\"d\",\"n\":1}");
}

/// Braces in a record are text, never a pattern to be filled.
TEST_F(Logs, TakeTextsAsTheyAre) {
    open()->info("{} {:d} %s", {{"value", "{0}"}});
    EXPECT_NE(read("log").find("\"what\":\"{} {:d} %s\",\"value\":\"{0}\""), std::string::npos);
}

TEST_F(Logs, GoOnInANewFileAfterTheOldOneWasMovedAway) {
    const auto log = open();
    log->info("before");
    std::filesystem::rename(path_of("log"), path_of("log.1"));
    log->info("between");
    ASSERT_TRUE(log->reopen());
    log->info("after");
    EXPECT_EQ(lines("log.1").size(), 2U) << "nothing is lost before the file is opened anew";
    EXPECT_EQ(lines("log").size(), 1U);
}

TEST_F(Logs, KeepTheOldFileWhereNoNewOneCanBeMade) {
    const auto log = open();
    std::filesystem::rename(path_of("log"), path_of("log.1"));
    std::filesystem::create_directory(path_of("log"));
    EXPECT_EQ(log->reopen().error().code, Code::file_unwritable);
    log->info("still here");
    EXPECT_EQ(lines("log.1").size(), 1U);
}

TEST_F(Logs, AreNotForEveryone) {
    const auto log = open();
    struct stat found {};
    ASSERT_EQ(stat(path_of("log").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 07, 0U);
}

TEST_F(Logs, SayWhereTheyCannotBeWritten) {
    const auto log = Log::open({app::LogLevel::info, app::LogFormat::json, "/nowhere/log"}, clock_);
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, Code::file_unwritable);
}

TEST_F(Logs, CountWhatAFullDiskLost) {
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP();
    auto log = Log::open({app::LogLevel::info, app::LogFormat::json, "/dev/full"}, clock_);
    ASSERT_TRUE(log);
    (*log)->info("lost");
    EXPECT_EQ((*log)->failures(), 1);
}

TEST_F(Logs, KeepLinesWholeWhenManyWrite) {
    const auto log = open();
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&log] {
            for (int n = 0; n < 50; ++n) log->info("x", {{"text", std::string(500, 'y')}});
        });
    for (std::thread& thread : threads) thread.join();
    const auto all = lines("log");
    EXPECT_EQ(all.size(), 200U);
    EXPECT_TRUE(std::all_of(all.begin(), all.end(),
                            [&all](const auto& line) { return line == all.front(); }));
}

}  // namespace
}  // namespace heng::log
