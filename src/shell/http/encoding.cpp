#include "shell/http/encoding.hpp"

#include "core/base/invariant.hpp"

#define ZLIB_CONST  // it reads what it is given, and says so only then
#include <zlib.h>

#include <algorithm>

namespace heng::http {

namespace {

constexpr int level = 2;
constexpr int gzip_window_bits = 15 + 16;
constexpr int memory_level = 8;

}  // namespace

bool takes_encoding(const Request& request, std::string_view encoding) {
    const auto accepted = request.headers.find("accept-encoding");
    return accepted && any_part(*accepted, [encoding](std::string_view part) {
               const std::size_t weight = part.find(';');
               std::string_view name = part.substr(0, weight);
               while (name.ends_with(' ')) name.remove_suffix(1);
               const bool is_refused = weight != part.npos && part.ends_with("q=0");
               return name == encoding && !is_refused;
           });
}

std::optional<std::string> gzip(std::string_view plain) {
    z_stream stream{};
    const int begun = deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, memory_level,
                                   Z_DEFAULT_STRATEGY);
    INVARIANT(begun == Z_OK, "zlib knows its own settings");
    std::string out(plain.size(), '\0');
    stream.next_in = reinterpret_cast<const Bytef*>(plain.data());
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool fits = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (!fits) return std::nullopt;
    return out;
}

}  // namespace heng::http
