#include "shell/office/encoding.hpp"

#include "core/base/text.hpp"

#include <iconv.h>
#include <array>
#include <cstdint>

namespace heng::office {

namespace {

struct Mark {
    std::string_view bytes;
    const char* encoding;
};
constexpr std::array marks{Mark{"\xEF\xBB\xBF", "UTF-8"}, Mark{"\xFF\xFE", "UTF-16LE"},
                           Mark{"\xFE\xFF", "UTF-16BE"}};

/// One conversion of libc, closed when it is done.
class Converter {
public:
    explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    ~Converter() {
        if (is_open()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// Nothing for what is not of the encoding, down to its last byte.
    std::optional<std::string> convert(std::string_view bytes) {
        if (!is_open()) return std::nullopt;
        std::string out(bytes.size() * 2, '\0');  // two bytes become three at most
        std::string in(bytes);
        char* from = in.data();
        std::size_t from_left = in.size();
        char* to = out.data();
        std::size_t to_left = out.size();
        if (iconv(handle_, &from, &from_left, &to, &to_left) == failed || from_left > 0)
            return std::nullopt;
        out.resize(out.size() - to_left);
        return out;
    }

private:
    static constexpr std::size_t failed = static_cast<std::size_t>(-1);

    /// `(iconv_t)-1`, by which libc says that it does not know the encoding, is compared as a
    /// number.
    bool is_open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

    iconv_t handle_;
};

}  // namespace

std::optional<Decoded> decode_text(std::string_view bytes) {
    for (const Mark& mark : marks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        const std::string_view rest = bytes.substr(mark.bytes.size());
        if (mark.encoding == marks[0].encoding) {
            if (find_invalid_utf8(rest)) return std::nullopt;
            return Decoded{std::string(rest), {}};
        }
        auto text = Converter(mark.encoding).convert(rest);
        if (!text) return std::nullopt;
        return Decoded{std::move(*text), {}};
    }
    if (!find_invalid_utf8(bytes)) return Decoded{std::string(bytes), {}};
    auto text = Converter("GB18030").convert(bytes);
    if (!text) return std::nullopt;
    return Decoded{std::move(*text), "GB18030"};
}

}  // namespace heng::office
