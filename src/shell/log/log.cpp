/// @file
/// spdlog takes records from many threads and keeps their order; what a line looks like and how it
/// gets into a file is ours.
#include "shell/log/log.hpp"

#include "shell/log/line.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <mutex>

namespace heng::log {

namespace {

constexpr mode_t owner_writes_group_reads = 0640;

/// -1 where it cannot be opened.
int open_for_appending(const std::string& path) {
    return ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC,
                  owner_writes_group_reads);
}

bool write_whole(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

spdlog::level::level_enum level_of(app::LogLevel level) {
    switch (level) {
        case app::LogLevel::debug: return spdlog::level::debug;
        case app::LogLevel::info: return spdlog::level::info;
        case app::LogLevel::warning: return spdlog::level::warn;
        case app::LogLevel::error: break;
    }
    return spdlog::level::err;
}

}  // namespace

class Log::Sink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit Sink(std::string path) : path_(std::move(path)) {}
    ~Sink() override { close_file(); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    Result<void> reopen() {
        if (path_.empty()) return {};
        const int opened = open_for_appending(path_);
        if (opened < 0) return refuse(Code::file_unwritable, {path_, 0, 0, {}}, {path_});
        const std::lock_guard lock(mutex_);
        close_file();
        file_ = opened;
        return {};
    }

    std::int64_t failures() const { return failures_; }

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        const bool is_written =
            write_whole(file_, {message.payload.data(), message.payload.size()});
        failures_ += is_written ? 0 : 1;
    }
    void flush_() override {}

private:
    void close_file() {
        if (file_ != STDERR_FILENO) ::close(file_);
    }

    std::string path_;
    int file_ = STDERR_FILENO;
    std::atomic<std::int64_t> failures_ = 0;
};

struct Log::Parts {
    LogRules rules;
    app::Clock& clock;
    std::shared_ptr<Sink> sink;
    spdlog::logger logger;
};

Log::Log(const LogRules& rules, app::Clock& clock, std::shared_ptr<Sink> sink)
    : parts_(new Parts{rules, clock, sink, spdlog::logger("heng", sink)}) {
    parts_->logger.set_level(level_of(rules.level));
}

Log::~Log() = default;

Result<std::unique_ptr<Log>> Log::open(const LogRules& rules, app::Clock& clock) {
    auto sink = std::make_shared<Sink>(rules.file);
    return sink->reopen().map(
        [&] { return std::unique_ptr<Log>(new Log(rules, clock, std::move(sink))); });
}

bool Log::takes(app::LogLevel level) const {
    return parts_->logger.should_log(level_of(level));
}

void Log::write(app::LogLevel level, std::string_view what, const app::LogFields& fields) {
    if (!takes(level)) return;
    const auto print = parts_->rules.format == app::LogFormat::json ? json_line : text_line;
    const std::string line = print(parts_->clock.now(), level, what, fields);
    parts_->logger.log(level_of(level), spdlog::string_view_t(line));
}

std::int64_t Log::failures() const {
    return parts_->sink->failures();
}

Result<void> Log::reopen() {
    return parts_->sink->reopen();
}

}  // namespace heng::log
