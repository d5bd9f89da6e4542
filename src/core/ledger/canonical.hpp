#pragma once
/// @file
/// Frozen. The one way this project writes JSON that is hashed: same value, same bytes, for ever.
/// docs/reference/ledger.md gives the format byte by byte, tests/ledger/vectors.json its test
/// vectors. A change is a new format version beside this one.
#include "core/base/result.hpp"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace heng::ledger {

class Value;
struct Member;
using List = std::vector<Value>;

/// Members with unique keys, always in the order of their code points.
class Object {
public:
    // Defined below, where a member is known: until then a vector of them can be named, not
    // handled.
    Object();
    Object(const Object&);
    Object(Object&&) noexcept;
    Object& operator=(const Object&);
    Object& operator=(Object&&) noexcept;
    ~Object();
    /// @pre no key stands twice.
    Object(std::initializer_list<Member> members);

    /// @pre the object has no such key yet.
    void add(std::string key, Value value);
    /// What stands under `key`, or nullptr.
    const Value* find(std::string_view key) const;

    const std::vector<Member>& members() const { return members_; }
    bool operator==(const Object&) const;

private:
    friend class CanonicalReader;
    std::vector<Member> members_;
};

/// Null, a truth value, a whole number, text, a list or an object. There are no fractions: decimals
/// are text.
class Value {
public:
    Value() = default;
    /// Only a real bool: pointers and numbers do not turn into one.
    template <std::same_as<bool> T>
    Value(T flag) : data_(flag) {}
    template <std::signed_integral T>
    Value(T number) : data_(static_cast<std::int64_t>(number)) {}
    Value(std::string text) : data_(std::move(text)) {}
    Value(std::string_view text) : data_(std::string(text)) {}
    Value(const char* text) : data_(std::string(text)) {}
    Value(List list) : data_(std::move(list)) {}
    Value(Object object) : data_(std::move(object)) {}

    bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
    /// The content if it is of that kind, else nullptr.
    const bool* flag() const { return std::get_if<bool>(&data_); }
    const std::int64_t* number() const { return std::get_if<std::int64_t>(&data_); }
    const std::string* text() const { return std::get_if<std::string>(&data_); }
    const List* list() const { return std::get_if<List>(&data_); }
    const Object* object() const { return std::get_if<Object>(&data_); }

    bool operator==(const Value&) const;

private:
    std::variant<std::monostate, bool, std::int64_t, std::string, List, Object> data_;
};

struct Member {
    std::string key;
    Value value;
    bool operator==(const Member&) const = default;
};

inline Object::Object() = default;
inline Object::Object(const Object&) = default;
inline Object::Object(Object&&) noexcept = default;
inline Object& Object::operator=(const Object&) = default;
inline Object& Object::operator=(Object&&) noexcept = default;
inline Object::~Object() = default;

/// Frozen bounds of format 1; both directions keep them.
struct Limits {
    static constexpr std::size_t depth_max = 32;            ///< Lists and objects open at once.
    static constexpr std::size_t size_bytes_max = 1 << 20;  ///< Of one encoded value.
};

/// The bytes of `value`, or
///   - `text_not_utf8`        a text or key is not UTF-8;
///   - `canonical_too_deep`, `canonical_too_large`   a bound is passed.
[[nodiscard]] Result<std::string> encode(const Value& value);

/// The value of `bytes`, for which `encode` gives exactly these bytes again, or
///   - `canonical_malformed`  the byte where another encoding, or none, begins, counted from 0;
///   - `canonical_too_deep`, `canonical_too_large`   a bound is passed.
[[nodiscard]] Result<Value> decode(std::string_view bytes);

}  // namespace heng::ledger
