#pragma once
/// @file
/// Files that every client may have: the web application and the pages of the API. They are read
/// once, at the start, and answered from memory.
#include "shell/http/message.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace heng::http {

/// One file, as it stands in memory.
struct Asset {
    std::string type;  ///< Media type.
    SharedBytes plain;
    SharedBytes brotli;       ///< Compressed beforehand, or null.
    SharedBytes gzip;         ///< The same.
    std::string tag;          ///< Its ETag without quotation marks; another one once it changes.
    bool is_forever = false;  ///< Its name changes with its content: clients may keep it.
};

class Assets {
public:
    /// @param name  as it is asked for, without a leading slash.
    void add(std::string name, Asset asset);
    bool has(std::string_view name) const;
    std::vector<std::string> names() const;

    /// Answers GET and HEAD for the file: 200, 206, 304, 404 or 416. The variant that the client
    /// takes is sent; a range is always one of the plain bytes.
    Response answer(const Request& request, std::string_view name) const;

private:
    std::map<std::string, Asset, std::less<>> files_;
};

/// The media type by the end of a file's name; application/octet-stream where it is not known.
std::string_view media_type(std::string_view name);

/// A range of a file of `size_bytes`, both ends included.
struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};
enum class RangeAnswer { whole, part, unsatisfiable };
/// Reads `bytes=0-499`, `bytes=500-`, `bytes=-500`. What is malformed, or names several ranges, is
/// answered with the whole.
RangeAnswer read_range(std::string_view field, std::uint64_t size_bytes, ByteRange& out);

}  // namespace heng::http
