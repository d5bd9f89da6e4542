/// @file
/// Written aside, synced, then renamed into place: a file is there whole or not at all.
#include "shell/files/blobs.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <filesystem>

namespace heng::files {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 64 << 10;

/// A new file under incoming/, locked for as long as it is open, so that no sweep takes it for a
/// leftover.
struct Incoming {
    File file;
    std::string path;
};

Result<Incoming> make_incoming(const std::string& folder) {
    for (;;) {
        std::string path = folder + "/incoming/XXXXXX";
        File file(::mkostemp(path.data(), O_CLOEXEC));
        if (!file.is_open() || ::flock(file.descriptor(), LOCK_EX) != 0) return failure(path);
        struct stat status {};
        if (::fstat(file.descriptor(), &status) != 0) return failure(path);
        if (status.st_nlink > 0) return Incoming{std::move(file), std::move(path)};
        // A sweep was quicker than our lock: take another name.
    }
}

void sweep(const std::string& folder) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder + "/incoming", none)) {
        const File file = File::open(entry.path(), O_RDONLY);
        if (file.is_open() && ::flock(file.descriptor(), LOCK_EX | LOCK_NB) == 0)
            fs::remove(entry.path(), none);
    }
}

Result<void> sync_folder(const std::string& path) {
    File folder = File::open(path, O_RDONLY | O_DIRECTORY);
    if (!folder.is_open()) return failure(path);
    return folder.sync();
}

}  // namespace

class Blobs::Upload final : public app::Upload {
public:
    Upload(const Blobs& blobs, std::string_view type, ledger::RunningHash hash, Incoming incoming)
        : blobs_(blobs), type_(type), hash_(std::move(hash)), incoming_(std::move(incoming)) {}

    ~Upload() override {
        if (!incoming_.path.empty()) ::unlink(incoming_.path.c_str());
    }

    [[nodiscard]] Result<void> add(std::string_view piece) override {
        const std::int64_t size_max = blobs_.rules_.size_bytes_max;
        size_bytes_ += static_cast<std::int64_t>(piece.size());
        if (size_bytes_ > size_max)
            return refuse(Code::blob_too_large, {}, {std::to_string(size_max)});
        if (leading_.size() < app::leading_bytes_max)
            leading_ += piece.substr(0, app::leading_bytes_max - leading_.size());
        hash_.add(piece);
        return incoming_.file.write(piece);
    }

    [[nodiscard]] Result<app::Blob> finish() override {
        if (size_bytes_ > blobs_.rules_.size_bytes_max)
            return refuse(Code::blob_too_large, {}, {std::to_string(blobs_.rules_.size_bytes_max)});
        const app::Blob blob{hash_.finish(), size_bytes_};
        return app::check_content(type_, leading_)
            .and_then([&] { return incoming_.file.sync(); })
            .and_then([&] { return put_in_place(blob); })
            .map([&] { return blob; });
    }

private:
    Result<void> put_in_place(const app::Blob& blob) {
        const std::string path = blobs_.path_of(blob.hash);
        File present = File::open(path, O_RDONLY);
        if (present.is_open() && blobs_.check(present, blob.hash)) return {};
        const std::string folder = blobs_.folder_of(blob.hash);
        const bool is_new = ::mkdir(folder.c_str(), 0750) == 0;
        if (!is_new && errno != EEXIST) return failure(folder);
        if (::rename(incoming_.path.c_str(), path.c_str()) != 0) return failure(path);
        incoming_.path.clear();
        auto synced = sync_folder(folder);
        return synced && is_new ? sync_folder(blobs_.folder_) : synced;
    }

    const Blobs& blobs_;
    std::string type_;
    ledger::RunningHash hash_;
    Incoming incoming_;
    std::string leading_;
    std::int64_t size_bytes_ = 0;
};

std::string Blobs::folder_of(const ledger::Digest& hash) const {
    return folder_ + '/' + ledger::print_digest(hash).substr(0, 2);
}

std::string Blobs::path_of(const ledger::Digest& hash) const {
    return folder_of(hash) + '/' + ledger::print_digest(hash).substr(2);
}

Result<std::unique_ptr<Blobs>> Blobs::open(std::string folder, app::BlobRules rules) {
    std::error_code problem;
    fs::create_directories(folder + "/incoming", problem);
    if (problem) return refuse(Code::store_unreachable, {folder, 0, 0, {}}, {problem.message()});
    sweep(folder);
    return std::unique_ptr<Blobs>(new Blobs(std::move(folder), std::move(rules)));
}

Result<std::unique_ptr<app::Upload>> Blobs::begin(std::string_view type) {
    const auto listed = app::check_type(rules_, type);
    if (!listed) return tl::unexpected(listed.error());
    auto hash = rules_.make_hash();
    if (!hash) return tl::unexpected(hash.error());
    auto incoming = make_incoming(folder_);
    if (!incoming) return tl::unexpected(incoming.error());
    return std::make_unique<Upload>(*this, type, std::move(*hash), std::move(*incoming));
}

Result<app::Blob> Blobs::check(File& file, const ledger::Digest& hash) const {
    const auto running = rules_.make_hash();
    if (!running) return tl::unexpected(running.error());
    std::array<char, piece_bytes> piece;
    std::int64_t size_bytes = 0;
    for (;;) {
        const auto got = file.read(piece.data(), piece.size());
        if (!got) return tl::unexpected(got.error());
        if (*got == 0) break;
        running->add({piece.data(), *got});
        size_bytes += static_cast<std::int64_t>(*got);
    }
    if (running->finish() != hash)
        return refuse(Code::blob_changed, {}, {ledger::print_digest(hash)});
    if (::lseek(file.descriptor(), 0, SEEK_SET) != 0) return failure("lseek");
    return app::Blob{hash, size_bytes};
}

Result<app::Blob> Blobs::read(const ledger::Digest& hash,
                              const std::function<void(std::string_view)>& take) {
    File file = File::open(path_of(hash), O_RDONLY);
    if (!file.is_open() && errno == ENOENT)
        return refuse(Code::blob_absent, {}, {ledger::print_digest(hash)});
    if (!file.is_open()) return failure(path_of(hash));
    const auto blob = check(file, hash);
    if (!blob) return blob;
    std::array<char, piece_bytes> piece;
    for (;;) {
        const auto got = file.read(piece.data(), piece.size());
        if (!got) return tl::unexpected(got.error());
        if (*got == 0) return blob;
        take({piece.data(), *got});
    }
}

}  // namespace heng::files
