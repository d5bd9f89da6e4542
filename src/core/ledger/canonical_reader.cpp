/// @file
/// Frozen. The strict side of the encoding: each token has one spelling.
#include "core/ledger/canonical_reader.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <array>
#include <charconv>

namespace heng::ledger {

namespace {

/// Bytes that stand for themselves inside a text: printable ASCII but for the two that are escaped.
constexpr auto stands_for_itself = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte) table[byte] = byte != '"' && byte != '\\';
    return table;
}();

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
    return std::nullopt;
}

}  // namespace

Error CanonicalReader::error() const {
    INVARIANT(what_ != nullptr, "an error is asked for only after a failure");
    if (too_deep_) return {Code::canonical_too_deep, {}, {std::to_string(Limits::depth_max)}};
    return {Code::canonical_malformed, {}, {std::to_string(at_), what_}};
}

bool CanonicalReader::read_number(std::int64_t& out) {
    const char* const begin = bytes_.data() + at_;
    const char* const end = bytes_.data() + bytes_.size();
    const char* const digits = begin != end && *begin == '-' ? begin + 1 : begin;
    if (digits == end || *digits < '0' || *digits > '9') return fail("a whole number is expected");
    if (*digits == '0' &&
        (digits != begin || (digits + 1 != end && digits[1] >= '0' && digits[1] <= '9')))
        return fail("a number with a needless 0 or minus");
    const auto [stop, problem] = std::from_chars(begin, end, out);
    if (problem != std::errc{}) return fail("a number outside 64 bits");
    at_ += static_cast<std::size_t>(stop - begin);
    if (peek() == '.' || peek() == 'e' || peek() == 'E') return fail("a number that is not whole");
    return true;
}

bool CanonicalReader::step_over_utf8() {
    const CodePoint next = decode_utf8(bytes_, at_);
    if (next.length == 1) return fail("bytes that are not UTF-8");  // ASCII never comes here
    at_ += next.length;
    return true;
}

/// After the backslash. Only the spelling that `write_text` gives is taken.
bool CanonicalReader::read_escape(std::string& out) {
    constexpr std::string_view letter = "\"\\btnfr";
    constexpr std::string_view plain = "\"\\\b\t\n\f\r";
    if (const auto known = letter.find(peek());
        at_ < bytes_.size() && known != std::string_view::npos) {
        out += plain[known];
        ++at_;
        return true;
    }
    if (bytes_.substr(at_, 3) != "u00" || bytes_.size() - at_ < 5)
        return fail("an escape that is not used");
    const auto high = hex_digit(bytes_[at_ + 3]);
    const auto low = hex_digit(bytes_[at_ + 4]);
    if (!high || !low || *high > 1) return fail("an escape that is not used");
    const char decoded = static_cast<char>(*high * 16 + *low);
    if (plain.find(decoded) != std::string_view::npos)
        return fail("an escape that has a shorter form");
    out += decoded;
    at_ += 5;
    return true;
}

bool CanonicalReader::read_text(std::string& out) {
    out.clear();
    if (!take("\"")) return false;
    std::size_t from = at_;
    while (at_ < bytes_.size()) {
        const auto byte = static_cast<unsigned char>(bytes_[at_]);
        if (stands_for_itself[byte]) {
            ++at_;
        } else if (byte >= 0x80) {
            if (!step_over_utf8()) return false;
        } else if (byte == '"') {
            out.append(bytes_.data() + from, at_ - from);
            ++at_;
            return true;
        } else if (byte == '\\') {
            out.append(bytes_.data() + from, at_ - from);
            ++at_;
            if (!read_escape(out)) return false;
            from = at_;
        } else {
            return fail("a control character");
        }
    }
    return fail("a text without end");
}

bool CanonicalReader::read_plain(std::string_view& out) {
    if (!take("\"")) return false;
    const std::size_t from = at_;
    while (at_ < bytes_.size() && stands_for_itself[static_cast<unsigned char>(bytes_[at_])]) ++at_;
    out = bytes_.substr(from, at_ - from);
    return take("\"");
}

bool CanonicalReader::read_list(List& out, std::size_t depth) {
    ++at_;
    if (peek() == ']') return take("]");
    for (;;) {
        if (!read_value(out.emplace_back(), depth + 1)) return false;
        if (peek() != ',') return take("]");
        ++at_;
    }
}

bool CanonicalReader::read_object(Object& out, std::size_t depth) {
    constexpr std::size_t members_usual = 8;
    std::vector<Member>& members = out.members_;
    members.clear();
    ++at_;
    if (peek() == '}') return take("}");
    members.reserve(members_usual);
    for (;;) {
        Member& member = members.emplace_back();
        const std::size_t key_at = at_;
        if (!read_text(member.key)) return false;
        if (members.size() > 1 && !(members[members.size() - 2].key < member.key)) {
            at_ = key_at;
            return fail("a key that repeats or is out of order");
        }
        if (!take(":") || !read_value(member.value, depth + 1)) return false;
        if (peek() != ',') return take("}");
        ++at_;
    }
}

bool CanonicalReader::read_value(Value& out, std::size_t depth) {
    const char first = peek();
    if ((first == '[' || first == '{') && depth == Limits::depth_max) {
        too_deep_ = true;
        return fail("too deep");
    }
    switch (first) {
        case 'n': return take("null");
        case 't': out = true; return take("true");
        case 'f': out = false; return take("false");
        case '"': {
            std::string text;
            if (!read_text(text)) return false;
            out = std::move(text);
            return true;
        }
        case '[': {
            List list;
            if (!read_list(list, depth)) return false;
            out = std::move(list);
            return true;
        }
        case '{': {
            Object object;
            if (!read_object(object, depth)) return false;
            out = std::move(object);
            return true;
        }
        default: {
            std::int64_t number = 0;
            if (!read_number(number)) return false;
            out = number;
            return true;
        }
    }
}

}  // namespace heng::ledger
