#pragma once
/// @file
/// The log of a server: to the error output, or to a file that others may move away.
#include "app/log.hpp"
#include "app/ports.hpp"

#include <memory>
#include <string>

namespace heng::log {

struct LogRules {
    app::LogLevel level = app::LogLevel::info;
    app::LogFormat format = app::LogFormat::json;
    std::string file;  ///< Empty: the error output.
};

/// Each record is one write of one line, so that several processes may share a file.
class Log final : public app::Log {
public:
    /// Opens the file for appending, or makes it, readable by its owner and group alone.
    /// @pre `clock` outlives the log.
    /// @returns the log, or `file_unwritable`.
    [[nodiscard]] static Result<std::unique_ptr<Log>> open(const LogRules& rules,
                                                           app::Clock& clock);
    ~Log() override;

    bool takes(app::LogLevel level) const override;
    void write(app::LogLevel level, std::string_view what, const app::LogFields& fields) override;
    std::int64_t failures() const override;

    /// Goes on in a file of the same name: what SIGHUP asks for after the old one was moved away.
    /// @returns nothing, or `file_unwritable`; then the old one is still written.
    [[nodiscard]] Result<void> reopen();

private:
    class Sink;
    Log(const LogRules& rules, app::Clock& clock, std::shared_ptr<Sink> sink);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace heng::log
