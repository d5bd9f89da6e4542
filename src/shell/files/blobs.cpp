/// @file
/// Written aside, synced, then renamed into place: a file is there whole or not at all.
#include "shell/files/blobs.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <filesystem>
#include <optional>

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

/// What stands in a file of the folder, in the clear whether it is sealed or not.
class Blobs::Content {
public:
    /// @returns the content, or `blob_absent`, or why it cannot be opened.
    static Result<Content> open(const std::string& path, const app::BlobSealing& sealing) {
        File file = File::open(path, O_RDONLY);
        if (!file.is_open() && errno == ENOENT)
            return refuse(Code::blob_absent, {}, {fs::path(path).filename().string()});
        if (!file.is_open()) return failure(path);
        Content out;
        out.file_ = std::move(file);
        std::array<char, app::sealed_head_bytes_max> start;
        const auto got = out.file_.read(start.data(), start.size());
        if (!got) return tl::unexpected(got.error());
        const std::string_view begun(start.data(), *got);
        const std::size_t end = begun.find('\n');
        if (!begun.starts_with(app::sealed_mark) || end == begun.npos) {
            if (::lseek(out.file_.descriptor(), 0, SEEK_SET) != 0) return failure(path);
            return out;
        }
        out.head_ = begun.substr(0, end + 1);
        if (!sealing.open) return refuse(Code::vault_key_unusable, {}, {path, "no key"});
        auto cipher = sealing.open(out.head_);
        if (!cipher) return tl::unexpected(cipher.error());
        out.cipher_ = std::move(*cipher);
        const auto behind = static_cast<off_t>(out.head_.size());
        if (::lseek(out.file_.descriptor(), behind, SEEK_SET) != behind) return failure(path);
        return out;
    }

    /// The line that says how it is sealed; empty where it is not.
    const std::string& head() const { return head_; }

    /// As `File::read`.
    Result<std::size_t> read(char* into, std::size_t size) {
        auto got = file_.read(into, size);
        if (got && cipher_) cipher_(into, *got);
        return got;
    }

    /// Calls `take(piece)` for all of it.
    template <class Take>
    Result<void> read_all(Take take) {
        std::array<char, piece_bytes> piece;
        for (;;) {
            const auto got = read(piece.data(), piece.size());
            if (!got) return tl::unexpected(got.error());
            if (*got == 0) return {};
            take(std::string_view(piece.data(), *got));
        }
    }

private:
    File file_;
    std::string head_;
    app::RunningCipher cipher_;
};

namespace {

/// Writes to a file, sealed where there is a sealing.
class Sealer {
public:
    static Result<Sealer> begin(File& file, const app::BlobSealing& sealing) {
        Sealer out(file);
        if (!sealing.begin) return out;
        auto begun = sealing.begin();
        if (!begun) return tl::unexpected(begun.error());
        if (auto written = file.write(begun->head); !written)
            return tl::unexpected(written.error());
        out.cipher_ = std::move(begun->cipher);
        return out;
    }

    Result<void> write(std::string_view piece) {
        if (!cipher_) return file_->write(piece);
        std::string sealed(piece);
        cipher_(sealed.data(), sealed.size());
        return file_->write(sealed);
    }

private:
    explicit Sealer(File& file) : file_(&file) {}
    File* file_;
    app::RunningCipher cipher_;
};

}  // namespace

class Blobs::Upload final : public app::Upload {
public:
    static Result<std::unique_ptr<app::Upload>> begin(const Blobs& blobs, std::string_view type,
                                                      ledger::RunningHash hash, Incoming incoming) {
        auto upload =
            std::unique_ptr<Upload>(new Upload(blobs, type, std::move(hash), std::move(incoming)));
        auto sealer = Sealer::begin(upload->incoming_.file, blobs.rules_.sealing);
        if (!sealer) return tl::unexpected(sealer.error());
        upload->sealer_ = std::move(*sealer);
        return upload;
    }

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
        return sealer_->write(piece);
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
    Upload(const Blobs& blobs, std::string_view type, ledger::RunningHash hash, Incoming incoming)
        : blobs_(blobs), type_(type), hash_(std::move(hash)), incoming_(std::move(incoming)) {}

