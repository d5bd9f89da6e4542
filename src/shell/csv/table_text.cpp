#include "shell/csv/table_text.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace heng::csv {

namespace {

/// An open file, closed at the end.
class File {
public:
    explicit File(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    int get() const { return file_; }

private:
    int file_;
};

/// Everything that a file still gives, or nothing if reading fails.
std::shared_ptr<const std::string> read_all(int file) {
    auto text = std::make_shared<std::string>();
    std::array<char, 65'536> buffer;
    while (true) {
        const ssize_t count = ::read(file, buffer.data(), buffer.size());
        if (count == 0) return text;
        if (count > 0) text->append(buffer.data(), static_cast<std::size_t>(count));
        if (count < 0 && errno != EINTR) return nullptr;
    }
}

std::shared_ptr<const void> map(int file, std::size_t size) {
    void* const place = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (place == MAP_FAILED) return nullptr;
    return {place, [size](const void* p) { ::munmap(const_cast<void*>(p), size); }};
}

}  // namespace

TableText::TableText(std::string name, std::string_view bytes)
    : name_(std::move(name)), bytes_(bytes) {}

Result<TableText> TableText::open(const std::string& path) {
    const File file(path);
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        return refuse(Code::file_unreadable, {}, {path});
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    TableText table(path, {});
    if (S_ISREG(status.st_mode) && size > 0) {
        table.owner_ = map(file.get(), size);
        table.bytes_ = {static_cast<const char*>(table.owner_.get()), size};
        table.is_mapped_ = true;
    } else if (const auto text = read_all(file.get())) {
        table.bytes_ = *text;
        table.owner_ = text;
    }
    if (table.owner_ == nullptr) return refuse(Code::file_unreadable, {}, {path});
    return table;
}

void TableText::fetch(std::size_t begin, std::size_t end) const {
#ifdef MADV_POPULATE_READ
    advise(begin, end, MADV_POPULATE_READ);
#else
    advise(begin, end, MADV_WILLNEED);
#endif
}

void TableText::release(std::size_t begin, std::size_t end) const {
    advise(begin, end, MADV_DONTNEED);
}

void TableText::advise(std::size_t begin, std::size_t end, int advice) const {
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    begin -= begin % page;
    if (is_mapped_ && begin < end) {
        ::madvise(const_cast<char*>(bytes_.data()) + begin, end - begin, advice);
    }
}

}  // namespace heng::csv
