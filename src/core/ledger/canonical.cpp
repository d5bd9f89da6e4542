/// @file
/// Frozen. Values and their encoding.
#include "core/ledger/canonical.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"
#include "core/ledger/canonical_reader.hpp"
#include "core/ledger/canonical_writer.hpp"

#include <algorithm>
#include <charconv>

namespace heng::ledger {

namespace {

bool key_before(const Member& member, std::string_view key) {
    return member.key < key;
}

/// Unsigned comparison of UTF-8 bytes is the order of code points; std::string compares that way.
static_assert(std::char_traits<char>::lt('a', '\x80'));

Error too_deep() {
    return {Code::canonical_too_deep, {}, {std::to_string(Limits::depth_max)}};
}

Error too_large() {
    return {Code::canonical_too_large, {}, {std::to_string(Limits::size_bytes_max)}};
}

class Encoder {
public:
    bool write(const Value& value, std::size_t depth) {
        if (value.is_null()) {
            out_ += "null";
        } else if (const bool* flag = value.flag()) {
            out_ += *flag ? "true" : "false";
        } else if (const std::int64_t* number = value.number()) {
            write_number(out_, *number);
        } else if (const std::string* text = value.text()) {
            return write_checked(*text);
        } else if (const List* list = value.list()) {
            return write_list(*list, depth);
        } else {
            return write_object(*value.object(), depth);
        }
        return true;
    }

    bool write_object(const Object& object, std::size_t depth) {
        if (depth == Limits::depth_max) return fail(too_deep());
        out_ += '{';
        for (const Member& member : object.members()) {
            if (&member != object.members().data()) out_ += ',';
            if (!write_checked(member.key)) return false;
            out_ += ':';
            if (!write(member.value, depth + 1)) return false;
        }
        out_ += '}';
        return true;
    }

    Result<std::string> finish(bool written) && {
        if (!written) return tl::unexpected(*error_);
        if (out_.size() > Limits::size_bytes_max) return tl::unexpected(too_large());
        return std::move(out_);
    }

private:
    bool write_checked(std::string_view text) {
        if (find_invalid_utf8(text)) return fail({Code::text_not_utf8, {}, {}});
        write_text(out_, text);
        return true;
    }

    bool write_list(const List& list, std::size_t depth) {
        if (depth == Limits::depth_max) return fail(too_deep());
        out_ += '[';
        for (const Value& item : list) {
            if (&item != list.data()) out_ += ',';
            if (!write(item, depth + 1)) return false;
        }
        out_ += ']';
        return true;
    }

    bool fail(Error error) {
        error_ = std::move(error);
        return false;
    }

    std::string out_;
    std::optional<Error> error_;
};

}  // namespace

Object::Object(std::initializer_list<Member> members) {
    for (const Member& member : members) add(member.key, member.value);
}

void Object::add(std::string key, Value value) {
    const auto place = std::lower_bound(members_.begin(), members_.end(), key, key_before);
    INVARIANT(place == members_.end() || place->key != key, "an object's keys are unique");
    members_.insert(place, Member{std::move(key), std::move(value)});
}

const Value* Object::find(std::string_view key) const {
    const auto place = std::lower_bound(members_.begin(), members_.end(), key, key_before);
    return place != members_.end() && place->key == key ? &place->value : nullptr;
}

// Written out, since clang 14 does not survive the defaulted ones of a recursive type.
bool Object::operator==(const Object& other) const {
    return members_ == other.members_;
}
bool Value::operator==(const Value& other) const {
    return data_ == other.data_;
}

void write_number(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void write_text(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view plain = "\"\\\b\t\n\f\r";
    constexpr std::string_view letter = "\"\\btnfr";
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out.append(text, from, at - from);
        from = at + 1;
        out += '\\';
        if (const auto known = plain.find(text[at]); known != std::string_view::npos) {
            out += letter[known];
        } else {
            out.append("u00").append(1, hex[byte >> 4]).append(1, hex[byte & 0xF]);
        }
    }
    out.append(text, from, text.size() - from);
    out += '"';
}

Result<std::string> encode(const Value& value) {
    Encoder encoder;
    const bool written = encoder.write(value, 0);
    return std::move(encoder).finish(written);
}

Result<std::string> encode_inside(const Object& object, std::size_t depth) {
    Encoder encoder;
    const bool written = encoder.write_object(object, depth);
    return std::move(encoder).finish(written);
}

Result<Value> decode(std::string_view bytes) {
    if (bytes.size() > Limits::size_bytes_max) return tl::unexpected(too_large());
    CanonicalReader reader(bytes);
    Value value;
    if (!reader.read_value(value, 0)) return tl::unexpected(reader.error());
    if (!reader.at_end()) {
        reader.fail("bytes after the value");
        return tl::unexpected(reader.error());
    }
    return value;
}

}  // namespace heng::ledger
