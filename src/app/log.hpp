#pragma once
/// @file
/// What the server says about itself while it runs: one record a line, whatever its values hold.
/// How records are written is for the shell.
#include "app/settings.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace heng::app {

/// A text that is never written: in its place stands ***, whether it is empty or not.
class Secret {
public:
    explicit Secret(std::string text) : text_(std::move(text)) {}
    /// For whoever needs the secret itself. @pre the caller writes it nowhere.
    const std::string& reveal() const { return text_; }

private:
    std::string text_;
};

/// What stands in place of a secret.
inline constexpr std::string_view hidden = "***";

/// One named value of a record. Names are ours: lower-case letters and underscores.
struct LogField {
    using Value = std::variant<std::string, std::int64_t, bool>;

    LogField(std::string_view field, std::string text) : name(field), value(std::move(text)) {}
    LogField(std::string_view field, std::string_view text)
        : name(field), value(std::string(text)) {}
    LogField(std::string_view field, const char* text) : name(field), value(std::string(text)) {}
    LogField(std::string_view field, std::int64_t number) : name(field), value(number) {}
    LogField(std::string_view field, int number) : name(field), value(std::int64_t{number}) {}
    LogField(std::string_view field, bool flag) : name(field), value(flag) {}
    LogField(std::string_view field, const Secret&) : name(field), value(std::string(hidden)) {}

    std::string name;
    Value value;
};
using LogFields = std::vector<LogField>;

/// A request's header as a field: the values of Authorization, Cookie and others that carry
/// credentials are hidden (ASVS 7.1.1). The field is named header_ and the lower-case name.
LogField header_field(std::string_view name, std::string_view value);

/// May be used from several threads at once.
class Log {
public:
    virtual ~Log() = default;
    /// Whether records of this level are written at all.
    virtual bool takes(LogLevel level) const = 0;
    /// @param what  says in a few fixed English words what happened; particulars are fields.
    /// Writing is best effort: a full disk never stops the server (but see `failures`).
    virtual void write(LogLevel level, std::string_view what, const LogFields& fields) = 0;
    /// Records that could not be written so far; a metric shows them.
    virtual std::int64_t failures() const = 0;

    void debug(std::string_view what, const LogFields& fields = {}) {
        if (takes(LogLevel::debug)) write(LogLevel::debug, what, fields);
    }
    void info(std::string_view what, const LogFields& fields = {}) {
        if (takes(LogLevel::info)) write(LogLevel::info, what, fields);
    }
    void warning(std::string_view what, const LogFields& fields = {}) {
        if (takes(LogLevel::warning)) write(LogLevel::warning, what, fields);
    }
    void error(std::string_view what, const LogFields& fields = {}) {
        write(LogLevel::error, what, fields);
    }
};

/// The fields of an error: its code, place and English message, for the one line at the boundary.
LogFields fields_of(const Error& error);

class Ids;
/// What a person reads out and the log finds: 8 characters such as 7k3m-qd2x, from 40 random bits.
/// It stands in the answer with status 5xx and in the log line beside it (ASVS 7.4.1).
std::string make_incident(Ids& ids);

}  // namespace heng::app
