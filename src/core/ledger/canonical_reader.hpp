#pragma once
/// @file
/// Frozen. Reads the tokens of the canonical encoding and refuses every other spelling of them.
#include "core/ledger/canonical.hpp"

#include <optional>

namespace heng::ledger {

/// A place in the bytes. The first failure is kept; after it every read fails.
class CanonicalReader {
public:
    explicit CanonicalReader(std::string_view bytes) : bytes_(bytes) {}

    /// Steps over exactly these bytes.
    bool take(std::string_view expected) {
        if (bytes_.substr(at_, expected.size()) != expected)
            return fail("another token is expected");
        at_ += expected.size();
        return true;
    }
    bool read_number(std::int64_t& out);
    /// Replaces what `out` held.
    bool read_text(std::string& out);
    /// A text of printable ASCII without escapes, as it stands in the bytes.
    bool read_plain(std::string_view& out);
    bool read_value(Value& out, std::size_t depth);
    /// Replaces what `out` held. @pre the next byte is {
    bool read_object(Object& out, std::size_t depth);
    bool at_end() const { return at_ == bytes_.size(); }

    /// Notes what is wrong at this place; always false, so that readers can return it.
    bool fail(const char* what) {
        if (what_ == nullptr) what_ = what;
        return false;
    }
    /// @pre something failed
    Error error() const;

    std::size_t at() const { return at_; }
    char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

private:
    bool read_list(List& out, std::size_t depth);
    bool read_escape(std::string& out);
    bool step_over_utf8();

    std::string_view bytes_;
    std::size_t at_ = 0;
    const char* what_ = nullptr;
    bool too_deep_ = false;
};

}  // namespace heng::ledger