    Result<void> put_in_place(const app::Blob& blob) {
        const std::string path = blobs_.path_of(blob.hash);
        if (blobs_.check(path, blob.hash)) return {};
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
    std::optional<Sealer> sealer_;
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
    return Upload::begin(*this, type, std::move(*hash), std::move(*incoming));
}

Result<app::Blob> Blobs::check(const std::string& path, const ledger::Digest& hash) const {
    const auto running = rules_.make_hash();
    if (!running) return tl::unexpected(running.error());
    auto content = Content::open(path, rules_.sealing);
    if (!content) return tl::unexpected(content.error());
    std::int64_t size_bytes = 0;
    const auto read = content->read_all([&](std::string_view piece) {
        running->add(piece);
        size_bytes += static_cast<std::int64_t>(piece.size());
    });
    if (!read) return tl::unexpected(read.error());
    if (running->finish() != hash)
        return refuse(Code::blob_changed, {}, {ledger::print_digest(hash)});
    return app::Blob{hash, size_bytes};
}

Result<app::Blob> Blobs::read(const ledger::Digest& hash,
                              const std::function<void(std::string_view)>& take) {
    const std::string path = path_of(hash);
    const auto blob = check(path, hash);
    if (!blob && blob.error().code == Code::blob_absent)
        return refuse(Code::blob_absent, {}, {ledger::print_digest(hash)});
    if (!blob) return blob;
    auto content = Content::open(path, rules_.sealing);
    if (!content) return tl::unexpected(content.error());
    const auto handed = content->read_all(take);
    if (!handed) return tl::unexpected(handed.error());
    return blob;
}

Result<void> Blobs::seal_again(const std::string& path, const ledger::Digest& hash) {
    if (const auto sound = check(path, hash); !sound) return tl::unexpected(sound.error());
    auto content = Content::open(path, rules_.sealing);
    auto incoming = make_incoming(folder_);
    if (!content) return tl::unexpected(content.error());
    if (!incoming) return tl::unexpected(incoming.error());
    auto sealer = Sealer::begin(incoming->file, rules_.sealing);
    if (!sealer) return tl::unexpected(sealer.error());
    Result<void> written;
    const auto read = content->read_all([&](std::string_view piece) {
        if (written) written = sealer->write(piece);
    });
    const auto synced =
        read.and_then([&] { return written; }).and_then([&] { return incoming->file.sync(); });
    if (!synced || ::rename(incoming->path.c_str(), path.c_str()) != 0) {
        ::unlink(incoming->path.c_str());
        return synced ? failure(path) : synced;
    }
    return sync_folder(folder_of(hash));
}

Result<std::size_t> Blobs::seal_all() {
    if (!rules_.sealing.begin) return refuse(Code::vault_key_unusable, {}, {folder_, "no key"});
    std::size_t sealed = 0;
    std::error_code failed;
    for (const auto& entry : fs::recursive_directory_iterator(folder_, failed)) {
        const std::string part = entry.path().parent_path().filename().string();
        const auto hash = ledger::parse_digest(part + entry.path().filename().string());
        if (!hash || !entry.is_regular_file()) continue;
        const auto content = Content::open(entry.path(), rules_.sealing);
        if (!content) return tl::unexpected(content.error());
        if (!content->head().empty() && !rules_.sealing.is_sealed_before(content->head())) continue;
        if (const auto done = seal_again(entry.path(), *hash); !done)
            return tl::unexpected(done.error());
        ++sealed;
    }
    if (failed) return refuse(Code::store_unreachable, {folder_, 0, 0, {}}, {failed.message()});
    return sealed;
}

}  // namespace heng::files
